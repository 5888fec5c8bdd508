import Compute

/// What random numbers are drawn for: every rule has its own, keyed by seed, rule, period and person.
///
/// So a rule that is switched off changes no number that another one draws, and two simulations that differ in one rule
/// have everything else in common.
enum RuleStream: UInt32 {
  case deeds = 300
  case missedPayments = 301
  case payments = 302
  case reviews = 303
  case search = 304
  case order = 305
  case blindDrops = 306
  case blindMakes = 307
  case opinions = 308
  case friendChoice = 309
  case trait = 310

  /// The numbers of one person in one period.
  func of(_ person: Int, period: Int, seed: UInt64) -> RandomStream {
    RandomStream(seed: seed, stream: rawValue, index: UInt64(period) << 32 | UInt64(person))
  }

  /// The numbers of a period that belong to nobody.
  func of(period: Int, seed: UInt64) -> RandomStream { of(0, period: period, seed: seed) }
}

extension RandomStream {
  /// A number from the Poisson distribution with a small mean, by multiplying uniform numbers (Knuth 1969).
  ///
  /// - Complexity: O(mean).
  mutating func poisson(_ mean: Double, zeroChance: Double) -> Int {
    guard mean > 0 else { return 0 }
    var count = 0
    var product = uniform()
    while product > zeroChance {
      count += 1
      product *= uniform()
    }
    return count
  }
}
