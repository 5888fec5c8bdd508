import Compute
import Foundation
import GraphModel

/// What is drawn for everyone in a period: deeds and missed payments.
struct DrawnEvents {
  let plan: Plan
  let period: Int

  private var seed: UInt64 { plan.scenario.seed }
  private var blocks: [Range<Int>] { Blocks.even(count: plan.society.count, size: 1 << 12) }

  /// The points of everyone's deeds: `Poisson(rate)` deeds of `Normal(mean, sd)` points each.
  func deeds() -> [Double] {
    var points = [Double](repeating: 0, count: plan.society.count)
    guard plan.scenario.deeds != nil else { return points }
    let counts = plan.deedLaws.map { Poisson(mean: $0.rate) }
    Parallel.fill(&points, blocks: blocks, threads: plan.threads) { block, slice in
      for person in block {
        let position = plan.lawOf.isEmpty ? 0 : Int(plan.lawOf[person])
        let law = plan.deedLaws[position]
        var random = RuleStream.deeds.of(person, period: period, seed: seed)
        let count = Double(counts[position].draw(&random))
        // The sum of k independent normals is normal.
        if count > 0 {
          slice[person - block.lowerBound] = count * law.mean + count.squareRoot() * law.sd * random.normal()
        }
      }
    }
    return points
  }

  /// Who misses a payment: 1 if somebody does.
  ///
  /// - Parameter tiers: the tier of each person, from 0, which makes it less likely; empty if tiers bring nothing.
  func missed(_ rule: Scenario.MissedPaymentRule, tiers: [UInt8]) -> [UInt8] {
    var missed = [UInt8](repeating: 0, count: plan.society.count)
    let relief = 1 - (plan.scenario.rewards?.credit ?? 0)
    let chances = (0...plan.cuts.count).map { rule.chance * pow(relief, Double($0)) }
    Parallel.fill(&missed, blocks: blocks, threads: plan.threads) { block, slice in
      for person in block {
        var random = RuleStream.missedPayments.of(person, period: period, seed: seed)
        let chance = tiers.isEmpty ? rule.chance : chances[Int(tiers[person])]
        slice[person - block.lowerBound] = random.uniform() < chance ? 1 : 0
      }
    }
    return missed
  }
}
