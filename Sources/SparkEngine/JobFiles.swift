import Exports
import Foundation

/// The files of the Spark job, which the program carries inside itself.
///
/// They are links in `Job`, one a file, to what stands in `spark`. A new file of the job needs a link there and a line here.
public enum JobFiles {
  /// The script that `spark-submit` is given, by its path in the job's folder.
  public static let script = "analyze.py"
  /// The package that the script imports, as one file for clusters that run the script elsewhere.
  public static let archive = "contagion.zip"

  /// The files, by their paths in the job's folder.
  public static let all: [(path: String, bytes: [UInt8])] = [
    (script, PackageResources.analyze_py),
    ("contagion/__init__.py", PackageResources.__init___py),
    ("contagion/clusters.py", PackageResources.clusters_py),
    ("contagion/combined.py", PackageResources.combined_py),
    ("contagion/communities.py", PackageResources.communities_py),
    ("contagion/events.py", PackageResources.events_py),
    ("contagion/findings.py", PackageResources.findings_py),
    ("contagion/graphml.py", PackageResources.graphml_py),
    ("contagion/group_measures.py", PackageResources.group_measures_py),
    ("contagion/hadoop.py", PackageResources.hadoop_py),
    ("contagion/layout.py", PackageResources.layout_py),
    ("contagion/main.py", PackageResources.main_py),
    ("contagion/measured.py", PackageResources.measured_py),
    ("contagion/measures.py", PackageResources.measures_py),
    ("contagion/network.py", PackageResources.network_py),
    ("contagion/options.py", PackageResources.options_py),
    ("contagion/people.py", PackageResources.people_py),
    ("contagion/propagation.py", PackageResources.propagation_py),
    ("contagion/reading.py", PackageResources.reading_py),
    ("contagion/results.py", PackageResources.results_py),
    ("contagion/society.py", PackageResources.society_py),
    ("contagion/spread.py", PackageResources.spread_py),
    ("contagion/tie_measures.py", PackageResources.tie_measures_py),
    ("contagion/tie_sums.py", PackageResources.tie_sums_py),
    ("contagion/ties.py", PackageResources.ties_py),
  ]

  /// Writes the files into a folder, and the package once more as an archive; what stands there of them is replaced.
  ///
  /// - Parameter folder: where; it is made if it is not there.
  /// - Throws: `cannotCreate` if a folder cannot be made, `writing` if a file cannot be written.
  public static func write(to folder: String) throws(ExportError) {
    for (path, bytes) in all {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(path)
      try OutputFolder.makeFolder(url.deletingLastPathComponent().path)
      do {
        try Data(bytes).write(to: url)
      } catch {
        throw ExportError(.writing, url.path, "the file of the Spark job cannot be written")
      }
    }
    let package = all.filter { $0.path != script }
    try FileArchive.write(
      package.map { FileArchive.Entry($0.path, .text(String(decoding: $0.bytes, as: UTF8.self))) },
      to: folder + "/" + archive)
  }
}
