import Foundation
import GraphModel

/// What an experiment varies: one setting, or several together.
public struct Factor: Sendable, Equatable, Codable {
  /// A range of numbers.
  public struct Range: Sendable, Equatable, Codable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
    /// Whether equal steps are equal ratios.
    public let isLogarithmic: Bool
    /// Whether only whole numbers are taken.
    public let isWhole: Bool

    /// The number at a place.
    ///
    /// - Parameter share: the place, 0 the lower end; below 1, or 1 for the upper end.
    public func value(at share: Double) -> Double {
      if isWhole, !isLogarithmic { return min(high, (low + share * (high - low + 1)).rounded(.down)) }
      let value = isLogarithmic ? low * pow(high / low, share) : low + share * (high - low)
      return min(high, max(low, isWhole ? value.rounded() : value))
    }

    /// So many numbers, the ends among them, in equal steps.
    public func values(_ count: Int) -> [Double] {
      (0..<count).map { step in
        if step == count - 1, count > 1 { return high }
        let share = count > 1 ? Double(step) / Double(count - 1) : 0
        let value = isLogarithmic ? low * pow(high / low, share) : low + share * (high - low)
        return isWhole ? value.rounded() : value
      }
    }
  }

  /// One value that a factor takes.
  public struct Level: Sendable, Equatable, Codable {
    /// What it is called.
    public let label: String
    /// The value as a number, if it is one.
    public let number: Double?
  }

  /// What it is called.
  public let name: String
  /// The setting that it varies, such as `rewiring.review`; `nil` if each level changes settings of its own.
  public let setting: String?
  /// The values that it takes; empty for a range that is sampled.
  public let levels: [Level]
  /// The range that it is sampled from; `nil` for given values.
  public let range: Range?

  /// Whether all its values are numbers.
  public var isNumeric: Bool { range != nil || levels.allSatisfy { $0.number != nil } }
}
