import Experiments

extension StudyReport {
  /// Every outcome in a sentence or two, under its name.
  var answers: [String] {
    let shown = shownOutcomes
    guard !shown.isEmpty else { return [] }
    let widest = min(24, shown.map { TextTable.cut($0.title, to: 24).count }.max() ?? 0) + 2
    let lines = shown.flatMap { outcome in
      let name = TextTable.cut(outcome.title, to: 24)
      return Paragraph.lines(answer(outcome), width: page.width, first: "  " + name.padded(to: widest)).enumerated().map
      {
        $0 > 0 ? $1 : "  " + page.ink.paint(name, .accent) + $1.dropFirst(2 + name.count)
      }
    }
    let left = findings.outcomes.count - shown.count
    var notes: [String] = []
    if left > 0 {
      notes.append(
        "\(NumberText.count(left, "more group")) \(left == 1 ? "is" : "are") on the page and in the database.")
    }
    if !hasCells {
      notes.append(
        "Tables of \(NumberText.count(findings.cells.count, "cell")) are left out below: the page has them, and so has \"graph-tool study STUDY --list results --csv\"."
      )
    }
    return [page.heading("ANSWERS", "what intervals support, no more"), ""] + lines
      + (notes.isEmpty ? [] : page.note(notes.joined(separator: " ")))
  }

  /// What came of an outcome: no more than intervals and differences support.
  func answer(_ outcome: OutcomeFindings) -> String {
    guard isDefined(outcome) else { return undefined(outcome) }
    let runs = outcome.cells.reduce(0) { $0 + $1.runs }
    let defined = outcome.cells.reduce(0) { $0 + ($1.summary?.n ?? 0) }
    guard defined < runs else { return sentence(outcome) }
    let count = "Defined in \(NumberText.count(defined)) of \(NumberText.count(runs, "run"))"
    if let whole = restsOnWholeReplicates(outcome) {
      let told = sentence(outcome)
      let inner = told.prefix(1).lowercased() + told.dropFirst()
      return
        "Over the \(NumberText.count(whole)) of \(NumberText.count(findings.replicates, "replicate")) with a number in every cell: \(inner) \(count); cells and differences below use all of them."
    }
    return "\(sentence(outcome)) \(count): means are of those alone."
  }

  /// How many replicates what is said of several factors rests on, where some lack a number in a cell; `nil` elsewhere.
  private func restsOnWholeReplicates(_ outcome: OutcomeFindings) -> Int? {
    guard findings.design == .grid, findings.factors.count > 1, constant(outcome) == nil,
      let effects = outcome.mainEffects, effects.missing > 0, effects.wholeReplicates > 1
    else { return nil }
    return effects.wholeReplicates
  }

  private func sentence(_ outcome: OutcomeFindings) -> String {
    if let constant = constant(outcome) {
      let runs = outcome.cells.allSatisfy { $0.runs == $0.summary?.n ?? 0 }
      return
        "It is \(constant) in every run\(runs ? findings.cells.count > 1 ? " of every cell" : "" : " that has a number")."
    }
    if let same = sameEverywhere(outcome) { return same }
    if findings.cells.count == 1 || findings.factors.isEmpty { return alone(outcome) }
    switch findings.design {
    case .latinHypercube: return regressed(outcome)
    case .sobol: return decomposed(outcome)
    case .grid, .oneAtATime:
      let profiles = profiles(outcome).filter { $0.levels.count > 1 }
      return profiles.isEmpty ? extremes(outcome) : told(profiles, of: outcome)
    }
  }

  /// Why there is nothing to say.
  private func undefined(_ outcome: OutcomeFindings) -> String {
    let runs = outcome.cells.reduce(0) { $0 + $1.runs }
    guard runs > 0 else {
      return findings.runs.failed > 0 && findings.runs.done == 0
        ? "Nothing is known: no run succeeded." : "Nothing is known: no run with this outcome is done."
    }
    return "It is not defined in any of \(NumberText.count(runs, "run")): \(reasons(outcome))."
  }

  /// What there is to say where all cells have one mean.
  private func sameEverywhere(_ outcome: OutcomeFindings) -> String? {
    guard findings.cells.count > 1, isUnmoved(outcome), let summary = outcome.cells.first?.summary else { return nil }
    let digits = digits(outcome)
    return
      "Nothing that varies changes it: the mean is \(digits.text(summary.mean))\(summary.t.map { " (\(level) interval \(digits.range($0)))" } ?? "") in every cell."
  }

  /// Whether all cells have one mean, up to rounding.
  func isUnmoved(_ outcome: OutcomeFindings) -> Bool {
    let means = outcome.cells.compactMap { $0.summary?.mean }
    guard means.count == outcome.cells.count, let low = means.min(), let high = means.max() else { return false }
    return high - low <= 1e-12 * max(low.magnitude, high.magnitude)
  }

  /// The one number that all runs have, if they do.
  func constant(_ outcome: OutcomeFindings) -> String? {
    let there = outcome.cells.compactMap(\.summary)
    guard let value = there.first?.lowest, there.allSatisfy({ $0.lowest == value && $0.highest == value }),
      there.reduce(0, { $0 + $1.n }) > 1
    else { return nil }
    return Digits([], values: [value]).text(value)
  }

  /// Of a single cell.
  private func alone(_ outcome: OutcomeFindings) -> String {
    guard let summary = outcome.cells.lazy.compactMap(\.summary).first else { return "" }
    let digits = digits(outcome)
    guard let interval = summary.t else {
      return "It is \(digits.text(summary.mean)) in one run; how much of that is chance cannot be told."
    }
    return
      "The mean over \(NumberText.count(summary.n, "run")) is \(digits.text(summary.mean)) (\(level) interval \(digits.range(interval)))\(interval.contains(0) ? "; 0 lies inside" : "")."
  }

  /// The lowest and the highest cell, where no factor can be looked at alone.
  private func extremes(_ outcome: OutcomeFindings) -> String {
    let there = outcome.cells.indices.filter { outcome.cells[$0].summary != nil }
    func mean(_ cell: Int) -> Double { outcome.cells[cell].summary?.mean ?? 0 }
    guard let low = there.min(by: { mean($0) < mean($1) }), let high = there.max(by: { mean($0) < mean($1) }),
      low != high
    else {
      return there.first.map { "Only \(name(of: $0)) has a number: \(self.digits(outcome).text(mean($0)))." } ?? ""
    }
    let digits = digits(outcome)
    let text =
      "Means of cells go from \(digits.text(mean(low))) (\(name(of: low))) to \(digits.text(mean(high))) (\(name(of: high)))"
    guard let one = outcome.cells[low].summary?.t, let other = outcome.cells[high].summary?.t else {
      return text + "; how much of that is chance cannot be told from one run."
    }
    return text + (one.high < other.low ? "; their intervals are apart." : "; their intervals overlap.")
  }
}
