/// A set of pairs of small numbers, made to be filled and cleared again and again.
///
/// Open addressing with linear probing; half of the places at most are taken.
struct PairTable {
  private var places: [UInt64] = []
  private var shift: UInt64 = 0

  /// An empty set without room.
  init() {}

  /// Empties the set and makes room for a number of pairs.
  mutating func clear(for count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    shift = UInt64(64 - size.trailingZeroBitCount)
    if places.count == size {
      for index in places.indices { places[index] = 0 }
    } else {
      places = [UInt64](repeating: 0, count: size)
    }
  }

  /// Adds a pair; whether it is new.
  mutating func insert(_ one: Int, _ other: Int) -> Bool {
    // 0 marks a free place, so that pairs count from 1.
    let key = (UInt64(one) << 32 | UInt64(other)) + 1
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while places[place] != 0 {
      if places[place] == key { return false }
      place = (place + 1) & mask
    }
    places[place] = key
    return true
  }
}
