import Compute
import Foundation

/// How the own scores and susceptibilities of generated people are drawn.
///
/// The own score of person i is `middle + width / 8 * z_i`, cut to the scale, with
/// `z_i = sqrt(H) g_i + sqrt(1 - H) e_i`: e_i is normal with variance 1, one draw a person, and g_i is the part that
/// people at one place share, with mean 0 and variance 1 over people. So H, the homophily, is the expected share of the
/// variance that lies between places. The scale ends 4 standard deviations from its middle: one score in 16,000 is cut.
/// It is a design, not a finding.
public struct ScoreModel: Sendable, Equatable {
  /// The scale of the own scores; `nil` for people without scores.
  public var scale: Scale?
  /// The range each person's susceptibility is drawn from, each number as likely; `nil` for people without one.
  public var susceptibility: ClosedRange<Double>?

  /// A model of scores.
  public init(scale: Scale? = .zhima, susceptibility: ClosedRange<Double>? = 0.5...0.7) {
    self.scale = scale
    self.susceptibility = susceptibility
  }

  /// Throws if numbers on the scale cannot be written with a fixed number of digits.
  func validate() throws(GeneratingError) {
    if let scale {
      try GeneratingError.require(
        scale.width >= 0.001 && max(scale.low.magnitude, scale.high.magnitude) <= 1e9,
        "a scale from \(Numerals.plain(scale.low)) to \(Numerals.plain(scale.high)) is out of reach of generated scores; a width of 0.001 or more and ends within a billion were expected"
      )
    }
    if let susceptibility {
      try GeneratingError.require(
        susceptibility.lowerBound >= 0 && susceptibility.upperBound <= 1,
        "susceptibilities lie from 0 to 1")
    }
  }

  /// How many decimal places a score has: enough for 10,000 steps on the scale.
  static func places(_ scale: Scale) -> Int {
    var places = 0
    var steps = scale.width
    while steps < 10_000, places < 8 {
      steps *= 10
      places += 1
    }
    return places
  }

  /// The own score of a person, as a whole number of `10^-places`.
  ///
  /// - Parameters:
  ///   - homophily: the share of the variance that is the place's, 0 to 1.
  ///   - shared: the place's part, g.
  static func score(
    of person: Int, on scale: Scale, places: Int, homophily: Double, shared: Double, seed: UInt64
  ) -> Int {
    var stream = GeneratingStream.score.of(person, seed: seed)
    let level = homophily.squareRoot() * shared + (1 - homophily).squareRoot() * stream.normal()
    let unit = pow(10, Double(places))
    let score = ((scale.low + scale.width * (0.5 + level / 8)) * unit).rounded()
    return Int(min(max(score, (scale.low * unit).rounded(.up)), (scale.high * unit).rounded(.down)))
  }
}
