import Compute
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct SignalPosteriorTests {
  private struct Case {
    let signal: Bool
    let high: Int
    let low: Int
    let error: Double
    let same: Double
    let different: Double

    var posterior: Double {
      SignalPosterior.posterior(
        signal: signal, high: high, low: low, error: error, same: same, different: different)
    }

    /// Bayes's rule over all types of oneself and the friends, given that all ties of the star exist.
    var enumerated: Double {
      let friends = [Bool](repeating: true, count: high) + [Bool](repeating: false, count: low)
      func chance(_ signal: Bool, _ type: Bool) -> Double { signal == type ? 1 - error : error }
      var weights = [false: 0.0, true: 0.0]
      for own in [false, true] {
        for types in 0..<(1 << friends.count) {
          var weight = 0.5 * chance(signal, own)
          for (friend, friendSignal) in friends.enumerated() {
            let type = types >> friend & 1 == 1
            weight *= 0.5 * (type == own ? same : different) * chance(friendSignal, type)
          }
          weights[own, default: 0] += weight
        }
      }
      return (weights[true] ?? 0) / ((weights[true] ?? 0) + (weights[false] ?? 0))
    }
  }

  /// By hand: the own signal gives odds of 4 to 1, each friend more or less than the others a factor of 0.9 / 0.6 = 1.5.
  @Test func `The first two reference numbers are odds of 9 to 1 and of 9 to 16`() {
    let high = Case(signal: true, high: 3, low: 1, error: 0.2, same: 1, different: 0.5)
    #expect((high.posterior - 0.8999999999999999).magnitude <= 1e-12)
    let low = Case(signal: false, high: 3, low: 1, error: 0.2, same: 1, different: 0.5)
    #expect((low.posterior - 0.3599999999999999).magnitude <= 1e-12)
  }

  /// Odds of 7/3 times `(0.475 / 0.775)^4`: one minus the error is 0.7, and 0.3 + 0.7 / 4 = 0.475, 0.3 / 4 + 0.7 = 0.775.
  @Test func `Four friends with low signals outweigh a high signal`() {
    let found = Case(signal: true, high: 0, low: 4, error: 0.3, same: 1, different: 0.25).posterior
    #expect((found - 0.2477040629302082).magnitude <= 1e-12)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The formula is Bayes's rule over all types on a star`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 25)
    let same = 0.05 + 0.95 * random.uniform()
    let drawn = Case(
      signal: random.uniform() < 0.5, high: random.integer(below: 6), low: random.integer(below: 6),
      error: 0.01 + 0.48 * random.uniform(), same: same, different: same * (0.01 + 0.99 * random.uniform()))
    #expect((drawn.posterior - drawn.enumerated).magnitude <= 1e-12)
  }

  @Test func `Without friends the own signal decides alone`() {
    let alone = Case(signal: true, high: 0, low: 0, error: 0.2, same: 1, different: 0.5)
    #expect((alone.posterior - 0.8).magnitude <= 1e-15)
  }

  @Test func `Friends say nothing if ties do not depend on types`() {
    let mixed = Case(signal: true, high: 0, low: 9, error: 0.2, same: 0.3, different: 0.3)
    #expect((mixed.posterior - 0.8).magnitude <= 1e-15)
  }

  @Test func `Thousands of friends do not overflow`() {
    #expect(Case(signal: false, high: 1_000_000, low: 0, error: 0.001, same: 1, different: 1e-9).posterior == 1)
    #expect(Case(signal: true, high: 0, low: 1_000_000, error: 0.001, same: 1, different: 1e-9).posterior == 0)
    let balanced = Case(signal: true, high: 500_000, low: 500_000, error: 0.2, same: 1, different: 0.5)
    #expect((balanced.posterior - 0.8).magnitude <= 1e-15)
  }

  // MARK: On a network

  /// Person 0 is tied to 1, to 2 in both directions and two layers, to 3 by an arc from 3, and to oneself.
  @Test func `Each friend counts once, whatever the layer and the direction`() {
    let society = Society(
      ownScores: [500, 500, 500, 500, 500],
      layers: [
        .undirected("a", people: 5, weighted: [(0, 1, 9), (0, 2, 1)]),
        .directed("b", people: 5, weighted: [(0, 2, 1), (2, 0, 3), (3, 0, 1), (0, 0, 5)]),
      ])
    let posteriors = SignalPosterior(
      network: InfluenceMatrix(society, shares: [1, 1]), signals: [true, true, true, false, false], error: 0.2,
      same: 1, different: 0.5
    ).posteriors()
    func expected(_ signal: Bool, _ high: Int, _ low: Int) -> Double {
      Case(signal: signal, high: high, low: low, error: 0.2, same: 1, different: 0.5).posterior
    }
    #expect(
      posteriors == [
        expected(true, 2, 1), expected(true, 1, 0), expected(true, 1, 0), expected(false, 1, 0), expected(false, 0, 0),
      ])
  }

  @Test func `A layer without a share has no friends`() {
    let society = Society(
      ownScores: [500, 500, 500],
      layers: [.undirected("a", people: 3, [(0, 1)]), .undirected("b", people: 3, [(0, 2)])])
    let posteriors = SignalPosterior(
      network: InfluenceMatrix(society, shares: [1, 0]), signals: [true, true, false], error: 0.2, same: 1,
      different: 0.5
    ).posteriors()
    #expect((posteriors[2] - 0.2).magnitude <= 1e-15)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Friends on random societies are those of a full matrix, for any number of threads`(seed: UInt64) {
    let random = RandomModel(seed: seed, .mixed)
    var stream = RandomStream(seed: seed, stream: 26)
    let signals = random.society.ownScores.map { _ in stream.uniform() < 0.5 }
    let model = SignalPosterior(
      network: random.model.network, signals: signals, error: 0.1, same: 0.9, different: 0.2)
    let rows = random.dense.matrix.rows
    let expected = signals.indices.map { person in
      let friends = signals.indices.filter {
        $0 != person && (rows[person][$0].value > 0 || rows[$0][person].value > 0)
      }
      let high = friends.count { signals[$0] }
      return Case(
        signal: signals[person], high: high, low: friends.count - high, error: 0.1, same: 0.9, different: 0.2
      ).posterior
    }
    #expect(model.posteriors() == expected)
    #expect(model.posteriors(threads: ThreadCount(2)) == expected)
  }
}
