import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// Who meets whom, over 100,000 draws of a fixed seed.
///
/// A share of draws with chance p is held within 5 standard deviations, `5 sqrt(p (1 - p) / draws)`. For another seed each
/// comparison would fail about once in two million times.
struct MeetingDrawTests {
  private static let draws = 100_000

  /// How often each pair was drawn, as a share of all draws.
  private func shares(_ network: InfluenceMatrix, _ partners: Partners) -> [[Double]] {
    let meetings = MeetingDraw(network, partners: partners)
    var random = RandomStream(seed: 5, stream: 21)
    var counts = [[Double]](
      repeating: [Double](repeating: 0, count: network.personCount), count: network.personCount)
    for _ in 0..<Self.draws {
      let (person, other) = meetings.draw(&random)
      counts[person][other] += 1 / Double(Self.draws)
    }
    return counts
  }

  private func expect(_ found: [[Double]], near chances: [[Double]]) {
    for (row, expected) in zip(found, chances) {
      for (share, chance) in zip(row, expected) {
        #expect((share - chance).magnitude <= 5 * (max(0, chance * (1 - chance)) / Double(Self.draws)).squareRoot())
      }
    }
  }

  @Test func `Among everyone all pairs of two distinct people are alike`() {
    let chance = 1.0 / 12
    expect(
      shares(.untied(4), .everyone),
      near: (0..<4).map { one in (0..<4).map { one == $0 ? 0 : chance } })
  }

  /// Person 3 has no ties; each of the others is first in a third of the meetings.
  @Test func `Among ties a tie is met in proportion to its weight`() {
    let network = InfluenceMatrix(
      people: 4, arcs: [(0, 1, 1), (0, 2, 2), (0, 3, 7), (1, 0, 0.5), (1, 3, 0.5), (2, 1, 100)])
    expect(
      shares(network, .ties),
      near: [[0, 0.1, 0.2, 0.7], [0.5, 0, 0, 0.5], [0, 1, 0, 0], [0, 0, 0, 0]].map { $0.map { $0 / 3 } })
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `Over several layers the chances are the influence matrix`(seed: UInt64) {
    let random = RandomModel(seed: seed, .mixed, people: 3...7)
    let tied = random.dense.isTied.count { $0 }
    guard tied > 0 else { return }
    expect(
      shares(random.model.network, .ties),
      near: random.dense.matrix.rows.map { $0.map { $0.value / Double(tied) } })
  }

  @Test func `A round is as many meetings as there are people to meet`() {
    let network = InfluenceMatrix(people: 5, ties: [(0, 1), (1, 2)])
    #expect(MeetingDraw(network, partners: .ties).countPerRound == 3)
    #expect(MeetingDraw(network, partners: .everyone).countPerRound == 5)
    #expect(MeetingDraw(.untied(1), partners: .everyone).countPerRound == 0)
  }
}
