import Analysis
import GraphModel

/// What an outcome measures.
public enum OutcomeMeasure: Sendable, Hashable, Codable, CustomStringConvertible {
  /// A number that every period has, by its name in `periods.csv`.
  case period(String)
  /// A line of `measures.csv`; what is `nil` is not asked for.
  case row(measure: String, of: String?, on: String?, by: String?, weighted: Bool?)
  /// A statistic of the people of each group.
  case group(PersonValue, GroupStatistic, by: String)

  /// What people have.
  public enum PersonValue: String, Sendable, CaseIterable, Codable {
    /// The own score, in points.
    case ownScore = "own_score"
    /// The public score, in points.
    case publicScore = "public_score"
    /// Public less own score, in points.
    case peerEffect = "peer_effect"
    /// The effort of the period, in points.
    case effort
    /// 1 for people on the list, 0 for others.
    case listed
    /// The tier, from 1.
    case tier
  }

  /// What is made of a group's values.
  public enum GroupStatistic: String, Sendable, CaseIterable, Codable {
    /// Their mean; of `listed` the share of people on the list.
    case mean
    /// Their standard deviation, divided by n.
    case sd
    /// Their median.
    case median
  }

  /// The measure in words.
  public var description: String {
    switch self {
    case .period(let name): name
    case .row(let measure, let of, let on, let by, let weighted):
      measure + (of.map { " of \($0)" } ?? "") + (on.map { " on \($0)" } ?? "") + (by.map { " by \($0)" } ?? "")
        + (weighted.map { $0 ? ", weighted" : ", unweighted" } ?? "")
    case .group(let value, let statistic, let by): "\(statistic.rawValue) \(value.rawValue) by \(by)"
    }
  }

  static func plain(_ value: Double) -> String { Numerals.plain(value) }
}

extension OutcomeMeasure {
  /// Whether a line of `measures.csv` is what is asked for.
  func matches(_ row: MeasureRow) -> Bool {
    guard case .row(let measure, let of, let on, let by, let weighted) = self else { return false }
    return row.measure == measure && (of ?? row.of) == row.of && (on ?? row.on) == row.on && (by ?? row.by) == row.by
      && (weighted ?? row.weighted) == row.weighted
  }

  /// Whether it is taken from `measures.csv`, which costs time.
  var isRow: Bool {
    if case .row = self { true } else { false }
  }
}
