import GraphModel

/// A division of people to measure by.
public struct Grouping: Sendable {
  /// `community`, or the name of a column.
  public let by: String
  /// Who belongs to which group.
  public let partition: Partition
  /// The column's value of each group, or `nil` for communities.
  public let names: [String]?
}
