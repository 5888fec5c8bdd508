extension PeopleSnapshot {
  /// Everything but the period, as arrays.
  package func save(as name: String, in arrays: inout SavedArrays) {
    arrays[name + ".own_scores"] = SavedArray(ownScores)
    arrays[name + ".public_scores"] = SavedArray(publicScores)
    if let communities { arrays[name + ".communities"] = SavedArray(communities) }
    if let tiers { arrays[name + ".tiers"] = SavedArray(tiers) }
    if let listed { arrays[name + ".listed"] = SavedArray(listed.map { $0 ? UInt8(1) : 0 }) }
  }

  /// The values that were saved under a name.
  package init(saved name: String, period: Int, people: Int, _ arrays: SavedArrays) throws(SavedArrays.Damage) {
    func integers(_ part: String) throws(SavedArrays.Damage) -> [Int]? {
      arrays[name + part] == nil ? nil : try arrays.integers(name + part, count: people)
    }
    var listed: [Bool]?
    if arrays[name + ".listed"] != nil { listed = try arrays.bytes(name + ".listed", count: people).map { $0 != 0 } }
    self.init(
      period: period, ownScores: try arrays.numbers(name + ".own_scores", count: people),
      publicScores: try arrays.numbers(name + ".public_scores", count: people),
      communities: try integers(".communities"), tiers: try integers(".tiers"), listed: listed)
  }
}
