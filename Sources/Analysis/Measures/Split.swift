import Compute
import GraphModel

/// A measure of inequality split into a part between groups and a part within them; the two add up to the whole.
public struct Split: Sendable, Equatable, Codable {
  /// The part that would remain if everyone had the mean of the group.
  public let between: Double
  /// The part inside the groups.
  public let within: Double
  /// Both.
  public var total: Double { between + within }
  /// The part between groups, from 0 to 1, or `nil` if there is nothing to split.
  public var betweenShare: Double? { total > 0 ? between / total : nil }

  /// The variance of the people who belong to a group: `sum_g n_g/n (mean_g - mean)^2 + sum_g n_g/n var_g`.
  ///
  /// Source: the law of total variance; the share is the correlation ratio (R. A. Fisher 1925).
  public static func variance(_ values: [Double], by partition: Partition) -> Split {
    let groups = Groups(values, partition)
    var between = CompensatedSum()
    var within = CompensatedSum()
    for (size, mean) in zip(groups.sizes, groups.means) {
      between.add(Double(size) * (mean - groups.mean) * (mean - groups.mean))
    }
    for (value, part) in zip(values, partition.parts) where part > 0 {
      within.add((value - groups.means[part - 1]) * (value - groups.means[part - 1]))
    }
    let count = Double(max(1, groups.count))
    return Split(between: between.value / count, within: within.value / count)
  }

  /// Theil's T of the people who belong to a group: `sum_g q_g ln(mean_g / mean) + sum_g q_g T_g`, with `q_g` the group's
  /// share of the sum.
  ///
  /// Source: A. F. Shorrocks, "The class of additively decomposable inequality measures", Econometrica 48 (1980).
  ///
  /// - Throws: `Missing` where Theil's T is undefined.
  public static func theil(_ values: [Double], by partition: Partition) throws(Missing) -> Split {
    let groups = Groups(values, partition)
    _ = try Spread.theil(zip(values, partition.parts).filter { $1 > 0 }.map(\.0))
    var between = CompensatedSum()
    var within = CompensatedSum()
    for (size, mean) in zip(groups.sizes, groups.means) {
      between.add(Double(size) * Spread.theilTerm(mean / groups.mean))
    }
    for (value, part) in zip(values, partition.parts) where part > 0 {
      let mean = groups.means[part - 1]
      if mean > 0 { within.add(mean / groups.mean * Spread.theilTerm(value / mean)) }
    }
    return Split(between: between.value / Double(groups.count), within: within.value / Double(groups.count))
  }
}

/// Sizes and means of the groups of a partition.
struct Groups {
  let sizes: [Int]
  let means: [Double]
  /// How many people belong to a group, and their mean.
  let count: Int
  let mean: Double

  init(_ values: [Double], _ partition: Partition) {
    var sums = [Sum](repeating: Sum(), count: partition.count)
    var total = Sum()
    for (value, part) in zip(values, partition.parts) where part > 0 {
      sums[part - 1].add(value)
      total.add(value)
    }
    sizes = partition.sizes
    means = zip(sums, sizes).map { $0.mean($1) }
    count = sizes.reduce(0, +)
    mean = total.mean(count)
  }

  /// A sum whose mean is never outside the numbers by rounding, see `Spread.mean`.
  private struct Sum {
    private var sum = CompensatedSum()
    private var low = Double.infinity
    private var high = -Double.infinity

    mutating func add(_ value: Double) {
      sum.add(value)
      low = min(low, value)
      high = max(high, value)
    }

    func mean(_ count: Int) -> Double { count > 0 ? min(max(sum.value / Double(count), low), high) : 0 }
  }
}
