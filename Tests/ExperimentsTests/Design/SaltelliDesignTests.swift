import Experiments
import Testing

struct SaltelliDesignTests {
  @Test func `Rows come by base point as A, the mixtures and B`() {
    let design = SaltelliDesign(base: 2, dimensions: 2, seed: 1)
    let roles = design.points.indices.map(design.role)
    #expect(
      roles == [
        .a(0), .ab(0, dimension: 0), .ab(0, dimension: 1), .b(0),
        .a(1), .ab(1, dimension: 0), .ab(1, dimension: 1), .b(1),
      ])
  }

  @Test func `A mixture is A with one dimension of B`() {
    let design = SaltelliDesign(base: 5, dimensions: 4, seed: 1)
    for point in 0..<5 {
      let rows = Array(design.points[point * 6..<point * 6 + 6])
      for dimension in 0..<4 {
        for other in 0..<4 {
          #expect(rows[1 + dimension][other] == rows[other == dimension ? 5 : 0][other])
        }
      }
    }
  }

  @Test func `A larger base begins with the rows of a smaller one`() {
    let small = SaltelliDesign(base: 8, dimensions: 3, seed: 1)
    let large = SaltelliDesign(base: 16, dimensions: 3, seed: 1)
    #expect(Array(large.points.prefix(small.points.count)) == small.points)
  }

  @Test func `A and B have no number in common`() {
    let design = SaltelliDesign(base: 64, dimensions: 3, seed: 1)
    for point in 0..<64 {
      let a = design.points[point * 5]
      let b = design.points[point * 5 + 4]
      #expect(zip(a, b).allSatisfy { $0 != $1 })
    }
  }
}
