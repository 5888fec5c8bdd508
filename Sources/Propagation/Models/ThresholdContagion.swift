import Compute
import GraphModel

/// Threshold contagion: a person turns once enough of the network has turned, and never turns back.
///
/// An arc `i -> j` says that i is influenced by j. All decide at once, round by round: i turns when the turned part of i's
/// row, `sum_{j turned} W_ij`, reaches the threshold `theta_i`. Rows of `W` sum to 1, so with one layer of equal weights
/// theta is the share of one's ties (Watts 2002). A person without ties never turns unless among the starters; a tied
/// person with `theta = 0` turns in the first round.
///
/// Three of six equal ties reach 0.5 exactly, but sixths do not sum to a half in doubles. So a turned part counts as
/// reaching the threshold if it is below it by at most `(d + 8)` units of rounding (2.2e-16 each), d being how many arcs
/// the person has: no less than what summing in any order can lose.
///
/// Source: M. Granovetter, "Threshold models of collective behavior", American Journal of Sociology 83 (1978) 1420-1443;
/// D. J. Watts, "A simple model of global cascades on random networks", PNAS 99 (2002) 5766-5771.
public struct ThresholdContagion: Sendable {
  /// `W`.
  public let network: InfluenceMatrix
  /// `theta`, one a person, each from 0 to 1.
  public let thresholds: [Double]
  /// Who has turned at the start.
  public let starts: [Bool]

  /// The model.
  ///
  /// - Parameters:
  ///   - network: `W`.
  ///   - thresholds: `theta`, one a person, each from 0 to 1.
  ///   - starts: whether each person has turned at the start.
  public init(network: InfluenceMatrix, thresholds: [Double], starts: [Bool]) {
    precondition(
      thresholds.count == network.personCount && starts.count == network.personCount, "one value a person")
    precondition(thresholds.allSatisfy { $0 >= 0 && $0 <= 1 }, "thresholds are from 0 to 1")
    self.network = network
    self.thresholds = thresholds
    self.starts = starts
  }

  /// The model with one threshold for everyone, from 0 to 1.
  public init(network: InfluenceMatrix, threshold: Double, starts: [Bool]) {
    self.init(
      network: network, thresholds: [Double](repeating: threshold, count: network.personCount), starts: starts)
  }

  /// Who turns, and when, until nobody does.
  ///
  /// Each person who turns is told once to those who are influenced by that person. One thread does the work.
  ///
  /// - Parameter threads: how many threads turn directed layers round; the answer is the same for any number.
  /// - Complexity: O(people + arcs) for the whole cascade.
  public func cascade(threads: ThreadCount = .one) -> Cascade {
    let columns = network.columns(threads: threads)
    var round = starts.map { $0 ? 0 : nil as Int? }
    var turnedWeights = [Double](repeating: 0, count: network.personCount)
    var lastAsked = [Int](repeating: 0, count: network.personCount)
    var turned = starts.indices.filter { starts[$0] }
    var turnedByRound = [turned.count]
    // In the first round a threshold of 0 is reached without anybody; later only new turned weight can change a mind.
    var asked = starts.indices.filter { network.isTied[$0] && !starts[$0] && isReached(by: 0, of: $0) }
    while !turned.isEmpty || !asked.isEmpty {
      let now = turnedByRound.count
      for person in asked { lastAsked[person] = now }
      for person in turned {
        for layer in columns.indices {
          let factors = network.factors[layer]
          columns[layer].forEachTie(of: person) { follower, weight in
            guard round[follower] == nil else { return }
            turnedWeights[follower] += factors[follower] * weight
            guard lastAsked[follower] < now else { return }
            lastAsked[follower] = now
            asked.append(follower)
          }
        }
      }
      turned = asked.filter { isReached(by: turnedWeights[$0], of: $0) }
      asked = []
      guard !turned.isEmpty else { break }
      for person in turned { round[person] = now }
      turnedByRound.append(turned.count)
    }
    return Cascade(round: round, rounds: turnedByRound.count - 1, turnedByRound: turnedByRound)
  }

  private func isReached(by turnedWeight: Double, of person: Int) -> Bool {
    let slack = Double(network.degree(of: person) + 8) * Double.ulpOfOne
    return turnedWeight >= thresholds[person] - slack
  }
}
