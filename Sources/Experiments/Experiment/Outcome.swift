import Simulation

/// A number that is asked of each run: a measure, and what of its course counts.
public struct Outcome: Sendable, Equatable, Codable {
  /// The periods that count.
  public enum Window: Sendable, Equatable, Codable {
    /// The last period.
    case end
    /// One period.
    case period(Int)
    /// So many periods up to the last one.
    case last(Int)
    /// All from one period on, to another one or to the last.
    case range(from: Int, to: Int?)

    /// The periods, of those up to the last one.
    func periods(upTo last: Int) -> ClosedRange<Int>? {
      switch self {
      case .end: last...last
      case .period(let period): period <= last ? period...period : nil
      case .last(let count): max(0, last - count + 1)...last
      case .range(let from, let to): from <= min(to ?? last, last) ? from...min(to ?? last, last) : nil
      }
    }
  }

  /// What is made of the numbers of the periods that count.
  public enum Reduction: Sendable, Equatable, Codable {
    /// Their mean.
    case mean
    /// Their sum.
    case sum
    /// The least.
    case lowest
    /// The greatest.
    case highest
    /// The first period in which it is above a number.
    case firstAbove(Double)
    /// The first period in which it is below a number.
    case firstBelow(Double)
  }

  /// What it is called.
  public let name: String
  /// What is measured.
  public let measure: OutcomeMeasure
  /// The periods that count.
  public let window: Window
  /// What is made of them.
  public let reduction: Reduction
  /// Whether the number of period 0 is taken away from each first.
  public let isChange: Bool
  /// The twin that it is measured in; `nil`: the simulation itself.
  public let twin: Scenario.Twin?
  /// The twin whose number is taken away; `nil`: none.
  public let lessTwin: Scenario.Twin?

  /// Whether it needs the state of people in each period, not only in the last one.
  var followsPeriods: Bool { window != .end || isChange }

  /// What it is, in words.
  public var meaning: String {
    var text = measure.description
    if let twin { text += " of the twin \(twin.rawValue)" }
    if let lessTwin { text += ", less that of the twin \(lessTwin.rawValue)" }
    if isChange { text += ", change since period 0" }
    let time: String
    switch window {
    case .end: time = "the last period"
    case .period(let period): time = "period \(period)"
    case .last(let count): time = "the last \(count) periods"
    case .range(let from, let to): time = to.map { "periods \(from) to \($0)" } ?? "period \(from) to the last"
    }
    switch reduction {
    case .mean where window == .end || { if case .period = window { true } else { false } }():
      text += ", \(time)"
    case .mean: text += ", mean over \(time)"
    case .sum: text += ", sum over \(time)"
    case .lowest: text += ", least over \(time)"
    case .highest: text += ", greatest over \(time)"
    case .firstAbove(let value): text = "first period with \(text) above \(OutcomeMeasure.plain(value)), in \(time)"
    case .firstBelow(let value): text = "first period with \(text) below \(OutcomeMeasure.plain(value)), in \(time)"
    }
    return text
  }
}
