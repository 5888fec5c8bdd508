import Compute
import Foundation

/// Draws a given number of different pairs with chances in proportion to the product of two weights.
///
/// The law is that of drawing one pair after another, each among those not yet drawn, with chances in proportion to
/// `w_i w_j`. Few of many pairs are drawn with repeats passed over; many of few by keys: each pair gets the key
/// `-log(u) / (w_i w_j)` and the smallest keys win, which is the same law.
///
/// Source: P. S. Efraimidis, P. G. Spirakis, "Weighted random sampling with a reservoir", Inf. Process. Lett. 97 (2006).
enum WeightedPairs {
  /// Whether so many of the pairs are drawn that keys for all of them are cheaper than repeats.
  static func isDense(_ count: Int, of pairs: Int) -> Bool { pairs / 6 <= count }

  /// The pairs with the smallest keys.
  ///
  /// - Parameters:
  ///   - pairs: all pairs, each with its weight, above 0.
  static func smallestKeys(
    _ count: Int, of pairs: [(one: Int32, other: Int32, weight: Double)], _ stream: inout RandomStream
  ) -> [(one: Int32, other: Int32)] {
    let keys = pairs.map { -log(1 - stream.uniform()) / $0.weight }
    let order = pairs.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    return order.prefix(count).map { (pairs[$0].one, pairs[$0].other) }
  }

  /// Pairs out of one group, each different.
  ///
  /// - Parameters:
  ///   - count: how many, at most all pairs of the group.
  ///   - weights: one a member, above 0.
  static func inside(
    _ count: Int, weights: ArraySlice<Double>, table: AliasTable, _ stream: inout RandomStream, seen: inout PairTable,
    _ body: (Int, Int) -> Void
  ) {
    let size = weights.count
    let first = weights.startIndex
    if isDense(count, of: size * (size - 1) / 2) {
      var pairs: [(one: Int32, other: Int32, weight: Double)] = []
      for one in 0..<size {
        for other in one + 1..<max(one + 1, size) {
          pairs.append((Int32(one), Int32(other), weights[first + one] * weights[first + other]))
        }
      }
      for pair in smallestKeys(count, of: pairs, &stream) { body(Int(pair.one), Int(pair.other)) }
      return
    }
    seen.clear(for: count)
    var missing = count
    while missing > 0 {
      let one = table.draw(&stream)
      let other = table.draw(&stream)
      if one != other, seen.insert(min(one, other), max(one, other)) {
        body(one, other)
        missing -= 1
      }
    }
  }
}
