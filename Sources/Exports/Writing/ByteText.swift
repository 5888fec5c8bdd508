import GraphModel

/// UTF-8 text that grows piece by piece in one block of memory, which is kept when the text is cleared.
///
/// Rows are rendered straight into it: no `String` is made for a field.
@safe struct ByteText: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes there are.
  private(set) var count = 0

  /// No text.
  ///
  /// - Parameter capacity: how many bytes fit before more memory is asked for.
  init(capacity: Int = 4096) {
    self.capacity = max(64, capacity)
    unsafe base = .allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The bytes.
  var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// The text as a value of its own.
  var string: String { unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self) }

  /// Forgets the text, not the memory.
  mutating func clear() { count = 0 }

  /// Forgets what stands behind the first bytes.
  ///
  /// - Precondition: there are that many.
  mutating func shorten(to length: Int) {
    precondition(length >= 0 && length <= count, "longer than the text")
    count = length
  }

  /// Adds one byte.
  @inline(__always) mutating func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    unsafe base[count] = byte
    count += 1
  }

  /// Adds a text that is known when the program is built.
  @inline(__always) mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    if length > capacity - count { grow(length) }
    unsafe (base + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Adds bytes.
  @inline(__always) mutating func append(_ bytes: Span<UInt8>) {
    let length = bytes.count
    if length > capacity - count { grow(length) }
    unsafe bytes.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      unsafe (base + count).update(from: first, count: length)
    }
    count += length
  }

  /// Adds bytes.
  @inline(__always) mutating func append(_ bytes: [UInt8]) { append(bytes.span) }

  /// Adds a text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in unsafe append(Span(_unsafeElements: bytes)) }
  }

  /// Adds bytes that this text already has.
  ///
  /// - Precondition: `range` lies in 0..<count.
  @inline(__always) mutating func repeatBytes(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of the text")
    if range.count > capacity - count { grow(range.count) }
    unsafe (base + count).update(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  /// Adds the digits of a number, with leading zeros up to a width.
  ///
  /// - Precondition: `width` is the number of its digits at least, and 20 at most.
  @inline(__always) mutating func append(digits number: UInt64, width: Int) {
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

  @inline(never) private mutating func grow(_ extra: Int) {
    let larger = max(2 * capacity, count + extra)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe fresh.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = fresh
    capacity = larger
  }
}

extension ByteText {
  /// Adds one text of a list.
  @inline(__always) mutating func append(_ position: Int, of list: TextList) {
    append(list.utf8(of: position))
  }
}
