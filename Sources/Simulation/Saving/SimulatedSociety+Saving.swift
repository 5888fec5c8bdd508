extension SimulatedSociety {
  /// What is not an array.
  struct Facts: Sendable, Codable {
    let state: SimulationState.Facts
    let record: PeriodRecord
    let listChanges: [Status.Change]
  }

  var facts: Facts { Facts(state: state.facts, record: record, listChanges: listChanges) }

  /// Everything that is an array.
  func save(as name: String, in arrays: inout SavedArrays) { state.save(as: name, of: plan, in: &arrays) }

  /// The society that was saved under a name.
  init(saved name: String, _ facts: Facts, _ plan: Plan, _ arrays: SavedArrays) throws(SavedArrays.Damage) {
    self.init(
      plan, restoring: try SimulationState(saved: name, facts.state, of: plan, arrays), record: facts.record,
      listChanges: facts.listChanges)
  }
}
