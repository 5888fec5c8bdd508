import Analysis
import Compute
import GraphModel
import Propagation

extension PeopleSample {
  /// The people of a society as it is now whom a reader can look up; communities are lasting labels.
  ///
  /// - Complexity: O(people log people + arcs), and a solve for everyone's influence.
  init(_ society: SimulatedSociety, _ numbers: DrawnNumbers) {
    let (own, scores) = (society.ownScores, society.publicScores)
    let influence = society.influence
    var kept = Array(own.indices)
    if own.count > Self.limit {
      // Only the one with the most ties of each community needs the combined graph, which is large.
      let parts = society.state.tracking?.slots.map { Int($0) }
      let combined = parts == nil ? TieTable(personCount: own.count, arcs: ArcList()) : society.combined
      kept = Self.chosen(effects: zip(scores, own).map { $0 - $1 }, influence: influence, combined, parts: parts)
    }
    let degrees = society.contacts(of: kept)
    let labels = society.communityLabels
    let friends = society.friendsOwnScores
    let ids = society.firstSociety.people.ids
    self.init(
      people: zip(kept, degrees).map { person, degree in
        Person(
          id: ids[person], ownScore: numbers.score(own[person]), publicScore: numbers.score(scores[person]),
          friendsOwnScore: friends[person].map(numbers.score),
          degree: degree,
          community: labels.flatMap { $0[person] > 0 ? $0[person] : nil },
          influence: influence.map { DrawnNumbers.share($0[person], digits: 4) })
      }, leftOut: own.count - kept.count)
  }
}

extension SimulatedSociety {
  /// How exactly influence is told, as a share of all of it.
  private static let influenceTolerance = 1e-6

  fileprivate var combined: TieTable { society.combined(shares: plan.shares, threads: plan.threads) }

  /// How many others each of some people is tied to, in layers that count and in whatever direction.
  ///
  /// - Complexity: O(people, and the arcs of those asked for and of directed layers).
  fileprivate func contacts(of people: [Int]) -> [Int] {
    var others = [Set<Int32>](repeating: [], count: people.count)
    var places = [Int32](repeating: -1, count: ownScores.count)
    for (place, person) in people.enumerated() { places[person] = Int32(place) }
    for (layer, share) in zip(layers, plan.shares) where share > 0 {
      for (place, person) in people.enumerated() {
        layer.ties.forEachTie(of: person) { other, _ in others[place].insert(Int32(other)) }
      }
      guard layer.isDirected else { continue }
      for person in places.indices {
        layer.ties.forEachTie(of: person) { other, _ in
          if places[other] >= 0 { others[Int(places[other])].insert(Int32(person)) }
        }
      }
    }
    return zip(people, others).map { $1.count - ($1.contains(Int32($0)) ? 1 : 0) }
  }

  /// The share of each person in all influence on the mean public score; `nil` where it is not defined: after a number of
  /// rounds, and if only low friends count.
  fileprivate var influence: [Double]? {
    guard scenario.propagation.rounds == nil, model.pull == .both else { return nil }
    let weights = [Double](repeating: 1 / Double(ownScores.count), count: ownScores.count)
    return model.influence(
      on: weights, SolverSettings(tolerance: Self.influenceTolerance, threads: plan.threads)
    ).shares
  }
}
