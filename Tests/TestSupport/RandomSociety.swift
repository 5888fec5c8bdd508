import Compute
import Foundation
import GraphModel

/// A society drawn from a seed: the same for the same seed on every machine.
package enum RandomSociety {
  /// One to three layers, each directed or not, weighted or not, thin or thick; some people without any tie.
  ///
  /// - Parameters:
  ///   - seed: which one.
  ///   - people: how many people at least and at most.
  ///   - areDirected: whether layers may be directed; never if false, always if true, by chance if `nil`.
  ///   - layerLimit: how many layers at most.
  ///   - keepsSelfTies: whether some people are tied to themselves.
  package static func draw(
    seed: UInt64, people: ClosedRange<Int> = 2...24, areDirected: Bool? = nil, layerLimit: Int = 3,
    keepsSelfTies: Bool = false
  ) -> Society {
    var random = RandomStream(seed: seed, stream: 1)
    let count = people.lowerBound + random.integer(below: people.count)
    let isolates = Set((0..<count).filter { _ in random.uniform() < 0.1 })
    let layers = (0..<1 + random.integer(below: layerLimit)).map { number -> Layer in
      let drawn = random.uniform() < 0.5
      let isDirected = areDirected ?? drawn
      let isWeighted = random.uniform() < 0.7
      // Weights over up to six powers of ten; ties between 1 and about 6 a person.
      let spread = 6 * random.uniform()
      let density = min(1, (1 + 5 * random.uniform()) / Double(count))
      var arcs = ArcList()
      for one in 0..<count where !isolates.contains(one) {
        for other in (isDirected ? 0 : one)..<count where !isolates.contains(other) {
          guard one != other || keepsSelfTies, random.uniform() < density else { continue }
          let weight = isWeighted ? pow(10, spread * (random.uniform() - 0.5)) : 1
          if isDirected { arcs.append(one, other, weight) } else { arcs.appendTie(one, other, weight) }
        }
      }
      return Layer(
        name: "layer\(number)", kind: .friendship, isDirected: isDirected, isWeighted: isWeighted,
        ties: TieTable(personCount: count, arcs: arcs))
    }
    return Society(ownScores: (0..<count).map { _ in 350 + 600 * random.uniform() }, layers: layers)
  }

  /// A large undirected society for what only shows on many blocks: a ring with random chords, weighted.
  package static func large(seed: UInt64, people: Int, tiesPerPerson: Int) -> Society {
    var random = RandomStream(seed: seed, stream: 2)
    var arcs = ArcList()
    for person in 0..<people {
      arcs.appendTie(person, (person + 1) % people, 1 + random.uniform())
      for _ in 1..<tiesPerPerson {
        let other = random.integer(below: people)
        if other != person { arcs.appendTie(person, other, random.uniform() + 0.01) }
      }
    }
    let layer = Layer(
      name: "friendship", kind: .friendship, isDirected: false, isWeighted: true,
      ties: TieTable(personCount: people, arcs: arcs))
    return Society(ownScores: (0..<people).map { _ in 350 + 600 * random.uniform() }, layers: [layer])
  }
}
