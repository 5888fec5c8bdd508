import Analysis
import Compute
import GraphModel
import Propagation

extension Benchmarks {
  /// What a tie is looked at for, once the society is there: measures, their nulls, and influence.
  static func measures(_ society: Society, _ table: inout ResultTable, threads: ThreadCount) {
    let ties = society.layers[0].ties
    let scores = society.ownScores
    let arcs = ties.arcCount
    func frame(_ isWeighted: Bool) -> TieFrame {
      TieFrame(ties, isWeighted: isWeighted, isSymmetric: true, threads: threads)
    }
    table.measure("sums of rows that measures share", items: arcs, "arcs") { frame(true) }
    let (weighted, plain) = (frame(true), frame(false))
    table.measure("assortativity, Moran, Geary, paradox in one walk", items: arcs, "arcs") {
      TieStatistics(scores, on: weighted, threads: threads).assortativity
    }
    let groups = Partition(bySizeOf: scores.map { society.scale.tier(of: $0) }, labelCount: society.scale.tierCount)
    table.measure("assortativity, E-I, homophily of 5 groups", items: arcs, "arcs") {
      Segregation(ties, isWeighted: true, by: groups, threads: threads).assortativity
    }
    table.measure("ties rewired, 1 thread", items: arcs / 2, "ties", isWarm: false) {
      var random = RandomStream(seed: 1, stream: 0)
      return ties.rewired(isDirected: false, random: &random, threads: threads).arcCount
    }
    for (name, frame) in [("weights", weighted), ("no weights", plain)] {
      let networks = 96
      table.measure("local Moran, \(name), \(networks) networks", items: networks * arcs, "arcs", isWarm: false) {
        LocalMoran(scores, on: frame, draws: networks, seed: 1, threads: threads).p.count
      }
    }
    let network = InfluenceMatrix(society, shares: [1], threads: threads)
    for susceptibility in [0.5, 0.95] {
      let model = FriedkinJohnsen(
        network: network, ownScores: scores,
        susceptibility: [Double](repeating: susceptibility, count: society.count))
      let everyone = [Double](repeating: 1 / Double(society.count), count: society.count)
      table.measure("influence of everyone, a = \(susceptibility)", items: arcs, "arcs", isWarm: false) {
        model.influence(on: everyone, SolverSettings(tolerance: 1e-9, threads: threads)).rounds
      }
    }
  }
}
