import Foundation

/// A folder that passes for an installed Spark: its `spark-submit` is a script that tells events and copies results.
///
/// The results are those of the embedded engine, cut to what a job on Spark leaves behind.
final class FakeSpark {
  private let folder = TemporaryFolder()

  /// What goes behind `--spark-home`.
  var home: String { folder.path }

  /// A Spark whose job does its work.
  ///
  /// - Parameter society: what the job pretends to read.
  convenience init(analysing society: String = "datasets/florentine") throws {
    try self.init(
      script: """
        echo '26/11/28 12:00:00 INFO SparkContext: Running Spark version 4.1.1' >&2
        echo '@contagion {"event":"phase","name":"reading people"}'
        echo '@contagion {"event":"done","name":"reading people","seconds":1.25,"people":16,"bytes":321}'
        echo '@contagion {"event":"round","round":1,"change":12.5,"bound":null}'
        echo '@contagion {"event":"done","name":"settling scores","seconds":2.5,"ties":540}'
        echo '@contagion {"event":"note","text":"the job says hello"}'
        mkdir -p "$fetch"
        if [ -n "$output" ]; then cp -r "$home/results/." "$fetch"; else cp "$home/results/run.json" "$fetch"; fi
        echo '@contagion {"event":"finished","people":16,"ties":27,"rounds":1,"seconds":4}'
        """)
    try makeResults(of: society)
  }

  /// A Spark whose job does what a script of the shell says; `$fetch` and `$output` are where results go.
  init(script: String) throws {
    try folder.write(
      "bin/spark-submit",
      """
      #!/bin/sh
      home='\(folder.path)'
      for word in "$@"; do printf '%s\\n' "$word"; done > "$home/arguments"
      while [ $# -gt 0 ]; do
        case $1 in
          --fetch) fetch=$2; shift ;;
          -o) output=$2; shift ;;
          */analyze.py) cp "$1" "$home/script.py"; ls "$(dirname "$1")/contagion" > "$home/package" ;;
        esac
        shift
      done
      \(script)

      """)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/spark-submit"))
  }

  /// The words that the script was given.
  var arguments: [String] { (try? folder.text("arguments"))?.split(separator: "\n").map(String.init) ?? [] }

  /// The word behind an option.
  func value(of option: String) -> String? {
    arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
  }

  /// Whether the script found the job's files.
  var hasJob: Bool { folder.has("script.py") && ((try? folder.text("package")) ?? "").contains("main.py") }

  /// Whether a file stands in Spark's folder, which scripts may leave there.
  func has(_ name: String) -> Bool { folder.has(name) }

  /// Takes a file out of the results.
  func removeResult(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder.path("results/" + name))
  }

  // MARK: Results

  private func makeResults(of society: String) throws {
    let run = try Program.run(
      "analyze", society, "--permutations", "0", "-o", folder.path("embedded"), "--quiet")
    precondition(run.code == 0, run.errors)
    let whole = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url("embedded/run.json")))
    try folder.makeFolder("results")
    try JSONSerialization.data(withJSONObject: Self.cut(whole)).write(to: folder.url("results/run.json"))
    for name in ["people", "communities", "measures"] {
      let lines = try folder.text("embedded/\(name).csv").split(separator: "\n")
      let middle = (lines.count + 1) / 2
      try folder.write("results/\(name).csv/part-00000.csv", lines[..<middle].joined(separator: "\n") + "\n")
      try folder.write(
        "results/\(name).csv/part-00001.csv", ([lines[0]] + lines[middle...]).joined(separator: "\n") + "\n")
      try folder.write("results/\(name).parquet/part-00000.parquet", "PAR1")
    }
    try folder.write("results/communities.graphml", folder.text("embedded/communities.graphml"))
    try folder.write("results/_SUCCESS", "")
  }

  /// What `run.json` says without what Spark does not work out.
  private static func cut(_ whole: Any) -> [String: Any] {
    var run = whole as? [String: Any] ?? [:]
    run["inputs"] = [Any]()
    run["settings"] = (run["settings"] as? [String: Any] ?? [:]).merging(
      ["engine": "spark", "spark_version": "4.1.1", "partitions": "8"]
    ) { $1 }
    var findings = run["findings"] as? [String: Any] ?? [:]
    findings["local"] = nil
    findings["segregation"] = [Any]()
    var society = findings["society"] as? [String: Any] ?? [:]
    society["components"] = nil
    society["largest_component"] = nil
    findings["society"] = society
    var communities = findings["communities"] as? [String: Any] ?? [:]
    communities["method"] = "labels"
    findings["communities"] = communities
    var propagation = findings["propagation"] as? [String: Any] ?? [:]
    propagation["rank_agreement"] = nil
    findings["propagation"] = propagation
    run["findings"] = findings
    return run
  }
}
