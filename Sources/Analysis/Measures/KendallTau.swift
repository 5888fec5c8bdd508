import Compute

/// Rank agreement of two lists.
public enum KendallTau {
  /// Kendall's tau-b, from -1 (opposite order) to 1 (same order), corrected for ties.
  ///
  /// `(concordant - discordant) / sqrt((pairs - ties in one) (pairs - ties in other))`. Source: M. G. Kendall, "The
  /// treatment of ties in ranking problems", Biometrika 33 (1945); computed as W. R. Knight, J. Amer. Statist. Assoc. 61
  /// (1966): sort by one list, count the exchanges a merge sort by the other needs.
  ///
  /// - Complexity: O(n log n).
  /// - Throws: `Missing` if one list has no two different values.
  public static func b(_ one: [Double], _ other: [Double]) throws(Missing) -> Double {
    precondition(one.count == other.count, "lists of one length")
    let order = one.risingOrder(through: other.risingOrder()).map { Int($0) }
    let pairs = pairCount(one.count)
    let tiedOne = tiedPairs(order) { one[$0] == one[$1] }
    let tiedBoth = tiedPairs(order) { one[$0] == one[$1] && other[$0] == other[$1] }
    var sorted = order.map { other[$0] }
    let exchanges = countExchanges(&sorted)
    let tiedOther = tiedPairs(Array(sorted.indices)) { sorted[$0] == sorted[$1] }
    guard tiedOne < pairs, tiedOther < pairs else { throw Missing("one list has no two different values") }
    let difference = Double(pairs - tiedOne - tiedOther + tiedBoth) - 2 * Double(exchanges)
    // One root of the product, not a product of roots: it is exact where the two are equal.
    let value = difference / (Double(pairs - tiedOne) * Double(pairs - tiedOther)).squareRoot()
    return min(1, max(-1, value))
  }

  private static func pairCount(_ count: Int) -> Int { count * (count - 1) / 2 }

  /// How many pairs are equal, for items in an order where equal ones stand together.
  private static func tiedPairs(_ order: [Int], _ isEqual: (Int, Int) -> Bool) -> Int {
    var pairs = 0
    var start = 0
    for position in 1..<max(1, order.count + 1) where position == order.count || !isEqual(order[start], order[position])
    {
      pairs += pairCount(position - start)
      start = position
    }
    return pairs
  }

  /// Sorts the values and counts the pairs that stood in falling order.
  private static func countExchanges(_ values: inout [Double]) -> Int {
    var other = values
    var exchanges = 0
    var width = 1
    while width < values.count {
      for start in stride(from: 0, to: values.count, by: 2 * width) {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var left = start
        var right = middle
        for position in start..<end {
          if left < middle, right == end || values[left] <= values[right] {
            other[position] = values[left]
            left += 1
          } else {
            other[position] = values[right]
            right += 1
            exchanges += middle - left
          }
        }
      }
      swap(&values, &other)
      width *= 2
    }
    return exchanges
  }
}
