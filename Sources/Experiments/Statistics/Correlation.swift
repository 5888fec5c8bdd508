import Compute

/// Correlations of two lists of numbers.
enum Correlation {
  /// The product-moment correlation, from -1 to 1; nil where a list has no two different numbers.
  ///
  /// - Precondition: the lists are of one length.
  static func pearson(_ one: [Double], _ other: [Double]) -> Double? {
    precondition(one.count == other.count, "lists of one length")
    if one.count < 2 { return nil }
    let first = Moments(one)
    let second = Moments(other)
    if first.squares == 0 || second.squares == 0 { return nil }
    let products = zip(one, other).lazy.map { ($0 - first.mean) * ($1 - second.mean) }.compensatedSum
    return max(-1, min(1, products / first.squares.squareRoot() / second.squares.squareRoot()))
  }

  /// Spearman's rank correlation, tied numbers sharing their mean rank; nil where a list has no two different numbers.
  ///
  /// Source: C. Spearman, "The proof and measurement of association between two things", American Journal of
  /// Psychology 15 (1904).
  static func spearman(_ one: [Double], _ other: [Double]) -> Double? { pearson(ranks(one), ranks(other)) }

  /// The rank of each number from 1 on; tied numbers share the mean of their ranks.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
