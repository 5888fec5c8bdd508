/// Every community at every look, in little room: 24 bytes each.
struct CommunityLog: Sendable, Equatable {
  /// The periods of the looks, rising.
  private(set) var periods: [Int] = []
  /// Where the communities of each look end in the lists that follow.
  private var ends: [Int] = []
  private var labels: [Int32] = []
  private var people: [Int32] = []
  private var ownScores: [Double] = []
  private var publicScores: [Double] = []

  /// No look yet.
  init() {}

  /// Takes a look.
  mutating func append(_ communities: [CommunityState], period: Int) {
    for community in communities {
      labels.append(Int32(community.label))
      people.append(Int32(community.people))
      ownScores.append(community.meanOwnScore)
      publicScores.append(community.meanPublicScore)
    }
    periods.append(period)
    ends.append(labels.count)
  }

  /// The communities of all looks, one after the other.
  private func forEach(_ body: (_ period: Int, _ community: CommunityState) -> Void) {
    var entry = 0
    for (period, end) in zip(periods, ends) {
      while entry < end {
        body(
          period,
          CommunityState(
            label: Int(labels[entry]), people: Int(people[entry]), meanOwnScore: ownScores[entry],
            meanPublicScore: publicScores[entry]))
        entry += 1
      }
    }
  }

  /// The lives of those that were largest at any time, the largest first; of equal ones the one with the smaller label.
  ///
  /// - Parameters:
  ///   - looks: what became of communities at each look.
  ///   - numbers: how scores are rounded.
  ///   - limit: how many lives are told.
  /// - Returns: the lives, and how many are left out.
  /// - Complexity: O(entries + communities log communities).
  func lives(
    _ looks: [CommunityChanges], _ numbers: DrawnNumbers,
    limit: Int = SimulationPortrait.lifeLimit
  ) -> (lives: [SimulationPortrait.Life], leftOut: Int) {
    var largest = [Int](repeating: 0, count: Int(labels.max() ?? 0) + 1)
    forEach { largest[$1.label] = max(largest[$1.label], $1.people) }
    let all = largest.indices.filter { largest[$0] > 0 }.sorted { (largest[$0], $1) > (largest[$1], $0) }
    let told = Array(all.prefix(limit))
    var places = [Int](repeating: -1, count: largest.count)
    for (place, label) in told.enumerated() { places[label] = place }
    var courses = [[(period: Int, state: CommunityState)]](repeating: [], count: told.count)
    forEach { period, community in
      if places[community.label] >= 0 { courses[places[community.label]].append((period, community)) }
    }
    var from = [[Int]](repeating: [], count: told.count)
    var into = [Int?](repeating: nil, count: told.count)
    for event in looks.lazy.flatMap(\.events) {
      switch event.kind {
      case .birth, .split: if places[event.label] >= 0 { from[places[event.label]] = event.from }
      case .merge: for label in event.from where places[label] >= 0 { into[places[label]] = event.label }
      case .continuation, .death: break
      }
    }
    let lives = told.indices.map { place in
      SimulationPortrait.Life(
        label: told[place], periods: courses[place].map(\.period), people: courses[place].map(\.state.people),
        ownScores: courses[place].map { numbers.score($0.state.meanOwnScore) },
        publicScores: courses[place].map { numbers.score($0.state.meanPublicScore) },
        from: from[place], into: into[place])
    }
    return (lives, all.count - told.count)
  }

  // MARK: Saving

  /// Everything, as arrays.
  func save(as name: String, in arrays: inout SavedArrays) {
    arrays[name + ".periods"] = SavedArray(periods)
    arrays[name + ".ends"] = SavedArray(ends)
    arrays[name + ".labels"] = SavedArray(labels)
    arrays[name + ".people"] = SavedArray(people)
    arrays[name + ".own_scores"] = SavedArray(ownScores)
    arrays[name + ".public_scores"] = SavedArray(publicScores)
  }

  /// The log that was saved under a name.
  init(saved name: String, _ arrays: SavedArrays) throws(SavedArrays.Damage) {
    periods = try arrays.integers(name + ".periods")
    ends = try arrays.integers(name + ".ends", count: periods.count)
    labels = try arrays.int32(name + ".labels")
    guard ends.last ?? 0 == labels.count else { throw SavedArrays.Damage(name: name + ".labels") }
    people = try arrays.int32(name + ".people", count: labels.count)
    ownScores = try arrays.numbers(name + ".own_scores", count: labels.count)
    publicScores = try arrays.numbers(name + ".public_scores", count: labels.count)
  }
}
