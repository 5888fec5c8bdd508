import Compute
import GraphModel
import Propagation

/// Whose own scores move public scores: everyone's influence on the mean.
public struct InfluenceFindings: Sendable, Equatable, Codable {
  /// A person with influence.
  public struct Person: Sendable, Equatable, Codable {
    /// The id.
    public let id: String
    /// The share of all influence, from 0 to 1: by how many points the weighted mean public score rises if the own score
    /// rises by one.
    public let influence: Double
    /// The number of ties by which the person influences others, layers together.
    public let followers: Int
    /// The own score, in points.
    public let ownScore: Double
    /// The public score, in points.
    public let publicScore: Double
  }

  /// What the society is called.
  public let name: String
  /// The range of scores.
  public let scale: Scale
  /// How many people there are.
  public let people: Int
  /// Where susceptibilities come from.
  public let susceptibility: String
  /// The column that weights people in the mean, or `nil` for equal weights.
  public let weights: String?
  /// Those with the most influence, most first.
  public let top: [Person]
  /// The Gini coefficient of influence, 0 (all equal) to 1; see `Spread.gini`.
  public let gini: Double?
  /// The share of influence of the most influential hundredth of people, at least one.
  public let topHundredth: Double
  /// The number of equals that would be as concentrated: `1 / sum c^2`, from 1 to the number of people.
  public let effectiveNumber: Double
  /// Kendall's tau-b of influence and followers, or `nil` where undefined.
  public let tauWithFollowers: Double?
  /// Kendall's tau-b of influence and own scores, or `nil` where undefined.
  public let tauWithOwnScore: Double?
  /// The weighted mean of own scores, in points.
  public let meanOwnScore: Double
  /// The weighted mean of public scores, in points: that of own scores weighted by influence.
  public let meanPublicScore: Double
  /// The errors of all influences together, at most; `nil` if no bound is known.
  public let bound: Double?
  /// How often ties were gone over.
  public let rounds: Int
  /// What was assumed, merged, dropped and ignored.
  public let notices: [Notice]

  /// Everyone's influence, with who has most.
  ///
  /// - Parameters:
  ///   - settled: the society.
  ///   - column: a column of numbers, 0 or more, that weight people in the mean; `nil` for equal weights.
  ///   - count: how many people to name.
  /// - Returns: the findings, and each person's influence.
  /// - Throws: `ReadingError` for a column that is not there or holds something else.
  public static func of(
    _ settled: SettledSociety, weights column: String? = nil, top count: Int
  ) throws(ReadingError) -> (findings: InfluenceFindings, influence: [Double]) {
    let society = settled.society
    let model = try settled.linearModel()
    if settled.settings.isolates == .floor, settled.network.isTied.contains(false) {
      throw ReadingError(
        .usage,
        [
          InputProblem(
            file: "--isolates",
            "own scores of people without ties move nothing while they are held to the floor; keep was expected here")
        ])
    }
    let weights = try Self.weights(column, society)
    let total = weights.compensatedSum
    let shares = weights.map { $0 / total }
    let influence = settled.settings.progress.during(Phase("tracing influence", .rounds)) { work in
      let influence = model.influence(on: shares, settled.influenceSettings)
      work.ties = influence.rounds * settled.network.arcCount
      return influence
    }
    let followers = settled.network.followerCounts(threads: settled.settings.threads)
    let order = influence.shares.risingOrder().reversed().map { Int($0) }
    let hundredth = max(1, society.count / 100)
    let squares = influence.shares.lazy.map { $0 * $0 }.compensatedSum
    let findings = InfluenceFindings(
      name: society.name, scale: society.scale, people: society.count,
      susceptibility: settled.choices.susceptibilityText, weights: column,
      top: order.prefix(count).map { person in
        Person(
          id: society.people.ids[person], influence: influence.shares[person], followers: followers[person],
          ownScore: society.ownScores[person], publicScore: settled.equilibrium.scores[person])
      },
      gini: try? Spread.gini(influence.shares),
      topHundredth: order.prefix(hundredth).map { influence.shares[$0] }.compensatedSum,
      effectiveNumber: squares > 0 ? 1 / squares : 0,
      tauWithFollowers: try? KendallTau.b(influence.shares, followers.map(Double.init)),
      tauWithOwnScore: try? KendallTau.b(influence.shares, society.ownScores),
      meanOwnScore: zip(shares, society.ownScores).map { $0 * $1 }.compensatedSum,
      meanPublicScore: zip(shares, settled.equilibrium.scores).map { $0 * $1 }.compensatedSum,
      bound: influence.bound.isFinite ? influence.bound : nil, rounds: influence.rounds, notices: settled.notices)
    return (findings, influence.shares)
  }

  private static func weights(_ column: String?, _ society: Society) throws(ReadingError) -> [Double] {
    guard let column else { return [Double](repeating: 1, count: society.count) }
    guard let values = society.people.attribute(named: column) else {
      let names = society.people.attributes.map { "\"\($0.name)\"" }.joined(separator: ", ")
      let known = names.isEmpty ? "none" : names
      throw ReadingError(
        .usage, [InputProblem(file: "--weights", "there is no column \"\(column)\"; the columns are \(known)")])
    }
    var log = ProblemLog()
    let weights = values.values.indices.map { person -> Double in
      let number = values.values.withBytes(of: person) { Numerals.number($0) }
      if let number, number >= 0, number <= 1e100 { return number }
      log.add(
        society.people.problem(
          person: person, column: values.name,
          "\"\(values.values[person])\" is not a weight; a number of 0 or more was expected"))
      return 0
    }
    try log.check()
    guard weights.contains(where: { $0 > 0 }) else {
      throw ReadingError(.usage, [InputProblem(file: "--weights", "all weights are 0; one above 0 was expected")])
    }
    return weights
  }
}
