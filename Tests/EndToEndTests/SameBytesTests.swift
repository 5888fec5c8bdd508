import Foundation
import Testing

/// Same input, same seed, same bytes: only the `machine` object of `run.json` may differ.
struct SameBytesTests {
  private let folder = TemporaryFolder()

  /// The files of a run, `run.json` without its `machine`.
  private func files(of run: String) throws -> [String: String] {
    try folder.files(in: run).reduce(into: [:]) { files, entry in
      files[entry.key] = String(decoding: entry.value, as: UTF8.self)
        .replacing(/\n  "machine" : \{\n(    .*\n)*  \},/, with: "")
    }
  }

  @Test(arguments: [2, 3])
  func `The number of threads changes no byte`(threads: Int) throws {
    for count in [1, threads] {
      let run = try Program.run(
        "analyze", "datasets/village", "--permutations", "40", "--by", "circle", "--ties", "--half-life", "30",
        "--threads", String(count), "-o", folder.path("run-\(count)"), "--quiet")
      try #require(run.code == 0, "\(run.errors)")
    }
    let one = try files(of: "run-1")
    let other = try files(of: "run-\(threads)")
    #expect(one.keys.sorted() == other.keys.sorted())
    for (file, text) in one { #expect(other[file] == text, "\(file)") }
  }

  @Test func `Only the machine differs between two runs`() throws {
    for name in ["one", "two"] {
      _ = try Program.run(
        "analyze", "datasets/florentine", "--permutations", "9", "-o", folder.path(name), "--quiet")
    }
    #expect(try files(of: "one") == files(of: "two"))
  }

  @Test func `The machine stands in run.json alone`() throws {
    _ = try Program.run(
      "analyze", "datasets/florentine", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    let machine = try #require(try JSON(folder.text("run/run.json"))["machine"])
    #expect(machine.keys == ["host", "peak_memory", "phases", "seconds", "started", "system", "threads"])
    guard case .text(let started)? = machine["started"] else { return }
    for (file, data) in try folder.files(in: "run") where file != "run.json" {
      #expect(!String(decoding: data, as: UTF8.self).contains(started), "\(file)")
    }
  }

  @Test func `Another working folder changes no table and no graph`() throws {
    try folder.link("data", to: Package.root + "/datasets")
    _ = try Program.run(
      "analyze", "datasets/florentine", "--permutations", "9", "-o", folder.path("one"), "--quiet")
    _ = try Program.run("analyze", "data/florentine", "--permutations", "9", "-o", "two", "--quiet", in: folder.path)
    var one = try files(of: "one")
    var two = try files(of: "two")
    // What was typed stands in run.json and on the page.
    for name in ["run.json", "report.html"] {
      one[name] = nil
      two[name] = nil
    }
    #expect(one == two)
  }

  @Test func `Another language of the system changes no byte`() throws {
    for (name, locale) in [("one", "C"), ("two", "de_DE.UTF-8")] {
      let run = try Started(
        Program.path, ["analyze", "datasets/florentine", "--permutations", "9", "-o", folder.path(name), "--quiet"],
        environment: ["LC_ALL": locale, "LANG": locale]
      ).finish()
      try #require(run.code == 0, "\(run.errors)")
    }
    #expect(try files(of: "one") == files(of: "two"))
  }
}
