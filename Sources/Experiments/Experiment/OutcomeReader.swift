import GraphModel
import Simulation
import Yams

/// Reads the outcomes of an experiment file.
struct OutcomeReader {
  private let file: String

  private static let keys = [
    "measure", "of", "on", "by", "weighted", "statistic", "at", "last", "from", "to", "take", "above", "below",
    "change", "twin", "less_twin",
  ]

  /// Reads all outcomes.
  ///
  /// - Parameter log: is told of what is wrong.
  static func outcomes(_ node: Node?, line: Int?, file: String, _ log: inout ProblemLog) -> [Outcome] {
    guard let node else {
      log.add(
        InputProblem(
          file: file,
          "there are no outcomes; \"outcomes\" with what is asked of each run was expected, such as \"gap: own_gap_first\""
        ))
      return []
    }
    let reader = OutcomeReader(file: file)
    var outcomes: [Outcome] = []
    do throws(InputProblem) {
      var odd: [InputProblem] = []
      let mapping = try YAMLMapping(node, file: file, what: "\"outcomes\"", keys: [], report: { odd.append($0) })
      odd.forEach { log.add($0) }
      if mapping.entries.isEmpty {
        throw InputProblem(file: file, line: line, "\"outcomes\" is empty; one outcome at least was expected")
      }
      for (name, value, line) in mapping.entries {
        do throws(InputProblem) { outcomes.append(try reader.outcome(name, value, line)) } catch { log.add(error) }
      }
    } catch {
      log.add(error)
    }
    return outcomes
  }

