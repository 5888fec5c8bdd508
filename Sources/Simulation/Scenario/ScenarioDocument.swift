import GraphModel
import Yams

/// A scenario file that is parsed, to be read as it is or with changes.
package struct ScenarioDocument {
  /// The file's name in messages.
  package let file: String
  /// Where a relative path of a society starts: empty, or with a slash at its end.
  package let folder: String
  let root: Node

  /// Parses a file.
  ///
  /// - Parameter folder: where a relative path of a society starts: empty, or with a slash at its end.
  /// - Throws: `badData` if it is not YAML.
  package init(_ input: InputFile, folder: String) throws(ReadingError) {
    do throws(InputProblem) {
      self.init(try YAMLMapping.root(of: input), file: input.name, folder: folder)
    } catch {
      throw ReadingError(.badData, [error])
    }
  }

  /// A scenario that stands inside another file.
  package init(_ root: Node, file: String, folder: String) {
    self.root = root
    self.file = file
    self.folder = folder
  }

  /// The scenario.
  ///
  /// - Parameter changes: what differs from the file, in the order in which it is made.
  /// - Throws: `badData` with all that is wrong in it, each with its line.
  package func scenario(changing changes: [ScenarioChange] = []) throws(ReadingError) -> Scenario {
    try ScenarioReader.read(self, changing: changes)
  }
}

/// A setting, or a section, that differs from what a scenario file says.
package struct ScenarioChange {
  /// The path of a setting, such as `rewiring.review`, or of a section, such as `blacklist`.
  package let path: String
  /// What it is to hold, as it would stand in a scenario file.
  let node: Node
  /// The file that says so.
  let file: String
  /// The line there.
  let line: Int?
  /// Where a relative path of a society starts: empty, or with a slash at its end.
  let folder: String

  /// A change as a file says it.
  package init(_ path: String, _ node: Node, file: String, line: Int?, folder: String) {
    self.path = path
    self.node = node
    self.file = file
    self.line = line
    self.folder = folder
  }

  /// A change to a value that is no text: a number, or a word such as `none`.
  package init(_ path: String, plain text: String, file: String, line: Int?, folder: String = "") {
    self.init(path, .scalar(Node.Scalar(text, .implicit, .plain)), file: file, line: line, folder: folder)
  }
}
