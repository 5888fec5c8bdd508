import GraphModel

/// A division of people to measure by.
public struct Grouping: Sendable {
  /// `community`, or the name of a column.
  public let by: String
  /// Who belongs to which group.
  public let partition: Partition
  /// The column's value of each group, or `nil` for communities.
  public let names: [String]?

  /// Whether the groups were found by their ties, not given.
  public var isFound: Bool { names == nil }
}

extension Grouping {
  /// The groups of a column.
  ///
  /// - Parameters:
  ///   - name: the column's name.
  ///   - society: the society.
  ///   - besideCommunities: whether a column called "community" has to be told apart from those that are found.
  /// - Throws: a `usage` error for a column that is not there or is empty.
  static func of(
    _ name: String, _ society: Society, besideCommunities: Bool
  ) throws(ReadingError) -> Grouping {
    guard let column = society.people.attribute(named: name) else {
      let names = society.people.attributes.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw ReadingError(
        .usage,
        [
          InputProblem(
            file: "--by", "there is no column \"\(name)\"; the columns are \(names.isEmpty ? "none" : names)")
        ])
    }
    let (partition, names) = Partition.by(column)
    if partition.count == 0 {
      throw ReadingError(.usage, [InputProblem(file: "--by", "nobody has a value in column \"\(column.name)\"")])
    }
    // A column called "community" must not be taken for the communities that were found.
    let by = besideCommunities && column.name.lowercased() == "community" ? "input_" + column.name : column.name
    return Grouping(by: by, partition: partition, names: names)
  }
}
