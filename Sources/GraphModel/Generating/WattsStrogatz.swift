import Compute
import Foundation

/// A small world: a ring where everybody is tied to the k nearest, and a share of the ties led elsewhere.
///
/// Place i of the ring is tied to i + 1, ..., i + k / 2. Each of these ties is rewired with probability p: it keeps its
/// first end, and its other end goes to a person drawn from all, each as likely, so that nobody is tied to themselves and
/// no pair is tied twice. The number of ties is n k / 2, exactly. With p = 0 the clustering is
/// `3 (k - 2) / (4 (k - 1))` if n is above 3 k / 2.
///
/// Whether a tie is rewired is drawn for all ties at once, instead of lap by lap; so a rewired tie may take a pair that
/// another tie has left. Two ties that are led to one pair are told apart by drawing one of them again.
///
/// Source: D. J. Watts, S. H. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393 (1998).
public struct WattsStrogatz: TieModel {
  /// What it is made with.
  public struct Settings: Sendable, Equatable {
    /// How many people, 3 to 100,000,000.
    public var people: Int
    /// How many neighbours each has on the ring: even, 2 or more, fewer than people.
    public var neighbours: Int
    /// The probability of a tie to be rewired, 0 to 1.
    public var rewire: Double
    /// The share of the own scores' variance that follows the ring, 0 to 1.
    public var homophily = 0.0
    /// Whether ids are spread over the ring.
    public var isShuffled = true
    /// The form of the ids.
    public var ids = PersonLabels.Form.string
    /// The weights of ties.
    public var weights = TieWeights.none
    /// How scores are drawn.
    public var scores = ScoreModel()
    /// The seed.
    public var seed: UInt64 = 1

    /// Settings.
    public init(people: Int, neighbours: Int, rewire: Double) {
      self.people = people
      self.neighbours = neighbours
      self.rewire = rewire
    }
  }

  /// What it is made with.
  public let settings: Settings
  /// How the people are called.
  public let labels: PersonLabels
  /// The weights of ties.
  public var weights: TieWeights { settings.weights }
  /// How scores are drawn.
  public var scores: ScoreModel { settings.scores }

  /// Prepares a society.
  ///
  /// - Throws: `GeneratingError` if there is no such society, with what would be possible.
  public init(_ settings: Settings) throws(GeneratingError) {
    let (people, k) = (settings.people, settings.neighbours)
    try GeneratingError.require((3...100_000_000).contains(people), "3 to 100000000 people were expected")
    try GeneratingError.require(
      k >= 2 && k % 2 == 0 && k < people,
      "\(k) neighbours on a ring of \(people) people are impossible; an even number from 2 to \((people - 1) / 2 * 2) was expected"
    )
    try GeneratingError.require(
      settings.rewire >= 0 && settings.rewire <= 1 && settings.homophily >= 0 && settings.homophily <= 1,
      "shares lie from 0 to 1")
    try settings.scores.validate()
    self.settings = settings
    labels = PersonLabels(settings.ids, people: people)
  }

  /// How many ties there will be.
  public var tieCount: Int { settings.people * settings.neighbours / 2 }

  /// Draws the society; O(people + ties).
  public func draw(threads: ThreadCount) -> DrawnSociety {
    let ids = Shuffling.people(settings.people, isShuffled: settings.isShuffled, seed: settings.seed)
    let ring = Ring(settings)
    let (onRing, rewired) = ring.draw(ids, threads: threads)
    let wave = RingWave(people: settings.people, seed: settings.seed)
    var account = [
      "\(settings.people) people on a ring (column `position`), after Watts and Strogatz (1998).",
      "\(onRing.count) friendships: \(settings.neighbours) neighbours each, and \(rewired) of the ties rewired (probability \(Numerals.plain(settings.rewire))).",
      settings.isShuffled ? "Ids are shuffled: they say nothing of the ring." : "Ids follow the ring.",
    ]
    if scores.scale != nil {
      account.append(
        "Own scores are normal; about \(Numerals.plain((100 * settings.homophily).rounded()))% of their variance follows three waves along the ring."
      )
    }
    return DrawnSociety(
      ties: onRing,
      people: GeneratedPeople(
        count: settings.people, labels: labels,
        place: GeneratedPeople.Place(name: "position", values: Shuffling.places(ids), offset: 0), scores: scores,
        homophily: settings.homophily, seed: settings.seed, shared: { wave.height(at: $0) }),
      title: "small world (synthetic)", account: account)
  }
}

/// A curve along the ring with mean 0 and variance 1: three waves of one, two and three rounds, each with a drawn phase.
struct RingWave: Sendable {
  private let people: Int
  private let phases: [Double]

  init(people: Int, seed: UInt64) {
    self.people = people
    var stream = GeneratingStream.ringScore.of(0, seed: seed)
    phases = (0..<3).map { _ in stream.uniform() }
  }

  /// The height at a place; mean and variance are exact over the ring of more than 6 people.
  func height(at place: Int) -> Double {
    let turn = Double(place) / Double(people)
    let sum = phases.indices.reduce(0) { sum, wave in
      sum + cos(2 * Double.pi * (Double(wave + 1) * turn + phases[wave]))
    }
    return sum * (2.0 / 3).squareRoot()
  }
}
