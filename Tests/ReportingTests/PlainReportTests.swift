import Analysis
import Foundation
import GraphModel
import Propagation
import Simulation
import Testing

@testable import Reporting

struct PlainReportTests {
  private static func town() -> Society { Fixture.town(name: String(repeating: "long town ", count: 14)) }

  private static var read: ReadSociety { ReadSociety(society: town(), notices: Fixture.notices, files: []) }

  /// Every report on one society, in ASCII or not.
  private static func texts(isPlain: Bool, width: Int) throws -> [(name: String, text: String)] {
    let findings = try Fixture.findings(town(), notices: Fixture.notices) {
      $0.groupColumns = ["house"]
      $0.tested = .all
      $0.localPermutations = 19
    }
    let settings = AnalysisSettings()
    let settled = try SettledSociety(read, settings)
    let description = try SocietyDescription(read, settings)
    let search = try CommunitySearch(read, settings)
    let shock = try Shock(
      [.shift(person: "person 1", points: -100)], settled, grouping: settled.grouping(by: nil, orCommunities: true),
      top: 5)
    let influence = InfluenceReport(width: width, ink: .plain, isPlain: isPlain)
    return [
      (
        "analyze",
        TextReport(findings, width: width, ink: .plain, isPlain: isPlain).text(
          command: "graph-tool analyze town", folder: "town.run",
          files: [TextReport.File(path: "run.json", content: "what was run")], leftOut: ["something"])
      ),
      ("describe --by", MeasureReport(findings, width: width, ink: .plain, isPlain: isPlain).text()),
      ("describe", DescriptionReport(description, width: width, ink: .plain, isPlain: isPlain).text()),
      ("communities", CommunityReport(search.findings, width: width, ink: .plain, isPlain: isPlain).text(file: "x")),
      ("shock", ShockReport(shock.findings, width: width, ink: .plain, isPlain: isPlain).text(file: "x")),
      ("influence", influence.text(try InfluenceFindings.of(settled, top: 5).findings)),
    ]
  }

  @Test(arguments: [72, 80, 120])
  func `In ASCII every report is ASCII`(width: Int) throws {
    for (name, text) in try Self.texts(isPlain: true, width: width) {
      let strange = text.filter { !$0.isASCII }
      #expect(strange.isEmpty, "\(name): \(strange)")
      #expect(text.contains("~") || name == "shock", "\(name): the long name is cut")
    }
  }

  @Test func `Otherwise pictures are Unicode`() throws {
    let text = try Self.texts(isPlain: false, width: 80)[0].text
    #expect(["█", "├", "●", "…"].allSatisfy { text.contains($0) })
  }

  @Test func `A spread in ASCII has the same form`() {
    #expect(
      Bars.spread(low: 0, high: 10, own: 3, public: 6, over: 0...10, width: 11, isPlain: true) == "|--o--*---|")
  }

  @Test func `Names from data stay as they are`() throws {
    let findings = try Fixture.findings(Fixture.town(ids: { "Zoë \($0)" }))
    #expect(TextReport(findings, width: 80, ink: .plain, isPlain: true).text().contains("Zoë"))
  }

  @Test func `Tiers are a matrix of shares, the darker the more`() throws {
    let page = Page(width: 80, ink: .plain)
    let table = try #require(
      TierMatrix([[3, 1], [0, 0]], names: ["low", "high"], corner: "own, public", page).table)
    #expect(
      page.lines(table) == [
        "  own, public     high      low",
        "  high               -        -",
        "  low          25.0% ▒  75.0% █",
      ])
  }

  @Test func `Columns of a wide matrix are numbers, and one that is still too wide is left out`() throws {
    let page = Page(width: 72, ink: .plain)
    func matrix(_ tiers: Int) -> TextTable? {
      let counts = (0..<tiers).map { row in (0..<tiers).map { $0 == row ? 1 : 0 } }
      return TierMatrix(counts, names: (0..<tiers).map { "tier number \($0)" }, corner: "own, public", page).table
    }
    #expect(try #require(matrix(5)).lines(.plain, width: 72)[0].hasSuffix("5         4         3         2         1"))
    #expect(matrix(20) == nil)
  }
}
