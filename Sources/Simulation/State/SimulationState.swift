import GraphModel

/// Everything that changes from period to period: together with the scenario and the society it decides what follows.
struct SimulationState: Sendable {
  /// The last period that is complete.
  var period = 0
  /// The layers as they are now; those that nothing has changed are the society's own.
  var layers: [Layer]
  /// What own scores are made of.
  var accounts: OwnAccounts
  /// Own scores, as they count.
  var own: [Double]
  /// Public scores.
  var scores: [Double] = []
  /// Tiers and the list.
  var status: Status
  /// What the list did to the sum of own scores in the period before, in points.
  var sanctions = 0.0
  /// Everyone's effort in the last period, in points.
  var effort: [Double]
  /// The opinion of each person (Holme and Newman); empty for other rules.
  var opinions: [Int] = []
  /// The communities of period 0; `nil` if communities are not looked for.
  var firstPartition: Partition?
  /// The communities found last.
  var partition: Partition?
  /// Who they were before; `nil` if communities are not looked for.
  var tracking: CommunityTracking?
  /// The sum of the fingerprints of all ties that came since period 0, less those that went.
  var tieDigest: UInt64 = 0

  init(_ plan: Plan) {
    let people = plan.society.count
    layers = plan.society.layers
    own = plan.society.ownScores
    accounts = OwnAccounts(own)
    status = Status([Double](repeating: 0, count: people), plan)
    effort = [Double](repeating: 0, count: people)
    opinions = OpinionRewiring.start(plan)
    tracking = plan.scenario.communities.map { CommunityTracking(overlap: $0.overlap) }
  }
}
