/// The changes of each row, their targets rising, the drop of an arc before the additions to it.
///
/// Sorted by two stable counting sorts, first by target, then by source, so that additions to one arc stay in the order
/// of the list.
struct EditsByRow: Sendable {
  /// All changes, row after row.
  let changes: [TieEdits.Change]
  /// Where each row's changes start; empty without changes.
  private let starts: [Int32]

  /// The changes of a table's rows.
  ///
  /// - Complexity: O(changes + people) time, 40 bytes a change and 8 a person while it works.
  init(_ edits: TieEdits, personCount: Int) {
    guard !edits.isEmpty else {
      changes = []
      starts = []
      return
    }
    let list = edits.drops + edits.additions
    precondition(
      list.allSatisfy { $0.source >= 0 && $0.source < personCount && $0.target >= 0 && $0.target < personCount },
      "ends of ties are people")
    let (byTarget, _) = Self.sorted(list, personCount: personCount) { $0.target }
    (changes, starts) = Self.sorted(byTarget, personCount: personCount) { $0.source }
  }

  /// Where a row's changes are.
  @inline(__always)
  func range(of person: Int) -> Range<Int> {
    starts.isEmpty ? 0..<0 : Int(starts[person])..<Int(starts[person + 1])
  }

  /// Changes by an end of theirs, equal ones in their order, and where those of each person start.
  @inline(__always)
  private static func sorted(
    _ changes: [TieEdits.Change], personCount: Int, by end: (TieEdits.Change) -> Int32
  ) -> ([TieEdits.Change], [Int32]) {
    precondition(changes.count <= Int(Int32.max), "more changes than can be numbered")
    // One place further than a start, so that counting up to each end leaves the starts.
    var places = [Int32](repeating: 0, count: personCount + 2)
    for change in changes { places[Int(end(change)) + 2] += 1 }
    for person in 0..<personCount { places[person + 2] += places[person + 1] }
    var sorted = changes
    for change in changes {
      let place = places[Int(end(change)) + 1]
      sorted[Int(place)] = change
      places[Int(end(change)) + 1] = place + 1
    }
    places.removeLast()
    return (sorted, places)
  }
}
