import Foundation
import Simulation

extension SimulationReport {
  /// What happened to sorting: how alike friends are in own scores.
  func sorting(_ first: PeriodRecord, _ last: PeriodRecord) -> String {
    let own = records.map(\.ownSorting.assortativity)
    let layer = TextTable.cut(findings.mainLayer, to: 24)
    guard own.contains(where: { $0 != nil }) else {
      return "Not told: over ties of \(layer), \(reasonWithoutSorting(last)). \(changes)"
    }
    let lead = verdict(
      own, smallest: smallestCorrelation, up: "Friends are more alike in own scores: ",
      down: "Friends are less alike in own scores: ", same: "Friends are about as alike in own scores as they were: ")
    let what = lead == nil ? "The assortativity of own scores" : "the assortativity"
    var text = "\(lead ?? "")\(what) over ties of \(layer) \(went(own, .correlation))\(chance(last))."
    if last.ownSorting.assortativity == nil { text += " At the end it is not defined: \(reasonWithoutSorting(last))." }
    let shown = records.map(\.publicSorting.assortativity)
    if shown.contains(where: { $0 != nil }) {
      text += " Of public scores, which settle on these very ties, it \(went(shown, .correlation))."
    }
    return text + " " + changes
  }

  /// How far from 0 the assortativity of unrelated scores lies.
  ///
  /// Its standard deviation is about `1 / sqrt(ties)` where all ties weigh the same, and more otherwise. A rule of thumb, from
  /// the variance of Moran's I on a graph in which all have as many ties; not from the literature.
  private func chance(_ last: PeriodRecord) -> String {
    guard let layer = findings.layers.firstIndex(of: findings.mainLayer),
      last.ties.counts.indices.contains(layer), last.ties.counts[layer] > 0
    else { return "" }
    let deviation = 1 / Double(last.ties.counts[layer]).squareRoot()
    let digits = max(2, Int(-log10(deviation).rounded(.down)))
    return "; unrelated scores give about 0, give or take \(NumberText.fixed(deviation, digits)) or more"
  }

  private var changes: String {
    guard isOn("rewiring") else { return "No tie was dropped or made by choice: no rule of rewiring is on." }
    guard periods > 0 else { return "No tie has changed yet." }
    let (dropped, made) = Self.changes(records)
    let how = findings.rules.rewiring == "blind" ? "at random" : "by choice"
    // What comes of noise alone, where no tie costs or brings a score.
    let floor = findings.twins.first { $0.twin == .network }.map { twin in
      let changes = Self.changes(twin.records)
      return
        " (\(NumberText.count(changes.dropped)) and \(NumberText.count(changes.made)) in the twin where the network pulls nobody)"
    }
    return
      "\(NumberText.count(dropped, "tie was", "ties were")) dropped \(how) and \(NumberText.count(made)) made\(floor ?? "")."
  }

  private static func changes(_ records: [PeriodRecord]) -> (dropped: Int, made: Int) {
    records.reduce(into: (dropped: 0, made: 0)) { sum, record in
      sum.dropped += record.ties.dropped
      sum.made += record.ties.made
    }
  }
}
