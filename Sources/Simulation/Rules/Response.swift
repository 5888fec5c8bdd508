import Analysis
import Compute
import GraphModel
import Propagation

/// What people do about their own scores, having seen public ones: effort, conformity, decay, and what tiers bring.
struct Response {
  let plan: Plan
  /// Whether scores are public, so that people can act on them.
  let isPublic: Bool

  /// Everyone's effort, in points, by the public score.
  ///
  /// `points (1 - d / reach)` where the goal lies d points above the score, 0 < d <= reach; 0 elsewhere.
  ///
  /// - Parameters:
  ///   - scores: public scores.
  ///   - tiers: everyone's tier, from 0; a tier that is kept by the slack is no goal.
  func effort(_ scores: [Double], tiers: [UInt8]) -> [Double] {
    var effort = [Double](repeating: 0, count: scores.count)
    guard isPublic, let rule = plan.scenario.effort else { return effort }
    let goals = rule.goal == .tier ? plan.cuts : Self.tenths(scores)
    for person in scores.indices {
      let ahead = rule.goal == .tier ? goals.dropFirst(Int(tiers[person])) : goals[...]
      guard let goal = ahead.first(where: { $0 > scores[person] }), goal - scores[person] <= rule.reach else {
        continue
      }
      effort[person] = rule.points * (1 - (goal - scores[person]) / rule.reach)
    }
    return effort
  }

  /// The scores that divide people into ten parts.
  private static func tenths(_ scores: [Double]) -> [Double] {
    let sorted = scores.risingNumbers
    return sorted.isEmpty ? [] : (1...9).map { Spread.quantile(sorted, Double($0) / 10) }
  }

  /// Lets people respond; adds to their accounts.
  ///
  /// - Parameters:
  ///   - own: own scores without what being listed does: a cap or a penalty is no conduct, and is not made up for.
  ///   - friends: the mean own score of each person's network; 0 without one.
  ///   - effort: from `effort(_:tiers:)`.
  ///   - tiers: everyone's tier, from 0.
  func apply(
    to accounts: inout OwnAccounts, own: [Double], friends: [Double?], effort: [Double], tiers: [UInt8],
    _ points: inout PointsMoved
  ) {
    let scenario = plan.scenario
    var sums = (effort: CompensatedSum(), conformity: CompensatedSum(), decay: CompensatedSum())
    var others = (trait: CompensatedSum(), rewards: CompensatedSum())
    let reward = isPublic ? scenario.rewards?.deeds ?? 0 : 0
    let trait = scenario.trait?.score ?? 0
    for person in own.indices {
      var change = effort[person]
      sums.effort.add(effort[person])
      if scenario.conformity > 0, let mean = friends[person] {
        let pull = scenario.conformity * (mean - own[person])
        sums.conformity.add(pull)
        change += pull
      }
      if scenario.decay > 0 {
        let pull = scenario.decay * (plan.society.ownScores[person] - own[person])
        sums.decay.add(pull)
        change += pull
      }
      if trait != 0, let values = plan.trait {
        others.trait.add(trait * values[person])
        change += trait * values[person]
      }
      if reward != 0 {
        others.rewards.add(reward * Double(tiers[person]))
        change += reward * Double(tiers[person])
      }
      if change != 0 { accounts.level[person] += change }
    }
    points.effort += sums.effort.value
    points.conformity += sums.conformity.value
    points.decay += sums.decay.value
    points.trait += others.trait.value
    points.rewards += others.rewards.value
  }
}
