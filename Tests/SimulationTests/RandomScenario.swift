import Compute
import GraphModel
import Propagation
import Simulation
import TestSupport

/// A scenario with some rules on and some off, drawn from a seed, for a society drawn from the same.
struct RandomScenario {
  let read: ReadSociety
  let scenario: Scenario

  init(_ seed: Int, people: ClosedRange<Int> = 4...40, areDirected: Bool? = nil) {
    let society = RandomSociety.draw(seed: UInt64(seed), people: people, areDirected: areDirected)
    var random = RandomStream(seed: UInt64(seed), stream: 77)
    var scenario = Scenario()
    scenario.seed = UInt64(seed)
    scenario.periods = 6
    scenario.propagation.susceptibility = .constant(Self.pick(&random, [0, 0.3, 0.5, 0.9]))
    scenario.propagation.pull = random.uniform() < 0.3 ? .down : .both
    scenario.propagation.mix = random.uniform() < 0.5 ? .pooled : .perLayer
    scenario.announcement = Self.pick(&random, [0, 0, 2, nil])
    if random.uniform() < 0.6 {
      var rule = Scenario.DeedRule()
      rule.law.rate = 0.5
      rule.law.sd = 40
      rule.halfLife = Self.pick(&random, [nil, 60])
      scenario.deeds = rule
    }
    if random.uniform() < 0.6 {
      var rule = Scenario.MissedPaymentRule()
      rule.chance = 0.3
      rule.halfLife = Self.pick(&random, [nil, 60])
      scenario.missedPayments = rule
    }
    if random.uniform() < 0.5 {
      var rule = Scenario.MoneyRule()
      rule.along = society.layers[0].name
      rule.halfLife = Self.pick(&random, [nil, 40])
      scenario.money = rule
    }
    scenario.tiers.hysteresis = Self.pick(&random, [0, 10])
    if random.uniform() < 0.5 { scenario.rewards = Scenario.RewardRule() }
    if random.uniform() < 0.6 {
      var rule = Scenario.BlacklistRule()
      rule.below = Self.pick(&random, [nil, 500])
      rule.missed = Self.pick(&random, [nil, 2])
      rule.contagion = Self.pick(&random, [nil, 0.6])
      rule.friendPoints = Self.pick(&random, [0, -15])
      rule.cap = Self.pick(&random, [nil, 450])
      rule.releaseAfter = Self.pick(&random, [nil, 1, 3])
      rule.mark = Self.pick(&random, [0, -30])
      rule.markHalfLife = Self.pick(&random, [nil, 60])
      scenario.blacklist = rule
    }
    if random.uniform() < 0.5 {
      var rule = Scenario.EffortRule()
      rule.goal = Self.pick(&random, [.tier, .rank])
      scenario.effort = rule
    }
    scenario.conformity = Self.pick(&random, [0, 0.1])
    scenario.decay = Self.pick(&random, [0, 0.1])
    if random.uniform() < 0.8 {
      var rule = Scenario.RewiringRule()
      rule.choice = Self.pick(&random, [.cost, .blind, .gap, .similarity, .wei])
      rule.layers = society.layers.map(\.name)
      rule.review = Self.pick(&random, [0.2, 1])
      rule.noise = Self.pick(&random, [0, 5])
      rule.dropThreshold = Self.pick(&random, [0, 3])
      rule.budget = Self.pick(&random, [1, 1.5])
      scenario.rewiring = rule
    }
    if random.uniform() < 0.4 {
      scenario.trait = Scenario.TraitRule()
      scenario.trait?.score = 1
    }
    scenario.communities = nil
    scenario.settlePeriods = 0
    scenario.twins = []
    self.read = ReadSociety(society: society, notices: [], files: [])
    self.scenario = scenario
  }

  private static func pick<Value>(_ random: inout RandomStream, _ values: [Value]) -> Value {
    values[random.integer(below: values.count)]
  }
}
