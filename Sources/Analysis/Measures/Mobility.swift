import GraphModel

/// How people move between tiers.
public struct Mobility: Sendable, Equatable {
  /// People by tier before (row) and after (column).
  public let counts: [[Int]]

  /// A table of people.
  ///
  /// - Precondition: as many columns as rows.
  public init(_ counts: [[Int]]) {
    precondition(counts.allSatisfy { $0.count == counts.count }, "one column a row")
    self.counts = counts
  }

  /// People by the tiers of two scores of theirs.
  init(_ before: [Double], _ after: [Double], on scale: Scale) {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: scale.tierCount), count: scale.tierCount)
    for (one, other) in zip(before, after) { counts[scale.tier(of: one)][scale.tier(of: other)] += 1 }
    self.init(counts)
  }

  /// Shorrocks' mobility index, 0 (everyone stays) to k / (k - 1) (nobody does): `(k - trace P) / (k - 1)`, with P the
  /// shares of each row, over the k tiers that have people before.
  ///
  /// Source: A. F. Shorrocks, "The measurement of mobility", Econometrica 46 (1978) 1013-1024.
  ///
  /// - Returns: `nil` if fewer than two tiers have people.
  public var shorrocks: Double? {
    let rows = counts.indices.filter { counts[$0].reduce(0, +) > 0 }
    guard rows.count > 1 else { return nil }
    let trace = rows.reduce(0.0) { $0 + Double(counts[$1][$1]) / Double(counts[$1].reduce(0, +)) }
    return (Double(rows.count) - trace) / Double(rows.count - 1)
  }
}
