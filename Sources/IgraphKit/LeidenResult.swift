import GraphModel

/// Communities, and how they were found.
package struct LeidenResult: Sendable, Equatable {
  /// The communities, numbered by size; people without ties belong to none.
  package let partition: Partition
  /// The modularity after each pass, at the resolution that was asked for.
  ///
  /// It never falls. Empty without ties.
  package let qualityByPass: [Double]

  /// The modularity of the communities; `nil` without ties, where it is not defined.
  package var modularity: Double? { qualityByPass.last }
  /// How many passes were made.
  package var passes: Int { qualityByPass.count }
}
