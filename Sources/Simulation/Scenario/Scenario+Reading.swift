import GraphModel

extension Scenario {
  /// Reads a scenario file; `-` is standard input.
  ///
  /// A relative path of a society is taken from the folder of the file.
  ///
  /// - Returns: the scenario, and what to write down of the file to know it again.
  /// - Throws: `noInput` if there is no such file; `badData` with all that is wrong in it, each with its line.
  public static func read(_ path: String) throws(ReadingError) -> (scenario: Scenario, file: FileRecord) {
    let input = try InputFile.read(path)
    return (try read(input, from: path), input.record)
  }

  /// Reads a scenario from a file that is at hand.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - path: where it stood; its folder is where a relative path of a society starts. `-` is standard input.
  /// - Throws: `badData` with all that is wrong in it, each with its line.
  public static func read(_ input: InputFile, from path: String) throws(ReadingError) -> Scenario {
    try ScenarioDocument(input, folder: path == "-" ? "" : folder(of: path)).scenario()
  }

  /// Reads a scenario from a text.
  ///
  /// - Parameters:
  ///   - text: what would stand in the file.
  ///   - name: what the file is called in messages; its folder is where a relative path of a society starts.
  /// - Throws: `badData` with all that is wrong, each with its line.
  public static func read(text: String, name: String) throws(ReadingError) -> Scenario {
    try ScenarioDocument(InputFile(name: name, bytes: [UInt8](text.utf8)), folder: folder(of: name)).scenario()
  }

  /// The part of a path that names the folder, with the slash; empty for the working folder.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
