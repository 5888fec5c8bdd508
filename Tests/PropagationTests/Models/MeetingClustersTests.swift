import Compute
import GraphModel
import Testing

@testable import Propagation

/// The published rule of thumb: opinions spread evenly over [0, 1] end in about `1 / (2 epsilon)` clusters.
///
/// G. Deffuant et al. (2000) and G. Weisbuch, G. Deffuant, F. Amblard, J.-P. Nadal, "Meet, discuss, and segregate!",
/// Complexity 7(3) (2002) 55-63, give the whole part of it for the number of large clusters; one more or less occurs.
/// Clusters of less than 2% of the people are left out. The seeds are fixed.
struct MeetingClustersTests {
  struct Case {
    let confidence: Double
    let clusters: Int
  }

  @Test(
    arguments: [
      Case(confidence: 0.5, clusters: 1), Case(confidence: 0.25, clusters: 2), Case(confidence: 0.15, clusters: 3),
      Case(confidence: 0.1, clusters: 5),
    ], 1...4 as ClosedRange<UInt64>)
  func `The number of clusters is about half of one over epsilon`(expected: Case, seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 22)
    let model = PairwiseMeetings(
      network: .untied(1000), ownScores: (0..<1000).map { _ in random.uniform() }, confidence: expected.confidence,
      step: 0.5, partners: .everyone, seed: seed)
    let answer = model.opinions(SolverSettings(tolerance: 1e-6))
    #expect(answer.isSettled)
    let major = model.clusters(of: answer.scores).partition.sizes.count { $0 >= 20 }
    #expect((major - expected.clusters).magnitude <= 1)
  }
}
