import Compute
import Foundation
import GraphModel
import Simulation
import Testing

/// A history of one undirected layer, after the changes.
private func history(_ change: (inout TieHistory) -> Void) -> [TieSpell] {
  var history = TieHistory(layers: [.init(name: "friendship", isDirected: false)])
  change(&history)
  return history.spells()
}

private func spell(_ start: Int, _ end: Int?, weight: Double = 1) -> TieSpell {
  TieSpell(source: 1, target: 2, layer: 0, start: start, end: end, weight: weight)
}

@Suite struct TieHistoryTests {
  @Test func `A tie that is dropped was there up to the period before`() {
    #expect(history { $0.made(1, 2, layer: 0, weight: 1, period: 3) } == [spell(3, nil)])
    let spells = history {
      $0.made(1, 2, layer: 0, weight: 1, period: 0)
      $0.dropped(2, 1, layer: 0, period: 4)
      $0.made(2, 1, layer: 0, weight: 1, period: 6)
    }
    #expect(spells == [spell(0, 3), spell(6, nil)])
  }

  @Test func `What is undone within a period leaves nothing behind`() {
    let spells = history {
      $0.made(1, 2, layer: 0, weight: 1, period: 0)
      $0.dropped(1, 2, layer: 0, period: 4)
      $0.made(1, 2, layer: 0, weight: 1, period: 4)
      $0.made(3, 4, layer: 0, weight: 1, period: 5)
      $0.dropped(3, 4, layer: 0, period: 5)
    }
    #expect(spells == [spell(0, nil)])
  }

  @Test func `A change of weight ends a spell and begins another`() {
    let spells = history {
      $0.made(1, 2, layer: 0, weight: 1, period: 0)
      $0.made(1, 2, layer: 0, weight: 3, period: 2)
      $0.made(1, 2, layer: 0, weight: 2, period: 2)
      $0.made(1, 2, layer: 0, weight: 2, period: 5)
      $0.made(1, 2, layer: 0, weight: 1, period: 7)
      $0.made(1, 2, layer: 0, weight: 2, period: 7)
    }
    #expect(spells == [spell(0, 1), spell(2, nil, weight: 2)])
  }

  @Test func `A society's ties are there from the start, each undirected one once`() {
    var arcs = ArcList()
    for (one, other) in [(0, 1), (1, 1), (2, 1)] { arcs.appendTie(one, other, 2) }
    var directed = ArcList()
    directed.append(2, 0, 0.5)
    let society = Society(
      name: "three", people: People(ids: ["a", "b", "c"]), scale: .unit, ownScores: [0, 0, 0],
      layers: [
        Layer(
          name: "friendship", kind: .friendship, isDirected: false, isWeighted: true,
          ties: TieTable(personCount: 3, arcs: arcs)),
        Layer(
          name: "trust", kind: .friendship, isDirected: true, isWeighted: true,
          ties: TieTable(personCount: 3, arcs: directed)),
      ])
    let history = TieHistory(society)
    #expect(
      history.layers.map(\.name) == ["friendship", "trust"] && history.layers.map(\.isDirected) == [false, true])
    #expect(
      history.spells().map { [$0.layer, $0.source, $0.target, $0.start] } == [
        [0, 0, 1, 0], [0, 1, 1, 0], [0, 1, 2, 0], [1, 2, 0, 0],
      ])
    #expect(history.spells().map(\.weight) == [2, 2, 2, 0.5])
  }

  @Test func `Spells tell which ties are there at every period, over random changes`() throws {
    for index in 0..<20 {
      var random = RandomStream(seed: 5, stream: 2, index: UInt64(index))
      var history = TieHistory(layers: [.init(name: "trust", isDirected: true)])
      var there: [[Int]: Double] = [:]
      var states: [[[Int]: Double]] = []
      for period in 0..<15 {
        for _ in 0..<random.integer(below: 12) {
          let pair = [random.integer(below: 3), random.integer(below: 3)]
          if there[pair] != nil, random.uniform() < 0.6 {
            history.dropped(pair[0], pair[1], layer: 0, period: period)
            there[pair] = nil
          } else {
            let weight = Double(1 + random.integer(below: 2))
            history.made(pair[0], pair[1], layer: 0, weight: weight, period: period)
            there[pair] = weight
          }
        }
        states.append(there)
      }
      let read = try JSONDecoder().decode(TieHistory.self, from: JSONEncoder().encode(history))
      #expect(read == history)
      let spells = read.spells()
      for (period, state) in states.enumerated() {
        let present = spells.filter { $0.start <= period && period <= $0.end ?? 99 }
        #expect(present.count == state.count)
        #expect(present.allSatisfy { state[[$0.source, $0.target]] == $0.weight })
      }
    }
  }
}
