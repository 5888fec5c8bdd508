import Compute

/// Texts and the numbers they have, in the order they came: each text once.
///
/// Two texts are the same if they are the same `String`: letters with accents may be written in one character or two.
/// The bytes lie in one piece of memory and are found by an open-addressed table of 8 bytes a slot, so a text takes about
/// 28 bytes beside its own.
package struct TextIndex {
  private var texts = TextList.Builder()
  /// The slots of the table, a power of two of them: half of a text's hash and its number plus 1, or 0.
  private var table: [UInt64]
  /// Where texts that are not plain ASCII are found.
  private var others: [String: Int32] = [:]

  /// An index without texts, with room for a number of them.
  package init(minimumCapacity: Int = 0) {
    var slots = 16
    while slots < 2 * minimumCapacity { slots *= 2 }
    table = [UInt64](repeating: 0, count: slots)
  }

  /// How many texts there are.
  package var count: Int { texts.count }

  /// The texts, in the order of their numbers.
  var list: TextList { texts.finished() }

  /// The text of a number.
  subscript(number: Int) -> String { texts[number] }

  // MARK: Strings

  /// The number of a text, or `nil`.
  func index(of text: String) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in unsafe index(of: Span(_unsafeElements: bytes)) }
  }

  /// The number of a text, new if the text is.
  mutating func add(_ text: String) -> (index: Int32, isNew: Bool) {
    var text = text
    return text.withUTF8 { bytes in unsafe add(Span(_unsafeElements: bytes)) }
  }

  // MARK: Bytes

  /// The number of a text by its UTF-8 bytes, or `nil`.
  func index(of bytes: Span<UInt8>) -> Int32? {
    guard let hash = Self.hash(bytes) else { return others[Self.string(bytes)] }
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0 {
      if table[slot] >> 32 == hash >> 32 {
        let number = Int(truncatingIfNeeded: table[slot] & 0xFFFF_FFFF) - 1
        if texts.holds(bytes, at: number) { return Int32(number) }
      }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  /// The number of a text by its UTF-8 bytes, new if the text is.
  package mutating func add(_ bytes: Span<UInt8>) -> (index: Int32, isNew: Bool) {
    guard let hash = Self.hash(bytes) else { return addOther(bytes) }
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0 {
      if table[slot] >> 32 == hash >> 32 {
        let number = Int(truncatingIfNeeded: table[slot] & 0xFFFF_FFFF) - 1
        if texts.holds(bytes, at: number) { return (Int32(number), false) }
      }
      slot = (slot + 1) & (table.count - 1)
    }
    let number = texts.count
    table[slot] = (hash >> 32) << 32 | UInt64(number + 1)
    texts.append(utf8: bytes)
    if 2 * texts.count > table.count { grow() }
    return (Int32(number), true)
  }

  /// Adds all texts of this index to another one, in order; their numbers there.
  func numbered(in other: inout TextIndex) -> [Int32] {
    (0..<count).map { number in texts.withBytes(of: number) { other.add($0).index } }
  }

  private mutating func addOther(_ bytes: Span<UInt8>) -> (index: Int32, isNew: Bool) {
    let text = Self.string(bytes)
    if let number = others[text] { return (number, false) }
    let number = Int32(texts.count)
    others[text] = number
    texts.append(utf8: bytes)
    return (number, true)
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: 2 * table.count)
    for number in 0..<texts.count {
      guard let hash = texts.withBytes(of: number, { Self.hash($0) }) else { continue }
      var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = (hash >> 32) << 32 | UInt64(number + 1)
    }
    table = larger
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// A hash of plain ASCII bytes, eight at a time; `nil` if any byte is not.
  ///
  /// The mixing is that of wyhash (W. Yi, public domain): the product's two halves, folded. It decides where a text is
  /// looked for and nothing else.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64? {
    unsafe bytes.withUnsafeBytes { raw -> UInt64? in
      let count = raw.count
      var hash = UInt64(truncatingIfNeeded: count) ^ 0xA076_1D64_78BD_642F
      var high: UInt64 = 0
      var position = 0
      while position + 8 <= count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        high |= word
        hash = mix(hash ^ word, 0xE703_7ED1_A0B4_28DB)
        position += 8
      }
      var word: UInt64 = 0
      while position < count {
        word = unsafe word << 8 | UInt64(raw[position])
        position += 1
      }
      high |= word
      if high & 0x8080_8080_8080_8080 != 0 { return nil }
      return mix(mix(hash ^ word, 0x8EBC_6AF0_9C88_C6E3), 0x5895_58CA_9A1B_4E1D)
    }
  }

  @inline(__always)
  private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}
