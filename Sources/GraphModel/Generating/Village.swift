import Compute
import Foundation

/// A made-up village: circles of friends, a year of payments, behaviour factors, and a few events.
///
/// People live in circles of different sizes and make most friends inside. Each circle has a standing; a person's factors
/// are a logistic curve of a mix of the circle's standing and a part of one's own, so `sorting` is about the share of the
/// factors' variance that lies between circles. Payments go mostly to friends; amounts are log-normal. None of it is
/// calibrated on real people: it is a design, there to try the program on.
///
/// Same seed, same bytes. Every step draws from a stream of its own, one a person.
public struct Village: Sendable {
  /// What a village is made with.
  public struct Settings: Sendable, Equatable {
    /// How many people, 10 to 1,000,000.
    public var people: Int
    /// How many circles, from 1 to people / 5.
    public var circles: Int
    /// How much of the factors is the circle's, from 0 to 1.
    public var sorting: Double
    /// The seed.
    public var seed: UInt64

    /// Settings.
    public init(people: Int = 300, circles: Int = 6, sorting: Double = 0.2, seed: UInt64 = 1) {
      self.people = people
      self.circles = circles
      self.sorting = sorting
      self.seed = seed
    }
  }

  /// A payment.
  struct Payment {
    let payer: Int
    let payee: Int
    /// In hundredths.
    let amount: Int
    /// Unix seconds.
    let time: Int
  }

  /// A dated change of an own score.
  struct Event {
    let time: Int
    let person: Int
    let change: Int
    let halfLife: Int
  }

  /// What the streams of random numbers are for.
  private enum Stream: UInt32 {
    case circle = 100
    case standing
    case factors
    case friends
    case payments
    case events
  }

  static let factorNames = ["history", "behaviour", "fulfilment", "identity"]
  /// 2025-01-01 and the seconds of the year.
  static let start = 1_735_689_600
  static let year = 365 * 86_400

  let settings: Settings
  let circles: [Int]
  let ages: [Int]
  /// Tenths of a point from 0 to 1000, one list a factor.
  let factors: [[Int]]
  let friendships: [(Int, Int)]
  let payments: [Payment]
  let events: [Event]

  /// Makes a village.
  public init(_ settings: Settings) {
    precondition(settings.people >= 10 && settings.people <= 1_000_000, "10 to 1,000,000 people")
    precondition(settings.circles >= 1 && settings.circles <= settings.people / 5, "1 to people / 5 circles")
    precondition(settings.sorting >= 0 && settings.sorting <= 1, "sorting is from 0 to 1")
    self.settings = settings
    circles = Self.circles(settings)
    (ages, factors) = Self.factors(settings, circles)
    friendships = Self.friendships(settings, circles)
    payments = Self.payments(settings, friendships)
    events = Self.events(settings)
  }

  /// Circle c has a chance in proportion to 1 / sqrt(c + 1): a few large ones, more small ones.
  private static func circles(_ settings: Settings) -> [Int] {
    var sums: [Double] = []
    var sum = 0.0
    for circle in 0..<settings.circles {
      sum += 1 / Double(circle + 1).squareRoot()
      sums.append(sum)
    }
    return (0..<settings.people).map { person in
      // The first people found one circle each, so that none is empty.
      if person < settings.circles { return person }
      var stream = RandomStream(seed: settings.seed, stream: Stream.circle.rawValue, index: UInt64(person))
      let point = stream.uniform() * sum
      return sums.firstIndex { $0 > point } ?? settings.circles - 1
    }
  }

  private static func factors(_ settings: Settings, _ circles: [Int]) -> (ages: [Int], factors: [[Int]]) {
    let standings = standings(settings)
    var ages: [Int] = []
    var factors = [[Int]](repeating: [], count: factorNames.count)
    for person in 0..<settings.people {
      var stream = RandomStream(seed: settings.seed, stream: Stream.factors.rawValue, index: UInt64(person))
      ages.append(18 + Int(62 * stream.uniform()))
      let character = stream.normal()
      for factor in factors.indices {
        let own = 0.8 * character + 0.6 * stream.normal()
        let level =
          settings.sorting.squareRoot() * standings[circles[person]] + (1 - settings.sorting).squareRoot() * own
        factors[factor].append(Int((1000 / (1 + exp(-level))).rounded()))
      }
    }
    return (ages, factors)
  }

  /// The standing of each circle, with mean 0 and variance 1 over the circles; 0 if there is one circle.
  private static func standings(_ settings: Settings) -> [Double] {
    let drawn = (0..<settings.circles).map { circle in
      var stream = RandomStream(seed: settings.seed, stream: Stream.standing.rawValue, index: UInt64(circle))
      return stream.normal()
    }
    let mean = drawn.compensatedMean
    let deviation = drawn.map { ($0 - mean) * ($0 - mean) }.compensatedMean.squareRoot()
    return drawn.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
  }

  /// Everyone makes 2 to 6 friends, four in five of them in the circle.
  private static func friendships(_ settings: Settings, _ circles: [Int]) -> [(Int, Int)] {
    var members = [[Int]](repeating: [], count: settings.circles)
    for (person, circle) in circles.enumerated() { members[circle].append(person) }
    var pairs: Set<[Int]> = []
    for person in 0..<settings.people {
      var stream = RandomStream(seed: settings.seed, stream: Stream.friends.rawValue, index: UInt64(person))
      for _ in 0..<2 + stream.integer(below: 5) {
        let isInside = stream.uniform() < 0.8
        let circle = members[circles[person]]
        let other = isInside ? circle[stream.integer(below: circle.count)] : stream.integer(below: settings.people)
        if other != person { pairs.insert([min(person, other), max(person, other)]) }
      }
    }
    return pairs.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
  }

  /// Everyone pays 0 to 3 times a month, three times in four a friend.
  private static func payments(_ settings: Settings, _ friendships: [(Int, Int)]) -> [Payment] {
    var friends = [[Int]](repeating: [], count: settings.people)
    for (one, other) in friendships {
      friends[one].append(other)
      friends[other].append(one)
    }
    var payments: [Payment] = []
    for payer in 0..<settings.people {
      var stream = RandomStream(seed: settings.seed, stream: Stream.payments.rawValue, index: UInt64(payer))
      for month in 0..<12 {
        for _ in 0..<stream.integer(below: 4) {
          let isFriend = stream.uniform() < 0.75 && !friends[payer].isEmpty
          let payee =
            isFriend
            ? friends[payer][stream.integer(below: friends[payer].count)] : stream.integer(below: settings.people)
          // Median 40, two thirds between 15 and 109.
          let amount = max(1, Int((4000 * exp(stream.normal())).rounded()))
          let time = start + month * (year / 12) + stream.integer(below: year / 12)
          if payee != payer { payments.append(Payment(payer: payer, payee: payee, amount: amount, time: time)) }
        }
      }
    }
    return payments.sorted { ($0.time, $0.payer, $0.payee) < ($1.time, $1.payer, $1.payee) }
  }

  /// One event for every fifty people: a default or a good turn.
  private static func events(_ settings: Settings) -> [Event] {
    var stream = RandomStream(seed: settings.seed, stream: Stream.events.rawValue)
    let changes = [-150, -100, -60, 40, 80]
    return (0..<max(3, settings.people / 50)).map { _ in
      Event(
        time: start + stream.integer(below: 365) * 86_400, person: stream.integer(below: settings.people),
        change: changes[stream.integer(below: changes.count)], halfLife: 30 * (1 + stream.integer(below: 6)))
    }.sorted { ($0.time, $0.person, $0.change) < ($1.time, $1.person, $1.change) }
  }
}
