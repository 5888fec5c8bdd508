import Simulation

extension SimulationReport {
  /// How much of it the rewiring caused, or what other twins show.
  func causes(_ last: PeriodRecord) -> String {
    guard periods > 0 else { return "Nothing has happened yet that could have a cause." }
    var sentences = isOn("rewiring") ? rewiringCauses(last) : []
    if let twin = twin(.announcement) {
      sentences.append("The announcement (with minus without it): \(effect(twin, last)). \(perPerson(twin)).")
    } else if let period = findings.rules.announcement, period > 0, period <= periods {
      sentences.append("What the announcement caused is not told: there is no twin without it (twins: [announcement]).")
    }
    if !isOn("rewiring") {
      let others = findings.twins.filter { ![.rewiring, .blind, .announcement].contains($0.twin) }
      sentences += others.prefix(2).map { "\(name($0.twin)) (with minus without): \(effect($0, last))." }
    }
    return sentences.isEmpty
      ? "Not told: no twin with a rule off ran beside (twins)." : sentences.joined(separator: " ")
  }

  private func rewiringCauses(_ last: PeriodRecord) -> [String] {
    let without = twin(.rewiring).map { "The rewiring (with minus without it): \(effect($0, last))." }
    let blind = twin(.blind).map {
      "Choosing ties (instead of changes at random): \(effect($0, last))."
    }
    return [
      without ?? "What the rewiring caused is not told: there is no twin without it (twins: [rewiring]).", blind,
    ].compactMap { $0 }
  }

  private func twin(_ twin: Scenario.Twin) -> SimulationFindings.TwinFindings? {
    findings.twins.first { $0.twin == twin }
  }

  private func name(_ twin: Scenario.Twin) -> String {
    switch twin {
    case .rewiring: "The rewiring"
    case .announcement: "The announcement"
    case .network: "The pull of the network"
    case .blacklist: "The blacklist"
    case .rewards: "The rewards"
    case .effort: "Effort"
    case .blind: "Choosing ties"
    }
  }

  /// The main differences to a twin in the last period.
  private func effect(_ twin: SimulationFindings.TwinFindings, _ last: PeriodRecord) -> String {
    guard let other = twin.records.last else { return "not known" }
    var words: [String] = []
    func add(_ title: String, _ unit: MainSeries.Unit, _ one: Double?, _ other: Double?) {
      guard let one, let other else { return }
      words.append("\(title) \(MainSeries(title: title, unit: unit, values: []).change(one - other))")
    }
    add("assortativity of own scores", .correlation, last.ownSorting.assortativity, other.ownSorting.assortativity)
    let isOwnSame =
      last.own == other.own && last.ownSorting.betweenFirst == other.ownSorting.betweenFirst
    if !isOwnSame {
      add("own share between communities", .share, last.ownSorting.betweenFirst, other.ownSorting.betweenFirst)
      add("mean own score", .points(decimals), last.own.mean, other.own.mean)
    }
    add("mean public score", .points(decimals), last.publicScores.mean, other.publicScores.mean)
    return list(words) + (isOwnSame ? "; own scores, and so the gap in them, are the same" : "")
  }

  /// What a rule did to single people.
  func perPerson(_ twin: SimulationFindings.TwinFindings) -> String {
    let same = findings.people - twin.gained - twin.lost
    guard twin.gained + twin.lost > 0 else { return "Everyone's public score is the same within the error bounds" }
    let others = same > 0 ? ", \(NumberText.count(same)) the same within the error bounds" : ""
    return
      "Public scores are \(score(twin.meanAbsoluteEffect)) points apart on average: here \(NumberText.count(twin.gained)) are higher and \(NumberText.count(twin.lost)) lower\(others)"
  }
}
