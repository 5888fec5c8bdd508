import Analysis
import Compute
import GraphModel
import Simulation

/// Takes down what an experiment asks of a run, while it goes on.
struct OutcomeCollector {
  private let outcomes: [Outcome]
  /// The names of the numbers that are kept of every period.
  private let kept: [String]
  private let keepsGroups: Bool
  /// The numbers of every period by their names.
  private let measures: [String: PeriodMeasure]
  /// For each outcome of groups, their values so far.
  private var groups: [GroupTrack?]

  /// Looks at a run in period 0.
  ///
  /// - Throws: `badData` for an outcome that the society has nothing for.
  init(_ experiment: Experiment, _ run: SimulationRun) throws(ReadingError) {
    outcomes = experiment.outcomes
    keepsGroups = experiment.keepsOutcomeSeries
    var kept: [String] = []
    if experiment.keepsOutcomeSeries {
      for outcome in outcomes {
        if case .period(let name) = outcome.measure, !kept.contains(name) { kept.append(name) }
      }
    }
    for name in experiment.series where !kept.contains(name) { kept.append(name) }
    self.kept = kept
    let measures = run.society.periodMeasures
    self.measures = Dictionary(measures.map { ($0.name, $0) }) { one, _ in one }
    for name in kept + outcomes.compactMap(\.periodName) where self.measures[name] == nil {
      throw Self.unknown("\"\(name)\"", name, among: measures.map(\.name), "a number of periods.csv")
    }
    groups = []
    for outcome in outcomes { try groups.append(GroupTrack(outcome, run.society)) }
    try checkRows(run)
    see(run)
  }

  private static func unknown(
    _ what: String, _ word: String, among words: [String], _ kind: String
  ) -> ReadingError {
    ReadingError(
      .badData,
      [
        InputProblem(
          file: "outcomes",
          "there is no \(what)\(NearestWord.hint(NearestWord.nearest(to: word, among: words))) in this society; \(kind) was expected: \(words.joined(separator: ", "))"
        )
      ])
  }

  /// Whether each line of `measures.csv` that is asked for is there, and only one.
  private func checkRows(_ run: SimulationRun) throws(ReadingError) {
    for outcome in outcomes {
      guard case .row(let name, _, _, _, _) = outcome.measure else { continue }
      let named = run.measures.filter { $0.measure == name }
      if named.isEmpty {
        var names: [String] = []
        for row in run.measures where !names.contains(row.measure) { names.append(row.measure) }
        names += measures.keys.sorted()
        throw Self.unknown("measure \"\(name)\"", name, among: names, "a measure")
      }
      let matching = named.filter(outcome.measure.matches)
      guard matching.count != 1 else { continue }
      let choices = (matching.isEmpty ? named : matching).map { row in
        var parts: [String] = []
        if !row.of.isEmpty { parts.append("of: \(row.of)") }
        if !row.on.isEmpty { parts.append("on: \(row.on)") }
        if !row.by.isEmpty { parts.append("by: \(row.by)") }
        if let weighted = row.weighted { parts.append("weighted: \(weighted)") }
        return "{\(parts.joined(separator: ", "))}"
      }
      throw ReadingError(
        .badData,
        [
          InputProblem(
            file: "outcomes",
            "outcome \"\(outcome.name)\" is \(outcome.measure), of which there are \(matching.count); one was expected: \(choices.joined(separator: ", "))"
          )
        ])
    }
  }

  /// Takes down the period that has just ended.
  mutating func see(_ run: SimulationRun) {
    for (position, outcome) in outcomes.enumerated() {
      if outcome.followsPeriods || run.isOver { groups[position]?.see(run.society) }
    }
  }

  /// What the run came to.
  func result(of run: SimulationRun) -> RunResult {
    var values: [RunResult.Value] = []
    var series: [RunResult.Series] = []
    for (position, outcome) in outcomes.enumerated() {
      if let track = groups[position] {
        for (group, numbers) in zip(track.names, track.numbers) {
          values.append(outcome.value(of: numbers, upTo: run.period, position: position, group: group))
          if keepsGroups, outcome.followsPeriods {
            series.append(
              RunResult.Series(
                name: outcome.name, group: group, values: (0...run.period).map { numbers[$0] ?? nil }))
          }
        }
      } else {
        values.append(outcome.value(of: numbers(of: outcome, run), upTo: run.period, position: position, group: ""))
      }
    }
    for name in kept {
      guard let measure = measures[name] else { continue }
      series.append(RunResult.Series(name: name, group: "", values: run.records.map(measure.value)))
    }
    return RunResult(values: values, series: series, course: run.course.kind, periods: run.period)
  }

  /// The numbers of an outcome that is not of groups, by period; a period without an entry was not measured.
  private func numbers(of outcome: Outcome, _ run: SimulationRun) -> [Int: Double?] {
    func records(_ twin: Scenario.Twin?) -> [PeriodRecord] {
      guard let twin else { return run.records }
      return run.twins.first { $0.twin == twin }?.records ?? []
    }
    switch outcome.measure {
    case .period(let name):
      guard let measure = measures[name] else { return [:] }
      var numbers: [Int: Double?] = [:]
      for record in records(outcome.twin) { numbers[record.period] = measure.value(record) }
      if let lessTwin = outcome.lessTwin {
        for record in records(lessTwin) {
          guard let one = numbers[record.period] ?? nil, let other = measure.value(record) else {
            numbers[record.period] = .some(nil)
            continue
          }
          numbers[record.period] = one - other
        }
      }
      return numbers
    case .row:
      var numbers: [Int: Double?] = [:]
      for row in run.measures where outcome.measure.matches(row) { numbers[row.period] = .some(row.value) }
      return numbers
    case .group: return [:]
    }
  }
}

extension Outcome {
  /// The name of the number of periods that it measures, if it is one.
  var periodName: String? {
    if case .period(let name) = measure { name } else { nil }
  }

  /// The outcome of a run.
  ///
  /// - Parameters:
  ///   - numbers: the measure's numbers by period.
  ///   - last: the last period.
  func value(of numbers: [Int: Double?], upTo last: Int, position: Int, group: String) -> RunResult.Value {
    func missing(_ reason: String) -> RunResult.Value {
      RunResult.Value(outcome: position, group: group, value: nil, missing: reason)
    }
    func found(_ value: Double) -> RunResult.Value {
      value.isFinite
        ? RunResult.Value(outcome: position, group: group, value: value, missing: nil) : missing("not a finite number")
    }
    guard let periods = window.periods(upTo: last) else { return missing("the run ended in period \(last)") }
    var start = 0.0
    if isChange {
      guard let first = numbers[0] ?? nil else { return missing("undefined in period 0") }
      start = first
    }
    let defined = periods.compactMap { period -> (period: Int, value: Double)? in
      (numbers[period] ?? nil).map { (period, $0 - start) }
    }
    guard !defined.isEmpty else {
      return missing(
        periods.count == 1 ? "undefined in period \(periods.lowerBound)" : "undefined in all these periods")
    }
    let values = defined.map(\.value)
    switch reduction {
    case .mean: return found(values.compensatedMean)
    case .sum: return found(values.compensatedSum)
    case .lowest: return found(values.min() ?? 0)
    case .highest: return found(values.max() ?? 0)
    case .firstAbove(let limit):
      return defined.first { $0.value > limit }.map { found(Double($0.period)) } ?? missing("never above")
    case .firstBelow(let limit):
      return defined.first { $0.value < limit }.map { found(Double($0.period)) } ?? missing("never below")
    }
  }
}
