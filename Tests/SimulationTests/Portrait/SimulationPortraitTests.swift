import Analysis
import Compute
import Foundation
import GraphModel
import Propagation
import TestSupport
import Testing

@testable import Simulation

/// What pictures of a simulation are drawn from, held against the simulation itself.
struct SimulationPortraitTests {
  /// A run to its end, with every period's society.
  private func run(
    _ read: ReadSociety, _ scenario: Scenario, threads: ThreadCount = .one
  ) throws -> (run: SimulationRun, societies: [SimulatedSociety]) {
    var run = try SimulationRun(read, scenario, threads: threads, recordsPortrait: true)
    var societies = [run.society]
    while !run.isOver {
      try run.advance()
      societies.append(run.society)
    }
    return (run, societies)
  }

  /// A drawn scenario with communities at every other period.
  private func drawn(_ seed: Int, people: ClosedRange<Int> = 4...40) -> (read: ReadSociety, scenario: Scenario) {
    let drawn = RandomScenario(seed, people: people)
    var scenario = drawn.scenario
    scenario.communities = Scenario.CommunityRule()
    scenario.communities?.every = 2
    return (drawn.read, scenario)
  }

  /// More people than are drawn one by one, in circles that people leave.
  private func town(_ seed: UInt64, periods: Int = 5) -> (read: ReadSociety, scenario: Scenario) {
    let society = RandomSociety.large(seed: seed, people: MovingDrawing.peopleLimit + 40, tiesPerPerson: 3)
    var scenario = SmallSociety.still(periods: periods)
    scenario.rewiring = Scenario.RewiringRule()
    scenario.rewiring?.review = 0.5
    scenario.rewiring?.noise = 5
    scenario.announcement = 0
    scenario.communities = Scenario.CommunityRule()
    scenario.communities?.every = 2
    return (ReadSociety(society: society, notices: [], files: []), scenario)
  }

  @Test func `Without being asked, a run collects nothing`() throws {
    let drawn = drawn(1)
    let run = try SimulationRun(drawn.read, drawn.scenario, threads: .one)
    #expect(try run.portrait() == nil)
    #expect(run.saved.arrays.names.allSatisfy { !$0.hasPrefix("portrait") })
  }

