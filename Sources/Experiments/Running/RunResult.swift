/// What a run of an experiment came to.
public struct RunResult: Sendable, Equatable {
  /// The number of an outcome.
  public struct Value: Sendable, Equatable {
    /// The position of the outcome.
    public let outcome: Int
    /// The group of people that it is of; empty without groups.
    public let group: String
    /// The number; `nil` if there is none.
    public let value: Double?
    /// Why there is none.
    public let missing: String?
  }

  /// A number that was followed from period to period.
  public struct Series: Sendable, Equatable {
    /// What it is: a name of `periods.csv`, or an outcome of groups.
    public let name: String
    /// The group of people that it is of; empty without groups.
    public let group: String
    /// The numbers of each period, from period 0; `nil` where undefined.
    public let values: [Double?]
  }

  /// The outcomes, in their order, those of groups by the groups' names.
  public let values: [Value]
  /// The numbers of each period.
  public let series: [Series]
  /// How the simulation ended, in a word.
  public let course: String
  /// The last period.
  public let periods: Int
}
