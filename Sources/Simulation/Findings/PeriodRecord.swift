import Propagation

/// What there is to say of one period.
///
/// Scores, ties and measures are those of the moment when scores had settled; ties dropped and made, effort and points are
/// what had happened since the period before.
public struct PeriodRecord: Sendable, Equatable, Codable {
  /// A set of scores in a few numbers, in points.
  public struct Moments: Sendable, Equatable, Codable {
    /// The mean.
    public let mean: Double
    /// The standard deviation (divided by n).
    public let sd: Double
    /// The lowest.
    public let lowest: Double
    /// The highest.
    public let highest: Double
  }

  /// How alike the scores of tied people are, on the main layer, by weight; see docs/measures.md.
  public struct Sorting: Sendable, Equatable, Codable {
    /// Numeric assortativity (Newman 2003), or `nil` if undefined.
    public let assortativity: Double?
    /// Moran's I, or `nil` if undefined.
    public let moran: Double?
    /// The share of variance that lies between the communities of period 0; `nil` without communities.
    public let betweenFirst: Double?
    /// The share of variance between the communities found last.
    public let betweenNow: Double?
    /// The gap between the top and the bottom community of period 0, in points.
    public let gapFirst: Double?
  }

  /// What became of ties.
  public struct Ties: Sendable, Equatable, Codable {
    /// How many there are in each layer.
    public internal(set) var counts: [Int] = []
    /// How often somebody thought about a tie.
    public internal(set) var considered = 0
    /// Ties dropped by choice.
    public internal(set) var dropped = 0
    /// Ties made.
    public internal(set) var made = 0
    /// How often somebody asked for a tie.
    public internal(set) var asked = 0
    /// How often the other one refused.
    public internal(set) var declined = 0
    /// Payment ties that the scheme took away.
    public internal(set) var cut = 0
    /// Payments.
    public internal(set) var payments = 0
  }

  /// What it took to settle.
  public struct Settling: Sendable, Equatable, Codable {
    /// Applications of the map, or sweeps of a solver.
    public let sweeps: Int
    /// How far a score can be off, in points; `nil` if not known.
    public let bound: Double?
    /// How it ended.
    public let outcome: Equilibrium.Outcome
  }

  /// What people think, where ties follow opinions.
  public struct Opinions: Sendable, Equatable, Codable {
    /// How many opinions somebody holds.
    public let count: Int
    /// The share of people who hold the commonest one.
    public let largestShare: Double
  }

  /// The period, from 0.
  public let period: Int
  /// Whether scores were public.
  public let isPublic: Bool
  /// Own scores.
  public let own: Moments
  /// Public scores.
  public let publicScores: Moments
  /// How own scores are sorted.
  public let ownSorting: Sorting
  /// How public scores are sorted.
  public let publicSorting: Sorting
  /// How many people have no tie that counts.
  public let isolated: Int
  /// How many people have no tie in the main layer.
  public let friendless: Int
  /// What became of ties.
  public let ties: Ties
  /// How many people are in each tier, lowest first.
  public let tiers: [Int]
  /// People by tier in the period before (row) and now (column).
  public let flows: [[Int]]
  /// How many people are on the list.
  public let listed: Int
  /// How many were listed now.
  public let newlyListed: Int
  /// How many were released now.
  public let released: Int
  /// The cost of everyone's effort.
  public let effortCost: Double
  /// Where points went.
  public let points: PointsMoved
  /// The largest change of an own score, in points.
  public let ownChange: Double
  /// The largest change of a public score, in points.
  public let publicChange: Double
  /// What it took to settle.
  public let settling: Settling
  /// What people think (Holme and Newman), or `nil` without opinions.
  public let opinions: Opinions?
  /// How many communities were found, if they were looked for.
  public let communities: Int?
}
