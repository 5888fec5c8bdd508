import GraphModel
import Yams

/// A value of a setting as it stands in a file.
struct SettingText {
  let file: String
  let line: Int?
  let setting: ScenarioSetting

  /// Whether a scalar stands for nothing, as YAML has it.
  static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The value that a node holds.
  ///
  /// - Parameter scenario: what was read before; groups of deeds take from it what they do not say.
  func read(_ node: Node, in scenario: Scenario) throws(InputProblem) -> SettingValue {
    if let scalar = node.scalar, scalar.style == .plain {
      if let absence = setting.absence, scalar.string == absence.word { return .absent }
      if scalar.string == "none" {
        switch setting.kind {
        case .choices: return .texts([])
        case .texts(_, isNeeded: false): return .texts([])
        case .laws: return .laws([:])
        default: if setting.absence != nil { return .absent }
        }
      }
    }
    switch setting.kind {
    case .rising, .texts, .choices: return try list(node)
    case .weights: return .weights(try weights(node))
    case .laws: return .laws(try laws(node, scenario.deeds?.law ?? Scenario.DeedRule.Law()))
    default: return try single(node)
    }
  }

  // MARK: One value

  private func single(_ node: Node) throws(InputProblem) -> SettingValue {
    guard let scalar = node.scalar else {
      throw problem(node.sequence == nil ? "is a mapping" : "is a list")
    }
    if Self.isNull(scalar) { throw problem("has no value") }
    let text = scalar.string
    let number = scalar.style == .plain ? Numerals.number(text) : nil
    switch setting.kind {
    case .number(let bounds):
      if let number, number.magnitude <= FieldText.largestNumber, bounds.contains(number) { return .number(number) }
    case .whole(let bounds):
      if let number, number.magnitude <= 0x1p53, number == number.rounded(), bounds.contains(number) {
        return .whole(Int(number))
      }
    case .seed:
      if number != nil, let seed = UInt64(text) { return .seed(seed) }
    case .flag:
      if scalar.style == .plain, text == "true" || text == "false" { return .flag(text == "true") }
    case .choice(let words):
      if words.contains(text) { return .text(text) }
      throw problem(text, near: words)
    case .susceptibility:
      if let number = Numerals.number(text) {
        if (0...1).contains(number) { return .number(number) }
      } else if !text.isEmpty {
        return .text(text)
      }
    case .scale: if Scale(named: text) != nil { return .text(text) }
    case .time: if let seconds = Timestamp.seconds(text) { return .number(seconds) }
    default:
      if setting.kind == .text(ScenarioSection.layerName), let problem = TieReader.problem(withLayerName: text) {
        throw InputProblem(file: file, line: line, "\"\(setting.path)\": \(problem)")
      }
      if !text.isEmpty { return .text(text) }
    }
    throw problem(text, near: [])
  }

  // MARK: Several values

  private func list(_ node: Node) throws(InputProblem) -> SettingValue {
    guard let nodes = node.sequence else {
      if let scalar = node.scalar, !Self.isNull(scalar) { throw problem(scalar.string, near: []) }
      throw problem(node.mapping == nil ? "has no value" : "is a mapping")
    }
    var texts: [String] = []
    for element in nodes {
      guard let scalar = element.scalar, !Self.isNull(scalar) else {
        throw problem("has an entry that is no single value", line: element.mark?.line)
      }
      let text = scalar.string
      switch setting.kind {
      case .choices(let words) where !words.contains(text): throw problem(text, near: words, line: element.mark?.line)
      case .texts(ScenarioSection.layerName, _):
        if let problem = TieReader.problem(withLayerName: text) {
          throw InputProblem(file: file, line: element.mark?.line, "\"\(setting.path)\": \(problem)")
        }
      case .rising:
        guard scalar.style == .plain, let number = Numerals.number(text), number.magnitude <= FieldText.largestNumber
        else { throw problem("has \"\(text)\"", line: element.mark?.line) }
      default: break
      }
      if texts.contains(text) {
        throw InputProblem(
          file: file, line: element.mark?.line ?? line,
          "\"\(setting.path)\" has \"\(text)\" twice; each once was expected")
      }
      texts.append(text)
    }
    guard setting.kind == .rising else {
      if texts.isEmpty, case .texts(_, isNeeded: true) = setting.kind { throw problem("is empty") }
      return .texts(texts)
    }
    let numbers = texts.compactMap(Numerals.number)
    if numbers.isEmpty { throw problem("is empty") }
    for (one, next) in zip(numbers, numbers.dropFirst()) where one >= next {
      throw problem("goes from \(Numerals.plain(one)) to \(Numerals.plain(next))")
    }
    return .numbers(numbers)
  }

