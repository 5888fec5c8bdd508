import Experiments
import Testing

struct LatinHypercubeTests {
  @Test(arguments: [1, 2, 7, 100])
  func `Every stratum of every dimension holds one point`(count: Int) {
    let points = LatinHypercube.points(count, dimensions: 3, seed: 5)
    #expect(points.count == count)
    for dimension in 0..<3 {
      let strata = points.map { Int($0[dimension] * Double(count)) }
      #expect(strata.sorted() == Array(0..<count))
    }
  }

  @Test func `Another dimension changes nothing in those before it`() {
    let narrow = LatinHypercube.points(10, dimensions: 2, seed: 5)
    let wide = LatinHypercube.points(10, dimensions: 4, seed: 5)
    #expect(wide.map { Array($0.prefix(2)) } == narrow)
  }

  @Test func `Another seed makes other points`() {
    #expect(
      LatinHypercube.points(10, dimensions: 2, seed: 5) != LatinHypercube.points(10, dimensions: 2, seed: 6))
  }

  @Test func `No points and no dimensions are possible`() {
    #expect(LatinHypercube.points(0, dimensions: 2, seed: 5).isEmpty)
    #expect(LatinHypercube.points(2, dimensions: 0, seed: 5) == [[], []])
  }
}
