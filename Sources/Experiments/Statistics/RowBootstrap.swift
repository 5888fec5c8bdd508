import Compute

/// Percentile bootstrap of statistics that are functions of column sums over rows.
///
/// A resample is a count of how often each row is drawn, and its sums are the rows weighted by these counts.
///
/// Source: B. Efron, "Bootstrap methods: another look at the jackknife", The Annals of Statistics 7 (1979).
struct RowBootstrap {
  /// One row a member of the sample, all of one length.
  let rows: [[Double]]
  /// The coverage asked for, inside (0, 1).
  let level: Double
  /// How many resamples are drawn.
  let resamples: Int

  /// - Precondition: `level` is inside (0, 1), `resamples` is not negative.
  init(rows: [[Double]], level: Double, resamples: Int) {
    precondition(0 < level && level < 1, "a level is inside (0, 1), not \(level)")
    precondition(resamples >= 0, "there cannot be \(resamples) resamples")
    self.rows = rows
    self.level = level
    self.resamples = resamples
  }

  /// The statistic of the rows themselves with its intervals; nil where it is missing for them.
  ///
  /// Resamples for which the statistic is missing are left out; the interval is missing if all are.
  /// Complexity: O(resamples x rows x columns).
  ///
  /// - Parameter statistic: from the sums of the columns and the count of rows to numbers, as many each time.
  func estimates(
    using random: inout RandomStream, statistic: (_ sums: [Double], _ count: Double) -> [Double]?
  ) -> [Estimate]? {
    guard let values = statistic(sums([Int](repeating: 1, count: rows.count)), Double(rows.count)) else { return nil }
    var drawn = [[Double]](repeating: [], count: values.count)
    for _ in 0..<resamples {
      var counts = [Int](repeating: 0, count: rows.count)
      for _ in rows { counts[random.integer(below: rows.count)] += 1 }
      guard let resampled = statistic(sums(counts), Double(rows.count)) else { continue }
      for (place, value) in resampled.enumerated() { drawn[place].append(value) }
    }
    return zip(values, drawn).map { value, drawn in Estimate(value: value, interval: interval(drawn)) }
  }

  private func interval(_ values: [Double]) -> Interval? {
    if values.isEmpty { return nil }
    let sorted = values.sorted()
    return Interval(
      low: Quantiles.quantile(sorted, (1 - level) / 2), high: Quantiles.quantile(sorted, (1 + level) / 2))
  }

  private func sums(_ counts: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: rows.first?.count ?? 0)
    for (row, count) in zip(rows, counts) where count > 0 {
      for column in row.indices { sums[column] += Double(count) * row[column] }
    }
    return sums
  }
}
