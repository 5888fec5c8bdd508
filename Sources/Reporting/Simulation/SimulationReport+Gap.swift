import Analysis
import Simulation

extension SimulationReport {
  /// What happened to the gap between the communities of period 0.
  func gap(_ first: PeriodRecord, _ last: PeriodRecord) -> String {
    let own = records.map(\.ownSorting.betweenFirst)
    guard own.contains(where: { $0 != nil }) else { return "Not told: \(reasonWithoutGap(first))." }
    // A share can grow while means come nearer, if people inside come nearer still.
    let apart = (last.ownSorting.gapFirst ?? 0) - (first.ownSorting.gapFirst ?? 0)
    let lead = verdict(
      own, smallest: smallestShare,
      up: apart < 0
        ? "Communities account for more of the variance, but their means are nearer: "
        : "The gap between communities is wider: ",
      down: apart > 0
        ? "Communities account for less of the variance, but their means are further apart: "
        : "The gap between communities is narrower: ",
      same: "The gap between communities is about as wide as it was: ")
    let chance = chanceShare.map { "; chance alone gives \(NumberText.percent($0))" } ?? ""
    var text =
      "\(lead ?? "")\(lead == nil ? "The" : "the") share of the variance of own scores that lies between the communities of period 0 \(went(own, .share))\(chance)."
    if last.ownSorting.betweenFirst == nil { text += " At the end it is not defined." }
    let points = records.map(\.ownSorting.gapFirst)
    if points.contains(where: { $0 != nil }) {
      text += " In points, the distance from the lowest to the highest mean \(went(points, .points(decimals)))."
    }
    let shown = records.map(\.publicSorting.betweenFirst)
    if shown.contains(where: { $0 != nil }) {
      text += " Of public scores, which show exposure and not sorting, the share \(went(shown, .share))."
    }
    return text
  }

  /// The share between the communities of period 0 if own scores were dealt out at random.
  private var chanceShare: Double? {
    findings.measures.first {
      $0.period == 0 && $0.measure == "variance_between_share" && $0.of == "own_score" && $0.by == "first_community"
    }?.expected
  }

  private func reasonWithoutGap(_ first: PeriodRecord) -> String {
    guard let look = findings.looks.first else { return "communities were not looked for" }
    switch look.communities {
    case 0: return "period 0 has no community, as nobody has a tie"
    case 1: return "period 0 has one community only"
    default: return first.own.sd == 0 ? "all own scores are equal" : "the scores of people in communities do not differ"
    }
  }
}
