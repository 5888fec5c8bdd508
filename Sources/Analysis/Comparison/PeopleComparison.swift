import Compute

/// Who is in two runs, and whose scores moved.
public struct PeopleComparison: Sendable, Equatable, Codable {
  /// How far a kind of score differs over the people in both runs, in points.
  public struct Change: Sendable, Equatable, Codable {
    /// The mean of the absolute differences.
    public let meanAbsolute: Double
    /// Their median.
    public let medianAbsolute: Double
    /// The largest of them.
    public let largest: Double
    /// The mean in the first run.
    public let meanFirst: Double
    /// The mean in the second run.
    public let meanSecond: Double
    /// How many people have another score.
    public let moved: Int
  }

  /// Somebody whose public score differs.
  public struct Mover: Sendable, Equatable, Codable {
    /// The person.
    public let id: String
    /// The public score in the first run, in points.
    public let publicFirst: Double
    /// The public score in the second run.
    public let publicSecond: Double
    /// The own score in the first run.
    public let ownFirst: Double
    /// The own score in the second run.
    public let ownSecond: Double

    /// The change of the public score, in points.
    public var change: Double { publicSecond - publicFirst }
  }

  /// How many people are in both.
  public let both: Int
  /// How many are in the first run only.
  public let onlyFirst: Int
  /// How many are in the second run only.
  public let onlySecond: Int
  /// Ten of those in the first run only, in its order.
  public let idsOnlyFirst: [String]
  /// Ten of those in the second run only, in its order.
  public let idsOnlySecond: [String]
  /// Public scores; `nil` if nobody is in both or the scales are other ones.
  public let publicScores: Change?
  /// Own scores, likewise.
  public let ownScores: Change?
  /// Kendall's tau-b of the two public scores; `nil` if undefined.
  public let rankAgreement: Double?
  /// The ten whose public score is higher in the second run by most, largest first.
  public let rose: [Mover]
  /// The ten whose public score is lower by most, largest first.
  public let fell: [Mover]

  /// How many people are named.
  static let namedCount = 10

  /// Whether the same people have the same scores.
  public var isSame: Bool {
    onlyFirst + onlySecond == 0 && (both == 0 || (publicScores?.moved == 0 && ownScores?.moved == 0))
  }

  init(
    _ first: ComparedRun.People, _ second: ComparedRun.People, _ pairs: PersonPairs, comparesScores: Bool
  ) {
    both = pairs.both.count
    onlyFirst = pairs.onlyFirst.count
    onlySecond = pairs.onlySecond.count
    idsOnlyFirst = pairs.onlyFirst.prefix(Self.namedCount).map { first.ids[$0] }
    idsOnlySecond = pairs.onlySecond.prefix(Self.namedCount).map { second.ids[$0] }
    let scores = pairs.both.map { (first.publicScores[$0.first], second.publicScores[$0.second]) }
    rankAgreement = try? KendallTau.b(scores.map(\.0), scores.map(\.1))
    guard comparesScores, !pairs.isEmpty else {
      (publicScores, ownScores) = (nil, nil)
      (rose, fell) = ([], [])
      return
    }
    publicScores = Change(scores)
    ownScores = Change(pairs.both.map { (first.ownScores[$0.first], second.ownScores[$0.second]) })
    let changes = scores.map { $0.1 - $0.0 }
    // Rising, people with equal changes in the order of the first run.
    let order = changes.indices.sorted { (changes[$0], $0) < (changes[$1], $1) }
    func mover(_ place: Int) -> Mover {
      let pair = pairs.both[place]
      return Mover(
        id: first.ids[pair.first], publicFirst: first.publicScores[pair.first],
        publicSecond: second.publicScores[pair.second], ownFirst: first.ownScores[pair.first],
        ownSecond: second.ownScores[pair.second])
    }
    fell = order.prefix(Self.namedCount).filter { changes[$0] < 0 }.map(mover)
    rose = order.suffix(Self.namedCount).filter { changes[$0] > 0 }
      .sorted { (changes[$1], $0) < (changes[$0], $1) }.map(mover)
  }
}

extension PeopleComparison.Change {
  /// The scores of each person in both runs, at least one.
  fileprivate init(_ scores: [(Double, Double)]) {
    let changes = scores.map { ($0.1 - $0.0).magnitude }
    let sorted = changes.risingNumbers
    meanAbsolute = changes.compensatedMean
    medianAbsolute = Spread.quantile(sorted, 0.5)
    largest = sorted.last ?? 0
    meanFirst = scores.lazy.map(\.0).compensatedMean
    meanSecond = scores.lazy.map(\.1).compensatedMean
    moved = changes.count { $0 > 0 }
  }
}
