extension [Double] {
  /// The positions of the numbers by rising number, equal ones in their order.
  ///
  /// From 256 numbers on a radix sort on the bits, from the last digit to the first: no comparison, and digits that all numbers share cost
  /// nothing. 0 and -0 are equal. Takes 24 bytes a number while it works.
  ///
  /// - Parameter order: the order equal numbers keep, all positions once; `nil`: the order of the array.
  /// - Precondition: no number is NaN.
  /// - Complexity: O(count).
  public func risingOrder(through order: [Int32]? = nil) -> [Int32] {
    precondition(count <= Int(Int32.max), "more numbers than positions of 32 bits")
    precondition(order == nil || order?.count == count, "one place a number")
    if count < Self.few { return fewRising(order) }
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    var positions = order ?? (0..<Int32(count)).map { $0 }
    var histograms = [Int](repeating: 0, count: Self.digits * Self.radix)
    for position in positions {
      let key = Self.key(self[Int(position)])
      keys.append(key)
      for digit in 0..<Self.digits { histograms[digit * Self.radix + Self.digit(digit, of: key)] += 1 }
    }
    var otherKeys = keys
    var otherPositions = positions
    for digit in 0..<Self.digits {
      let histogram = digit * Self.radix..<(digit + 1) * Self.radix
      if histograms[histogram].contains(count) { continue }
      var places = [Int](repeating: 0, count: Self.radix)
      var sum = 0
      for value in 0..<Self.radix {
        places[value] = sum
        sum += histograms[histogram.lowerBound + value]
      }
      for position in keys.indices {
        let value = Self.digit(digit, of: keys[position])
        let place = places[value]
        places[value] = place + 1
        otherKeys[place] = keys[position]
        otherPositions[place] = positions[position]
      }
      swap(&keys, &otherKeys)
      swap(&positions, &otherPositions)
    }
    return positions
  }

  /// The same for few numbers, for which counting digits would cost more than comparing.
  private func fewRising(_ order: [Int32]?) -> [Int32] {
    let places: [(key: UInt64, rank: Int, position: Int32)] = (0..<count).map { rank in
      let position = order?[rank] ?? Int32(rank)
      return (Self.key(self[Int(position)]), rank, position)
    }
    return places.sorted { $0.key != $1.key ? $0.key < $1.key : $0.rank < $1.rank }.map(\.position)
  }

  /// The numbers, rising; see `risingOrder` for the cost.
  public var risingNumbers: [Double] { risingOrder().map { self[Int($0)] } }

  private static var few: Int { 256 }
  private static var digits: Int { 6 }
  private static var radix: Int { 1 << 11 }

  private static func digit(_ digit: Int, of key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> UInt64(11 * digit)) & (radix - 1)
  }

  /// Bits that rise with the number.
  private static func key(_ number: Double) -> UInt64 {
    let bits = (number + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }
}
