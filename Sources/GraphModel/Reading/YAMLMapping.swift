import Yams

/// A YAML mapping with known keys, whose problems name the line.
struct YAMLMapping {
  let file: String
  let entries: [(key: String, value: Node, line: Int)]

  /// Reads a document whose top is a mapping.
  init(_ input: InputFile, keys: [String]) throws(InputProblem) {
    guard let text = String(validating: input.bytes, as: UTF8.self) else {
      throw InputProblem(file: input.name, "this is not valid UTF-8 text")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Self.problem(error, in: input.name)
    }
    guard let root else { throw InputProblem(file: input.name, "the file is empty; a mapping was expected") }
    try self.init(root, file: input.name, what: "the file", keys: keys)
  }

  /// Reads a node that is a mapping.
  ///
  /// - Parameter keys: the keys that are understood; empty accepts any.
  init(_ node: Node, file: String, what: String, keys: [String]) throws(InputProblem) {
    guard case .mapping(let mapping) = node else {
      throw InputProblem(file: file, line: node.mark?.line, "\(what) is not a mapping of names to values")
    }
    self.file = file
    var entries: [(key: String, value: Node, line: Int)] = []
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      guard let name = key.scalar?.string else {
        throw InputProblem(file: file, line: line, "a name was expected before the colon")
      }
      if !keys.isEmpty, !keys.contains(name) {
        throw InputProblem(
          file: file, line: line, "\"\(name)\" is not understood; expected one of \(keys.joined(separator: ", "))")
      }
      entries.append((name, value, line))
    }
    self.entries = entries
  }

  func node(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

  func line(_ key: String) -> Int? { entries.first { $0.key == key }?.line }

  /// The text of a scalar, or `nil` if the key is not there.
  func text(_ key: String) throws(InputProblem) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      throw InputProblem(file: file, line: line(key), column: nil, "\"\(key)\" needs one value")
    }
    return scalar.string
  }

  /// The number of a scalar, or `nil` if the key is not there.
  func number(_ key: String) throws(InputProblem) -> Double? {
    guard let text = try text(key) else { return nil }
    guard let number = Numerals.number(text), number.magnitude <= FieldText.largestNumber else {
      throw InputProblem(file: file, line: line(key), "\"\(key)\" is \"\(text)\"; a number was expected")
    }
    return number
  }

  /// The truth value of a scalar, or `nil` if the key is not there.
  func flag(_ key: String) throws(InputProblem) -> Bool? {
    guard let text = try text(key) else { return nil }
    guard text == "true" || text == "false" else {
      throw InputProblem(file: file, line: line(key), "\"\(key)\" is \"\(text)\"; true or false was expected")
    }
    return text == "true"
  }

  /// The value of a scalar that is one of a few words, or `nil` if the key is not there.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(InputProblem) -> Choice? where Choice.RawValue == String {
    guard let text = try text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue).joined(separator: " or ")
    throw InputProblem(file: file, line: line(key), "\"\(key)\" is \"\(text)\"; \(words) was expected")
  }

  /// What the parser says, at its line.
  private static func problem(_ error: any Error, in file: String) -> InputProblem {
    let line: Int?
    let message: String
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      line = mark.line
      message = context.map { "\($0.text), \(problem)" } ?? problem
    case .reader(let problem, let offset, _, let yaml):
      line = offset.map { 1 + yaml.prefix($0).count(where: \.isNewline) }
      message = problem
    case .duplicatedKeysInMapping(let names, let context):
      let twice = names.map { "\"\($0)\"" }.joined(separator: ", ")
      return InputProblem(
        file: file, line: context.mark.line, "\(twice) stands there twice; each name once was expected")
    default:
      line = nil
      message = "\(error)"
    }
    return InputProblem(file: file, line: line, "this is not valid YAML: \(message)")
  }
}
