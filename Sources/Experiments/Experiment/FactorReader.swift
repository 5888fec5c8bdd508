import GraphModel
import Simulation
import Yams

/// A factor with what each of its levels changes.
struct VariedFactor {
  let factor: Factor
  /// The changes of each level; empty for a range that is sampled.
  let changes: [[ScenarioChange]]
  /// The line of its name.
  let line: Int

  /// The paths of the settings that it varies.
  var paths: Set<String> { Set(changes.joined().map(\.path) + (factor.setting.map { [$0] } ?? [])) }

  /// The changes that a value makes.
  func changes(of value: FactorValue, file: String) -> [ScenarioChange] {
    if let level = value.level { return changes[level] }
    return [ScenarioChange(factor.setting ?? factor.name, plain: value.text, file: file, line: line)]
  }
}

/// Reads the factors of an experiment file.
struct FactorReader {
  let file: String
  let folder: String
  let design: Experiment.Design

  private var samples: Bool {
    switch design {
    case .grid, .oneAtATime: false
    case .latinHypercube, .sobol: true
    }
  }

  /// The factors; each that cannot be read is reported and left out.
  func factors(_ node: Node, report: (InputProblem) -> Void) throws(InputProblem) -> [VariedFactor] {
    let mapping = try YAMLMapping(node, file: file, what: "\"factors\"", keys: [], report: report)
    var factors: [VariedFactor] = []
    var seen: Set<String> = []
    for (name, value, line) in mapping.entries {
      // Factors are columns of tables, where capitals do not tell names apart.
      if !seen.insert(name.lowercased()).inserted {
        report(InputProblem(file: file, line: line, "factor \"\(name)\" stands there twice but for capitals"))
        continue
      }
      do throws(InputProblem) {
        factors.append(try factor(name, value, line))
      } catch {
        report(error)
      }
    }
    check(factors, report: report)
    if mapping.entries.isEmpty {
      throw InputProblem(file: file, line: node.mark?.line, "\"factors\" is empty; one factor at least was expected")
    }
    return factors
  }

  /// Settings that the study itself decides on, or that change no number.
  private static let reserved: Set<String> = ["name", "seed", "twins", "output"]

  /// Reports factors that vary what another one does, or what the study decides on.
  private func check(_ factors: [VariedFactor], report: (InputProblem) -> Void) {
    func meet(_ one: String, _ other: String) -> Bool {
      one == other || one.hasPrefix(other + ".") || other.hasPrefix(one + ".")
    }
    for (position, factor) in factors.enumerated() {
      for path in factor.paths.sorted() {
        if let taken = Self.reserved.first(where: { path == $0 || path.hasPrefix($0 + ".") }) {
          report(
            InputProblem(
              file: file, line: factor.line,
              "factor \"\(factor.factor.name)\" varies \"\(path)\"; a study sets \"\(taken)\" itself, so another setting was expected"
            ))
        }
        for other in factors[..<position] {
          guard let clash = other.paths.sorted().first(where: { meet($0, path) }) else { continue }
          report(
            InputProblem(
              file: file, line: factor.line,
              "factors \"\(other.factor.name)\" and \"\(factor.factor.name)\" both vary \"\(clash.count < path.count ? clash : path)\"; each setting in one factor was expected, or arms that say what goes together"
            ))
        }
      }
    }
  }

