import Compute
import Testing

@testable import GraphModel

struct NarrowWeightsTests {
  @Test func `equal weights are not stored`() {
    #expect(Self.form([0.1, 0.1, 0.1]) == "equal 0.1")
  }

  @Test func `weights that are 32-bit floats are stored as such`() {
    #expect(Self.form([0.5, 1.25, 3]) == "narrow")
  }

  @Test func `one weight that is no 32-bit float makes all of them wide`() {
    #expect(Self.form([0.5, 0.1, 3]) == "wide")
  }

  @Test func `a weight beyond the range of 32-bit floats is stored wide`() {
    #expect(Self.form([1e60, 1]) == "wide")
  }

  @Test func `weights below the range of 32-bit floats are stored wide`() {
    #expect(Self.form([0x1p-149, 1]) == "narrow")
    #expect(Self.form([0x1p-150, 1]) == "wide")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `weights read back the same from every form`(seed: UInt64) {
    let arcs = RandomTies.arcs(seed: seed, people: 40, count: 300)
    for scale in [1.0, 0.1] {
      var list = ArcList()
      for arc in 0..<arcs.count {
        list.append(Int(arcs.sources[arc]), Int(arcs.targets[arc]), arcs.weights[arc] * scale)
      }
      let table = TieTable(personCount: 40, arcs: list, repeats: .keepFirst)
      var firsts: [[Int32]: Double] = [:]
      for arc in 0..<list.count where firsts[[list.sources[arc], list.targets[arc]]] == nil {
        firsts[[list.sources[arc], list.targets[arc]]] = list.weights[arc]
      }
      #expect(table.allArcs.allSatisfy { firsts[[Int32($0.source), Int32($0.target)]] == $0.weight })
    }
  }

  private static func form(_ weights: [Double]) -> String {
    let table = TieTable(people: weights.count, weights.enumerated().map { Arc(0, $0, $1) })
    switch table.rows.values {
    case .equal(let weight): return "equal \(weight)"
    case .narrow: return "narrow"
    case .wide: return "wide"
    }
  }
}
