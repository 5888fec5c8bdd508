import GraphModel

/// When replicates are enough: once an interval is narrow enough, in every cell.
public struct StoppingRule: Sendable, Equatable, Codable, CustomStringConvertible {
  /// What of an interval is looked at.
  public enum Quantity: String, Sendable, CaseIterable, Codable {
    /// How far its ends are apart.
    case width = "ci-width"
    /// Half of that.
    case halfWidth = "ci-half-width"
    /// How far its ends are apart, as a share of the mean's size.
    case relativeWidth = "ci-relative-width"
  }

  /// The outcome.
  public let outcome: String
  /// Whether the intervals are those of the paired differences, not those of cells.
  public let isOfDifferences: Bool
  /// What of them is looked at.
  public let quantity: Quantity
  /// The number that it has to be below.
  public let limit: Double

  /// A rule as it is written: `OUTCOME [difference] ci-width < NUMBER`.
  ///
  /// - Returns: `nil` for any other text.
  public init?(_ text: String) {
    var words = text.replacing("<", with: " < ").split(separator: " ").map(String.init)
    guard words.count >= 4, let limit = Numerals.number(words.removeLast()), limit > 0, limit.isFinite,
      words.removeLast() == "<", let quantity = Quantity(rawValue: words.removeLast())
    else { return nil }
    isOfDifferences = words.count == 2 && words[1] == "difference"
    guard words.count == 1 || isOfDifferences else { return nil }
    outcome = words[0]
    self.quantity = quantity
    self.limit = limit
  }

  /// The rule as it is written.
  public var description: String {
    "\(outcome) \(isOfDifferences ? "difference " : "")\(quantity.rawValue) < \(Numerals.plain(limit))"
  }

  /// Whether a mean's interval is narrow enough; one that there is none of is not.
  func holds(for interval: Interval?, mean: Double) -> Bool {
    guard let interval else { return false }
    switch quantity {
    case .width: return interval.width < limit
    case .halfWidth: return interval.width / 2 < limit
    case .relativeWidth: return interval.width < limit * mean.magnitude
    }
  }
}
