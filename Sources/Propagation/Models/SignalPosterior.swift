import Compute
import Foundation
import GraphModel

/// What a lender concludes about a person's type from the person's signal and the signals of friends.
///
/// Each person is of a high or a low type, as likely the one as the other, and sends a signal that is wrong with chance
/// eps. Two people of one type are tied with chance `q_s`, two of different types with chance `q_d`, at most `q_s`. Given
/// own signal `y` (+1 high, -1 low), H friends with a high signal and L with a low one,
///
///     P(high | y, H, L) = 1 / (1 + (eps / (1 - eps))^y  ((eps q_d + (1 - eps) q_s) / (eps q_s + (1 - eps) q_d))^(L - H))
///
/// Only the ties that exist are evidence; ties that do not exist, and ties among the friends, are left out. Friends are the
/// distinct other people tied in any active layer in either direction; weights have no meaning. A person without friends is
/// judged by the own signal alone.
///
/// Source: Y. Wei, P. Yildirim, C. Van den Bulte, C. Dellarocas, "Credit scoring with social network data", Marketing
/// Science 35 (2016) 234-258, Lemma 8.
public struct SignalPosterior: Sendable {
  /// The ties.
  public let network: InfluenceMatrix
  /// Whether each person's signal is high.
  public let signals: [Bool]
  /// `eps`, the chance that a signal is wrong: above 0 and below 0.5.
  public let error: Double
  /// `q_s`, the chance that two people of one type are tied: at least `different`, at most 1.
  public let same: Double
  /// `q_d`, the chance that two people of different types are tied: above 0.
  public let different: Double

  /// The model.
  ///
  /// - Parameters:
  ///   - network: the ties.
  ///   - signals: whether each person's signal is high.
  ///   - error: `eps`, above 0 and below 0.5.
  ///   - same: `q_s`, at most 1.
  ///   - different: `q_d`, above 0 and at most `same`.
  public init(network: InfluenceMatrix, signals: [Bool], error: Double, same: Double, different: Double) {
    precondition(signals.count == network.personCount, "one signal a person")
    Self.check(error: error, same: same, different: different)
    self.network = network
    self.signals = signals
    self.error = error
    self.same = same
    self.different = different
  }

  /// The chance that each person is of the high type, from 0 to 1.
  ///
  /// - Parameter threads: how many threads work at once; the answer is the same for any number.
  /// - Complexity: O(people + arcs), and O(arcs log degree) if friends must be told apart over layers or directions.
  public func posteriors(threads: ThreadCount = .one) -> [Double] {
    let columns = network.columns(threads: threads)
    var result = [Double](repeating: 0, count: network.personCount)
    Parallel.fill(&result, blocks: network.blocks, threads: threads) { block, slice in
      for person in block {
        let friends = friends(of: person, columns)
        let high = friends.count { signals[$0] }
        slice[person - block.lowerBound] = Self.posterior(
          signal: signals[person], high: high, low: friends.count - high, error: error, same: same,
          different: different)
      }
    }
    return result
  }

  /// The chance that a person is of the high type, from 0 to 1.
  ///
  /// Computed from the logarithm of the odds, `y ln((1 - eps) / eps) + (H - L) ln R`, so that no number of friends
  /// overflows.
  ///
  /// - Parameters:
  ///   - signal: whether the own signal is high.
  ///   - high: `H`, how many friends have a high signal, 0 or more.
  ///   - low: `L`, how many friends have a low signal, 0 or more.
  ///   - error: `eps`, above 0 and below 0.5.
  ///   - same: `q_s`, at most 1.
  ///   - different: `q_d`, above 0 and at most `same`.
  public static func posterior(
    signal: Bool, high: Int, low: Int, error: Double, same: Double, different: Double
  ) -> Double {
    precondition(high >= 0 && low >= 0, "numbers of friends are 0 or more")
    check(error: error, same: same, different: different)
    let own = log((1 - error) / error)
    let friend = log((error * different + (1 - error) * same) / (error * same + (1 - error) * different))
    let odds = (signal ? own : -own) + Double(high - low) * friend
    let small = exp(-odds.magnitude)
    return odds >= 0 ? 1 / (1 + small) : small / (1 + small)
  }

  private static func check(error: Double, same: Double, different: Double) {
    precondition(error > 0 && error < 0.5, "the error of a signal is above 0 and below 0.5")
    precondition(different > 0 && different <= same && same <= 1, "chances of ties: 0 < different <= same <= 1")
  }

  /// The distinct others tied to a person, rising.
  private func friends(of person: Int, _ columns: [TieTable]) -> [Int] {
    var friends: [Int] = []
    func add(_ other: Int, _ weight: Double) {
      if other != person { friends.append(other) }
    }
    for layer in columns.indices {
      network.ties[layer].forEachTie(of: person, add)
      if !network.isMutual[layer] { columns[layer].forEachTie(of: person, add) }
    }
    // Inside one row nobody occurs twice.
    guard columns.count > 1 || !network.isMutual[0] else { return friends }
    friends.sort()
    var distinct: [Int] = []
    for friend in friends where distinct.last != friend { distinct.append(friend) }
    return distinct
  }
}
