import GraphModel
import Simulation

extension SimulationReport {
  /// Five findings in words.
  ///
  /// The gap, sorting, scores, exclusion, and what caused them.
  var happened: [String] {
    guard !answers.isEmpty else { return [] }
    let lines = answers.flatMap { label, text in
      Paragraph.lines(text, width: page.width, first: "  " + label.padded(to: 11)).enumerated().map { place, line in
        place > 0 ? line : "  " + page.ink.paint(label, .accent) + line.dropFirst(2 + label.count)
      }
    }
    return [page.heading("WHAT HAPPENED", periods == 0 ? "period 0 alone" : "from period 0 to \(periods)"), ""] + lines
      + page.note(caveat)
  }

  /// The same as text under five words.
  var answers: [(label: String, text: String)] {
    guard let first = records.first, let last = findings.last else { return [] }
    return [
      ("gap", gap(first, last)), ("sorting", sorting(first, last)), ("scores", scores(first, last)),
      ("exclusion", exclusion(first, last)), ("causes", causes(last)),
    ]
  }

  /// What one run cannot tell.
  var caveat: String {
    let seed = "One seed is one draw: another one gives other numbers, so run several before believing a difference."
    guard periods > 0 else { return seed }
    let least = NumberText.plain(smallestScore)
    return seed
      + " \"About\" is a change of less than 1pp (percentage point), 0.02 of an assortativity, or \(least) points of a score."
  }

  // MARK: Changes in words

  /// From where to where a number went: `went from 0.412 to 0.318 (-0.094)`.
  func went(_ values: [Double?], _ unit: MainSeries.Unit) -> String {
    let series = MainSeries(title: "", unit: unit, values: values)
    guard let first = values.first ?? nil, let last = series.last else {
      return missingEnds(series)
    }
    if values.count < 2 { return "is \(series.text(last))" }
    if isUnmoved(values) { return "stayed at \(series.text(last))" }
    return "went from \(series.text(first)) to \(series.text(last)) (\(series.change(last - first)))"
  }

  /// What is known of a number that is not defined at the first or the last period.
  private func missingEnds(_ series: MainSeries) -> String {
    guard let ends = Sparkline.ends(series.values) else { return "is not defined" }
    return series.last == nil
      ? "was \(series.text(ends.last)) when it was last defined"
      : "is \(series.text(ends.last)), and was not defined at first"
  }

  /// Whether a number is the same in all periods, up to rounding.
  private func isUnmoved(_ values: [Double?]) -> Bool {
    let there = values.compactMap(\.self)
    guard let low = there.min(), let high = there.max() else { return true }
    return high - low <= 1e-9 * max(low.magnitude, high.magnitude)
  }

  /// The word for a change: one if it is large enough, else that things are about as they were.
  ///
  /// - Returns: `nil` if there is no change to speak of, as a number is not defined or no period has gone by.
  func verdict(_ values: [Double?], smallest: Double, up: String, down: String, same: String) -> String? {
    guard periods > 0, let first = values.first ?? nil, let last = values.last ?? nil else { return nil }
    if isUnmoved(values) { return same.replacing("about ", with: "") }
    let change = last - first
    return change.magnitude < smallest ? same : change > 0 ? up : down
  }

  /// The smallest change of a share that is called one.
  var smallestShare: Double { 0.01 }
  /// The smallest change of a correlation that is called one.
  var smallestCorrelation: Double { 0.02 }
  /// The smallest change of a score that is called one, in points.
  var smallestScore: Double { scale.width / 100 }
}
