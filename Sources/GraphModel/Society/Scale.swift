/// The range that scores live in, and the tiers it is cut into.
///
/// Tiers are half open, `[low, high)`; the last one includes the top of the scale. With k cuts there are k + 1 tiers,
/// numbered from 0.
public struct Scale: Sendable, Equatable, Codable {
  /// What the scale is called: `zhima`, `fico`, `unit` or `LOW:HIGH`.
  public let name: String
  /// The lowest score, in points.
  public let low: Double
  /// The highest score, in points.
  public let high: Double
  /// Where one tier ends and the next begins, rising, each strictly between `low` and `high`.
  public let cuts: [Double]
  /// The names of the tiers, lowest first; one more than cuts.
  public let tierNames: [String]

  /// The length of the scale, in points.
  public var width: Double { high - low }
  /// How many tiers there are.
  public var tierCount: Int { cuts.count + 1 }

  /// Zhima Credit: 350 to 950, cut at 550, 600, 650 and 700.
  public static let zhima = Scale(
    name: "zhima", low: 350, high: 950, cuts: [550, 600, 650, 700],
    tierNames: ["350-549", "550-599", "600-649", "650-699", "700-950"])
  /// FICO: 300 to 850, cut at 580, 670, 740 and 800.
  public static let fico = Scale(
    name: "fico", low: 300, high: 850, cuts: [580, 670, 740, 800],
    tierNames: ["300-579", "580-669", "670-739", "740-799", "800-850"])
  /// 0 to 1, cut into fifths.
  public static let unit = fifths(name: "unit", low: 0, high: 1)

  /// A scale from `low` to `high`, cut into fifths.
  ///
  /// - Precondition: `low` is below `high` and both are finite.
  public static func fifths(low: Double, high: Double) -> Scale {
    fifths(name: "\(Numerals.plain(low)):\(Numerals.plain(high))", low: low, high: high)
  }

  private static func fifths(name: String, low: Double, high: Double) -> Scale {
    precondition(low < high && (high - low).isFinite, "a scale needs a low end below its high end")
    return Scale(
      name: name, low: low, high: high, cuts: (1...4).map { low + (high - low) * Double($0) / 5 },
      tierNames: ["lowest fifth", "second fifth", "middle fifth", "fourth fifth", "top fifth"])
  }

  /// The scale with a name, or `nil`: `zhima`, `fico`, `unit`, or two numbers as `LOW:HIGH`.
  public init?(named text: String) {
    switch text.lowercased() {
    case "zhima": self = .zhima
    case "fico": self = .fico
    case "unit": self = .unit
    default:
      let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Numerals.number(String($0)) }
      guard ends.count == 2, let low = ends[0], let high = ends[1], low < high,
        max(low.magnitude, high.magnitude) <= 1e100
      else {
        return nil
      }
      self = .fifths(low: low, high: high)
    }
  }

  private init(name: String, low: Double, high: Double, cuts: [Double], tierNames: [String]) {
    self.name = name
    self.low = low
    self.high = high
    self.cuts = cuts
    self.tierNames = tierNames
  }

  /// Whether a score lies on the scale, ends included.
  public func contains(_ score: Double) -> Bool { score >= low && score <= high }

  /// The tier a score falls into, from 0; scores off the scale count to the nearest tier.
  public func tier(of score: Double) -> Int { cuts.count { $0 <= score } }
}
