import GraphModel

/// What differs between two runs, and what of it matters: a value that reports and `compare --json` are made of.
public struct Comparison: Sendable, Equatable, Codable {
  /// One of the two runs, in a few words.
  public struct Run: Sendable, Equatable, Codable {
    /// Its folder, as it was named.
    public let folder: String
    /// The command that made it.
    public let command: ComparedRun.Command
    /// What the society or the scenario is called.
    public let name: String
    /// The version of the program that made it.
    public let version: String
    /// Its seed.
    public let seed: UInt64
    /// How many people it has.
    public let people: Int
    /// The period that is compared; 0 for `analyze`.
    public let period: Int
    /// The scale of its scores.
    public let scale: Scale

    init(_ run: ComparedRun) {
      (folder, command, name, version) = (run.folder, run.command, run.name, run.record.version)
      (seed, people, period, scale) = (run.record.seed, run.people.ids.count, run.period, run.scale)
    }
  }

  /// The run that was named first.
  public let first: Run
  /// The other one.
  public let second: Run
  /// How the two were made.
  public let making: MakingComparison
  /// The people in both.
  public let people: PeopleComparison
  /// People in both by tier of the public score in the first run (row) and in the second (column); `nil` if the tiers are
  /// not the same ones.
  public let tierFlows: TierFlows?
  /// The communities of both; `nil` if one of them has none.
  public let communities: CommunityComparison?
  /// The measures of both.
  public let measures: MeasureComparison
  /// Whether the difference is more than seeds explain.
  public internal(set) var seeds: SeedComparison

  /// People by tier before and after.
  public struct TierFlows: Sendable, Equatable, Codable {
    /// What the tiers are called, lowest first.
    public let names: [String]
    /// People by tier in the first run (row) and in the second (column), lowest first.
    public let counts: [[Int]]
    /// How many are in another tier.
    public let moved: Int
  }

  /// Two runs compared.
  ///
  /// - Parameters:
  ///   - first: the run that differences start from.
  ///   - second: the run that they lead to.
  ///   - seeds: what is known of other seeds.
  /// - Throws: `Missing` for a run of `analyze` beside one of `simulate` that it cannot be compared with: nobody is in
  ///   both, or scores are on other scales.
  /// - Complexity: O(n log n) for n people, and as much for measures.
  public init(_ first: ComparedRun, _ second: ComparedRun, seeds: SeedComparison) throws(Missing) {
    let pairs = PersonPairs(first.people.ids, second.people.ids)
    let sameScale = first.scale.low == second.scale.low && first.scale.high == second.scale.high
    if first.command != second.command {
      if pairs.isEmpty { throw Missing("nobody is in both, so a moment and a simulation have nothing in common") }
      if !sameScale { throw Missing("scores are on other scales, so a moment and a simulation cannot be compared") }
    }
    self.first = Run(first)
    self.second = Run(second)
    making = MakingComparison(first, second)
    people = PeopleComparison(first.people, second.people, pairs, comparesScores: sameScale)
    tierFlows = TierFlows(first, second, pairs)
    communities = CommunityComparison(first.people, second.people, pairs)
    measures = MeasureComparison(first, second)
    self.seeds = seeds
  }

  /// The same with what other seeds say.
  public func with(_ seeds: SeedComparison) -> Comparison {
    var comparison = self
    comparison.seeds = seeds
    return comparison
  }

  /// Whether both found the same: everybody with the same scores, in the same tiers and communities, and equal measures.
  public var foundTheSame: Bool {
    people.isSame && (tierFlows?.moved ?? 0) == 0 && (communities?.isSame ?? true) && measures.rows.isEmpty
      && measures.onlyFirst + measures.onlySecond == 0
  }
}

extension Comparison.TierFlows {
  /// The flows; `nil` if the tiers are not the same ones, or not known.
  init?(_ first: ComparedRun, _ second: ComparedRun, _ pairs: PersonPairs) {
    guard first.tierNames == second.tierNames, let one = first.people.tiers, let other = second.people.tiers,
      !pairs.isEmpty
    else { return nil }
    names = first.tierNames
    var counts = [[Int]](repeating: [Int](repeating: 0, count: names.count), count: names.count)
    for (before, after) in pairs.both { counts[one[before]][other[after]] += 1 }
    self.counts = counts
    moved = pairs.both.count { one[$0.first] != other[$0.second] }
  }
}
