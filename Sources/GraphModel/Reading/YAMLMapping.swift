import Yams

/// A YAML mapping with known keys, whose problems name the line.
package struct YAMLMapping {
  /// The file's name in messages.
  package let file: String
  /// The keys that are understood, with their values and lines, in the order of the file.
  package let entries: [(key: String, value: Node, line: Int)]

  /// Reads a document whose top is a mapping.
  init(_ input: InputFile, keys: [String]) throws(InputProblem) {
    try self.init(Self.root(of: input), file: input.name, what: "the file", keys: keys)
  }

  /// The top of a document.
  package static func root(of input: InputFile) throws(InputProblem) -> Node {
    guard let text = String(validating: input.bytes, as: UTF8.self) else {
      throw InputProblem(file: input.name, "this is not valid UTF-8 text")
    }
    let root: Node?
    do {
      // A byte order mark is no part of the text.
      root = try Yams.compose(yaml: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    } catch {
      throw Self.problem(error, in: input.name)
    }
    guard let root else { throw InputProblem(file: input.name, "the file is empty; a mapping was expected") }
    return root
  }

  /// Reads a node that is a mapping, and throws the first of its problems.
  ///
  /// - Parameter keys: the keys that are understood; empty accepts any.
  init(_ node: Node, file: String, what: String, keys: [String]) throws(InputProblem) {
    var first: InputProblem?
    try self.init(node, file: file, what: what, keys: keys) { if first == nil { first = $0 } }
    if let first { throw first }
  }

  /// Reads a node that is a mapping; keys that are not understood are reported and left out.
  ///
  /// - Parameters:
  ///   - keys: the keys that are understood; empty accepts any.
  ///   - elsewhere: what was perhaps meant by a key that is near none of `keys`.
  ///   - report: is told of each key that is not understood.
  package init(
    _ node: Node, file: String, what: String, keys: [String], elsewhere: (String) -> String? = { _ in nil },
    report: (InputProblem) -> Void
  ) throws(InputProblem) {
    guard case .mapping(let mapping) = node else {
      throw InputProblem(file: file, line: node.mark?.line, "\(what) is not a mapping of names to values")
    }
    self.file = file
    var entries: [(key: String, value: Node, line: Int)] = []
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      guard let name = key.scalar?.string else {
        report(InputProblem(file: file, line: line, "a name was expected before the colon"))
        continue
      }
      if !keys.isEmpty, !keys.contains(name) {
        let meant = NearestWord.hint(NearestWord.nearest(to: name, among: keys) ?? elsewhere(name))
        report(
          InputProblem(
            file: file, line: line,
            "\"\(name)\" is not understood\(meant); expected one of \(keys.joined(separator: ", "))"))
        continue
      }
      entries.append((name, value, line))
    }
    self.entries = entries
  }

  /// The value of a key, or `nil` if it is not there.
  package func node(_ key: String) -> Node? { entries.first { $0.key == key }?.value }

  /// The line of a key, or `nil` if it is not there.
  package func line(_ key: String) -> Int? { entries.first { $0.key == key }?.line }

  /// The text of a scalar, or `nil` if the key is not there.
  package func text(_ key: String) throws(InputProblem) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar, !scalar.string.isEmpty else {
      throw InputProblem(file: file, line: line(key), column: nil, "\"\(key)\" needs one value")
    }
    return scalar.string
  }

  /// The number of a scalar, or `nil` if the key is not there.
  package func number(_ key: String) throws(InputProblem) -> Double? {
    guard let text = try text(key) else { return nil }
    guard let number = Numerals.number(text), number.magnitude <= FieldText.largestNumber else {
      throw InputProblem(file: file, line: line(key), "\"\(key)\" is \"\(text)\"; a number was expected")
    }
    return number
  }

  /// The truth value of a scalar, or `nil` if the key is not there.
  package func flag(_ key: String) throws(InputProblem) -> Bool? {
    guard let text = try text(key) else { return nil }
    guard text == "true" || text == "false" else {
      throw InputProblem(file: file, line: line(key), "\"\(key)\" is \"\(text)\"; true or false was expected")
    }
    return text == "true"
  }

  /// The value of a scalar that is one of a few words, or `nil` if the key is not there.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(InputProblem) -> Choice? where Choice.RawValue == String {
    guard let text = try text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let meant = NearestWord.hint(NearestWord.nearest(to: text, among: words))
    throw InputProblem(
      file: file, line: line(key),
      "\"\(key)\" is \"\(text)\"\(meant); \(words.joined(separator: " or ")) was expected")
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
