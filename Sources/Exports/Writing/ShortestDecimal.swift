/// The shortest decimal number that reads back to a double: `digits` times 10 to the power `-places`.
///
/// Of the shortest ones it is the one nearest to the double. The method is that of R. Giulietti, "The Schubfach way to
/// render doubles" (2020): in units of 10^-m, with m such that neighbours of the double are 1 to 10 units apart, the
/// answer is a multiple of ten units between the halfway points to the neighbours, or else the unit nearest to the
/// double. For the doubles taken here all products fit 128 bits, so that they are exact, and no table of rounded powers
/// is needed.
struct ShortestDecimal: Equatable {
  /// The digits, without trailing zeros.
  let digits: UInt64
  /// How many of them stand behind the point, 1 to 21.
  let places: Int

  /// The decimal of a positive double.
  ///
  /// - Returns: `nil` for doubles that the method here does not take: whole numbers, numbers below 2^-17 or from 2^52 on,
  ///   powers of two, and ties between two decimals.
  init?(_ value: Double) {
    let bits = value.bitPattern
    let fraction = bits & ((1 << 52) - 1)
    // The double is `significand` times 2^-shift; `rawShift` is 1 to 69.
    let rawShift = 1075 - Int(bits >> 52)
    guard fraction != 0, rawShift >= 1, rawShift <= 69 else { return nil }
    let significand = fraction | 1 << 52
    // -floor(log10(2^-shift)), as an integer product that is exact in this range.
    let power = (rawShift * 1_262_611 + 4_194_303) >> 22
    let scale = Self.powers[power]
    let shift = UInt128(truncatingIfNeeded: rawShift + 2)
    let center = (UInt128(truncatingIfNeeded: significand) &* scale) &<< 2
    let half = scale &<< 1
    // Halfway points themselves read back to the double if its significand is even.
    let isOpen: UInt128 = significand & 1 == 0 ? 0 : 1
    let low = center &- half &+ isOpen
    let high = center &+ half &- isOpen
    let units = UInt64(truncatingIfNeeded: center &>> shift)
    let tens = units / 10 &* 10
    let tensFit = UInt128(truncatingIfNeeded: tens) &<< shift >= low
    let nextTensFit = UInt128(truncatingIfNeeded: tens &+ 10) &<< shift <= high
    if tensFit != nextTensFit {
      self.init(trimming: (tensFit ? tens : tens &+ 10) / 10, places: power - 1)
      return
    }
    let below = UInt128(truncatingIfNeeded: units) &<< shift
    let rest = center &- below
    let middle: UInt128 = 1 &<< (shift &- 1)
    let belowFits = below >= low
    let aboveFits = UInt128(truncatingIfNeeded: units &+ 1) &<< shift <= high
    guard belowFits || aboveFits, !(belowFits && aboveFits && rest == middle) else { return nil }
    let isBelow = belowFits && (!aboveFits || rest < middle)
    self.init(trimming: isBelow ? units : units &+ 1, places: power)
  }

  private init?(trimming digits: UInt64, places: Int) {
    var digits = digits
    var places = places
    // Numbers that people write have few digits: half of the zeros go at once.
    if places >= 8 {
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 100_000_000)
      if rest == 0 {
        digits = quotient
        places -= 8
      }
    }
    while places > 0 {
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
      if rest != 0 { break }
      digits = quotient
      places -= 1
    }
    guard places > 0 else { return nil }
    self.digits = digits
    self.places = places
  }

  /// 10^0 to 10^21.
  private static let powers: [UInt128] = (0..<22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0) == 0 ? 1 : (powers.last ?? 0) * 10)
  }
}
