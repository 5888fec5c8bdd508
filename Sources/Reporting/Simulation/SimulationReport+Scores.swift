import GraphModel
import Simulation

extension SimulationReport {
  /// What happened to the mean score, and where the points came from.
  func scores(_ first: PeriodRecord, _ last: PeriodRecord) -> String {
    let own = records.map { Optional($0.own.mean) }
    let lead = verdict(
      own, smallest: smallestScore, up: "Own scores are higher: ", down: "Own scores are lower: ",
      same: "Own scores are about as high as they were: ")
    let unseen = findings.rules.announcement.map { $0 > periods } ?? true ? ", which nobody saw," : ""
    let unit = MainSeries.Unit.points(decimals)
    return
      "\(lead ?? "")\(lead == nil ? "The mean own score" : "their mean") \(went(own, unit)), that of public scores\(unseen) \(went(records.map(\.publicScores.mean), unit)). The spread (sd) of own scores \(went(records.map(\.own.sd), unit)).\(sources)"
  }

  /// Where points came from, a person; empty in period 0.
  private var sources: String {
    guard periods > 0, findings.people > 0 else { return "" }
    let rows = moved.filter { $0.points != 0 }
    guard !rows.isEmpty else { return " No rule moved an own score." }
    let parts = rows.map { ($0.title, signedScore($0.points / Double(findings.people))) }
    let seen = parts.filter { $0.1.contains { $0 != "0" && $0 != "." } }
    guard !seen.isEmpty else { return " No rule moved own scores much." }
    return " Points a person: \(seen.map { "\($0.0) \($0.1)" }.joined(separator: ", "))."
  }
}
