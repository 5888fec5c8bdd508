import Exports
import GraphModel

extension FetchedRun {
  /// Opens what a job left behind.
  ///
  /// - Parameters:
  ///   - folder: the folder that the job copied it to.
  ///   - version: the program's version.
  /// - Throws: `bug` if it is not there or not what the job promised.
  public init(ofJobIn folder: String, version: String) throws(SparkError) {
    do throws(ReadingError) {
      try self.init(opening: folder, version: version)
    } catch {
      throw SparkError(
        .bug, ["the job ended well, but its results cannot be read"] + error.problems.map(\.description),
        hint: "Please report it with the command; if the job ran on another machine (cluster mode), give -o a URL.")
    }
  }
}
