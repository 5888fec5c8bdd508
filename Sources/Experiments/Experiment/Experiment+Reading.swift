import GraphModel
import Simulation

extension Experiment {
  /// Reads an experiment file.
  ///
  /// Relative paths, of the scenario and of societies, are taken from the folder of the file that names them.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - path: where it stood.
  /// - Throws: `noInput` if its scenario is not there; `badData` with all that is wrong in it, each with its line.
  public static func read(_ input: InputFile, from path: String) throws(ReadingError) -> Experiment {
    try ExperimentReader.read(input, folder: path == "-" ? "" : Scenario.folder(of: path))
  }
}
