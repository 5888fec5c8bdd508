import GraphModel

/// People who were in no earlier picture, given places to begin from.
struct Newcomers {
  /// A place for everyone.
  let places: [SIMD2<Double>]

  /// - Parameter starts: at least one of them is a place.
  init(_ ties: TieTable, _ starts: [SIMD2<Double>?]) {
    var places = starts
    var waiting = starts.indices.filter { starts[$0] == nil }
    // Those tied to somebody with a place first, then those tied to them, and so on.
    while !waiting.isEmpty {
      let known = places
      for person in waiting { places[person] = Self.middle(of: person, ties, known) }
      let left = waiting.filter { places[$0] == nil }
      if left.count == waiting.count { break }
      waiting = left
    }
    var corner = FreePlaces(places.compactMap { $0 }, count: starts.count)
    self.places = places.map { $0 ?? corner.next() }
  }

  /// The middle of those whom a person is tied to and who have places.
  private static func middle(of person: Int, _ ties: TieTable, _ places: [SIMD2<Double>?]) -> SIMD2<Double>? {
    var (sum, count) = (SIMD2<Double>.zero, 0.0)
    ties.forEachTie(of: person) { neighbor, _ in
      guard let place = places[neighbor] else { return }
      sum += place
      count += 1
    }
    return count > 0 ? sum / count : nil
  }
}
