import Compute
import GraphModel

/// Random ties for property tests.
///
/// Weights are whole multiples of 1/8, so that sums of them are exact in any order.
enum RandomTies {
  /// Arcs between people drawn at random, self-ties and repeats among them.
  static func arcs(seed: UInt64, people: Int, count: Int) -> ArcList {
    var random = RandomStream(seed: seed, stream: 100)
    var arcs = ArcList()
    for _ in 0..<count {
      let source = random.integer(below: people)
      arcs.append(source, random.integer(below: people), Double(1 + random.integer(below: 32)) / 8)
    }
    return arcs
  }

  /// A directed table, with self-ties.
  static func directed(seed: UInt64, people: Int = 30, count: Int = 150) -> TieTable {
    TieTable(personCount: people, arcs: arcs(seed: seed, people: people, count: count))
  }

  /// A symmetric table, with self-ties.
  static func symmetric(seed: UInt64, people: Int = 30, count: Int = 60) -> TieTable {
    let drawn = arcs(seed: seed, people: people, count: count)
    var ties = ArcList()
    for arc in 0..<drawn.count { ties.appendTie(Int(drawn.sources[arc]), Int(drawn.targets[arc]), drawn.weights[arc]) }
    return TieTable(personCount: people, arcs: ties)
  }
}
