import Compute
import Foundation
import GraphModel
import Propagation

/// What people weigh when they think about a tie: what it does to their score, and what else it is worth.
struct TieValue: Sendable {
  private let choice: Scenario.RewiringRule.Choice
  private let rule: Scenario.RewiringRule
  /// Whether scores are public; otherwise nobody knows what a tie does to a score.
  private let isPublic: Bool
  private let scores: [Double]
  private let tiers: [UInt8]
  private let status: Double
  private let trait: [Double]
  private let traitWeight: Double
  private(set) var gains: TieGains?

  /// The mean distance of two independent standard normal numbers: what the trait of strangers is apart.
  private static let meanDistance = 2 / Double.pi.squareRoot()

  init(
    _ plan: Plan, _ rule: Scenario.RewiringRule, model: FriedkinJohnsen, scores: [Double], tiers: [UInt8],
    isPublic: Bool
  ) {
    self.rule = rule
    choice = rule.choice
    self.isPublic = isPublic
    self.scores = scores
    self.tiers = tiers
    status = isPublic ? plan.scenario.rewards?.status ?? 0 : 0
    trait = plan.trait ?? []
    traitWeight = plan.scenario.trait?.ties ?? 0
    let weighsCosts = choice == .cost || choice == .blind
    gains = isPublic && weighsCosts ? TieGains(model, scores: scores, threads: plan.threads) : nil
  }

  /// What a person gains by dropping a friend, in points.
  func dropping(_ person: Int, _ friend: Int, weight: Double, layer: Int) -> Double {
    scoreGain(person, friend) { $0.dropping(person, friend, weight: weight, layer: layer) }
      - worth(person, friend)
  }

  /// What a person gains by a new tie to another one, in points.
  func adding(_ person: Int, _ other: Int, weight: Double, layer: Int) -> Double {
    let gain: Double
    switch choice {
    // Who was worth dropping is not worth having.
    case .gap: gain = isPublic ? scores[other] - scores[person] : 0
    case .similarity: gain = isPublic ? -(scores[other] - scores[person]).magnitude : 0
    default: gain = gains?.adding(person, other, weight: weight, layer: layer) ?? 0
    }
    return gain + worth(person, other)
  }

  /// Counts a tie as dropped from now on, for its first person.
  mutating func drop(_ person: Int, _ friend: Int, weight: Double, layer: Int) {
    gains?.drop(person, friend, weight: weight, layer: layer)
  }

  private func scoreGain(_ person: Int, _ friend: Int, _ cost: (TieGains) -> Double) -> Double {
    switch choice {
    case .gap: isPublic ? scores[person] - scores[friend] : 0
    case .similarity: isPublic ? (scores[person] - scores[friend]).magnitude : 0
    default: gains.map(cost) ?? 0
    }
  }

  /// What a tie is worth beside scores: the other's tier, and common interests.
  private func worth(_ person: Int, _ other: Int) -> Double {
    var worth = status == 0 ? 0 : status * Double(tiers[other])
    if traitWeight != 0, !trait.isEmpty {
      worth += traitWeight * (Self.meanDistance - (trait[person] - trait[other]).magnitude)
    }
    return worth
  }

  /// Whether a gain is enough, with a given draw from [0, 1): `logistic((gain - threshold) / noise)`.
  func isEnough(_ gain: Double, threshold: Double, draw: Double) -> Bool {
    guard rule.noise > 0 else { return gain > threshold }
    return draw < 1 / (1 + exp(-(gain - threshold) / rule.noise))
  }
}
