import Foundation

/// The built program, as somebody at a shell uses it.
enum Program {
  /// The program that was built together with the running tests.
  static let path = built("graph-tool")

  /// A program that was built together with the running tests: it stands in the same folder of products.
  static func built(_ name: String) -> String {
    var folders = [URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(), Bundle.main.bundleURL]
    folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let candidates = folders.map { $0.resolvingSymlinksInPath().appendingPathComponent(name).path }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else {
      preconditionFailure("\(name) is not built beside the tests; looked for \(candidates)")
    }
    return found
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: what stands behind its name.
  ///   - folder: where it is started; the package's folder unless said.
  ///   - input: what it reads on standard input; nothing unless said.
  static func run(_ arguments: String..., in folder: String = Package.root, input: String = "") throws -> Run {
    try run(arguments, in: folder, input: input)
  }

  /// Runs the program to its end, with a list of arguments.
  static func run(_ arguments: [String], in folder: String = Package.root, input: String = "") throws -> Run {
    try Started(path, arguments, in: folder, input: input).finish()
  }

  /// Runs a line of the shell to its end; `$GRAPH_TOOL` in it is the program.
  static func shell(_ line: String, in folder: String = Package.root) throws -> Run {
    try Started("/bin/sh", ["-c", line], in: folder, environment: ["GRAPH_TOOL": path]).finish()
  }
}

/// The folder of this package.
enum Package {
  /// Its path.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of a dataset.
  static func dataset(_ name: String) -> String { root + "/datasets/" + name }
}
