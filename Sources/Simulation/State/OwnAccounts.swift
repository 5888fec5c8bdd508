import Compute
import Foundation
import GraphModel

/// What own scores are made of, so that every point can be accounted for.
///
/// An own score is level, deeds, missed payments, marks and dated events added up, held to the scale; then what being
/// listed does. The level lasts; the others fade, each at its own pace.
struct OwnAccounts: Sendable, Equatable {
  /// What lasts.
  var level: [Double]
  /// Deeds that are being forgotten; empty if none are.
  var deeds: [Double] = []
  /// Missed payments that are being forgotten.
  var missed: [Double] = []
  /// Marks of having been listed.
  var marks: [Double] = []
  /// Dated events that are being forgotten, as they count now.
  var dated: [FadingEvent] = []

  /// A dated event and what is left of it.
  struct FadingEvent: Sendable, Equatable, Codable {
    let person: Int32
    let points: Double
    let halfLife: Double
    let time: Double
    var left: Double
  }

  init(_ ownScores: [Double]) { level = ownScores }

  /// Below this, in points, what is left of an event is forgotten.
  private static let forgotten = 1e-9

  /// Lets everything fade for a period, and dated events happen.
  ///
  /// - Parameters:
  ///   - rules: how fast.
  ///   - events: those of the period.
  ///   - now: the moment at its end, in Unix seconds.
  mutating func pass(_ rules: Scenario, events: [DatedEvent], now: Double, _ points: inout PointsMoved) {
    func fade(_ values: inout [Double], halfLife: Double?) {
      guard let halfLife, !values.isEmpty else { return }
      let factor = exp2(-rules.periodDays / halfLife)
      var lost = CompensatedSum()
      for person in values.indices {
        let left = values[person].magnitude < Self.forgotten ? 0 : values[person] * factor
        lost.add(left - values[person])
        values[person] = left
      }
      points.faded += lost.value
    }
    fade(&deeds, halfLife: rules.deeds?.halfLife)
    fade(&missed, halfLife: rules.missedPayments?.halfLife)
    fade(&marks, halfLife: rules.blacklist?.markHalfLife)
    for event in events {
      points.dated += event.change
      if let halfLife = event.halfLife {
        dated.append(
          FadingEvent(
            person: Int32(event.person), points: event.change, halfLife: halfLife, time: event.time, left: event.change)
        )
      } else {
        level[event.person] += event.change
      }
    }
    var lost = CompensatedSum()
    for index in dated.indices {
      let event = dated[index]
      var left = event.points * exp2(-(now - event.time) / (event.halfLife * Timestamp.day))
      if left.magnitude < Self.forgotten { left = 0 }
      lost.add(left - event.left)
      dated[index].left = left
    }
    points.faded += lost.value
    dated.removeAll { $0.left == 0 }
  }

  /// Adds points of everyone to an account that fades, or to the level.
  static func add(
    _ points: [Double], to account: WritableKeyPath<OwnAccounts, [Double]>, of accounts: inout OwnAccounts
  ) {
    if accounts[keyPath: account].isEmpty {
      accounts[keyPath: account] = points
    } else {
      for person in points.indices where points[person] != 0 { accounts[keyPath: account][person] += points[person] }
    }
  }

  /// The own scores as they are without anything that being listed does.
  var scores: [Double] {
    var scores = level
    for account in [deeds, missed, marks] where !account.isEmpty {
      for person in scores.indices { scores[person] += account[person] }
    }
    for event in dated { scores[Int(event.person)] += event.left }
    return scores
  }

  /// The own scores, held to the scale, before anything that being listed does.
  ///
  /// What lies beyond an end of the scale is taken from the level, so that it is not owed later.
  mutating func scores(on scale: Scale, _ points: inout PointsMoved) -> [Double] {
    var scores = scores
    var held = CompensatedSum()
    for person in scores.indices {
      let score = min(max(scores[person], scale.low), scale.high)
      if score != scores[person] {
        held.add(score - scores[person])
        level[person] += score - scores[person]
        scores[person] = score
      }
    }
    points.held += held.value
    return scores
  }
}

/// Where the sum of all own scores went in a period, in points.
///
/// The change of the sum is the sum of these, up to rounding.
public struct PointsMoved: Sendable, Equatable, Codable {
  /// Deeds, good and bad.
  public internal(set) var deeds = 0.0
  /// Missed payments.
  public internal(set) var missed = 0.0
  /// Dated events.
  public internal(set) var dated = 0.0
  /// What was forgotten of earlier events, deeds, missed payments and marks.
  public internal(set) var faded = 0.0
  /// What tiers brought.
  public internal(set) var rewards = 0.0
  /// Effort.
  public internal(set) var effort = 0.0
  /// The pull of friends' conduct.
  public internal(set) var conformity = 0.0
  /// The pull of the own score of period 0.
  public internal(set) var decay = 0.0
  /// What the latent trait did.
  public internal(set) var trait = 0.0
  /// Marks of those who were released.
  public internal(set) var marks = 0.0
  /// What was cut off, or filled up, at the ends of the scale.
  public internal(set) var held = 0.0
  /// What being listed, or having listed friends, did beside: caps and penalties, compared with the period before.
  public internal(set) var sanctions = 0.0

  /// All of it.
  public var total: Double {
    deeds + missed + dated + faded + rewards + effort + conformity + decay + trait + marks + held + sanctions
  }
}
