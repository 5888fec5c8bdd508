import Compute
import GraphModel
import Propagation

/// What the scheme does once scores have settled: tiers, and the list of those excluded.
struct Status: Sendable, Equatable {
  /// The tier of each person, from 0.
  var tiers: [UInt8]
  /// The period in which each person was listed; -1 for those who are not.
  var listedSince: [Int32]
  /// How many payments each person has missed since the last release; empty if nobody counts.
  var missed: [Int32] = []

  /// Nobody listed, tiers by score.
  init(_ scores: [Double], _ plan: Plan) {
    tiers = scores.map { Self.tier(of: $0, plan.cuts) }
    listedSince = [Int32](repeating: -1, count: scores.count)
  }

  /// Why somebody was put on the list or taken off it.
  enum Reason: String, Sendable, Codable, CaseIterable {
    case score
    case payments
    case contagion
    case time
  }

  /// Who was listed or released in a period, and why.
  struct Change: Sendable, Equatable, Codable {
    let person: Int
    let period: Int
    let isListed: Bool
    let reason: Reason
  }

  /// How many people are listed.
  var listedCount: Int { listedSince.count { $0 >= 0 } }

  static func tier(of score: Double, _ cuts: [Double]) -> UInt8 { UInt8(cuts.count { $0 <= score }) }

  /// Gives people their new tiers: up at a cut, down once the score is `hysteresis` below it.
  ///
  /// - Returns: people by the tier before (row) and after (column).
  mutating func moveTiers(_ scores: [Double], _ plan: Plan) -> [[Int]] {
    let slack = plan.scenario.tiers.hysteresis
    var flows = [[Int]](repeating: [Int](repeating: 0, count: plan.cuts.count + 1), count: plan.cuts.count + 1)
    for person in scores.indices {
      let before = tiers[person]
      var after = Self.tier(of: scores[person], plan.cuts)
      // A tier is kept while the score is not further below its cut than the slack.
      if after < before { after = min(before, Self.tier(of: scores[person] + slack, plan.cuts)) }
      tiers[person] = after
      flows[Int(before)][Int(after)] += 1
    }
    return flows
  }

  /// Counts missed payments of people who are not listed.
  mutating func count(missedNow: [UInt8]) {
    if missed.isEmpty { missed = [Int32](repeating: 0, count: tiers.count) }
    for person in missedNow.indices where missedNow[person] > 0 && listedSince[person] < 0 { missed[person] += 1 }
  }

  /// Puts people on the list and takes them off it.
  ///
  /// All are judged by the list as it was; whoever is released is not listed again in the same period.
  ///
  /// - Parameters:
  ///   - isPublic: whether scores are public, so that they can be acted on.
  ///   - network: `W`, for a list that spreads.
  mutating func moveList(
    _ rule: Scenario.BlacklistRule, scores: [Double], isPublic: Bool, network: InfluenceMatrix, period: Int,
    threads: ThreadCount
  ) -> [Change] {
    var changes: [Change] = []
    var shares: [Double?] = []
    if rule.contagion != nil, listedCount > 0 {
      shares = network.networkScores(listedSince.map { $0 >= 0 ? 1 : 0 }, threads: threads)
    }
    for person in scores.indices {
      var reason: Reason?
      if listedSince[person] >= 0 {
        if let time = rule.releaseAfter, period - Int(listedSince[person]) >= time { reason = .time }
        if isPublic, let above = rule.releaseAbove, scores[person] >= above { reason = .score }
        guard let reason else { continue }
        listedSince[person] = -1
        if !missed.isEmpty { missed[person] = 0 }
        changes.append(Change(person: person, period: period, isListed: false, reason: reason))
      } else {
        // Shares of a row add up to 1 but for rounding.
        if let share = rule.contagion, !shares.isEmpty, (shares[person] ?? 0) >= share * (1 - 1e-12) {
          reason = .contagion
        }
        if let limit = rule.missed, !missed.isEmpty, Int(missed[person]) >= limit { reason = .payments }
        if isPublic, let below = rule.below, scores[person] < below { reason = .score }
        guard let reason else { continue }
        listedSince[person] = Int32(period)
        changes.append(Change(person: person, period: period, isListed: true, reason: reason))
      }
    }
    return changes
  }

  /// What the list does to own scores: a penalty for each listed friend, and a cap for the listed.
  ///
  /// - Parameters:
  ///   - own: own scores without it; changed in place.
  ///   - friendships: the layers in which friends are counted.
  /// - Returns: the sum of the changes, in points.
  func sanction(
    _ own: inout [Double], _ rule: Scenario.BlacklistRule, on scale: Scale, friendships: [Layer],
    threads: ThreadCount
  ) -> Double {
    guard listedCount > 0 else { return 0 }
    var change = CompensatedSum()
    if rule.friendPoints != 0 {
      let friends = listedFriends(friendships, threads: threads)
      for person in own.indices where friends[person] > 0 {
        let score = own[person] + rule.friendPoints * min(friends[person], Double(rule.friendLimit))
        let held = min(max(score, scale.low), scale.high)
        change.add(held - own[person])
        own[person] = held
      }
    }
    if let cap = rule.cap {
      for person in own.indices where listedSince[person] >= 0 && own[person] > cap {
        change.add(cap - own[person])
        own[person] = cap
      }
    }
    return change.value
  }

  /// How many listed friends each person has, a friend in two layers counting twice.
  private func listedFriends(_ friendships: [Layer], threads: ThreadCount) -> [Double] {
    var friends = [Double](repeating: 0, count: listedSince.count)
    let isListed = listedSince.map { $0 >= 0 ? 1.0 : 0 }
    for layer in friendships {
      guard layer.isDirected else {
        // The rows of the few who are listed hold all that is asked for.
        for person in listedSince.indices where listedSince[person] >= 0 {
          layer.ties.forEachTie(of: person) { friend, _ in friends[friend] += 1 }
        }
        continue
      }
      var sums = [Double](repeating: 0, count: friends.count)
      Parallel.fill(&sums, blocks: layer.ties.rowBlocks(), threads: threads) { block, slice in
        layer.ties.weightedSums(of: isListed.span, for: block, isCounting: true, into: &slice)
      }
      for person in friends.indices { friends[person] += sums[person] }
    }
    return friends
  }
}
