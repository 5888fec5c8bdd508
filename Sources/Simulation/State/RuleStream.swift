import Compute
import Foundation

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

/// The Poisson distribution, by multiplying uniform numbers (Knuth 1969).
///
/// A large mean is drawn in parts, which add up to the same law: `exp(-mean)` must be a number above 0.
struct Poisson {
  private let parts: Int
  /// The chance that a part is 0.
  private let zeroChance: Double

  private static let largestPart = 500.0

  /// The law with a mean of 0 or more.
  init(mean: Double) {
    parts = mean > 0 ? Int((mean / Self.largestPart).rounded(.up)) : 0
    zeroChance = parts > 0 ? exp(-mean / Double(parts)) : 1
  }

  /// A draw.
  ///
  /// - Complexity: O(mean).
  func draw(_ random: inout RandomStream) -> Int {
    var count = 0
    for _ in 0..<parts {
      var product = random.uniform()
      while product > zeroChance {
        count += 1
        product *= random.uniform()
      }
    }
    return count
  }
}