  private func factor(_ name: String, _ node: Node, _ line: Int) throws(InputProblem) -> VariedFactor {
    guard !name.isEmpty, name.utf8.count <= 64,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) })
    else {
      throw InputProblem(
        file: file, line: line,
        "\"\(name)\" is no name of a factor; letters from a to z, digits, \"_\", \"-\" and \".\" were expected")
    }
    if node.sequence != nil { return try listed(name, name, node, line) }
    let mapping = try checked(node, "factors.\(name)", ["setting", "values", "arms", "from", "to", "count", "scale"])
    let setting = try mapping.text("setting") ?? name
    let forms = ["values", "arms", "from"].filter { mapping.node($0) != nil }
    guard forms.count == 1, let form = forms.first else {
      throw InputProblem(
        file: file, line: line, "factor \"\(name)\" needs one of \"values\", \"arms\", or \"from\" and \"to\"")
    }
    if form != "from", let odd = ["to", "count", "scale"].first(where: { mapping.node($0) != nil }) {
      throw InputProblem(
        file: file, line: mapping.line(odd), "\"factors.\(name).\(odd)\" belongs to a range, with \"from\" and \"to\"")
    }
    switch form {
    case "values": return try listed(name, setting, mapping.node("values") ?? node, line)
    case "arms":
      if mapping.node("setting") != nil {
        throw InputProblem(
          file: file, line: mapping.line("setting"),
          "\"factors.\(name)\" has arms, which name their settings themselves; no \"setting\" was expected")
      }
      return try arms(name, mapping.node("arms") ?? node, line)
    default: return try range(name, setting, mapping, line)
    }
  }

  private func checked(_ node: Node, _ path: String, _ keys: [String]) throws(InputProblem) -> YAMLMapping {
    var first: InputProblem?
    let mapping = try YAMLMapping(
      node, file: file, what: "\"\(path)\"", keys: keys, report: { if first == nil { first = $0 } })
    if let first { throw first }
    return mapping
  }

  /// Values of one setting.
  private func listed(_ name: String, _ setting: String, _ node: Node, _ line: Int) throws(InputProblem) -> VariedFactor
  {
    guard let nodes = node.sequence, !nodes.isEmpty else {
      throw InputProblem(file: file, line: line, "\"factors.\(name)\" has no values; a list of them was expected")
    }
    var levels: [Factor.Level] = []
    var changes: [[ScenarioChange]] = []
    for value in nodes {
      guard let scalar = value.scalar else {
        throw InputProblem(
          file: file, line: value.mark?.line ?? line,
          "\"factors.\(name)\" has a value that is no single one; \"arms\" can change anything")
      }
      let number = scalar.style == .plain ? Numerals.number(scalar.string) : nil
      levels.append(Factor.Level(label: scalar.string, number: number))
      changes.append([ScenarioChange(setting, value, file: file, line: value.mark?.line ?? line, folder: folder)])
    }
    try checkOnce(levels.map(\.label), name, line)
    return VariedFactor(
      factor: Factor(name: name, setting: setting, levels: levels, range: nil), changes: changes, line: line)
  }

  /// Levels that change settings of their own.
  private func arms(_ name: String, _ node: Node, _ line: Int) throws(InputProblem) -> VariedFactor {
    let arms = try checked(node, "factors.\(name).arms", [])
    var levels: [Factor.Level] = []
    var changes: [[ScenarioChange]] = []
    for (label, value, line) in arms.entries {
      levels.append(Factor.Level(label: label, number: nil))
      if let scalar = value.scalar, scalar.string.isEmpty || scalar.string == "none" || scalar.string == "~" {
        changes.append([])
        continue
      }
      let settings = try checked(value, "factors.\(name).arms.\(label)", [])
      changes.append(
        settings.entries.map { ScenarioChange($0.key, $0.value, file: file, line: $0.line, folder: folder) })
      _ = line
    }
    if levels.isEmpty {
      throw InputProblem(file: file, line: line, "\"factors.\(name).arms\" is empty; one arm at least was expected")
    }
    return VariedFactor(
      factor: Factor(name: name, setting: nil, levels: levels, range: nil), changes: changes, line: line)
  }

  /// A range of one setting.
  private func range(
    _ name: String, _ setting: String, _ mapping: YAMLMapping, _ line: Int
  ) throws(InputProblem) -> VariedFactor {
    guard let low = try mapping.number("from"), let high = try mapping.number("to"), low < high else {
      throw InputProblem(
        file: file, line: mapping.line("to") ?? mapping.line("from"),
        "\"factors.\(name)\" needs a number \"to\" above that of \"from\"")
    }
    let scale = try mapping.text("scale") ?? "linear"
    guard scale == "linear" || scale == "log" else {
      throw InputProblem(
        file: file, line: mapping.line("scale"), "\"factors.\(name).scale\" is \"\(scale)\"; linear or log was expected"
      )
    }
    if scale == "log", low <= 0 {
      throw InputProblem(
        file: file, line: mapping.line("from"),
        "\"factors.\(name)\" goes from \(Numerals.plain(low)) on a log scale; a number above 0 was expected")
    }
    let isWhole = Scenario.settings.first { $0.path == setting }.map(\.kind.isWhole) ?? false
    if isWhole, low != low.rounded() || high != high.rounded() {
      throw InputProblem(
        file: file, line: line, "\"factors.\(name)\" is a whole number; whole ends of its range were expected")
    }
    let range = Factor.Range(low: low, high: high, isLogarithmic: scale == "log", isWhole: isWhole)
    let count = try mapping.number("count")
    if samples {
      if count != nil {
        throw InputProblem(
          file: file, line: mapping.line("count"),
          "\"factors.\(name).count\" belongs to the designs grid and one-at-a-time; \"points\" says how many are sampled"
        )
      }
      return VariedFactor(
        factor: Factor(name: name, setting: setting, levels: [], range: range), changes: [], line: line)
    }
    guard let count, count == count.rounded(), (2...10_000).contains(count) else {
      throw InputProblem(
        file: file, line: mapping.line("count") ?? line,
        "\"factors.\(name)\" needs a \"count\", how many values from \(Numerals.plain(low)) to \(Numerals.plain(high)) are run, 2 or more"
      )
    }
    let numbers = range.values(Int(count)).map { value in
      // 0.30000000000000004 is what nobody means.
      Numerals.number(Factor.short(value)) ?? value
    }
    let levels = numbers.map { Factor.Level(label: Numerals.plain($0), number: $0) }
    try checkOnce(levels.map(\.label), name, line)
    return VariedFactor(
      factor: Factor(name: name, setting: setting, levels: levels, range: nil),
      changes: levels.map { [ScenarioChange(setting, plain: $0.label, file: file, line: line)] }, line: line)
  }

  private func checkOnce(_ labels: [String], _ name: String, _ line: Int) throws(InputProblem) {
    var seen: Set<String> = []
    for label in labels where !seen.insert(label).inserted {
      throw InputProblem(
        file: file, line: line, "\"factors.\(name)\" has \"\(label)\" twice; each value once was expected")
    }
  }
}

extension SettingKind {
  /// Whether only whole numbers are taken.
  fileprivate var isWhole: Bool {
    switch self {
    case .whole, .seed: true
    default: false
    }
  }
}
