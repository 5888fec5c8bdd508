/// How a behaviour spread from its starters, round by round.
public struct Cascade: Sendable, Equatable {
  /// The round in which each person turned: 0 for starters, `nil` for people who never did.
  public let round: [Int?]
  /// The last round in which somebody turned; 0 if nobody followed the starters.
  public let rounds: Int
  /// How many people turned in each round, round 0 (the starters) first: `rounds + 1` counts.
  public let turnedByRound: [Int]

  /// How many people have turned in the end, starters included.
  public var turnedCount: Int { turnedByRound.reduce(0, +) }

  /// The cascade as it stood after a number of rounds, 0 or more.
  public func after(_ last: Int) -> Cascade {
    guard last < rounds else { return self }
    return Cascade(
      round: round.map { ($0 ?? 0) <= last ? $0 : nil }, rounds: last,
      turnedByRound: Array(turnedByRound.prefix(last + 1)))
  }
}