  private func outcome(_ name: String, _ node: Node, _ line: Int) throws(InputProblem) -> Outcome {
    guard !name.isEmpty, name.utf8.count <= 64,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }),
      name != "difference"
    else {
      throw InputProblem(
        file: file, line: line,
        "\"\(name)\" is no name of an outcome; letters from a to z, digits, \"_\" and \"-\" were expected")
    }
    if let scalar = node.scalar {
      guard !scalar.string.isEmpty else {
        throw InputProblem(file: file, line: line, "outcome \"\(name)\" has no measure, such as own_gap_first")
      }
      return Outcome(
        name: name, measure: try measure(scalar.string, nil, line), window: .end, reduction: .mean, isChange: false,
        twin: nil, lessTwin: nil)
    }
    var first: InputProblem?
    let mapping = try YAMLMapping(
      node, file: file, what: "outcome \"\(name)\"", keys: Self.keys, report: { if first == nil { first = $0 } })
    if let first { throw first }
    guard let measureName = try mapping.text("measure") else {
      throw InputProblem(file: file, line: line, "outcome \"\(name)\" has no \"measure\", such as own_gap_first")
    }
    let measured = try measure(measureName, mapping, line)
    let twin = try mapping.choice("twin", of: Scenario.Twin.self)
    let lessTwin = try mapping.choice("less_twin", of: Scenario.Twin.self)
    if twin != nil || lessTwin != nil {
      guard case .period = measured else {
        throw InputProblem(
          file: file, line: mapping.line(twin == nil ? "less_twin" : "twin"),
          "outcome \"\(name)\": twins have the numbers of periods.csv only, and \"\(measureName)\" is none")
      }
    }
    let reduction = try reduction(mapping, name)
    var window = try window(mapping, name)
    if case .firstAbove = reduction, window == .end { window = .range(from: 0, to: nil) }
    if case .firstBelow = reduction, window == .end { window = .range(from: 0, to: nil) }
    return Outcome(
      name: name, measure: measured, window: window, reduction: reduction,
      isChange: try mapping.flag("change") ?? false,
      twin: twin, lessTwin: lessTwin)
  }

  private func measure(_ name: String, _ mapping: YAMLMapping?, _ line: Int) throws(InputProblem) -> OutcomeMeasure {
    let by = try mapping?.text("by")
    if let value = OutcomeMeasure.PersonValue(rawValue: name), let mapping, let by {
      let statistic = try mapping.choice("statistic", of: OutcomeMeasure.GroupStatistic.self) ?? .mean
      if let odd = ["of", "on", "weighted"].first(where: { mapping.node($0) != nil }) {
        throw InputProblem(
          file: file, line: mapping.line(odd), "\"\(odd)\" does not go with \"\(name)\" of groups of people")
      }
      return .group(value, statistic, by: by)
    }
    if let mapping, mapping.node("statistic") != nil {
      let values = OutcomeMeasure.PersonValue.allCases.map(\.rawValue).joined(separator: ", ")
      throw InputProblem(
        file: file, line: mapping.line("statistic"),
        "\"statistic\" is of the people of groups: \"by\" and one of \(values) were expected")
    }
    let (of, on) = (try mapping?.text("of"), try mapping?.text("on"))
    let weighted = try mapping?.flag("weighted")
    if of == nil, on == nil, by == nil, weighted == nil, PeriodMeasure.isKnown(name) { return .period(name) }
    return .row(measure: name, of: of, on: on, by: by, weighted: weighted)
  }

  private func whole(_ mapping: YAMLMapping, _ key: String, least: Int) throws(InputProblem) -> Int? {
    guard let number = try mapping.number(key) else { return nil }
    guard number == number.rounded(), number >= Double(least), number <= 1e9 else {
      throw InputProblem(
        file: file, line: mapping.line(key),
        "\"\(key)\" is \"\(Numerals.plain(number))\"; a whole number of \(least) or more was expected")
    }
    return Int(number)
  }

  private func window(_ mapping: YAMLMapping, _ name: String) throws(InputProblem) -> Outcome.Window {
    let last = try whole(mapping, "last", least: 1)
    let (from, to) = (try whole(mapping, "from", least: 0), try whole(mapping, "to", least: 0))
    let at = try mapping.text("at")
    guard [last != nil, from != nil || to != nil, at != nil].count(where: { $0 }) <= 1 else {
      throw InputProblem(
        file: file, line: mapping.line("at") ?? mapping.line("last"),
        "outcome \"\(name)\" has several of \"at\", \"last\" and \"from\" with \"to\"; one was expected")
    }
    if let last { return .last(last) }
    if from != nil || to != nil {
      if let from, let to, from > to {
        throw InputProblem(
          file: file, line: mapping.line("to"),
          "outcome \"\(name)\" goes from period \(from) to \(to); \(from) or more was expected")
      }
      return .range(from: from ?? 0, to: to)
    }
    guard let at, at != "end" else { return .end }
    guard let period = try? whole(mapping, "at", least: 0) else {
      throw InputProblem(
        file: file, line: mapping.line("at"), "\"at\" is \"\(at)\"; end or a period, 0 or more, was expected")
    }
    return .period(period)
  }

  private func reduction(_ mapping: YAMLMapping, _ name: String) throws(InputProblem) -> Outcome.Reduction {
    let (above, below) = (try mapping.number("above"), try mapping.number("below"))
    let take = try mapping.text("take")
    guard [above != nil, below != nil, take != nil].count(where: { $0 }) <= 1 else {
      throw InputProblem(
        file: file, line: mapping.line("take") ?? mapping.line("below"),
        "outcome \"\(name)\" has several of \"take\", \"above\" and \"below\"; one was expected")
    }
    if let above { return .firstAbove(above) }
    if let below { return .firstBelow(below) }
    switch take {
    case nil, "mean": return .mean
    case "sum": return .sum
    case "lowest": return .lowest
    case "highest": return .highest
    default:
      throw InputProblem(
        file: file, line: mapping.line("take"),
        "\"take\" is \"\(take ?? "")\"; mean, sum, lowest or highest was expected")
    }
  }
}

extension PeriodMeasure {
  /// Whether a name is one of every society, or of a layer or tier that some have.
  static func isKnown(_ name: String) -> Bool {
    let isOfSome = name.hasPrefix("ties_") || (name.hasPrefix("tier_") && Int(name.dropFirst(5)) != nil)
    return isOfSome || all(layers: [], mainLayer: "", tiers: 0).contains { $0.name == name }
  }
}
