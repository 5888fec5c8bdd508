import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// Cascades on random societies of several layers, held against a program that asks everyone again in each round.
struct ThresholdContagionPropertiesTests {
  private struct Draw {
    let random: RandomModel
    var thresholds: [Double]
    var starts: [Bool]

    /// Half of the thresholds are parts of the person's number of ties, so that equality is common where weights are equal.
    init(_ seed: UInt64) {
      random = RandomModel(seed: seed, .mixed, people: 2...40)
      let network = random.model.network
      var stream = RandomStream(seed: seed, stream: 23)
      thresholds = (0..<network.personCount).map { person in
        let degree = max(1, network.degree(of: person))
        let isPart = stream.uniform() < 0.5
        return isPart ? Double(stream.integer(below: degree + 1)) / Double(degree) : stream.uniform() * 0.6
      }
      starts = thresholds.map { _ in stream.uniform() < 0.15 }
    }

    var cascade: Cascade {
      ThresholdContagion(network: random.model.network, thresholds: thresholds, starts: starts).cascade()
    }

    /// Everyone's turned weight anew from the full matrix of double-doubles, in each round.
    var plain: [Int?] {
      var round = starts.map { $0 ? 0 : nil as Int? }
      while true {
        let turned = round.map { $0 == nil ? 0.0 : 1 }
        let weights = random.dense.networkScores(turned)
        let next = (round.compactMap { $0 }.max() ?? 0) + 1
        let turning = round.indices.filter { person in
          round[person] == nil && random.dense.isTied[person] && weights[person] >= thresholds[person] - 1e-12
        }
        if turning.isEmpty { return round }
        for person in turning { round[person] = next }
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `A cascade is that of asking everyone again each round`(seed: UInt64) {
    let draw = Draw(seed)
    #expect(draw.cascade.round == draw.plain)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Counts by round are those of the rounds`(seed: UInt64) {
    let cascade = Draw(seed).cascade
    #expect(cascade.turnedByRound.count == cascade.rounds + 1)
    for (round, count) in cascade.turnedByRound.enumerated() {
      #expect(cascade.round.count { $0 == round } == count)
      #expect(round == 0 || count > 0)
    }
    #expect(cascade.turnedCount == cascade.round.count { $0 != nil })
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `More starters and lower thresholds turn nobody later`(seed: UInt64) {
    let draw = Draw(seed)
    var stream = RandomStream(seed: seed, stream: 24)
    var more = draw
    more.starts = draw.starts.map { $0 || stream.uniform() < 0.1 }
    var lower = draw
    lower.thresholds = draw.thresholds.map { $0 * stream.uniform() }
    for other in [more.cascade, lower.cascade] {
      for (before, after) in zip(draw.cascade.round, other.round) {
        if let before { #expect(after.map { $0 <= before } == true) }
      }
    }
  }

  @Test func `The answer is the same for any number of threads`() {
    let society = RandomSociety.draw(seed: 8, people: 300...300, areDirected: true)
    let model = ThresholdContagion(
      network: InfluenceMatrix(society, shares: society.layers.map { _ in 1 }), threshold: 0.2,
      starts: (0..<300).map { $0 < 30 })
    #expect(model.cascade() == model.cascade(threads: ThreadCount(2)))
    #expect(model.cascade().turnedCount > 30)
  }
}
