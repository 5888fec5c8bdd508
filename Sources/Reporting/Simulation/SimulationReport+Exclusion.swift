import Simulation

extension SimulationReport {
  /// Who was left out: listed, or without ties.
  func exclusion(_ first: PeriodRecord, _ last: PeriodRecord) -> String {
    "\(listing) \(isolation(first, last))"
  }

  private var listing: String {
    guard let exclusion = findings.exclusion else { return "There is no blacklist." }
    guard exclusion.ever > 0 else { return "Nobody was ever on the blacklist." }
    let was = exclusion.ever == 1 ? "was" : "were"
    let again = exclusion.again > 0 ? ", \(NumberText.count(exclusion.again)) of them more than once" : ""
    let now = exclusion.now > 0 ? "\(peopleAndShare(exclusion.now)) in the last period" : "nobody in the last period"
    return "\(peopleAndShare(exclusion.ever)) \(was) on the blacklist at some time\(again), \(now)."
  }

  private func isolation(_ first: PeriodRecord, _ last: PeriodRecord) -> String {
    guard last.isolated > 0 || first.isolated > 0 else { return "Everyone has a tie that counts." }
    let now = last.isolated == 0 ? "Nobody" : peopleAndShare(last.isolated)
    let has = last.isolated > 1 ? "have" : "has"
    let tie = last.isolated == 0 ? "is without a tie that counts" : "\(has) no tie that counts"
    guard periods > 0 else { return "\(now) \(tie)." }
    return
      "\(now) \(tie), \(first.isolated == last.isolated ? "as at first" : "\(NumberText.count(first.isolated)) at first")."
  }
}
