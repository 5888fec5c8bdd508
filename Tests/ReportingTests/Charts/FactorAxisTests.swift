import Testing

@testable import Reporting

struct FactorAxisTests {
  @Test func `Equal ratios are equal steps on a logarithmic axis`() {
    let axis = FactorAxis([1, 10, 100], isLogarithmic: true, from: 0, to: 108)
    #expect((axis.place(10) - axis.place(1) - (axis.place(100) - axis.place(10))).magnitude < 1e-9)
    #expect(axis.ticks(count: 4).map(\.text) == ["1", "5", "20", "100"] || axis.ticks(count: 4).count > 2)
  }

  @Test func `An axis with 0 is not logarithmic, whatever is asked for`() {
    #expect(!FactorAxis([0, 1, 2], isLogarithmic: true, from: 0, to: 100).isLogarithmic)
  }

  @Test func `Labels that would touch are left out, not the first nor the last`() {
    let labels = [0, 0.1, 0.2, 10].map { (value: $0, text: "\($0)") }
    let axis = FactorAxis(labels.map(\.value), isLogarithmic: false, labels: labels, from: 0, to: 200)
    #expect(axis.ticks(count: 4).map(\.text) == ["0.0", "10.0"])
  }

  @Test(arguments: [
    ([0.02, 0.08, 0.32], true), ([1, 2, 4, 8], true), ([0, 0.25, 0.5], false), ([1, 2, 3, 4], false), ([1, 10], false),
    ([], false),
  ])
  func `Values spaced by ratio are known`(values: [Double], isByRatio: Bool) {
    #expect(FactorAxis.isSpacedByRatio(values) == isByRatio)
  }

  @Test func `Panels stand side by side where there is room, and within the picture`() {
    for (count, columns) in [(1, 1), (2, 2), (4, 2), (5, 3)] {
      let grid = PanelGrid(count, width: 720, top: 20, left: 40)
      #expect(grid.columns == columns)
      for panel in 0..<count {
        let plot = grid.plot(panel)
        #expect(plot.left >= 40 && plot.right <= 720 && plot.top >= 20 && plot.bottom < grid.bottom)
      }
    }
    #expect(PanelGrid(5, width: 360, top: 0, left: 40).columns == 1)
  }
}
