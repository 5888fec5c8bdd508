import GraphModel

/// The network at one period, as it is kept to be drawn: people one by one, or communities.
struct RecordedFrame: Sendable {
  /// The period.
  let period: Int
  /// The lasting labels of communities, rising; `nil` for people, who stand in the society's order.
  let labels: [Int]?
  /// How many people each node stands for.
  let people: [Int]
  /// The mean own scores, in points.
  let ownScores: [Double]
  /// The mean public scores, in points.
  let publicScores: [Double]
  /// The lasting labels of people's communities, 0 for none; empty for communities, and if none were looked for.
  let communities: [Int]
  /// Who is on the blacklist, rising; empty for communities.
  let listed: [Int]
  /// The combined ties among nodes, both ways, with all combined weight adding up to 1.
  let ties: TieTable

  /// How many of the largest communities have their ties with one another kept: which of them will be drawn shows at the
  /// end only, and ties among all would take the square of their number.
  static let tiedCommunities = 512

  /// Everyone, with their ties; not those that payments change in every period, unless there are no others.
  ///
  /// - Precondition: there are few people.
  init(peopleOf society: SimulatedSociety) {
    let plan = society.plan
    let kept = society.layers.indices.filter { $0 != society.paymentLayer && plan.shares[$0] > 0 }
    let now = society.society
    let isMoneyOnly = kept.allSatisfy { now.layers[$0].ties.arcCount == 0 }
    let layers = isMoneyOnly ? now.layers : kept.map { now.layers[$0] }
    let shares = isMoneyOnly ? plan.shares : kept.map { plan.shares[$0] }
    let drawn = Society(
      name: now.name, people: now.people, scale: now.scale, ownScores: now.ownScores, layers: layers)
    period = society.period
    labels = nil
    people = [Int](repeating: 1, count: now.count)
    ownScores = society.ownScores
    publicScores = society.publicScores
    communities = society.communityLabels ?? []
    let isListed = society.isListed
    listed = isListed.indices.filter { isListed[$0] }
    ties = drawn.combined(shares: shares, threads: plan.threads)
  }

  /// The communities of the last look, with the scores and ties of now.
  ///
  /// - Complexity: O(people + arcs).
  init(_ states: [CommunityState], of society: SimulatedSociety) {
    period = society.period
    labels = states.map(\.label)
    people = states.map(\.people)
    ownScores = states.map(\.meanOwnScore)
    publicScores = states.map(\.meanPublicScore)
    (communities, listed) = ([], [])
    ties = CommunityTies.table(states, of: society, largest: Self.tiedCommunities)
  }

  // MARK: Saving

  /// Everything but the period, as arrays.
  func save(as name: String, in arrays: inout SavedArrays) {
    if let labels { arrays[name + ".labels"] = SavedArray(labels) }
    arrays[name + ".people"] = SavedArray(people)
    arrays[name + ".own_scores"] = SavedArray(ownScores)
    arrays[name + ".public_scores"] = SavedArray(publicScores)
    arrays[name + ".communities"] = SavedArray(communities)
    arrays[name + ".listed"] = SavedArray(listed)
    ties.save(as: name + ".ties", in: &arrays)
  }

  /// The frame that was saved under a name.
  init(saved name: String, period: Int, _ arrays: SavedArrays) throws(SavedArrays.Damage) {
    self.period = period
    people = try arrays.integers(name + ".people")
    labels = arrays[name + ".labels"] == nil ? nil : try arrays.integers(name + ".labels", count: people.count)
    ownScores = try arrays.numbers(name + ".own_scores", count: people.count)
    publicScores = try arrays.numbers(name + ".public_scores", count: people.count)
    communities = try arrays.integers(name + ".communities")
    guard communities.isEmpty || communities.count == people.count else {
      throw SavedArrays.Damage(name: name + ".communities")
    }
    listed = try arrays.integers(name + ".listed")
    ties = try TieTable(saved: name + ".ties", people: people.count, arrays)
  }
}
