import GraphModel
import Testing

@testable import Propagation

struct OpinionClustersTests {
  private func clusters(
    _ scores: [Double], _ confidence: Double, _ partners: Partners, _ network: InfluenceMatrix? = nil
  ) -> OpinionClusters {
    BoundedConfidence(
      network: network ?? .untied(scores.count), ownScores: scores, confidence: confidence, partners: partners
    ).clusters(of: scores)
  }

  /// Sorted: 0 1 2 | 9 | 20 21, with gaps of 7 and 11.
  @Test func `Among everyone a gap above epsilon parts the sorted scores`() {
    let found = clusters([20, 0, 9, 1, 21, 2], 5, .everyone)
    #expect(found.partition.parts == [2, 1, 3, 1, 2, 1])
    #expect(found.means == [1, 20.5, 9])
  }

  @Test func `A gap of exactly epsilon parts nobody`() {
    #expect(clusters([0.1, 0.2, 0.3], 0.1, .everyone).partition.count == 1)
  }

  /// 0-1-2 is a row of short ties, 3 is tied to 2 by a long one, 4 agrees with 0 and is tied to nobody.
  @Test func `Among ties only people who are tied share a cluster`() {
    let found = clusters([0, 4, 8, 50, 0], 5, .ties, InfluenceMatrix(people: 5, ties: [(0, 1), (1, 2), (2, 3)]))
    #expect(found.partition.parts == [1, 1, 1, 2, 3])
    #expect(found.means == [4, 50, 0])
  }

  @Test func `An arc joins both its ends, whichever way it goes`() {
    let network = InfluenceMatrix(people: 4, arcs: [(0, 3, 1), (1, 3, 1), (3, 2, 1)])
    #expect(clusters([1, 1, 1, 1], 0, .ties, network).partition.count == 1)
  }

  @Test func `Equal scores have that score as their mean`() {
    #expect(clusters([Double](repeating: 0.1, count: 7), 0, .everyone).means == [0.1])
  }

  @Test(arguments: Partners.allCases)
  func `Nobody has no clusters`(partners: Partners) {
    #expect(clusters([], 5, partners).means.isEmpty)
  }
}
