import Compute
import GraphModel

/// How much weight lies between communities.
enum CommunityTies {
  /// The combined weights between the largest communities, both ways, with all combined weight adding up to 1; what lies
  /// inside a community, or leads to others, is no part of it.
  ///
  /// - Parameters:
  ///   - states: the communities of the last look, by label.
  ///   - society: whose ties they are.
  ///   - largest: how many communities have their ties told; of equally large ones those with the smaller labels.
  /// - Returns: a row for each of the states.
  /// - Complexity: O(people + arcs + largest^2).
  static func table(_ states: [CommunityState], of society: SimulatedSociety, largest: Int) -> TieTable {
    let order = states.indices.sorted { (states[$0].people, $1) > (states[$1].people, $0) }.prefix(largest)
    let told = order.sorted()
    let labels = society.communityLabels ?? []
    var slotOfLabel = [Int32](repeating: -1, count: (labels.max() ?? 0) + 1)
    for (slot, place) in told.enumerated() { slotOfLabel[states[place].label] = Int32(slot) }
    let slots = labels.map { $0 > 0 ? slotOfLabel[$0] : -1 }
    let now = society.society
    let factors = now.combinedFactors(shares: society.plan.shares, threads: society.plan.threads)
    var weights = [Double](repeating: 0, count: told.count * told.count)
    for (layer, factor) in zip(now.layers, factors) where factor > 0 {
      for person in slots.indices where slots[person] >= 0 {
        let slot = slots[person]
        layer.ties.forEachTie(of: person) { neighbor, weight in
          let other = slots[neighbor]
          if other >= 0, other != slot {
            weights[Int(min(slot, other)) * told.count + Int(max(slot, other))] += weight * factor
          }
        }
      }
    }
    var arcs = ArcList()
    for one in told.indices {
      for other in told.indices where other > one {
        let weight = weights[one * told.count + other]
        if weight > 0 { arcs.appendTie(told[one], told[other], weight) }
      }
    }
    return TieTable(personCount: states.count, arcs: arcs)
  }
}
