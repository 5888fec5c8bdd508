import Foundation
import Testing

@testable import Experiments
@testable import Reporting

struct StudyChartTests {
  private static func charts(_ findings: StudyFindings) -> [Chart] {
    let charts = StudyCharts(findings)
    return charts.families.flatMap(charts.charts) + charts.series
  }

  private static func names(_ name: String) -> [String] { charts(MadeUpStudy.named(name)).map(\.id) }

  @Test(arguments: [
    ("one number", ["levels-gap", "differences-gap", "course-gap"]),
    ("two numbers", ["levels-gap", "heat-gap", "effects-gap"]),
    ("arms", ["levels-gap", "differences-gap", "course-gap"]),
    ("arms twice", ["levels-gap", "heat-gap", "effects-gap", "differences-gap"]),
    ("three factors", ["levels-gap", "effects-gap", "differences-gap", "course-gap"]),
    ("four factors", ["cells-gap", "effects-gap"]),
    ("one at a time", ["levels-gap", "differences-gap", "course-gap"]),
    ("latin hypercube", ["coefficients-gap", "scatter-gap"]), ("latin hypercube with arms", ["scatter-gap"]),
    ("sobol", ["sobol-gap", "scatter-gap"]), ("no factor", ["spread-gap", "course-gap"]),
    ("one replicate", ["levels-gap", "heat-gap", "effects-gap", "differences-gap"]), ("undefined", []),
    ("all failed", []), ("groups", ["levels-score", "differences-score"]),
  ])
  func `Charts follow the design`(name: String, expected: [String]) { #expect(Self.names(name) == expected) }

  @Test func `Every mark of every chart lies within its picture`() {
    for (name, findings) in MadeUpStudy.all {
      for chart in Self.charts(findings) {
        for drawing in [chart.wide, chart.narrow].compactMap(\.self) {
          #expect(Self.beyond(drawing) == [], "\(name): \(chart.id), \(drawing.width)")
        }
      }
    }
  }

  /// Marks whose place, or whose text, reaches beyond the picture.
  private static func beyond(_ drawing: Drawing) -> [String] {
    drawing.marks.split(separator: "\n").map(String.init).filter { mark in
      func numbers(_ names: [String]) -> [Double] {
        names.compactMap { name in
          mark.firstRange(of: " \(name)=\"").flatMap { Double(mark[$0.upperBound...].prefix { $0 != "\"" }) }
        }
      }
      let (x, y) = (numbers(["x", "cx", "x1", "x2"]), numbers(["y", "cy", "y1", "y2"]))
      let isInside =
        x.allSatisfy { (-0.1...drawing.width + 0.1).contains($0) }
        && y.allSatisfy { (-0.1...drawing.height + 0.1).contains($0) }
      guard mark.hasPrefix("<text"), let start = x.first else { return !isInside }
      let text = mark.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      // A narrow estimate, as the checks in a browser measure the letters themselves.
      let width = MarkupText.width(String(text)) * 6
      let left = mark.contains("\"end\"") ? start - width : mark.contains("\"middle\"") ? start - width / 2 : start
      return !isInside || left < -2 || left + width > drawing.width + 2
    }
  }

  @Test func `Ink on a colour can be read`() {
    func luminance(_ colour: Colour) -> Double {
      func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
      return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }
    for step in 0...50 {
      let colour = ScoreColours.ramp(Double(step) / 50)
      let (one, other) = (luminance(colour), luminance(colour.inkOn))
      #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5)
    }
  }

  @Test func `A factor whose levels are ratios has a logarithmic axis, another one has not`() throws {
    let chart = try #require(StudyCharts(MadeUpStudy.named("two numbers")).layout)
    #expect(chart.across == 0 || chart.across == 1)
    let ratios = MadeUpStudy.of([MadeUpStudy.numbers("review", [0.01, 0.1, 1])]) { ($0[0].number ?? 0) + 0.1 * $1 }
    let drawing = try #require(Self.charts(ratios).first).wide
    let dots = drawing.marks.split(separator: "\n").filter { $0.hasPrefix("<circle") }.compactMap { mark in
      mark.firstRange(of: "cx=\"").flatMap { Double(mark[$0.upperBound...].prefix { $0 != "\"" }) }
    }
    #expect(dots.count == 3 && (dots[1] - dots[0] - (dots[2] - dots[1])).magnitude < 0.3)
  }

  @Test func `Many points are thinned, and the caption says so`() throws {
    let chart = ScatterChart(
      factors: [.init(name: "a", values: (0..<3_000).map(Double.init))], outcome: (0..<3_000).map { Double($0 % 7) },
      value: "gap", digits: Digits(decimals: 1), mostPoints: 1_000)
    #expect(chart.stride == 3)
    #expect(chart.drawing(720).marks.components(separatedBy: "<circle").count - 1 == 1_000 + 8)
  }

  @Test func `Names of outcomes that come out alike have places of their own`() {
    var taken: Set<String> = []
    #expect(
      ["a_b", "a-b", "A b", "..."].map { StudyCharts.place($0, &taken) } == ["a-b", "a-b-2", "a-b-3", "outcome"])
  }
}
