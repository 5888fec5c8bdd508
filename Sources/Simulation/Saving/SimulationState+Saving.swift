import Compute
import GraphModel

extension SimulationState {
  /// What is not an array.
  struct Facts: Sendable, Codable {
    let period: Int
    let sanctions: Double
    let tieDigest: UInt64
    /// How many communities there were in period 0; `nil` without.
    let firstCommunities: Int?
    /// How many there are; `nil` without.
    let communities: Int?
    let tracking: CommunityTracking.Facts?
    /// The half-lives, times and points of dated events need no arrays: there are few.
    let dated: [OwnAccounts.FadingEvent]
  }

  var facts: Facts {
    Facts(
      period: period, sanctions: sanctions, tieDigest: tieDigest, firstCommunities: firstPartition?.count,
      communities: partition?.count, tracking: tracking?.facts, dated: accounts.dated)
  }

  /// Everything that is an array, each under a name that begins with the given one.
  ///
  /// Layers that are those of the society are left out.
  func save(as name: String, of plan: Plan, in arrays: inout SavedArrays) {
    arrays[name + ".level"] = SavedArray(accounts.level)
    arrays[name + ".deeds"] = SavedArray(accounts.deeds)
    arrays[name + ".missed_points"] = SavedArray(accounts.missed)
    arrays[name + ".marks"] = SavedArray(accounts.marks)
    arrays[name + ".own_scores"] = SavedArray(own)
    arrays[name + ".public_scores"] = SavedArray(scores)
    arrays[name + ".effort"] = SavedArray(effort)
    arrays[name + ".tiers"] = SavedArray(status.tiers)
    arrays[name + ".listed_since"] = SavedArray(status.listedSince)
    arrays[name + ".missed_payments"] = SavedArray(status.missed)
    arrays[name + ".opinions"] = SavedArray(opinions)
    if let firstPartition { arrays[name + ".first_communities"] = SavedArray(firstPartition.parts) }
    if let partition { arrays[name + ".communities"] = SavedArray(partition.parts) }
    if let tracking { arrays[name + ".tracking"] = SavedArray(tracking.slots) }
    for (position, layer) in layers.enumerated()
    where !layer.ties.isSameTable(as: plan.society.layers[position].ties) {
      layer.ties.save(as: "\(name).layer-\(position)", in: &arrays)
    }
  }

  /// The state that was saved under a name.
  ///
  /// - Throws: `Damage` for an array that is missing or of another length.
  init(
    saved name: String, _ facts: Facts, of plan: Plan, _ arrays: SavedArrays
  ) throws(SavedArrays.Damage) {
    self.init(plan)
    let people = plan.society.count
    /// An array that is empty until something happens.
    func some(_ part: String) throws(SavedArrays.Damage) -> [Double] {
      let values = try arrays.numbers(name + part)
      guard values.isEmpty || values.count == people else { throw SavedArrays.Damage(name: name + part) }
      return values
    }
    (period, sanctions, tieDigest) = (facts.period, facts.sanctions, facts.tieDigest)
    accounts.level = try arrays.numbers(name + ".level", count: people)
    accounts.deeds = try some(".deeds")
    accounts.missed = try some(".missed_points")
    accounts.marks = try some(".marks")
    accounts.dated = facts.dated
    own = try arrays.numbers(name + ".own_scores", count: people)
    scores = try arrays.numbers(name + ".public_scores", count: people)
    effort = try arrays.numbers(name + ".effort", count: people)
    status.tiers = try arrays.bytes(name + ".tiers", count: people)
    status.listedSince = try arrays.int32(name + ".listed_since", count: people)
    status.missed = try arrays.int32(name + ".missed_payments")
    opinions = try arrays.integers(name + ".opinions")
    if let count = facts.firstCommunities {
      firstPartition = Partition(
        parts: try arrays.integers(name + ".first_communities", count: people), count: count)
    }
    if let count = facts.communities {
      partition = Partition(parts: try arrays.integers(name + ".communities", count: people), count: count)
    }
    if let facts = facts.tracking {
      tracking = CommunityTracking(facts, slots: try arrays.int32(name + ".tracking"))
    }
    for (position, old) in plan.society.layers.enumerated() {
      let stem = "\(name).layer-\(position)"
      guard arrays[stem + ".offsets"] != nil else { continue }
      layers[position] = Layer(
        name: old.name, kind: old.kind, isDirected: old.isDirected, isWeighted: old.isWeighted,
        ties: try TieTable(saved: stem, people: people, arrays), share: old.share)
    }
  }
}
