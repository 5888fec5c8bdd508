import Compute

/// The open-addressed table under a `TextIndex`: two words a slot, so that a look costs one place in memory.
///
/// The first word is the key: up to eight bytes of text themselves, or the hash of a longer text. The second one is the
/// length and the number plus 1; 0 where empty. Large tables lie on huge pages.
struct TextTable {
  /// What a text is looked for by.
  struct Key {
    fileprivate let word: UInt64
    fileprivate let length: UInt32
    fileprivate let hash: UInt64

    /// Whether the key is all of the text.
    var isWhole: Bool { length <= 8 }

    /// The key of plain ASCII bytes; `nil` if any byte is not.
    ///
    /// The mixing is that of wyhash (W. Yi, public domain): the product's two halves, folded. It decides where a text is
    /// looked for and nothing else.
    @inline(__always)
    init?(_ bytes: Span<UInt8>) {
      let count = bytes.count
      var hash = UInt64(truncatingIfNeeded: count) ^ 0xA076_1D64_78BD_642F
      var high: UInt64 = 0
      var position = 0
      unsafe bytes.withUnsafeBytes { raw in
        while position + 8 < count {
          let word = unsafe raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          high |= word
          hash = Self.mix(hash ^ word, 0xE703_7ED1_A0B4_28DB)
          position += 8
        }
      }
      var last: UInt64 = 0
      if count - position == 8 {
        last = unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
      } else {
        while position < count {
          last = unsafe last << 8 | UInt64(bytes[unchecked: position])
          position += 1
        }
      }
      high |= last
      if high & 0x8080_8080_8080_8080 != 0 { return nil }
      hash = Self.mix(hash ^ last, 0x8EBC_6AF0_9C88_C6E3)
      self.hash = hash
      word = count <= 8 ? last : hash
      length = UInt32(truncatingIfNeeded: count)
    }

    @inline(__always)
    private static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
      let product = one.multipliedFullWidth(by: other)
      return product.high ^ product.low
    }
  }

  private var words: Workspace<UInt64>
  /// How many slots there are, a power of two.
  let slotCount: Int

  /// Room for a number of texts.
  init(minimumCapacity: Int) {
    var slots = 16
    while slots < 2 * minimumCapacity { slots *= 2 }
    self.init(slotCount: slots)
  }

  /// An empty table.
  init(slotCount: Int) {
    self.slotCount = slotCount
    words = Workspace(count: 2 * slotCount)
  }

  /// Where a key is looked for first.
  @inline(__always) func first(_ key: Key) -> Int { Int(truncatingIfNeeded: key.hash) & (slotCount - 1) }

  /// Where it is looked for next.
  @inline(__always) func next(_ slot: Int) -> Int { (slot + 1) & (slotCount - 1) }

  @inline(__always) func isEmpty(_ slot: Int) -> Bool { words[2 * slot + 1] == 0 }

  @inline(__always)
  func holds(_ slot: Int, _ key: Key) -> Bool {
    words[2 * slot] == key.word && words[2 * slot + 1] >> 32 == UInt64(key.length)
  }

  @inline(__always)
  func number(_ slot: Int) -> Int32 { Int32(truncatingIfNeeded: words[2 * slot + 1] & 0xFFFF_FFFF) - 1 }

  /// Fills a slot; a table that is shared is copied first.
  @inline(__always)
  mutating func set(_ slot: Int, _ key: Key, number: Int32) {
    if !isKnownUniquelyReferenced(&words) { copy() }
    words[2 * slot] = key.word
    words[2 * slot + 1] = UInt64(key.length) << 32 | UInt64(UInt32(bitPattern: number &+ 1))
  }

  private mutating func copy() {
    let copied = Workspace<UInt64>(count: words.count)
    for word in 0..<words.count { copied[word] = words[word] }
    words = copied
  }
}
