import Compute
import GraphModel
import Propagation

extension PeopleSample {
  /// How many people are kept for one reason: gains, losses or influence.
  private static let count = 600

  /// The people of an examination whom a reader can look up.
  ///
  /// - Parameter influence: one share a person, if it is defined.
  init(_ examination: Examination, influence: [Double]?) {
    let society = examination.society
    let scores = examination.equilibrium.scores
    let parts = examination.communities?.partition.parts
    let combined = examination.combined
    let kept =
      society.count <= Self.limit
      ? Array(0..<society.count)
      : Self.chosen(
        effects: zip(scores, society.ownScores).map { $0 - $1 }, influence: influence, combined, parts: parts)
    self.init(
      people: kept.map { person in
        Person(
          id: society.people.ids[person], ownScore: society.ownScores[person], publicScore: scores[person],
          friendsOwnScore: examination.friendsOwnScores[person],
          degree: combined.degree(of: person) - (combined.hasTie(from: person, to: person) ? 1 : 0),
          community: parts.flatMap { $0[person] > 0 ? $0[person] : nil }, influence: influence.map { $0[person] })
      }, leftOut: society.count - kept.count)
  }

  /// Those at the ends, and of each community drawn the person with the most ties; rising.
  ///
  /// - Parameters:
  ///   - effects: public minus own score of each person.
  ///   - influence: one share a person, if it is defined.
  ///   - combined: the ties.
  ///   - parts: the communities, numbered by size.
  package static func chosen(
    effects: [Double], influence: [Double]?, _ combined: TieTable, parts: [Int]?
  ) -> [Int] {
    let rising = effects.risingOrder()
    var kept = rising.prefix(count).map { Int($0) } + rising.suffix(count).map { Int($0) }
    if let influence { kept += influence.risingOrder().suffix(count).map { Int($0) } }
    if let parts {
      var hubs = [Int](repeating: -1, count: NetworkDrawing.communityLimit)
      for person in parts.indices where parts[person] > 0 && parts[person] <= hubs.count {
        let hub = hubs[parts[person] - 1]
        if hub < 0 || combined.degree(of: person) > combined.degree(of: hub) { hubs[parts[person] - 1] = person }
      }
      kept += hubs.filter { $0 >= 0 }
    }
    return Set(kept).sorted()
  }
}
