import Experiments

extension StudyReport {
  /// All that is printed of an outcome beside its answer.
  func section(_ outcome: OutcomeFindings) -> [String] {
    let lines = [page.heading(outcome.title.uppercased(), place(of: outcome))] + page.prose(meaning(outcome))
    guard isDefined(outcome) else { return lines + page.note(undefinedNote(outcome)) }
    if constant(outcome) != nil { return lines + page.prose(answer(outcome)) }
    let parts =
      isUnmoved(outcome) && findings.cells.count > 1
      ? [cells(outcome)] : [cells(outcome), differences(outcome), mainEffects(outcome), sensitivity(outcome)]
    return lines
      + parts.filter { !$0.isEmpty }
      .flatMap { [""] + $0 }
  }

  /// Which of the outcomes it is.
  private func place(of outcome: OutcomeFindings) -> String {
    guard findings.outcomes.count > 1, let place = findings.outcomes.firstIndex(of: outcome) else { return "outcome" }
    return "outcome \(place + 1) of \(findings.outcomes.count)"
  }

  /// What an outcome is.
  func meaning(_ outcome: OutcomeFindings) -> String {
    let group = outcome.group.isEmpty ? "" : "; the group \(Self.shown(outcome.group, 40))"
    return Self.shown(outcome.meaning, 300) + group + "."
  }

  private func undefinedNote(_ outcome: OutcomeFindings) -> String {
    let runs = outcome.cells.reduce(0) { $0 + $1.runs }
    return runs == 0 ? "No run is done." : "Not defined in any run: \(reasons(outcome))."
  }

  // MARK: Numbers that are missing

  /// Why numbers are missing, over all cells: `never above: 12 of 40`.
  func reasons(_ outcome: OutcomeFindings) -> String {
    let runs = outcome.cells.reduce(0) { $0 + $1.runs }
    var counts: [String: Int] = [:]
    for cell in outcome.cells { counts.merge(cell.missing) { $0 + $1 } }
    let sorted = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    let words = sorted.prefix(4).map {
      "\(Self.shown($0.key, 60)): \(NumberText.count($0.value)) of \(NumberText.count(runs))"
    }
    return words.joined(separator: "; ") + (sorted.count > 4 ? "; other reasons" : "")
  }

  /// Where numbers are missing, as a sentence; `nil` if none is.
  func missingNote(_ outcome: OutcomeFindings) -> String? {
    let cells = outcome.cells.filter { !$0.missing.isEmpty }
    guard !cells.isEmpty else { return nil }
    return
      "Missing in \(NumberText.count(cells.count, "cell")): \(reasons(outcome)) runs. Means and intervals are of the other runs alone: cells that differ in what is missing are hard to compare."
  }
}
