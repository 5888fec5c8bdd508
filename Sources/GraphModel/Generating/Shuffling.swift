import Compute

/// The order in which places of a model become people with ids.
enum Shuffling {
  /// The person at each place: a random order, or the order of the places.
  ///
  /// Source: the shuffle of Fisher and Yates, as by R. Durstenfeld, CACM 7 (1964). It is serial: 0.05 us a person.
  static func people(_ count: Int, isShuffled: Bool, seed: UInt64) -> [Int32] {
    var order = [Int32](0..<Int32(count))
    guard isShuffled else { return order }
    var stream = GeneratingStream.shuffle.of(0, seed: seed)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, stream.integer(below: last + 1)) }
    return order
  }

  /// The place of each person.
  static func places(_ people: [Int32]) -> [Int32] {
    var places = people
    for (place, person) in people.enumerated() { places[Int(person)] = Int32(place) }
    return places
  }
}
