/// A number of 64 bits that two states share if they are equal, and hardly ever otherwise.
///
/// Words go in one after the other, and their order matters. What has no order (ties, a list) is a sum of the fingerprints
/// of its elements, which can also be kept up to date: add one that comes, subtract one that goes.
///
/// ```swift
/// var ties: UInt64 = 0
/// ties &+= Fingerprint.of(3, 8, 0)
/// var state = Fingerprint()
/// state.add(ties)
/// state.add(ownScore)
/// ```
///
/// Each step is a bijection of the state for a given word and of the word for a given state, by the finaliser of SplitMix64
/// (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014; variant 13 of
/// D. Stafford). It is the same on all machines, and no protection against somebody who looks for equal fingerprints.
package struct Fingerprint: Sendable, Hashable {
  /// The number.
  package private(set) var value: UInt64 = 0

  /// Of nothing.
  package init() {}

  /// Adds a word.
  @inlinable package mutating func add(_ word: UInt64) { replace(with: Self.mix(value ^ Self.mix(word))) }

  /// Adds a number; all NaN are one, and so are 0 and -0.
  @inlinable package mutating func add(_ number: Double) {
    add(number.isNaN ? Double.nan.bitPattern : number == 0 ? 0 : number.bitPattern)
  }

  /// Of an element of something without an order, such as a tie: its words in their order.
  @inlinable package static func of(_ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) -> UInt64 {
    mix(mix(mix(first) ^ second) ^ third)
  }

  /// A bijection of the words in which each bit of the input changes about half of the bits of the output.
  @inlinable static func mix(_ word: UInt64) -> UInt64 {
    var word = word &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  @usableFromInline mutating func replace(with value: UInt64) { self.value = value }
}
