extension SimulationRun.ListChange {
  /// Writes who was listed and released to arrays: in a large society there are many.
  static func save(_ changes: [Self], in arrays: inout SavedArrays) {
    arrays["list.people"] = SavedArray(changes.map(\.person))
    arrays["list.periods"] = SavedArray(changes.map(\.period))
    arrays["list.events"] = SavedArray(changes.map { $0.isListed ? UInt8(1) : 0 })
    let reasons = Status.Reason.allCases.map(\.rawValue)
    arrays["list.reasons"] = SavedArray(changes.map { change in UInt8(reasons.firstIndex(of: change.reason) ?? 0) })
  }

  /// Reads them back.
  static func saved(_ arrays: SavedArrays) throws(SavedArrays.Damage) -> [Self] {
    let people = try arrays.integers("list.people")
    let periods = try arrays.integers("list.periods", count: people.count)
    let events = try arrays.bytes("list.events", count: people.count)
    let reasons = try arrays.bytes("list.reasons", count: people.count)
    let known = Status.Reason.allCases
    guard reasons.allSatisfy({ known.indices.contains(Int($0)) }) else {
      throw SavedArrays.Damage(name: "list.reasons")
    }
    return people.indices.map { index in
      Self(
        Status.Change(
          person: people[index], period: periods[index], isListed: events[index] == 1,
          reason: known[Int(reasons[index])]))
    }
  }
}
