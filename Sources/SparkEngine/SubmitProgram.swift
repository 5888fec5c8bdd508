import Foundation

/// The program `spark-submit`.
public struct SubmitProgram: Sendable, Equatable {
  /// Its path.
  public let path: String

  private static let name = "spark-submit"

  /// Finds it: in the folder that is named, else in `$SPARK_HOME`, else on the `PATH`.
  ///
  /// - Parameters:
  ///   - home: Spark's folder, or `nil` if nobody named one.
  ///   - environment: the environment's variables.
  /// - Throws: `unavailable` if it is not there, with what to install.
  public static func find(home: String?, environment: [String: String]) throws(SparkError) -> SubmitProgram {
    if let home {
      let path = home + "/bin/" + name
      guard isProgram(path) else {
        throw SparkError(
          .unavailable, ["there is no bin/\(name) in \(home) (--spark-home)"], hint: installing)
      }
      return SubmitProgram(path: SparkSociety.absolute(path))
    }
    let home = (environment["SPARK_HOME"] ?? "").isEmpty ? [] : [(environment["SPARK_HOME"] ?? "") + "/bin"]
    let folders = home + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    guard let path = folders.lazy.map({ $0 + "/" + name }).first(where: isProgram) else {
      throw SparkError(.unavailable, ["\(name) was not found"], hint: installing)
    }
    return SubmitProgram(path: SparkSociety.absolute(path))
  }

  private static let installing =
    "Install Apache Spark 4 (https://spark.apache.org/downloads.html, or pip install pyspark==4.3.0; Java 17 or 21 is needed) and put its bin folder on PATH, set SPARK_HOME, or give --spark-home."

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
