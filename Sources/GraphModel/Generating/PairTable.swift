/// A set of pairs of small numbers, made to be filled and cleared again and again.
///
/// Open addressing with linear probing; half of the places at most are taken.
package struct PairTable: Sendable {
  private var places: [UInt64] = []
  private var shift: UInt64 = 0

  /// An empty set without room.
  package init() {}

  /// Empties the set and makes room for a number of pairs.
  package mutating func clear(for count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    shift = UInt64(64 - size.trailingZeroBitCount)
    if places.count == size {
      for index in places.indices { places[index] = 0 }
    } else {
      places = [UInt64](repeating: 0, count: size)
    }
  }

  /// Whether there was never room for a pair.
  package var isEmpty: Bool { places.isEmpty }

  /// Whether a pair is there.
  package func contains(_ one: Int, _ other: Int) -> Bool {
    let key = Self.key(one, other)
    return places[place(of: key)] == key
  }

  /// Adds a pair; whether it is new.
  @discardableResult
  package mutating func insert(_ one: Int, _ other: Int) -> Bool {
    let key = Self.key(one, other)
    let place = place(of: key)
    if places[place] == key { return false }
    places[place] = key
    return true
  }

  /// Takes out a pair that is there.
  ///
  /// The pairs behind it move up, so that no mark is left and probing stays short (D. E. Knuth, The Art of Computer
  /// Programming 3, section 6.4, algorithm R).
  package mutating func remove(_ one: Int, _ other: Int) {
    var hole = place(of: Self.key(one, other))
    let mask = places.count - 1
    var next = (hole + 1) & mask
    while places[next] != 0 {
      // A pair may fill the hole unless its own place lies behind it.
      if (next &- start(of: places[next])) & mask >= (next &- hole) & mask {
        places[hole] = places[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    places[hole] = 0
  }

  /// 0 marks a free place, so that pairs count from 1.
  private static func key(_ one: Int, _ other: Int) -> UInt64 { (UInt64(one) << 32 | UInt64(other)) + 1 }

  private func start(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }

  /// Where a pair stands, or the free place for it.
  private func place(of key: UInt64) -> Int {
    let mask = places.count - 1
    var place = start(of: key)
    while places[place] != 0, places[place] != key { place = (place + 1) & mask }
    return place
  }
}
