import Compute
import Foundation
import GraphModel
import Propagation

/// Ties dropped and made by choice in one period.
///
/// First everybody thinks about some of their ties and drops those that cost too much; either side can. Then those who
/// have fewer ties than in period 0 ask others, and a tie is made if both want it. Everyone decides by what they see at the
/// start; ties that cannot all be made, because somebody would have too many, are made in a random order.
struct Rewiring {
  let plan: Plan
  let rule: Scenario.RewiringRule
  let period: Int
  /// The tables of all layers.
  let ties: [TieTable]
  /// Who is on the list.
  let listedSince: [Int32]
  /// How many ties to drop and make, instead of as many as people would choose to; for `blind` alone.
  let matching: Counts?

  /// How many ties were dropped and made by choice.
  struct Counts: Sendable, Equatable {
    var dropped = 0
    var made = 0
  }

  /// What came of it.
  struct Result {
    var changes: [TieChange] = []
    var counts = Counts()
    /// How often somebody thought about a tie.
    var considered = 0
    /// How often somebody asked somebody for a tie.
    var asked = 0
    /// How often the other one refused.
    var declined = 0
  }

  private var seed: UInt64 { plan.scenario.seed }
  private var blocks: [Range<Int>] { Blocks.even(count: plan.society.count, size: 1 << 11) }

  func callAsFunction(_ value: TieValue) -> Result {
    var value = value
    var result = Result()
    let dropped = drop(value, &result)
    guard rule.choice.weighsGains else { return result }
    for change in result.changes {
      value.drop(change.source, change.target, weight: change.weight, layer: change.layer)
      if !plan.society.layers[change.layer].isDirected {
        value.drop(change.target, change.source, weight: change.weight, layer: change.layer)
      }
    }
    make(value, dropped: dropped, &result)
    return result
  }

  // MARK: Dropping

  /// Somebody who thinks about a tie.
  private struct Review {
    let person: Int32
    let friend: Int32
    let slot: Int32
    let weight: Double
    let gain: Double
    let drops: Bool
  }

  /// The pairs that were dropped, for each rewired layer.
  private func drop(_ value: TieValue, _ result: inout Result) -> [PairTable] {
    let reviews = reviews(value)
    result.considered = reviews.count
    var order = reviews.indices.filter { reviews[$0].drops }
    var limit = Int.max
    if rule.choice == .blind {
      limit = matching?.dropped ?? distinct(order.map { reviews[$0] })
      order = Array(reviews.indices)
      var random = RuleStream.blindDrops.of(period: period, seed: seed)
      random.shuffle(&order)
    }
    var tables = plan.rewired.map { _ in PairTable() }
    for slot in tables.indices { tables[slot].clear(for: order.count) }
    // Where both sides drop a tie, the place of its change.
    var places: [Int] = []
    for index in order {
      let review = reviews[index]
      let layer = plan.rewired[Int(review.slot)]
      let (one, other) = pair(Int(review.person), Int(review.friend), layer)
      guard result.counts.dropped < limit else { break }
      guard tables[Int(review.slot)].insert(one, other) else {
        if review.drops { places.append(index) }
        continue
      }
      result.counts.dropped += 1
      result.changes.append(
        TieChange(
          kind: .dropped, source: one, target: other, layer: layer, by: Int(review.person) == one ? .source : .target,
          gain: rule.choice.weighsGains ? review.gain : nil, weight: review.weight))
    }
    markBoth(places.map { reviews[$0] }, &result)
    return tables
  }

  /// Says of ties that both sides dropped that both did.
  private func markBoth(_ reviews: [Review], _ result: inout Result) {
    guard !reviews.isEmpty, rule.choice != .blind else { return }
    var positions: [SIMD3<Int>: Int] = [:]
    for (position, change) in result.changes.enumerated() {
      positions[SIMD3(change.layer, change.source, change.target)] = position
    }
    for review in reviews {
      let layer = plan.rewired[Int(review.slot)]
      let (one, other) = pair(Int(review.person), Int(review.friend), layer)
      guard let position = positions[SIMD3(layer, one, other)] else { continue }
      let change = result.changes[position]
      let isSource = Int(review.person) == one
      result.changes[position] = TieChange(
        kind: .dropped, source: one, target: other, layer: layer, by: .both,
        gain: isSource ? review.gain : change.gain, weight: change.weight)
    }
  }

  /// The pair as a set knows it: as it is in a one-way layer, the smaller index first in others.
  private func pair(_ one: Int, _ other: Int, _ layer: Int) -> (Int, Int) {
    plan.society.layers[layer].isDirected || one < other ? (one, other) : (other, one)
  }

  private func distinct(_ reviews: [Review]) -> Int {
    var table = PairTable()
    table.clear(for: reviews.count * plan.rewired.count)
    var count = 0
    let people = plan.society.count
    for review in reviews {
      let (one, other) = pair(Int(review.person), Int(review.friend), plan.rewired[Int(review.slot)])
      // Layers apart from each other.
      if table.insert(one, other + Int(review.slot) * people) { count += 1 }
    }
    return count
  }

  /// Who thinks about which ties, in the order of people, and how they decide.
  private func reviews(_ value: TieValue) -> [Review] {
    let chance = rule.choice == .wei ? 1 : rule.review
    guard chance > 0 else { return [] }
    let scale = chance < 1 ? 1 / log1p(-chance) : 0
    return Parallel.map(blocks.count, threads: plan.threads) { block in
      var list: [Review] = []
      for person in blocks[block] {
        var random = RuleStream.reviews.of(person, period: period, seed: seed)
        // How many ties are passed over before the next one that is thought about: geometric.
        var skip = chance < 1 ? skipped(&random, scale) : 0
        for (slot, layer) in plan.rewired.enumerated() {
          let degree = ties[layer].degree(of: person)
          guard skip < degree else {
            skip -= degree
            continue
          }
          var position = 0
          ties[layer].forEachTie(of: person) { friend, weight in
            defer { position += 1 }
            guard position == skip else { return }
            skip += 1 + (chance < 1 ? skipped(&random, scale) : 0)
            if friend != person, !isKept(person, friend) {
              list.append(
                review(person, friend, weight, slot: slot, value, draw: random.uniform()))
            }
          }
          skip -= degree
        }
      }
      return list
    }.flatMap { $0 }
  }

  private func skipped(_ random: inout RandomStream, _ scale: Double) -> Int {
    Int(min(log(1 - random.uniform()) * scale, 1e9))
  }

  private func review(
    _ person: Int, _ friend: Int, _ weight: Double, slot: Int, _ value: TieValue, draw: Double
  ) -> Review {
    if rule.choice == .wei {
      let drops = isHigh(person) && !isHigh(friend) && draw < rule.dropChance
      return Review(
        person: Int32(person), friend: Int32(friend), slot: Int32(slot), weight: weight, gain: 0, drops: drops)
    }
    let gain = value.dropping(person, friend, weight: weight, layer: plan.rewired[slot])
    return Review(
      person: Int32(person), friend: Int32(friend), slot: Int32(slot), weight: weight, gain: gain,
      drops: value.isEnough(gain, threshold: rule.dropThreshold, draw: draw))
  }

  private func isHigh(_ person: Int) -> Bool { plan.society.ownScores[person] >= plan.highFrom }

  /// Whether a tie of two people cannot be dropped.
  private func isKept(_ one: Int, _ other: Int) -> Bool {
    plan.keeping.contains { $0[one] != 0 && $0[one] == $0[other] }
  }
}
