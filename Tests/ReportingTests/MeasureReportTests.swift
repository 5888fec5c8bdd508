import Analysis
import GraphModel
import Testing

@testable import Reporting

/// The page with every measure.
struct MeasureReportTests {
  private func text(
    _ society: Society = Fixture.town(), width: Int = 80, by: [String] = ["house"],
    _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> String {
    let findings = try Fixture.findings(society) { settings in
      settings.tested = .all
      settings.groupColumns = by
      change(&settings)
    }
    return MeasureReport(findings, width: width, ink: .plain).text()
  }

  @Test(arguments: [
    "THE GROUPS OF house", "HOW CLOSED ARE GROUPS?", "ARE FRIENDS ALIKE?", "HOW FAR APART ARE GROUPS?",
    "HOW UNEQUAL ARE SCORES?", "HOT AND COLD SPOTS", "WHO STAYS WHERE THEY WERE?", "DO DIVISIONS AGREE?",
    "HOW MUCH CONFLICT IS THERE?",
  ])
  func `Every section is there`(heading: String) throws {
    #expect(try text().contains(heading))
  }

  @Test(arguments: [72, 80, 120])
  func `No line is wider than the terminal`(width: Int) throws {
    let hostile = Fixture.town(
      name: String(repeating: "n", count: 300), ids: { String(repeating: "long ", count: 60) + "\($0)" },
      houses: String(repeating: "column ", count: 40), layers: [String(repeating: "f", count: 90), "transaction"])
    for society in [Fixture.town(), hostile] {
      let columns = society.people.attributes.map(\.name)
      let lines = try text(society, width: width, by: columns).split(separator: "\n")
      #expect(lines.filter { $0.count > width } == [])
    }
  }

  @Test func `Numbers are those of the findings`() throws {
    let findings = try Fixture.findings(Fixture.town()) { settings in
      settings.tested = .all
      settings.groupColumns = ["house"]
    }
    let text = MeasureReport(findings, width: 100, ink: .plain).text()
    let row = try #require(findings.measure("categorical_assortativity", on: "combined", by: "house"))
    let value = NumberText.fixed(row.value, 3)
    let chance = NumberText.fixed(row.expected, 3)
    #expect(text.contains(#/house +assortativity +/#))
    #expect(
      text.split(separator: "\n").contains { $0.contains("assortativity") && $0.contains(value) && $0.contains(chance) }
    )
  }

  @Test func `Without random societies numbers stand alone, and the page says so`() throws {
    let text = try text { $0.permutations = .count(0) }
    #expect(text.contains("No random societies were drawn"))
    #expect(!text.contains("HOT AND COLD SPOTS"))
  }

  @Test func `With rewired ties the page says so`() throws {
    #expect(try text { $0.null = .rewire }.replacing("\n  ", with: " ").contains("with the ties rewired"))
  }

  @Test func `A society without ties and one of one group still have a page`() throws {
    let lonely = Society(
      name: "lonely",
      people: People(ids: ["a", "b"], attributes: [AttributeColumn(name: "house", values: ["x", "x"])]), scale: .zhima,
      ownScores: [400, 500], layers: [Fixture.layer("friendship", people: 2, [])])
    #expect(try text(lonely).contains("THE GROUPS OF house"))
  }
}
