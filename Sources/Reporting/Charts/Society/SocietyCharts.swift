import Analysis
import GraphModel

/// The charts of one society, made of findings and a portrait alone.
struct SocietyCharts: Sendable {
  let findings: Findings
  let portrait: Portrait?
  /// The colours of scores.
  let colours: ScoreColours

  init(_ findings: Findings, _ portrait: Portrait?) {
    self.findings = findings
    self.portrait = portrait
    colours = ScoreColours(findings.ownScores, on: findings.society.scale)
  }

  var scale: Scale { findings.society.scale }
  var decimals: Int { NumberText.decimals(forWidth: scale.width) }
  func score(_ value: Double) -> String { NumberText.fixed(value, decimals) }
  func signed(_ value: Double) -> String { NumberText.signed(value, decimals) }
  func people(_ count: Int) -> String { NumberText.count(count, "person", "people") }

  /// The name of a score on an axis, with its unit.
  static func axis(_ name: String) -> String { name + ", points" }
}
