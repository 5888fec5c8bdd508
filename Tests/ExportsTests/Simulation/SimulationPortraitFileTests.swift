import Analysis
import Compute
import Foundation
import GraphModel
import Simulation
import Testing

@testable import Exports

/// A simulation's portrait as a file, and back.
struct SimulationPortraitFileTests {
  /// A portrait of circles of people who lose touch.
  private func portrait(circles: Int, of size: Int) throws -> SimulationPortrait {
    let people = circles * size
    var ties: [(Int, Int, Double)] = []
    for person in 0..<people {
      let first = person / size * size
      for step in 1...2 { ties.append((person, first + (person + step - first) % size, 1)) }
      let other = (person * 7 + 3) % people
      if other != person { ties.append((person, other, 0.3)) }
    }
    let ids = (0..<people).map { "\"<p>\"&\\\($0)" }
    let scores = (0..<people).map { 400 + 5 * Double($0 * 37 % 101) }
    let society = Society(
      name: "circles", people: People(ids: TextList(ids), attributes: []), scale: .zhima, ownScores: scores,
      layers: [Fixture.layer("friendship", people: people, ties)])
    var scenario = Scenario()
    scenario.periods = 5
    scenario.announcement = 0
    scenario.settlePeriods = 0
    scenario.twins = []
    scenario.rewiring = Scenario.RewiringRule()
    scenario.rewiring?.review = 1
    scenario.rewiring?.noise = 8
    scenario.communities = Scenario.CommunityRule()
    scenario.communities?.every = 1
    var run = try SimulationRun(
      ReadSociety(society: society, notices: [], files: []), scenario, threads: .one, recordsPortrait: true)
    while !run.isOver { try run.advance() }
    return try #require(try run.portrait())
  }

  @Test(arguments: [(3, 5), (110, 6)])
  func `A portrait reads back as it was`(circles: Int, size: Int) throws {
    let portrait = try portrait(circles: circles, of: size)
    #expect(portrait.network?.kind == (circles * size > MovingDrawing.peopleLimit ? .communities : .people))
    let text = try JSONText.compact(portrait)
    #expect(text.hasSuffix("}\n") && text.count { $0 == "\n" } == 1)
    #expect(try JSONText.value(SimulationPortrait.self, from: Data(text.utf8)) == portrait)
  }

  @Test func `Numbers are as short as a picture needs them`() throws {
    let text = try JSONText.compact(portrait(circles: 3, of: 5))
    let network = try #require(text.split(separator: "\"network\":").last?.split(separator: "\"own_tier_flows\"").first)
    let longest = network.matches(of: /[0-9]+\.[0-9]+/).map { $0.output.count }.max()
    // 350.123 and 0.1234, or a share such as 0.0001234; no exponents among shares of so few people.
    #expect((longest ?? 0) <= 10)
    #expect(text.contains(/"ties":\[\[[0-9]+,[0-9]+,0,[0-9],0\.[0-9]+\],/))
  }
}
