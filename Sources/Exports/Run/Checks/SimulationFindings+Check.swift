import Analysis
import GraphModel
import Simulation

extension SimulationFindings {
  /// Checks that a report can be made of them.
  func check() throws(ValueProblem) {
    try ValueProblem.notNegative([people], of: "people")
    try ValueProblem.within("scale", scale.check())
    try ValueProblem.numbers(cuts, of: "cuts")
    try ValueProblem.rising(cuts, of: "cuts")
    try ValueProblem.notNegative([horizon], of: "horizon")
    try ValueProblem.require(!records.isEmpty, "records", "it is empty")
    try check(records)
    try ValueProblem.each(of: twins, "twins") { (twin) throws(ValueProblem) in
      try ValueProblem.length(twin.records.count, of: "records", is: records.count)
      try check(twin.records)
    }
  }

  private func check(_ records: [PeriodRecord]) throws(ValueProblem) {
    try ValueProblem.require(
      records.indices.allSatisfy { records[$0].period == $0 }, "records", "their periods do not count from 0")
    try ValueProblem.each(of: records, "records") { (record) throws(ValueProblem) in
      try record.check(tiers: cuts.count + 1, layers: layers.count, people: people)
    }
  }
}

extension PeriodRecord {
  /// Checks that it can be told.
  ///
  /// - Parameters:
  ///   - size: how many tiers there are.
  ///   - layers: how many layers there are.
  ///   - people: how many people there are.
  func check(tiers size: Int, layers: Int, people: Int) throws(ValueProblem) {
    try ValueProblem.within("own", own.check())
    try ValueProblem.within("public_scores", publicScores.check())
    try ValueProblem.length(ties.counts.count, of: "ties.counts", is: layers)
    try ValueProblem.notNegative(ties.counts, of: "ties.counts")
    try ValueProblem.length(tiers.count, of: "tiers", is: size)
    try ValueProblem.counts(tiers, of: "tiers", addUpTo: people)
    // Before period 0 nobody had a tier.
    if period == 0, flows.isEmpty { return }
    try ValueProblem.table(flows, of: "flows", size: size, people: people)
  }
}

extension PeriodRecord.Moments {
  /// Checks that they can be told.
  func check() throws(ValueProblem) {
    try ValueProblem.numbers([mean], of: "mean")
    try ValueProblem.numbers([sd], of: "sd")
    try ValueProblem.require(sd >= 0, "sd", "it is negative")
    try ValueProblem.numbers([lowest], of: "lowest")
    try ValueProblem.numbers([highest], of: "highest")
  }
}
