import Compute
import Foundation

/// A made-up village: circles of friends, households, a year of payments, behaviour factors, and a few events.
///
/// People live in circles of different sizes and make most friends inside; a circle is cut into households of one to six
/// people, who are family. Each circle has a standing; a person's factors are a logistic curve of a mix of the circle's
/// standing and a part of one's own, so `sorting` is about the share of the factors' variance that lies between circles.
/// Payments go mostly to friends and family; amounts are log-normal. None of it is calibrated on real people: it is a
/// design, there to try the program on.
///
/// Same seed, same bytes, with any number of threads. Every step draws from a stream of its own, one a person, circle or
/// household.
public struct Village: Sendable {
  /// What a village is made with.
  public struct Settings: Sendable, Equatable {
    /// How many people, 10 to 10,000,000.
    public var people: Int
    /// How many circles, from 1 to people / 5.
    public var circles: Int
    /// How much of the factors is the circle's, from 0 to 1.
    public var sorting: Double
    /// How many payments a person makes in a month at most, 0 to 100; each number from 0 is as likely.
    public var payments: Int
    /// The form of the ids; text ids are `v001` and on.
    public var ids: PersonLabels.Form
    /// The seed.
    public var seed: UInt64

    /// Settings.
    public init(
      people: Int = 300, circles: Int = 6, sorting: Double = 0.2, payments: Int = 3,
      ids: PersonLabels.Form = .string, seed: UInt64 = 1
    ) {
      self.people = people
      self.circles = circles
      self.sorting = sorting
      self.payments = payments
      self.ids = ids
      self.seed = seed
    }
  }

  static let factorNames = ["history", "behaviour", "fulfilment", "identity"]

  let settings: Settings
  let labels: PersonLabels
  /// Who lives where.
  let dwellings: Dwellings
  /// The standing of each circle, with mean 0 and variance 1 over the circles; 0 if there is one circle.
  let standings: [Double]

  /// Makes a village: its circles and households.
  ///
  /// Ties and payments are drawn when they are written.
  ///
  /// - Throws: `GeneratingError` if there is no such village, with what would be possible.
  public init(_ settings: Settings, threads: ThreadCount = .one) throws(GeneratingError) {
    try GeneratingError.require(
      (10...10_000_000).contains(settings.people), "10 to 10000000 people were expected")
    try GeneratingError.require(
      settings.circles >= 1 && settings.circles <= settings.people / 5,
      "\(settings.circles) circles are too many for \(settings.people) people; at least 5 people a circle were expected"
    )
    try GeneratingError.require(settings.sorting >= 0 && settings.sorting <= 1, "sorting lies from 0 to 1")
    try GeneratingError.require((0...100).contains(settings.payments), "0 to 100 payments a month were expected")
    self.settings = settings
    labels =
      settings.ids == .integer
      ? PersonLabels() : PersonLabels(prefix: "v", first: 1, people: settings.people, width: 3)
    dwellings = Dwellings(people: settings.people, circles: settings.circles, seed: settings.seed, threads: threads)
    standings = Self.standings(settings)
  }

  private static func standings(_ settings: Settings) -> [Double] {
    let drawn = (0..<settings.circles).map { circle in
      var stream = GeneratingStream.standing.of(circle, seed: settings.seed)
      return stream.normal()
    }
    let mean = drawn.compensatedMean
    let deviation = drawn.map { ($0 - mean) * ($0 - mean) }.compensatedMean.squareRoot()
    return drawn.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
  }

  /// The age of a person, 18 to 79, and its factors in tenths of a point, 0 to 1000.
  func character(of person: Int) -> (age: Int, factors: [Int]) {
    var stream = GeneratingStream.factors.of(person, seed: settings.seed)
    let age = 18 + Int(62 * stream.uniform())
    let character = stream.normal()
    let standing = standings[dwellings.circle(of: person)]
    let factors = Self.factorNames.map { _ in
      let own = 0.8 * character + 0.6 * stream.normal()
      let level = settings.sorting.squareRoot() * standing + (1 - settings.sorting).squareRoot() * own
      return Int((1000 / (1 + exp(-level))).rounded())
    }
    return (age, factors)
  }

  /// Those whom a person asks to be friends: 2 to 6 draws, four in five of them in the circle.
  ///
  /// Draws that hit the person or the household come to nothing; so do repeats.
  func friendsMade(by person: Int, _ friends: inout [Int]) {
    friends.removeAll(keepingCapacity: true)
    var stream = GeneratingStream.friends.of(person, seed: settings.seed)
    let circle = dwellings.members(of: dwellings.circle(of: person))
    for _ in 0..<2 + stream.integer(below: 5) {
      let isInside = stream.uniform() < 0.8
      let other =
        isInside
        ? dwellings.person(at: circle.lowerBound + stream.integer(below: circle.count))
        : stream.integer(below: settings.people)
      if other == person || dwellings.household(of: other) == dwellings.household(of: person) { continue }
      if !friends.contains(other) { friends.append(other) }
    }
  }

  /// The friendships: everybody's draws, each pair once.
  package func friendships(threads: ThreadCount) -> TieSet {
    var ties = TieSet(people: settings.people, expected: 4 * settings.people)
    let blocks = TieSet.blocks(of: settings.people, size: TieSet.blockSize / 4)
    ties.insert(blocks: blocks.count, threads: threads) { block, drawn in
      var friends: [Int] = []
      for person in blocks[block] {
        friendsMade(by: person, &friends)
        for other in friends { drawn.append(DrawnTie(person, other)) }
      }
    }
    return ties
  }
}
