extension SaltelliDesign {
  /// What a row is for; the number is that of its base point.
  public enum Role: Sendable, Equatable {
    /// A point of the first sample.
    case a(Int)
    /// A point of the first sample with one dimension taken from the second.
    case ab(Int, dimension: Int)
    /// A point of the second sample.
    case b(Int)
  }
}