  private func weights(_ node: Node) throws(InputProblem) -> [String: Double] {
    var weights: [String: Double] = [:]
    for (name, value, line) in try mapping(node, keys: []).entries {
      if let problem = TieReader.problem(withLayerName: name) { throw InputProblem(file: file, line: line, problem) }
      weights[name] = try number(value, "\(setting.path).\(name)", .zeroOrMore, line: line)
    }
    if weights.values.allSatisfy({ $0 == 0 }) {
      throw InputProblem(file: file, line: line, "\"\(setting.path)\" has no weight above 0; one at least was expected")
    }
    return weights
  }

  private func laws(
    _ node: Node, _ standard: Scenario.DeedRule.Law
  ) throws(InputProblem) -> [String: Scenario.DeedRule.Law] {
    var laws: [String: Scenario.DeedRule.Law] = [:]
    for (group, value, line) in try mapping(node, keys: []).entries {
      var law = standard
      let path = "\(setting.path).\(group)"
      for (key, value, line) in try mapping(value, keys: ["rate", "mean", "sd"], path: path).entries {
        switch key {
        case "rate": law.rate = try number(value, "\(path).rate", ScenarioSection.deedRate, line: line)
        case "mean": law.mean = try number(value, "\(path).mean", .any, line: line)
        default: law.sd = try number(value, "\(path).sd", .zeroOrMore, line: line)
        }
      }
      if laws.updateValue(law, forKey: group) != nil {
        throw InputProblem(file: file, line: line, "group \"\(group)\" stands there twice; each once was expected")
      }
    }
    return laws
  }

  private func mapping(_ node: Node, keys: [String], path: String? = nil) throws(InputProblem) -> YAMLMapping {
    var first: InputProblem?
    let mapping = try YAMLMapping(
      node, file: file, what: "\"\(path ?? setting.path)\"", keys: keys, report: { if first == nil { first = $0 } })
    if let first { throw first }
    return mapping
  }

  private func number(
    _ node: Node, _ path: String, _ bounds: SettingBounds, line: Int
  ) throws(InputProblem) -> Double {
    if let scalar = node.scalar, scalar.style == .plain, let number = Numerals.number(scalar.string),
      number.magnitude <= FieldText.largestNumber, bounds.contains(number)
    {
      return number
    }
    throw InputProblem(
      file: file, line: line,
      "\"\(path)\" is \"\(node.scalar?.string ?? "no single value")\"; \(SettingKind.number(bounds).expected) was expected"
    )
  }

  // MARK: Messages

  private func problem(_ text: String, near words: [String], line: Int? = nil) -> InputProblem {
    let meant = NearestWord.hint(
      NearestWord.nearest(to: text, among: words + (setting.absence.map { [$0.word] } ?? [])))
    return problem("is \"\(text)\"\(meant)", line: line)
  }

  private func problem(_ what: String, line: Int? = nil) -> InputProblem {
    var expected = setting.kind.expected
    if let absence = setting.absence { expected += "\(expected.hasSuffix(",") ? "" : ",") or \(absence.word)," }
    return InputProblem(
      file: file, line: line ?? self.line, "\"\(setting.path)\" \(what); \(expected) was expected")
  }
}
