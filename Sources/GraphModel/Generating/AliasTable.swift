import Compute

/// Draws an index with a chance in proportion to its weight, in constant time.
///
/// Chances are right to 2^-32 of a slot.
///
/// Source: A. J. Walker, "An efficient method for generating discrete random variables with general distributions", ACM
/// TOMS 3 (1977); built in linear time as by M. D. Vose, IEEE Trans. Software Eng. 17 (1991).
struct AliasTable: Sendable {
  private var slots: [Slot]

  private struct Slot: Sendable {
    /// How much of the slot is its own, of 2^32.
    var own: UInt32 = .max
    /// Who has the rest.
    var other: Int32
  }

  /// A table of weights of 0 or more, at least one of them above 0.
  init(_ weights: some Collection<Double>) {
    let count = weights.count
    slots = (0..<count).map { Slot(other: Int32($0)) }
    let sum = weights.compensatedSum
    var shares = weights.map { $0 / sum * Double(count) }
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      slots[low] = Slot(own: UInt32(min(shares[low] * 0x1p32, 0x1p32 - 1)), other: Int32(high))
      shares[high] -= 1 - shares[low]
      if shares[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }

  /// An index, drawn.
  func draw(_ stream: inout RandomStream) -> Int {
    let (slot, rest) = stream.next().multipliedFullWidth(by: UInt64(slots.count))
    let chosen = slots[Int(slot)]
    return UInt32(truncatingIfNeeded: rest >> 32) < chosen.own ? Int(slot) : Int(chosen.other)
  }
}
