import Compute

/// Points that fill the unit cube more evenly than random ones: a Sobol sequence in Gray code order.
///
/// The first 2^m points hold one in each of 2^m equal strata of every dimension; ask for powers of two. Direction
/// numbers are those that make two-dimensional projections good, "new-joe-kuo-6". Coordinates have 53 bits.
///
/// Without a shift the sequence is what SciPy's `qmc.Sobol(d, scramble=False)` gives, the first point all zeros. With a
/// shift, all points are moved by one exclusive or with random bits in each dimension: strata stay filled as they were,
/// every single point is uniform in the cube, so means over points are unbiased, and no point is special. Shifts of
/// several seeds tell how far an integral is off.
///
/// Sources: I. M. Sobol', USSR Computational Mathematics and Mathematical Physics 7 (1967); I. A. Antonov,
/// V. M. Saleev (the same, 19, 1979) for the Gray code; S. Joe, F. Y. Kuo, "Constructing Sobol sequences with better
/// two-dimensional projections", SIAM Journal on Scientific Computing 30 (2008), 2635.
public struct SobolSequence: Sendable {
  /// The most dimensions there are direction numbers for.
  public static let largestDimensions = 100

  private static let bits = 53
  /// By dimension: the number of each bit of the Gray code, in the high bits of 53.
  private let directions: [[UInt64]]
  private let shifts: [UInt64]

  /// The sequence of so many dimensions.
  ///
  /// - Parameters:
  ///   - dimensions: from 1 to ``largestDimensions``.
  ///   - shift: the seed of the digital shift (stream 403, the dimension as the index); nil leaves points unmoved.
  public init(dimensions: Int, shift: UInt64? = nil) {
    precondition(
      1...Self.largestDimensions ~= dimensions,
      "a Sobol sequence has from 1 to \(Self.largestDimensions) dimensions, not \(dimensions)")
    directions = (0..<dimensions).map(Self.directions)
    shifts = (0..<dimensions).map { dimension in
      guard let shift else { return 0 }
      var random = RandomStream(
        seed: shift, stream: StatisticsStream.sobolShift.rawValue, index: UInt64(dimension))
      return random.next() >> UInt64(UInt64.bitWidth - Self.bits)
    }
  }

  /// Points of the sequence, each with a number in [0, 1) for every dimension.
  ///
  /// Complexity: O(count x dimensions), however many are skipped.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - skipping: how many to leave out at the start. Leaving out the first alone spoils the balance of the rest.
  /// - Precondition: neither is negative; `skipping` + `count` is at most 2^53.
  public func points(_ count: Int, skipping: Int = 0) -> [[Double]] {
    precondition(count >= 0 && skipping >= 0, "\(count) points after \(skipping) do not exist")
    precondition(count <= 1 << Self.bits - skipping, "the sequence has 2^\(Self.bits) points")
    let gray = UInt64(skipping) ^ UInt64(skipping) >> 1
    var state = zip(directions, shifts).map { numbers, shift in
      (0..<Self.bits).reduce(shift) { gray >> UInt64($1) & 1 == 1 ? $0 ^ numbers[$1] : $0 }
    }
    return (skipping..<skipping + count).map { index in
      let point = state.map { Double($0) * 0x1p-53 }
      let changed = (~index).trailingZeroBitCount
      if changed < Self.bits { for dimension in state.indices { state[dimension] ^= directions[dimension][changed] } }
      return point
    }
  }

  /// The direction numbers of a dimension, by the recurrence of its primitive polynomial.
  private static func directions(_ dimension: Int) -> [UInt64] {
    let row = joeKuo[dimension]
    let polynomial = row[0]
    let initial = row.dropFirst()
    let degree = initial.count
    var numbers = initial.enumerated().map { UInt64($1) << UInt64(bits - 1 - $0) }
    // The first dimension has no polynomial: its numbers are the bits themselves.
    if degree == 0 { return (0..<bits).map { 1 << UInt64(bits - 1 - $0) } }
    for place in degree..<bits {
      var number = numbers[place - degree] ^ numbers[place - degree] >> UInt64(degree)
      for term in 1..<max(degree, 1) where polynomial >> UInt32(degree - term) & 1 == 1 {
        number ^= numbers[place - term]
      }
      numbers.append(number)
    }
    return numbers
  }
}
