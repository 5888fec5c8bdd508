import Experiments

extension StudyReport {
  /// Runs that failed, the first of them with their reasons.
  var failures: [String] {
    let count = findings.runs.failed
    guard count > 0 else { return [] }
    let shown = findings.failures.prefix(20)
    var messages: [String] = []
    for failure in shown where !messages.contains(failure.message) { messages.append(failure.message) }
    let lines = messages.flatMap { message in
      let these = shown.filter { $0.message == message }
      let places = these.prefix(3).map { failure in
        let cell = findings.cells.firstIndex { $0.cell == failure.cell }.map(name(of:)) ?? String(failure.cell)
        return "\(TextTable.cut(cell, to: 40)), replicate \(failure.replicate)"
      }
      let more = these.count > 3 ? "; and \(NumberText.count(these.count - 3)) more" : ""
      let text = "\(places.joined(separator: "; "))\(more): \(MarkupText.visible(message))"
      let words = text.split(separator: " ").map { TextTable.cut(String($0), to: page.width - 6) }
      return Paragraph.lines(words.joined(separator: " "), width: page.width, first: "  - ")
    }
    return [page.heading("RUNS THAT FAILED", NumberText.count(count)), ""] + lines
      + page.note(
        (count > shown.count ? "\(NumberText.count(count - shown.count)) more failed. " : "")
          + "They are left out above, as if they had never been. --retry makes them again.")
  }

  /// What to be careful about.
  var cautions: [String] {
    let words = cautionSentences
    guard !words.isEmpty else { return [] }
    return [page.heading("WHAT TO BE CAREFUL ABOUT"), ""]
      + words.flatMap { Paragraph.lines($0, width: page.width, first: "  - ") }
  }

  /// The same, a sentence or two each.
  var cautionSentences: [String] {
    [multiplicity, fewReplicates, unfinished, missing, sample, interpolation, noise].compactMap(\.self)
  }

  /// How many intervals there are, and how many of them miss.
  private var multiplicity: String? {
    let outcomes = findings.outcomes
    let cells = outcomes.reduce(0) { $0 + $1.cells.count { ($0.summary?.t?.width ?? 0) > 0 } }
    let differences = outcomes.flatMap(\.differences).compactMap(\.difference).filter { ($0.t?.width ?? 0) > 0 }
    let others = outcomes.reduce(0) { sum, outcome in
      let estimates =
        (outcome.sobol.map { $0.first + $0.total } ?? []) + (outcome.regression?.coefficients ?? [])
      let effects = findings.factors.count > 1 ? outcome.mainEffects?.factors.flatMap(\.levels) ?? [] : []
      return sum + estimates.count { $0.interval != nil } + effects.count { $0.interval != nil }
    }
    let all = cells + differences.count + others
    guard all > 0 else { return nil }
    let misses = Double(all) * (1 - findings.level)
    var text =
      "There \(all == 1 ? "is one interval" : "are \(NumberText.count(all)) intervals") in this study. One of level \(level) misses its number \(Self.oneIn(1 - findings.level)) by chance"
    text += misses >= 1 ? ": expect about \(NumberText.fixed(misses, 0)) of them to." : "."
    let tested = differences.filter { $0.pValue != nil }
    if tested.count > 1 {
      let below = tested.count { ($0.pValue ?? 1) < 0.05 }
      text +=
        " Of \(NumberText.count(tested.count)) differences \(below == 0 ? "none" : NumberText.count(below)) \(below < 2 ? "has" : "have") p below .05; by chance alone \(Self.about(0.05 * Double(tested.count))) would. The extremes of many are the most flattered."
    }
    return text
  }

  private static func about(_ count: Double) -> String {
    count < 1 ? "less than one" : "about \(NumberText.fixed(count, 0))"
  }

  private static func oneIn(_ share: Double) -> String { "\(Drawing.number(100 * share, 2))% of the time" }

  private var fewReplicates: String? {
    let sizes = findings.outcomes.flatMap(\.cells).compactMap { $0.summary?.n }
    guard let most = sizes.max() else { return nil }
    if most == 1 {
      return isSampled
        ? "One run a point: chance is part of the scatter."
        : "One run a cell: there are no intervals, and any difference may be chance. Ask for more replicates."
    }
    guard let least = sizes.min(), least < 30 else { return nil }
    return
      "Some cells have \(least == 1 ? "one number" : "\(least) numbers") only. Below 30 or so, bootstrap intervals cover less often than they say; Student's are right as far as numbers are about normal."
  }

  private var unfinished: String? {
    let open = findings.runs.waiting + findings.runs.running
    guard open > 0 else { return nil }
    return
      "\(NumberText.count(open, "run")) of \(NumberText.count(findings.runs.all)) \(open == 1 ? "is" : "are") not made yet: all numbers may change."
  }

  private var missing: String? {
    let isPartly = findings.outcomes.contains { outcome in
      isDefined(outcome) && outcome.cells.contains { !$0.missing.isEmpty }
    }
    guard findings.runs.failed > 0 || isPartly else { return nil }
    return
      "Runs that failed\(isPartly ? " or have no number" : "") are left out. If that depends on what is varied, what is left is no fair sample."
  }

  private var sample: String? {
    guard findings.societies == .one, findings.outcomes.contains(where: isDefined) else { return nil }
    return
      "All replicates begin with one society: intervals tell what chance does in it, and nothing about other societies."
  }

  private var interpolation: String? {
    guard findings.design == .oneAtATime, findings.factors.count > 1 else { return nil }
    return "One factor at a time: what factors do together is not looked at, and effects hold at the base alone."
  }

  private var noise: String? {
    guard case .sobol = findings.design else { return nil }
    return findings.randomNumbers == .common
      ? "Points share their random numbers: the indices are of what settings do with these numbers. Bootstrap intervals count points of the sequence as independent and are rather too wide."
      : "Every run has random numbers of its own: their chance counts as variance that goes with no factor alone, and raises the totals."
  }
}
