import Analysis
import GraphModel
import Simulation

/// The charts of one simulation, made of findings and a portrait alone.
struct SimulationCharts: Sendable {
  let findings: SimulationFindings
  let portrait: SimulationPortrait?
  /// The colours of scores.
  let colours: ScoreColours
  /// Words for what is charted.
  let report: SimulationReport

  init(_ findings: SimulationFindings, _ portrait: SimulationPortrait?) {
    self.findings = findings
    self.portrait = portrait
    report = SimulationReport(findings, width: 100, ink: .plain)
    let own = findings.records.first?.own
    let (mean, sd) = (own?.mean ?? findings.scale.low, own?.sd ?? 0)
    // About the tenth and the ninetieth percentile, where scores are about normal.
    colours = ScoreColours(
      low: max(own?.lowest ?? mean, mean - 1.28 * sd), high: min(own?.highest ?? mean, mean + 1.28 * sd),
      on: findings.scale)
  }

  var records: [PeriodRecord] { findings.records }
  var periods: [Int] { records.map(\.period) }
  var decimals: Int { NumberText.decimals(forWidth: findings.scale.width) }
  func score(_ value: Double) -> String { NumberText.fixed(value, decimals) }

  /// From where to where a number went, as a clause.
  func went(_ values: [Double?], _ unit: MainSeries.Unit) -> String { report.went(values, unit) }

  /// The period of the announcement, if there is one after period 0.
  var announcement: [SeriesChart.Mark] {
    guard let period = findings.rules.announcement, period > 0, period <= (periods.last ?? 0) else { return [] }
    return [SeriesChart.Mark(period: period, text: "scores public")]
  }

  /// The twins that a chart shows beside the run: at most two.
  var shownTwins: [SimulationFindings.TwinFindings] { Array(findings.twins.prefix(2)) }
}
