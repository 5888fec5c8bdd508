import Analysis
import GraphModel
import Propagation

extension TextReport {
  /// Below this p, a difference from chance is called one.
  private static let threshold = 0.05

  /// The answers to the claim in three sentences.
  ///
  /// Did scores close up, do people sort, is there a gap?
  var short: [String] {
    guard !shortSentences.isEmpty else { return [] }
    return [page.heading("IN SHORT"), ""]
      + shortSentences.flatMap { Paragraph.lines($0, width: page.width, first: "  - ") }
  }

  /// The same as sentences.
  var shortSentences: [String] {
    let own = findings.ownScores
    let other = findings.publicScores
    var sentences: [String] = []
    if findings.propagation.outcome == .notConverged {
      let bound = findings.propagation.errorBound.map { "may be off by \(NumberText.bound($0)) points" }
      sentences.append("NOT CONVERGED: public scores \(bound ?? "have no known error bound").")
    }
    if findings.propagation.signals != nil {
      sentences.append(
        "Public scores here are chances of being of the high type, spread over the scale: their spread is not to be compared with that of own scores."
      )
    } else if own.sd > 0 {
      let bound = findings.propagation.errorBound ?? 0
      let who =
        findings.propagation.isolates == .floor && findings.society.isolated > 0
        ? "The network, and the floor for people without ties,"
        : findings.propagation.model.isContraction ? "The network" : "The model"
      let change = "their spread (sd) went from \(score(own.sd)) to \(score(other.sd)) points"
      sentences.append(
        (other.sd - own.sd).magnitude <= bound
          ? "\(who) left the spread (sd) of scores as it was, \(score(own.sd)) points."
          : other.sd < own.sd ? "\(who) pulled scores together: \(change)." : "\(who) drove scores apart: \(change).")
    }
    if let shortMean { sentences.append(shortMean) }
    if let shortSorting { sentences.append(shortSorting) }
    if let shortGap { sentences.append(shortGap) }
    return sentences
  }

  /// Whether scores rose or fell as a whole.
  private var shortMean: String? {
    let (own, other) = (findings.ownScores.mean, findings.publicScores.mean)
    guard findings.propagation.signals == nil, (other - own).magnitude >= 0.01 * scale.width else { return nil }
    return
      "The mean \(other < own ? "fell" : "rose") by \(score((other - own).magnitude)) points, from \(score(own)) to \(score(other))."
  }

  /// Whether a number was found in nearly all random societies; of a few alone nothing is said.
  private func isSound(_ row: MeasureRow) -> Bool { 20 * (row.draws ?? 0) >= 19 * findings.draws }

  /// Whether people are tied to people with own scores like theirs.
  private var shortSorting: String? {
    let layers = findings.society.layers.filter { $0.share > 0 && $0.ties > 0 }
    guard let ground = layers.count == 1 ? layers.first?.name : "combined",
      let row = findings.measure("moran_i", of: "own_score", on: ground), isSound(row), let value = row.value,
      let p = row.p,
      let expected = row.expected
    else { return nil }
    let evidence =
      "(Moran's I \(NumberText.fixed(value, 3)), chance \(NumberText.fixed(expected, 3)), p \(NumberText.p(p)))"
    if p >= Self.threshold {
      return "Friends' own scores are as alike as chance would have it \(evidence): no sign of sorting at the 5% level."
    }
    return value > expected
      ? "Friends' own scores are more alike than chance \(evidence): ties and scores go together."
      : "Friends' own scores are less alike than chance \(evidence): opposites are tied."
  }

  /// Whether communities differ.
  private var shortGap: String? {
    guard let grouping = findings.groupings.first(where: { $0.by == "community" }), let before = grouping.shareBefore,
      let after = grouping.shareAfter,
      let row = findings.measure("variance_between_share", of: "public_score", by: "community"), isSound(row),
      let p = row.pHigh,
      let expected = row.expected
    else { return nil }
    let verdict =
      p < Self.threshold
      ? "more than the \(NumberText.percent(expected)) that the model gives by chance (one-sided p \(NumberText.p(p)))"
      : "no more than the model gives by chance (\(NumberText.percent(expected)), one-sided p \(NumberText.p(p)))"
    return
      "Communities account for \(NumberText.percent(before)) of the variance of own scores and \(NumberText.percent(after)) of that of public scores: \(verdict)."
  }
}
