import Compute
import GraphModel
import Propagation
import Simulation
import TestSupport
import Testing

/// What must hold whatever the rules, in 500 random scenarios.
struct ConservationTests {
  @Test(arguments: 0..<500)
  func `Every point and every tie is accounted for`(_ seed: Int) throws {
    let drawn = RandomScenario(seed)
    var society = try SimulatedSociety(drawn.read, drawn.scenario)
    let first = society.society
    for _ in 0..<drawn.scenario.periods {
      let before = society.society
      let wasListed = society.isListed
      let record = try society.step()
      let after = society.society
      checkPoints(before, after, record)
      checkTies(before, after, society, first: first)
      #expect(record.flows.joined().reduce(0, +) == after.count)
      #expect(record.tiers.reduce(0, +) == after.count)
      let columns = record.tiers.indices.map { tier in record.flows.reduce(0) { $0 + $1[tier] } }
      #expect(columns == record.tiers)
      #expect(record.listed == wasListed.count { $0 } + record.newlyListed - record.released)
      #expect(society.isListed.count { $0 } == record.listed)
    }
  }

  private func checkPoints(_ before: Society, _ after: Society, _ record: PeriodRecord) {
    let change = after.ownScores.compensatedSum - before.ownScores.compensatedSum
    #expect((change - record.points.total).magnitude < 1e-7 * Double(after.count))
    #expect(after.ownScores.allSatisfy(after.scale.contains))
    // Propagation never brings a public score outside the range of own scores.
    let slack = (record.settling.bound ?? 0) + 1e-9
    #expect(record.publicScores.lowest >= record.own.lowest - slack)
    #expect(record.publicScores.highest <= record.own.highest + slack)
  }

  private func checkTies(_ before: Society, _ after: Society, _ society: SimulatedSociety, first: Society) {
    let scenario = society.scenario
    for layer in after.layers.indices {
      let (old, new) = (before.layers[layer], after.layers[layer])
      if !new.isDirected { #expect(new.ties.isSymmetric) }
      guard scenario.rewiring != nil, new.name.hasPrefix("layer") else { continue }
      let changes = society.tieChanges.filter { $0.layer == layer }
      let gone = changes.filter { $0.kind == .dropped }
      let come = changes.filter { $0.kind == .made }
      #expect(new.tieCount == old.tieCount - gone.count + come.count)
      for change in gone { #expect(old.ties.hasTie(from: change.source, to: change.target)) }
      for change in come {
        #expect(!old.ties.hasTie(from: change.source, to: change.target))
        #expect(new.ties.hasTie(from: change.source, to: change.target))
        #expect(change.source != change.target)
      }
      for person in 0..<after.count {
        let had = first.layers[layer].ties.degree(of: person)
        let most = max(1, (scenario.rewiring?.budget ?? 1) * Double(had))
        #expect(new.ties.degree(of: person) <= max(had, Int(most.rounded(.up))))
      }
    }
  }

  @Test(arguments: 0..<40)
  func `The number of threads changes no bit`(_ seed: Int) throws {
    let drawn = RandomScenario(1000 + seed, people: 30...120)
    var one = try SimulatedSociety(drawn.read, drawn.scenario)
    var two = try SimulatedSociety(drawn.read, drawn.scenario, threads: ThreadCount(3))
    for _ in 0..<drawn.scenario.periods {
      #expect(try one.step() == (try two.step()))
      #expect(one.ownScores == two.ownScores)
      #expect(one.publicScores == two.publicScores)
      #expect(one.tieChanges == two.tieChanges)
    }
  }
}

extension TieTable {
  /// Whether every arc has its reverse, of the same weight.
  var isSymmetric: Bool {
    var weights: [SIMD2<Int>: Double] = [:]
    for person in 0..<personCount { forEachTie(of: person) { weights[SIMD2(person, $0)] = $1 } }
    return weights.allSatisfy { weights[SIMD2($0.key.y, $0.key.x)] == $0.value }
  }
}
