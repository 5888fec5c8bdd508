import Foundation
import GraphModel

/// A folder with a few files, made for one test and removed with the last reference to it.
final class TemporaryFolder {
  /// What stands under a name in the folder.
  enum Content: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    case text(String)
    case bytes([UInt8])
    case folder
    case brokenLink

    init(stringLiteral text: String) { self = .text(text) }
  }

  let path: String

  init(_ contents: [String: Content]) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "graph-tool-test-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for (name, content) in contents {
      switch content {
      case .text(let text): try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
      case .bytes(let bytes): try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
      case .folder: try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
      case .brokenLink:
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: path("nowhere"))
      }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Three people with scores on the Zhima scale.
  static let people = "id,score\na,400\nb,500\nc,600\n"

  /// Reads a society folder of these files; `people.csv` is that of `people` where nothing else is said.
  static func read(
    _ contents: [String: Content], _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> ReadSociety {
    let folder = try TemporaryFolder(contents.merging(["people.csv": .text(people)]) { given, _ in given })
    var options = ReadingOptions()
    change(&options)
    return try SocietyReader.read(folder.path, options: options)
  }

  /// Reads one edge list.
  static func readEdgeList(
    _ ties: Content, people: Content? = nil, _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> ReadSociety {
    let folder = try TemporaryFolder(["ties.csv": ties, "who.csv": people ?? ""])
    var options = ReadingOptions()
    if people != nil { options.peopleFile = folder.path("who.csv") }
    change(&options)
    return try SocietyReader.read(folder.path("ties.csv"), options: options)
  }
}
