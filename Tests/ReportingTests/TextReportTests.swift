import Analysis
import Foundation
import GraphModel
import Testing

@testable import Reporting

struct TextReportTests {
  private static let files = [
    TextReport.File(path: "run.json", content: "what was run, and every finding as data"),
    TextReport.File(path: "graph.graphml", content: "people and ties, for Gephi, networkx, igraph, Cytoscape"),
    TextReport.File(path: "communities.graphml", content: "the graph of communities"),
  ]

  private func report(
    _ society: Society = Fixture.town(), width: Int = 80, ink: Ink = .plain,
    _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> String {
    let findings = try Fixture.findings(society, notices: Fixture.notices, change)
    return TextReport(findings, width: width, ink: ink).text(
      folder: "town.run", files: Self.files, leftOut: ["graph.graphml (--no-graphml)"])
  }

  private func tooWide(_ report: String, _ width: Int) -> [Substring] {
    report.split(separator: "\n").filter { $0.count > width }
  }

  @Test(arguments: [72, 80, 120])
  func `No line is wider than the width`(width: Int) throws {
    #expect(tooWide(try report(width: width) { $0.groupColumns = ["house"] }, width) == [])
  }

  @Test func `Another engine is named beside the command, and needs no option of this one`() throws {
    let findings = try Fixture.findings(Fixture.town()) { $0.permutations = .count(0) }
    func text(_ engine: String) -> String {
      TextReport(findings, width: 80, ink: .plain, engine: engine).text(command: "graph-tool analyze town")
    }
    let lines = text("Computed on Apache Spark.").split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("THE COMMAND  ") && $0.hasSuffix("  Computed on Apache Spark.") })
    #expect(text("").contains("--permutations"))
    #expect(!text("Computed on Apache Spark.").contains("--permutations"))
  }

  @Test(arguments: [72, 80, 120])
  func `Long names make no line wider`(width: Int) throws {
    let long = String(repeating: "long-", count: 30)
    let society = Fixture.town(
      name: long, ids: { long + String($0) }, houses: long, layers: ["friendship_" + long, "transaction_" + long])
    #expect(tooWide(try report(society, width: width) { $0.groupColumns = [long] }, width) == [])
  }

  @Test(arguments: [72, 80, 120])
  func `Many layers make no line wider`(width: Int) throws {
    let layers = ["friendship"] + (1...7).map { "payments-of-kind-\($0)" }
    #expect(tooWide(try report(Fixture.town(layers: layers), width: width), width) == [])
  }

  @Test(arguments: [
    Scale.fifths(low: 0, high: 10_000_000), .fifths(low: -1_000_000, high: 1_000_000), .unit,
    .fifths(low: 0, high: 0.001), .fifths(low: 0, high: 50), .fifths(low: 300, high: 850.5),
  ])
  func `No scale makes a line wider`(scale: Scale) throws {
    for width in [72, 80] {
      #expect(
        tooWide(try report(Fixture.town(scale: scale), width: width) { $0.groupColumns = ["house"] }, width) == [])
    }
  }

  @Test(arguments: [72, 80])
  func `Closed groups make no line wider`(width: Int) throws {
    let text = try report(Fixture.directedCycle(of: 40), width: width) { $0.model = .deGroot }
    #expect(tooWide(text, width) == [])
  }

  @Test func `No line ends with a blank`() throws {
    let lines = try report { $0.groupColumns = ["house"] }.split(separator: "\n")
    #expect(lines.filter { $0.last == " " } == [])
  }

  @Test func `Plain ink has no escapes`() throws {
    #expect(!(try report().contains("\u{1B}")))
  }

  @Test func `Colour changes nothing but the colour`() throws {
    let escapes = /\u{1B}\[[0-9]+m/
    #expect(try report(ink: .colour).replacing(escapes, with: "") == report())
  }

  @Test func `Every section appears, in this order`() throws {
    let lines = try report { $0.groupColumns = ["house"] }.split(separator: "\n", omittingEmptySubsequences: false)
    let heads = lines.filter { !$0.isEmpty && $0.first != " " }.map { line in
      line.components(separatedBy: "  ")[0]
    }
    #expect(
      heads == [
        "town", "IN SHORT", "WHAT THE NETWORK DID TO SCORES", "WHO STANDS WHERE", "TIERS OF ZHIMA", "COMMUNITIES",
        "THE SOCIAL GAP", "ARE FRIENDS ALIKE?", "HOT AND COLD SPOTS", "WHAT WAS DONE TO THE INPUT", "FILES IN town.run",
      ])
  }

  @Test func `Without communities there is no section on them and no gap`() throws {
    let text = try report { $0.findsCommunities = false }
    #expect(!text.contains("COMMUNITIES"))
    #expect(!text.contains("THE SOCIAL GAP"))
  }

  @Test func `Without a run folder there is no section on files`() throws {
    let text = TextReport(try Fixture.findings(Fixture.town()), width: 80, ink: .plain).text()
    #expect(!text.contains("FILES"))
  }

  @Test func `What was left out is told`() throws {
    #expect(try report().hasSuffix("\n  not written: graph.graphml (--no-graphml)\n"))
  }

  @Test func `Notices are told by kind, what was assumed first`() throws {
    let text = try report()
    let places = ["  assumed  own scores", "  merged   12 payments", "  ignored  events.csv"].map {
      text.ranges(of: $0).first?.lowerBound
    }
    let found = places.compactMap(\.self)
    #expect(found.count == 3 && found == found.sorted())
  }

  @Test func `The first line says how many people and pairs, and the scale`() throws {
    let line = try report().split(separator: "\n")[0]
    #expect(line.hasPrefix("town "))
    #expect(line.hasSuffix(" 13 people, 21 tied pairs, scores 350 to 950"))
  }

  @Test func `Who is alone is told`() throws {
    #expect(
      try flat(report()).contains(
        "1 person has no tie, so no network acts on that score. The 12 with ties are all connected."))
  }

  @Test func `The numbers of people by score add up to everyone`() throws {
    let section = try #require(try report().components(separatedBy: "WHO STANDS WHERE").last).components(
      separatedBy: "\n\n")[1]
    let counts = section.split(separator: "\n").flatMap { $0.dropFirst(5).split(separator: " ") }.compactMap { Int($0) }
    #expect(counts.reduce(0, +) == 26)
  }

  @Test func `A report ends with one line end`() throws {
    let text = try report()
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func `A group of a column is told by its value`() throws {
    let text = try report { $0.groupColumns = ["house"] }
    #expect(text.contains("\n  Capulet "))
    #expect(text.contains("\n  Montague "))
  }

  @Test func `A spread's ends are those of the scale`() throws {
    let lines = try report(Fixture.town(scale: .fifths(low: 0, high: 0.001))).split(separator: "\n")
    let head = try #require(lines.first { $0.hasPrefix("  community ") })
    #expect(head.contains(/closure  0 +0\.00100$/))
  }

  @Test func `Effects that find no room are told to be in the table`() throws {
    let layers = ["friendship"] + (1...7).map { "payments-of-kind-\($0)" }
    let text = try flat(report(Fixture.town(layers: layers), width: 72))
    #expect(text.contains(/Effects by \d+ more layers: people\.csv, columns effect_LAYER\./))
  }
}
