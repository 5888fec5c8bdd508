import Compute

/// Texts and the numbers they have, in the order they came: each text once.
///
/// Two texts are the same if they are the same `String`: letters with accents may be written in one character or two.
/// The bytes lie in one piece of memory and are found by an open-addressed table of 16 bytes a slot, so a text takes about
/// 40 bytes beside its own.
package struct TextIndex {
  private var texts = TextList.Builder()
  private var table: TextTable
  /// Where texts that are not plain ASCII are found.
  private var others: [String: Int32] = [:]

  /// No texts yet, with room for some.
  package init(minimumCapacity: Int = 0) { table = TextTable(minimumCapacity: minimumCapacity) }

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
    guard let key = TextTable.Key(bytes) else { return others[Self.string(bytes)] }
    let slot = find(key, bytes)
    return table.isEmpty(slot) ? nil : table.number(slot)
  }

  /// The number of a text by its UTF-8 bytes, new if the text is.
  package mutating func add(_ bytes: Span<UInt8>) -> (index: Int32, isNew: Bool) {
    guard let key = TextTable.Key(bytes) else { return addOther(bytes) }
    let slot = find(key, bytes)
    if !table.isEmpty(slot) { return (table.number(slot), false) }
    let number = Int32(texts.count)
    table.set(slot, key, number: number)
    texts.append(utf8: bytes)
    if 2 * texts.count > table.slotCount { grow() }
    return (number, true)
  }

  /// The slot that has a text, or the empty one it would go to.
  @inline(__always)
  private func find(_ key: TextTable.Key, _ bytes: Span<UInt8>) -> Int {
    var slot = table.first(key)
    while !table.isEmpty(slot) {
      // Up to eight bytes the key is the text; a longer text has to be looked at.
      if table.holds(slot, key), key.isWhole || texts.holds(bytes, at: Int(table.number(slot))) { break }
      slot = table.next(slot)
    }
    return slot
  }

  private mutating func grow() {
    var larger = TextTable(slotCount: 2 * table.slotCount)
    for number in 0..<texts.count {
      guard let key = texts.withBytes(of: number, { TextTable.Key($0) }) else { continue }
      var slot = larger.first(key)
      while !larger.isEmpty(slot) { slot = larger.next(slot) }
      larger.set(slot, key, number: Int32(number))
    }
    table = larger
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
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
}
