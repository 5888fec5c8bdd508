/// An undirected tie of a generated society: two people, the lower index first.
///
/// One word: the lower index, the upper index, and a mark that a generator may use and that does not tell ties apart. Ties
/// are ordered by the lower, then the upper index.
struct DrawnTie: Hashable, Comparable, Sendable, BitwiseCopyable {
  private let bits: UInt64

  /// A tie between two people, in either order.
  init(_ one: Int, _ other: Int, isMarked: Bool = false) {
    bits = UInt64(min(one, other)) << 33 | UInt64(max(one, other)) << 1 | (isMarked ? 1 : 0)
  }

  /// The person with the lower index.
  var lower: Int { Int(bits >> 33) }
  /// The person with the higher index.
  var upper: Int { Int(bits >> 1 & 0xFFFF_FFFF) }
  /// The generator's mark.
  var isMarked: Bool { bits & 1 != 0 }
  /// The pair as a number, the same with and without the mark.
  var pair: UInt64 { bits >> 1 }

  static func < (one: DrawnTie, other: DrawnTie) -> Bool { one.bits < other.bits }
}
