import Testing

/// A society with something wrong in it, and the whole of what the program says about it.
///
/// What is not named is in order: ann, bob and cid, who are friends in a row.
struct BrokenInput: Sendable, CustomTestStringConvertible {
  /// What stands where a file is expected.
  enum Content: Sendable, ExpressibleByStringLiteral {
    case text(String)
    case bytes([UInt8])
    case folder
    case link(String)
    case nothing

    init(stringLiteral text: String) { self = .text(text) }
  }

  let name: String
  let files: [(name: String, content: Content)]
  let options: [String]
  let code: Int32
  /// The lines of the problems, without `error: `, and the hint.
  let problems: [String]

  var testDescription: String { name }

  init(
    _ name: String, people: Content = "id,score\nann,500\nbob,600\ncid,700\n",
    ties: Content = "source,target\nann,bob\nbob,cid\n", societyFile: Content = .nothing, payments: Content = .nothing,
    options: [String] = [], code: Int32 = 65, problems: [String]
  ) {
    self.name = name
    files = [
      ("people.csv", people), ("friendships.csv", ties), ("society.yaml", societyFile),
      ("transactions.csv", payments),
    ]
    self.options = options
    self.code = code
    self.problems = problems
  }

  static let all = people + ties + societyFile

  /// Runs a command on it, from the folder above it.
  func run(_ command: String) throws -> Run {
    let folder = TemporaryFolder()
    try folder.makeFolder("society")
    for file in files {
      let path = "society/" + file.name
      switch file.content {
      case .text(let text): try folder.write(path, text)
      case .bytes(let bytes): try folder.write(path, bytes)
      case .folder: try folder.makeFolder(path)
      case .link(let target): try folder.link(path, to: target)
      case .nothing: break
      }
    }
    return try Program.run([command, "society"] + options, in: folder.path)
  }
}
