import Compute
import GraphModel
import TestSupport

@testable import Propagation

/// Models of some size for what does not show on a few people.
enum SolverModels {
  /// 3000 people in a ring of 60 circles of 50, weighted: six ties inside and now and then one to the next circle, so
  /// that what one circle thinks takes long to reach the others.
  private static let society: Society = {
    var random = RandomStream(seed: 4, stream: 4)
    var arcs = ArcList()
    for person in 0..<3000 {
      let start = person - person % 50
      for _ in 0..<6 {
        let other = start + random.integer(below: 50)
        if other != person { arcs.appendTie(person, other, 0.5 + random.uniform()) }
      }
      if random.uniform() < 0.2 { arcs.appendTie(person, (start + 50 + random.integer(below: 50)) % 3000, 1) }
    }
    let layer = Layer(
      name: "friendship", kind: .friendship, isDirected: false, isWeighted: true,
      ties: TieTable(personCount: 3000, arcs: arcs))
    // Circles differ in their means, as circles do.
    let own = (0..<3000).map { person in 400 + 200 * random.uniform() + 300 * Double(person / 50 * 37 % 60) / 60 }
    return Society(ownScores: own, layers: [layer])
  }()

  static func large(_ susceptibility: (Int) -> Double) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores,
      susceptibility: (0..<society.count).map(susceptibility))
  }

  /// The same people, with each arc kept by a chance of 0.6, so that influence is often one-sided.
  static func directed(_ susceptibility: (Int) -> Double) -> FriedkinJohnsen {
    var random = RandomStream(seed: 4, stream: 6)
    var arcs = ArcList()
    for person in 0..<society.count {
      society.layers[0].ties.forEachTie(of: person) { other, weight in
        if random.uniform() < 0.6 { arcs.append(person, other, weight) }
      }
    }
    let ties = TieTable(personCount: society.count, arcs: arcs)
    return FriedkinJohnsen(
      network: InfluenceMatrix(ties), ownScores: society.ownScores,
      susceptibility: (0..<society.count).map(susceptibility))
  }

  /// Most at 0.5, every seventh close to 1, every hundredth exactly 1.
  static func unequal(_ person: Int) -> Double { person % 100 == 0 ? 1 : person % 7 == 0 ? 0.9999 : 0.5 }
}
