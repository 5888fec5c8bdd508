import Analysis
import Foundation
import GraphModel
import Testing

@testable import Reporting

struct ComparisonReportTests {
  private static func run(
    _ scores: [Double], id: String = "p", name: String = "a", settings: [String: String] = [:]
  ) -> ComparedRun {
    ComparedRun(
      folder: "\(name).run", command: .simulate, name: name,
      record: RunRecord(version: "1", command: [], seed: 1, settings: settings, inputs: []), scale: .zhima,
      tierNames: Scale.zhima.tierNames, period: 3,
      people: ComparedRun.People(
        ids: scores.indices.map { "\(id)\($0)" }, ownScores: scores, publicScores: scores,
        tiers: scores.map { Scale.zhima.tier(of: $0) }, communities: scores.indices.map { $0 % 3 }), measures: [])
  }

  private static let sample = SeedComparison.Sample(
    name: "own_mean", first: 10, second: 20, firstValues: [1, 2, 3], secondValues: [11, 12, 14])

  private static func report(
    _ first: ComparedRun, _ second: ComparedRun, seeds: SeedComparison = SeedComparison(.off), width: Int = 80
  ) throws -> String {
    ComparisonReport(try Comparison(first, second, seeds: seeds), width: width, ink: .plain).text()
  }

  @Test(arguments: [72, 80, 120])
  func `No line is wider than the width`(width: Int) throws {
    let long = String(repeating: "long-", count: 30)
    let seeds = SeedComparison(seeds: [2, 3, 4], [Self.sample]) { _, _ in 4.3 }
    for (id, name) in [("p", "a"), (long, long)] {
      let text = try Self.report(
        Self.run([400, 560, 700, 710], id: id, name: name, settings: [name: name]),
        Self.run([450, 500, 760, 600, 900], id: id, name: name, settings: [name: "\(name)!"]), seeds: seeds,
        width: width)
      #expect(text.split(separator: "\n").filter { $0.count > width } == [])
    }
  }

  @Test func `Every question has its section`() throws {
    let seeds = SeedComparison(seeds: [2, 3, 4], [Self.sample]) { _, _ in 4.3 }
    let text = try Self.report(Self.run([400, 560, 700]), Self.run([450, 500, 760]), seeds: seeds)
    let heads = text.split(separator: "\n").filter { $0.first != " " }.map { $0.components(separatedBy: "  ")[0] }
    #expect(
      heads == ["TWO RUNS", "IN SHORT", "HOW THEY WERE MADE", "WHO MOVED", "TIERS", "IS IT MORE THAN SEEDS EXPLAIN?"])
    #expect(flat(text).contains("More than seeds explain: 1 of 1 measure (own score, mean)."))
  }

  @Test func `Two runs that found the same say so, and no more`() throws {
    let text = try Self.report(Self.run([400, 560]), Self.run([400, 560], settings: ["decay": "0.1"]))
    #expect(flat(text).contains("Nothing differs in what they found: 2 people with the same scores"))
    #expect(text.contains("  decay    -      0.1\n"))
    #expect(!text.contains("WHO MOVED"))
  }

  @Test func `What was not asked is told`() throws {
    let text = try Self.report(Self.run([400]), Self.run([450]))
    #expect(flat(text).contains("Whether that is more than seeds explain was not asked (--seeds)."))
  }
}
