/// The numbers of ids that are whole numbers themselves, found by their value: one look into a small table where a hash
/// table takes several into a large one.
///
/// It only remembers what has been looked up; ids are texts all the same, and `07` is another id than `7`.
struct DecimalIds {
  /// Values from here on are not remembered: the table would be too large, 64 MB.
  static let limit = 1 << 24

  /// What was remembered for each value, as its own number if that is negative and one more if not; 0 for nothing.
  private var numbers: [Int32] = []

  /// The value of an id that is written as a whole number is: digits without a zero in front, below `limit`; else `nil`.
  @inline(__always)
  static func value(of id: Span<UInt8>) -> Int? {
    guard id.count > 0, id.count <= 8 else { return nil }
    if id[0] == 0x30 { return id.count == 1 ? 0 : nil }
    var value = 0
    for position in id.indices {
      let digit = Int(id[position]) - 0x30
      guard digit >= 0, digit <= 9 else { return nil }
      value = 10 * value + digit
    }
    return value < limit ? value : nil
  }

  /// What was remembered for a value, or `nil`.
  @inline(__always)
  func number(of value: Int) -> Int32? {
    guard value < numbers.count else { return nil }
    let number = numbers[value]
    return number == 0 ? nil : number < 0 ? number : number - 1
  }

  /// Remembers a number for a value below `limit`.
  mutating func set(_ number: Int32, for value: Int) {
    if value >= numbers.count {
      var count = max(1 << 10, numbers.count)
      while count <= value { count *= 2 }
      numbers.append(contentsOf: repeatElement(0, count: count - numbers.count))
    }
    // The largest number has no successor; it is looked up again each time.
    if number < Int32.max { numbers[value] = number < 0 ? number : number + 1 }
  }
}
