/// UTF-8 text that grows piece by piece in one block of memory, which is kept when the text is cleared.
///
/// Rows are rendered straight into it: no `String` is made for a field.
@safe package struct ByteText: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes there are.
  @usableFromInline package internal(set) var count = 0

  /// No text.
  ///
  /// - Parameter capacity: how many bytes fit before more memory is asked for.
  package init(capacity: Int = 4096) {
    self.capacity = max(64, capacity)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The bytes.
  package var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The text as a value of its own.
  package var string: String { unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }

  /// Forgets the text, not the memory.
  package mutating func clear() { count = 0 }

  /// Forgets what stands behind the first bytes.
  ///
  /// - Precondition: there are that many.
  package mutating func shorten(to length: Int) {
    precondition(length >= 0 && length <= count, "longer than the text")
    count = length
  }

  /// Adds one byte.
  @inlinable @inline(__always) package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    unsafe base[count] = byte
    count += 1
  }

  /// Adds a text that is known when the program is built.
  @inlinable @inline(__always) package mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    if length > capacity - count { grow(length) }
    unsafe (base + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Adds bytes.
  @inlinable @inline(__always) package mutating func append(_ bytes: Span<UInt8>) {
    let length = bytes.count
    if length > capacity - count { grow(length) }
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      unsafe (base + count).update(from: first, count: length)
    }
    count += length
  }

  /// Adds bytes.
  @inlinable @inline(__always) package mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

  /// Adds a text.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in unsafe append(Span(_unsafeElements: bytes)) }
  }

  /// Adds bytes that this text already has.
  ///
  /// - Precondition: `range` lies in 0..<count.
  @inlinable @inline(__always) package mutating func repeatBytes(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of the text")
    if range.count > capacity - count { grow(range.count) }
    unsafe (base + count).update(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  /// Adds the digits of a number, with leading zeros up to a width.
  ///
  /// - Precondition: `width` is the number of its digits at least, and 20 at most.
  @inlinable @inline(__always) package mutating func append(digits number: UInt64, width: Int) {
    if width > capacity - count { grow(width) }
    var number = number
    var position = count + width
    while position > count {
      let (quotient, digit) = number.quotientAndRemainder(dividingBy: 10)
      position -= 1
      unsafe base[position] = 0x30 + UInt8(truncatingIfNeeded: digit)
      number = quotient
    }
    count += width
  }

  /// Adds a whole number.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - width: how many digits there are at least; zeros stand before the number.
  @inlinable package mutating func append(_ number: Int, width: Int = 1) {
    if number < 0 { append(0x2D as UInt8) }
    append(whole: UInt64(number.magnitude), width: width)
  }

  /// Adds a whole number of `10^-places`: 1234 with 2 places is `12.34`.
  ///
  /// - Precondition: `places` is from 0 to 19.
  @inlinable package mutating func append(_ number: Int, places: Int) {
    guard places > 0 else { return append(number) }
    if number < 0 { append(0x2D as UInt8) }
    let (whole, rest) = UInt64(number.magnitude).quotientAndRemainder(dividingBy: Self.powers[places])
    append(whole: whole)
    append(0x2E as UInt8)
    append(digits: rest, width: places)
  }

  /// Adds a number without a sign, with zeros before it up to a number of digits.
  @inlinable package mutating func append(whole number: UInt64, width: Int = 1) {
    append(digits: number, width: max(width, Self.digitCount(number)))
  }

  /// How many decimal digits a number has, at least 1.
  @inlinable package static func digitCount(_ number: UInt64) -> Int {
    var count = 1
    while count < powers.count, number >= powers[count] { count += 1 }
    return count
  }

  /// 10^0 to 10^19, all that 64 bits hold.
  package static let powers: InlineArray<20, UInt64> = {
    var powers = InlineArray<20, UInt64>(repeating: 1)
    for index in 1..<20 { powers[index] = powers[index - 1] * 10 }
    return powers
  }()

  @usableFromInline @inline(never) mutating func grow(_ extra: Int) {
    let larger = max(2 * capacity, count + extra)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe fresh.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = fresh
    capacity = larger
  }
}
