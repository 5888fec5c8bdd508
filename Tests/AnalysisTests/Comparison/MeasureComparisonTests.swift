import GraphModel
import Testing

@testable import Analysis

struct MeasureComparisonTests {
  private func compared(
    _ first: [MeasureRow], _ second: [MeasureRow], periods: (Int, Int) = (4, 4)
  ) throws -> MeasureComparison {
    // The standard deviation of these own scores is 50.
    try ComparedRuns.comparison(
      ComparedRuns.run(["a", "b"], [400, 500], period: periods.0, measures: first),
      ComparedRuns.run(["a", "b"], [400, 500], period: periods.1, measures: second)
    ).measures
  }

  @Test func `Points are seen beside the spread of own scores, squares beside their size, the rest as it is`() throws {
    let rows = try compared(
      [ComparedRuns.row("mean", 500), ComparedRuns.row("variance", 90), ComparedRuns.row("moran_i", 0.1)],
      [ComparedRuns.row("mean", 510), ComparedRuns.row("variance", 110), ComparedRuns.row("moran_i", 0.6)]
    ).rows
    #expect(rows.map(\.measure) == ["moran_i", "mean", "variance"])
    #expect(rows.map(\.yardstick) == [.one, .scores, .size])
    #expect(rows.map(\.relative) == [0.5, 0.2, 0.2])
    #expect(rows.map(\.difference) == [0.5, 10, 20])
  }

  @Test func `What is the same, and what only one has, is counted`() throws {
    let measures = try compared(
      [ComparedRuns.row("mean", 500), ComparedRuns.row("mean", of: "own_score", 1)],
      [ComparedRuns.row("mean", 500), ComparedRuns.row("median", 1), ComparedRuns.row("gini", 1)])
    #expect([measures.equal, measures.onlyFirst, measures.onlySecond] == [1, 1, 2])
    #expect(measures.rows.isEmpty)
  }

  @Test func `Where runs end at other periods, their ends are compared too`() throws {
    let measures = try compared(
      [ComparedRuns.row("mean", 1, period: 0), ComparedRuns.row("mean", 2, period: 4)],
      [ComparedRuns.row("mean", 1, period: 0), ComparedRuns.row("mean", 5, period: 8)], periods: (4, 8))
    #expect(measures.equal == 1)
    #expect(measures.rows.map(\.periodFirst) == [4])
    #expect(measures.rows.map(\.periodSecond) == [8])
    #expect(measures.onlyFirst + measures.onlySecond == 0)
  }

  @Test func `A measure that is undefined in one run differs, and stands last`() throws {
    let rows = try compared(
      [ComparedRuns.row("assortativity", nil), ComparedRuns.row("gini", 0.1)],
      [ComparedRuns.row("assortativity", 0.1), ComparedRuns.row("gini", 0.2)]
    ).rows
    #expect(rows.map(\.measure) == ["gini", "assortativity"])
    #expect(rows[1].difference == nil && rows[1].relative == nil)
  }
}
