import Compute
import GraphModel

/// The model of Deffuant, Neau, Amblard and Weisbuch: two people meet, and if they are within epsilon they move towards
/// each other.
///
/// Scores begin at `s`. A round is as many meetings as there are people with ties (among everyone: as people), one after the
/// other. Among everyone two distinct people meet, all pairs alike. Among ties a person i is drawn from those with ties,
/// and one of the ties with the chance `W_ij`. If `|x_j - x_i| <= epsilon`, then i moves by `mu (x_j - x_i)`. So does j, by
/// `mu (x_i - x_j)`, among everyone, and among ties if j is influenced by i in some active layer too: an undirected tie
/// moves both and keeps the mean of the scores, an arc `i -> j` without its reverse moves i alone.
///
/// A difference of epsilon counts as within it, also where rounding pushed it above by up to 16 units of rounding of the
/// largest own score.
///
/// Source: G. Deffuant, D. Neau, F. Amblard, G. Weisbuch, "Mixing beliefs among interacting agents", Advances in Complex
/// Systems 3 (2000) 87-98. Weights and directions are this project's addition.
public struct PairwiseMeetings: Sendable {
  /// `W`; among everyone only its number of people counts.
  public let network: InfluenceMatrix
  /// `s`, one a person, in points.
  public let ownScores: [Double]
  /// `epsilon`, in points, 0 or more.
  public let confidence: Double
  /// `mu`, the part of the difference that one moves by: above 0, at most 0.5, where both meet in the middle.
  public let step: Double
  /// Whom people meet.
  public let partners: Partners
  /// What the meetings are drawn from: round r, the first being 1, has a stream of random numbers of its own.
  public let seed: UInt64
  let reach: ConfidenceReach

  /// The stream of random numbers that meetings are drawn from.
  static let randomStream: UInt32 = 200

  /// The model.
  ///
  /// - Parameters:
  ///   - network: `W`.
  ///   - ownScores: `s`, one a person, at most 1e100 in magnitude.
  ///   - confidence: `epsilon`, in points, 0 or more; infinite trusts everyone.
  ///   - step: `mu`, above 0 and at most 0.5.
  ///   - partners: whom people meet.
  ///   - seed: the seed of the meetings.
  public init(
    network: InfluenceMatrix, ownScores: [Double], confidence: Double, step: Double, partners: Partners, seed: UInt64
  ) {
    precondition(ownScores.count == network.personCount, "one score a person")
    precondition(ownScores.allSatisfy { $0.magnitude <= 1e100 }, "own scores are at most 1e100")
    precondition(confidence >= 0, "confidence is 0 or more")
    precondition(step > 0 && step <= 0.5, "the step is above 0 and at most 0.5")
    self.network = network
    self.ownScores = ownScores
    self.confidence = confidence
    self.step = step
    self.partners = partners
    self.seed = seed
    reach = ConfidenceReach(confidence: confidence, ownScores: ownScores)
  }

  /// The scores after rounds of meetings from the own scores, until nobody has anything left to settle.
  ///
  /// They have settled when, at the end of a round, no two partners are within epsilon but further apart than the
  /// tolerance; partners are all pairs of people among everyone, and the ends of each arc among ties. This is looked at
  /// after every round: first for the pair that stood open the last time, and only if that has closed for all, so it costs
  /// O(people + arcs) at most and mostly nothing. Directed ties to two people who stay apart may never settle. One round at
  /// least is done. Meetings follow one another, so one thread does the work.
  ///
  /// - Parameter settings: tolerance in points, largest number of rounds and progress; solver and threads have no meaning.
  /// - Complexity: O(people log degree) a round among ties, O(people) among everyone, and the look for open pairs.
  public func opinions(_ settings: SolverSettings) -> Opinions {
    var scores = ownScores
    var previous = ownScores
    let meetings = MeetingDraw(network, partners: partners)
    var openPair: (Int, Int)?
    var rounds = 0
    var isSettled = false
    while !isSettled && rounds < settings.maximumRounds {
      previous = scores
      rounds += 1
      hold(meetings, round: rounds, &scores)
      settings.progress.advance(by: 1)
      if let pair = openPair, isOpen(scores[pair.0], scores[pair.1], settings.tolerance) { continue }
      openPair = partners == .everyone ? findPair(scores, settings.tolerance) : findTie(scores, settings.tolerance)
      isSettled = openPair == nil
    }
    let change = zip(scores, previous).lazy.map { ($0 - $1).magnitude }.max() ?? 0
    return Opinions(
      scores: scores, previousScores: previous, rounds: rounds, change: change, isSettled: isSettled)
  }

  /// The groups into which scores have gathered, seen with this model's partners and confidence.
  ///
  /// - Parameter scores: one a person, in points; usually those of `opinions`.
  public func clusters(of scores: [Double]) -> OpinionClusters {
    OpinionClusters(scores, network: network, partners: partners, reach: reach)
  }

  private func hold(_ meetings: MeetingDraw, round: Int, _ scores: inout [Double]) {
    var random = RandomStream(seed: seed, stream: Self.randomStream, index: UInt64(round))
    for _ in 0..<meetings.countPerRound {
      let (person, other) = meetings.draw(&random)
      guard reach.covers(scores[person], scores[other]) else { continue }
      let move = step * (scores[other] - scores[person])
      guard move != 0 else { continue }
      scores[person] += move
      if meetings.movesBoth(person, other) { scores[other] -= move }
    }
  }

  // MARK: What is left to settle

  private func isOpen(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool {
    (one - other).magnitude > tolerance && reach.covers(one, other)
  }

  /// Two people within epsilon but further apart than the tolerance, or `nil`.
  ///
  /// Of all those within reach above a person the furthest decides.
  private func findPair(_ scores: [Double], _ tolerance: Double) -> (Int, Int)? {
    let order = scores.risingOrder()
    var end = 0
    for low in order.lazy.map(Int.init) {
      while end < order.count && reach.covers(scores[Int(order[end])], scores[low]) { end += 1 }
      let high = Int(order[end - 1])
      if isOpen(scores[low], scores[high], tolerance) { return (low, high) }
    }
    return nil
  }

  /// The ends of an arc within epsilon but further apart than the tolerance, or `nil`.
  private func findTie(_ scores: [Double], _ tolerance: Double) -> (Int, Int)? {
    for person in scores.indices {
      var found: Int?
      network.forEachInfluence(on: person) { other in
        if isOpen(scores[person], scores[other], tolerance) { found = other }
      }
      if let found { return (person, found) }
    }
    return nil
  }
}
