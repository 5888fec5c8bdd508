import GraphModel
import Testing

@testable import IgraphKit

struct WeightGridTests {
  @Test func `Sums of weights on the grid do not depend on their order`() {
    let ties = KarateClub.ties { 1 / (3 * $0) }
    let grid = WeightGrid(ties)
    var weights: [Double] = []
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { _, weight in weights.append(grid.rounded(weight)) }
    }
    #expect(weights.reduce(0, +) == weights.reversed().reduce(0, +))
    #expect(weights.sorted().reduce(0, +) == weights.reduce(0, +))
  }

  @Test func `Weights on the grid have a mean of 1`() {
    let grid = WeightGrid(KarateClub.ties { _ in 1e-8 })
    #expect(grid.rounded(1e-8) == 1)
  }

  @Test func `A positive weight stays positive`() {
    let grid = WeightGrid(KarateClub.weighted)
    #expect(grid.rounded(1e-300) > 0)
  }
}