  @Test(arguments: 0..<20)
  func `Frames show people and ties as they were`(seed: Int) throws {
    let drawn = drawn(9_000 + seed)
    let (run, societies) = try run(drawn.read, drawn.scenario)
    let portrait = try #require(try run.portrait())
    let everyone = drawn.read.society.count
    guard let network = portrait.network else {
      #expect(societies.allSatisfy { $0.layers.allSatisfy { $0.ties.arcCount == 0 } })
      return
    }
    #expect(network.kind == .people && network.labels == Array(drawn.read.society.people.ids))
    #expect(network.frames.map(\.period) == Array(0...run.period) && network.hiddenNodes == 0)
    for (frame, society) in zip(network.frames, societies) {
      #expect(frame.people == [Int](repeating: 1, count: everyone))
      #expect(zip(frame.x, frame.y).allSatisfy { (0...1).contains($0 ?? -1) && (0...1).contains($1 ?? -1) })
      for (drawn, score) in zip(frame.ownScores, society.ownScores) { #expect(abs(drawn - score) <= 0.0005) }
      for (drawn, score) in zip(frame.publicScores, society.publicScores) { #expect(abs(drawn - score) <= 0.0005) }
      #expect(frame.communities == society.communityLabels)
      #expect(frame.listed == society.isListed.indices.filter { society.isListed[$0] })
      var pairs: Set<[Int]> = []
      for (position, layer) in society.layers.enumerated() where position != society.paymentLayer {
        for person in 0..<everyone {
          layer.ties.forEachTie(of: person) { other, _ in
            if other != person { pairs.insert([min(person, other), max(person, other)]) }
          }
        }
      }
      #expect(Set(frame.ties.map { [$0.source, $0.target] }) == pairs && frame.ties.count == pairs.count)
      #expect(frame.hiddenTies == 0)
      #expect(frame.ties.map(\.weight) == frame.ties.map(\.weight).sorted())
      let total = frame.ties.reduce(0) { $0 + $1.weight }
      #expect(pairs.isEmpty || abs(total - 1) < 0.05)
    }
  }

  @Test(arguments: 0..<20)
  func `Densities and flows count everyone`(seed: Int) throws {
    let drawn = drawn(9_100 + seed)
    let (run, societies) = try run(drawn.read, drawn.scenario)
    let portrait = try #require(try run.portrait())
    let everyone = drawn.read.society.count
    for density in [portrait.first, portrait.last] {
      #expect(density.counts.joined().reduce(0, +) == everyone)
    }
    #expect(portrait.first.low == portrait.last.low && portrait.first.high == portrait.last.high)
    func rows(_ flows: [[Int]]) -> [Int] { flows.map { $0.reduce(0, +) } }
    func columns(_ flows: [[Int]]) -> [Int] { flows.indices.map { column in flows.reduce(0) { $0 + $1[column] } } }
    #expect(rows(portrait.tierFlows) == rows(portrait.firstTierFlows))
    #expect(rows(portrait.tierFlows) == rows(portrait.ownTierFlows))
    #expect(columns(portrait.firstTierFlows) == societies[0].record.tiers)
    #expect(columns(portrait.firstTierFlows) == rows(portrait.publicTierFlows))
    #expect(columns(portrait.publicTierFlows) == run.records.last?.tiers)
    #expect(columns(portrait.tierFlows) == run.records.last?.tiers)
    let people = zip(societies[0].ownScores, run.society.tiers).count {
      drawn.read.society.scale.tier(of: $0) == 1 && $1 == 2
    }
    #expect(portrait.tierFlows[1][2] == people)
  }

  @Test(arguments: 0..<20)
  func `Everyone of few people can be looked up, as in the last period`(seed: Int) throws {
    let drawn = drawn(9_200 + seed)
    let society = try run(drawn.read, drawn.scenario).run
    let people = try #require(try society.portrait()).people
    let last = society.society
    let combined = last.society.combined(shares: last.plan.shares)
    #expect(people.leftOut == 0 && people.people.map(\.id) == Array(drawn.read.society.people.ids))
    for (index, person) in people.people.enumerated() {
      #expect(person.degree == combined.degree(of: index) - (combined.hasTie(from: index, to: index) ? 1 : 0))
      #expect(person.community ?? 0 == last.communityLabels?[index])
      #expect(abs(person.publicScore - last.publicScores[index]) <= 0.0005)
    }
    let influence = people.people.compactMap(\.influence)
    #expect(influence.isEmpty == (drawn.scenario.propagation.pull == .down))
    #expect(influence.isEmpty || abs(influence.reduce(0, +) - 1) < 0.01)
  }

  @Test(arguments: [1, 2])
  func `Of many people the communities are drawn, and the weight between them`(seed: UInt64) throws {
    let town = town(seed)
    let (run, societies) = try run(town.read, town.scenario)
    let portrait = try #require(try run.portrait())
    let network = try #require(portrait.network)
    #expect(network.kind == .communities)
    // The last period is no look; the communities of the last one are shown with the scores of now.
    #expect(network.frames.map(\.period) == [0, 2, 4, 5])
    let labelled = Set(societies.flatMap { ($0.communityLabels ?? []) }).subtracting([0])
    #expect(network.labels.count + network.hiddenNodes == labelled.count)
    for frame in network.frames {
      let society = societies[frame.period]
      let labels = try #require(society.communityLabels)
      let combined = society.society.combined(shares: society.plan.shares)
      for (node, label) in network.labels.enumerated() {
        let members = labels.indices.filter { String(labels[$0]) == label }
        #expect(frame.people[node] == members.count)
        #expect((frame.x[node] == nil) == members.isEmpty && (frame.y[node] == nil) == members.isEmpty)
        guard !members.isEmpty else { continue }
        let mean = members.reduce(0) { $0 + society.publicScores[$1] } / Double(members.count)
        #expect(abs(frame.publicScores[node] - mean) < 0.001)
      }
      var between: [[Int]: Double] = [:]
      for person in labels.indices {
        combined.forEachTie(of: person) { other, weight in
          let ends = [labels[person], labels[other]].compactMap { network.labels.firstIndex(of: String($0)) }
          if ends.count == 2, ends[0] != ends[1] { between[ends.sorted(), default: 0] += weight }
        }
      }
      #expect(frame.ties.count + frame.hiddenTies == between.count)
      for tie in frame.ties {
        #expect(abs((between[[tie.source, tie.target]] ?? 0) - tie.weight) <= 0.051 * tie.weight)
      }
    }
    let here = portrait.lives.filter { $0.periods.contains(4) }
    #expect(here.count + portrait.livesLeftOut >= run.looks[2].now)
  }

  @Test func `Of too many communities the largest at any time are drawn, and the rest is counted`() {
    let frames = [[5, 3, 1], [1, 3, 6]].enumerated().map { period, people in
      RecordedFrame(period: period, labels: [1, 2, 3], people: people)
    }
    #expect(MovingDrawing.Nodes(frames, ids: [], limit: 2).labels == [1, 3])
    #expect(MovingDrawing.Nodes(frames, ids: [], limit: 5).labels == [1, 2, 3])
  }

  @Test func `Large societies without communities have no network, and lives are told of those with them`() throws {
    var town = town(3, periods: 1)
    town.scenario.communities = nil
    let portrait = try #require(try run(town.read, town.scenario).run.portrait())
    #expect(portrait.network == nil && portrait.lives.isEmpty && portrait.livesLeftOut == 0)
  }

  @Test func `A society without ties has no network`() throws {
    let scenario = SmallSociety.still(periods: 2)
    let portrait = try #require(try run(SmallSociety.of([400, 500, 600], friends: []), scenario).run.portrait())
    #expect(portrait.network == nil)
    #expect(portrait.tierFlows == portrait.ownTierFlows)
  }

  @Test func `Nobody moves far from frame to frame where no tie moves`() throws {
    let read = SmallSociety.of([400, 500, 600, 700, 800], friends: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)])
    let network = try #require(try run(read, SmallSociety.still(periods: 6)).run.portrait()?.network)
    for (frame, next) in zip(network.frames, network.frames.dropFirst()) {
      for node in network.labels.indices {
        let x = (frame.x[node] ?? 0) - (next.x[node] ?? 1)
        let y = (frame.y[node] ?? 0) - (next.y[node] ?? 1)
        #expect((x * x + y * y).squareRoot() < 0.1)
      }
    }
  }

  @Test func `The number of threads changes nothing`() throws {
    for drawn in [drawn(77), town(4)] {
      let portraits = try [1, 2].map { try run(drawn.read, drawn.scenario, threads: ThreadCount($0)).run.portrait() }
      #expect(portraits[0] == portraits[1])
    }
  }
}

extension RecordedFrame {
  /// Communities of these sizes, without ties.
  fileprivate init(period: Int, labels: [Int], people: [Int]) {
    var arrays = SavedArrays()
    arrays["f.labels"] = SavedArray(labels)
    arrays["f.people"] = SavedArray(people)
    arrays["f.own_scores"] = SavedArray(people.map(Double.init))
    arrays["f.public_scores"] = SavedArray(people.map(Double.init))
    arrays["f.communities"] = SavedArray([Int]())
    arrays["f.listed"] = SavedArray([Int]())
    TieTable(personCount: people.count, arcs: ArcList()).save(as: "f.ties", in: &arrays)
    do { try self.init(saved: "f", period: period, arrays) } catch { fatalError("\(error)") }
  }
}
