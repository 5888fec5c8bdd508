import Compute

/// A planted partition: communities of very different sizes, people of very different degrees, a given share of ties inside.
///
/// Sizes of communities follow a power law, and so do expected degrees. The ties inside are dealt out to communities in
/// proportion to the sum of their members' expected degrees; within a community pairs are drawn in proportion to the
/// product of the two expected degrees, each once. The ties between communities are drawn in the same way among all pairs
/// of people of two communities. The numbers of ties, inside and between, are exact.
///
/// Sources: B. Karrer, M. E. J. Newman, "Stochastic blockmodels and community structure in networks", Phys. Rev. E 83
/// (2011), for degrees within blocks; A. Lancichinetti, S. Fortunato, F. Radicchi, "Benchmark graphs for testing community
/// detection algorithms", Phys. Rev. E 78 (2008), for the power laws. Fixed numbers of ties are ours.
public struct PlantedCommunities: TieModel {
  /// What it is made with.
  public struct Settings: Sendable, Equatable {
    /// How many people, 2 to 100,000,000.
    public var people: Int
    /// How many ties.
    public var ties: Int
    /// The share of ties inside communities, 0 to 1.
    public var inside = 0.8
    /// The smallest and the largest community, 2 people or more.
    public var communitySizes = 100...1000
    /// The exponent of the power law of community sizes.
    public var communityExponent = 1.5
    /// The largest expected degree over the smallest, 1 or more.
    public var degreeSpread = 20.0
    /// The exponent of the power law of expected degrees.
    public var degreeExponent = 2.5
    /// The share of the own scores' variance that is the community's, 0 to 1.
    public var homophily = 0.3
    /// Whether the ids of a community's people are spread over all ids.
    public var isShuffled = true
    /// The form of the ids.
    public var ids = PersonLabels.Form.string
    /// The weights of ties.
    public var weights = TieWeights.lognormal
    /// How scores are drawn.
    public var scores = ScoreModel()
    /// The seed.
    public var seed: UInt64 = 1

    /// Settings for a number of people and ties; the sizes of communities are 100 to 1000, in a small society a twentieth
    /// to a quarter of the people.
    public init(people: Int, ties: Int) {
      self.people = people
      self.ties = ties
      let low = min(100, max(2, people / 20))
      communitySizes = low...min(1000, max(low, people / 4))
    }
  }

  /// What it is made with.
  public let settings: Settings
  /// The people of each community by their places: community c stands at `starts[c] ..< starts[c + 1]`.
  let starts: [Int]
  /// The expected degree at each place, up to a factor.
  let expected: [Double]
  /// How many ties each community has inside.
  let tiesInside: [Int]

  /// How the people are called.
  public let labels: PersonLabels
  /// The weights of ties.
  public var weights: TieWeights { settings.weights }
  /// How scores are drawn.
  public var scores: ScoreModel { settings.scores }

  /// Prepares a society: sizes of communities, expected degrees, ties for each.
  ///
  /// - Throws: `GeneratingError` if there is no such society, with what would be possible.
  public init(_ settings: Settings, threads: ThreadCount = .one) throws(GeneratingError) {
    try Self.validate(settings)
    self.settings = settings
    labels = PersonLabels(settings.ids, people: settings.people)
    let starts = CommunitySizes.starts(settings)
    self.starts = starts
    let law = BoundedPower(low: 1, high: settings.degreeSpread, exponent: settings.degreeExponent)
    var expected = [Double](repeating: 0, count: settings.people)
    Parallel.fill(&expected, blocks: TieSet.blocks(of: settings.people), threads: threads) { range, part in
      for place in range {
        var stream = GeneratingStream.expectedDegree.of(place, seed: settings.seed)
        part[place - range.lowerBound] = law.draw(&stream)
      }
    }
    self.expected = expected
    tiesInside = try Self.tiesInside(settings, starts: starts, expected: expected)
  }

  private static func validate(_ settings: Settings) throws(GeneratingError) {
    let people = settings.people
    try GeneratingError.require((2...100_000_000).contains(people), "2 to 100000000 people were expected")
    let pairs = people * (people - 1) / 2
    try GeneratingError.require(
      settings.ties >= 0 && settings.ties <= pairs,
      "\(settings.ties) ties are too many for \(people) people; \(pairs) pairs fit")
    let sizes = settings.communitySizes
    try GeneratingError.require(
      sizes.lowerBound >= 2 && sizes.lowerBound <= people,
      "communities of \(sizes.lowerBound) people and more do not fit \(people) people")
    try GeneratingError.require(
      settings.inside >= 0 && settings.inside <= 1 && settings.homophily >= 0 && settings.homophily <= 1,
      "shares lie from 0 to 1")
    try GeneratingError.require(
      settings.degreeSpread >= 1 && settings.degreeSpread <= 1e6, "a spread of degrees from 1 to 1000000 was expected")
    try settings.scores.validate()
  }

  private static func tiesInside(
    _ settings: Settings, starts: [Int], expected: [Double]
  ) throws(GeneratingError) -> [Int] {
    let sizes = zip(starts, starts.dropFirst()).map { $1 - $0 }
    let room = sizes.map { $0 * ($0 - 1) / 2 }
    let roomInside = room.reduce(0, +)
    let inside = Int((settings.inside * Double(settings.ties)).rounded())
    try GeneratingError.require(
      inside <= roomInside,
      "\(inside) ties inside communities are too many; \(roomInside) pairs lie inside the \(sizes.count) communities")
    let roomBetween = settings.people * (settings.people - 1) / 2 - roomInside
    try GeneratingError.require(
      settings.ties - inside <= roomBetween,
      "\(settings.ties - inside) ties between communities are too many; \(roomBetween) pairs lie between the \(sizes.count) communities"
    )
    let strengths = zip(starts, starts.dropFirst()).map { expected[$0..<$1].compensatedSum }
    return Apportionment.dealt(inside, shares: strengths, room: room)
  }
}
