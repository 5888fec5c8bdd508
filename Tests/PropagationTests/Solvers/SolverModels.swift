import Compute
import GraphModel
import TestSupport

@testable import Propagation

/// Models of some size for what does not show on a few people.
enum SolverModels {
  /// 3000 people in a weighted ring with chords.
  private static let society = RandomSociety.large(seed: 4, people: 3000, tiesPerPerson: 6)

  static func large(_ susceptibility: (Int) -> Double) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores,
      susceptibility: (0..<society.count).map(susceptibility))
  }

  /// The same people, each listening only to the half of the others with the ties that point upwards, and the ring.
  static func directed(_ susceptibility: (Int) -> Double) -> FriedkinJohnsen {
    var arcs = ArcList()
    for person in 0..<society.count {
      society.layers[0].ties.forEachTie(of: person) { other, weight in
        if other > person || other == 0 { arcs.append(person, other, weight) }
      }
      arcs.append(person, (person + 7) % society.count, 0.3)
    }
    let ties = TieTable(personCount: society.count, arcs: arcs)
    return FriedkinJohnsen(
      network: InfluenceMatrix(ties), ownScores: society.ownScores,
      susceptibility: (0..<society.count).map(susceptibility))
  }

  /// Most at 0.5, every seventh close to 1, every hundredth exactly 1.
  static func unequal(_ person: Int) -> Double { person % 100 == 0 ? 1 : person % 7 == 0 ? 0.9999 : 0.5 }
}
