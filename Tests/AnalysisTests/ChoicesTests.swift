import GraphModel
import Propagation
import Testing

@testable import Analysis

struct ChoicesTests {
  private func choices(_ society: Society, _ change: (inout AnalysisSettings) -> Void = { _ in }) throws -> Choices {
    var settings = AnalysisSettings()
    change(&settings)
    return try Choices(society, settings)
  }

  @Test func `Layers without weights count equally, and that is said`() throws {
    let value = try choices(Florentine.society())
    #expect(value.shares == [0.5, 0.5] && value.notices.contains { $0.text.contains("2 layers count equally") })
  }

  @Test func `Layer weights are brought to a sum of 1`() throws {
    #expect(
      try choices(Florentine.society()) { $0.layerWeights = ["marriage": 3, "business": 1] }.shares == [0.75, 0.25])
  }

  @Test func `A layer without a weight counts 0, and that is said`() throws {
    let value = try choices(Florentine.society()) { $0.layerWeights = ["business": 2] }
    #expect(value.shares == [0, 1] && value.notices.contains { $0.text.contains("count 0: marriage") })
  }

  @Test func `An unknown layer is refused with the names there are`() {
    #expect(throws: ReadingError.self) { try choices(Florentine.society()) { $0.layerWeights = ["friends": 1] } }
  }

  @Test func `Layer weights of 0 alone are refused`() {
    #expect(throws: ReadingError.self) {
      try choices(Florentine.society()) { $0.layerWeights = ["marriage": 0, "business": 0] }
    }
  }

  @Test func `An unknown column to group by is refused`() {
    #expect(throws: ReadingError.self) { try choices(Florentine.society()) { $0.groupColumns = ["club"] } }
  }

  @Test func `A column without a value to group by is refused`() {
    let empty = AttributeColumn(name: "club", values: [String](repeating: "", count: 16))
    #expect(throws: ReadingError.self) { try choices(Florentine.society([empty])) { $0.groupColumns = ["club"] } }
  }

  @Test func `Susceptibility is assumed only where nobody gives one, and that is said`() throws {
    let value = try choices(Florentine.society())
    #expect(value.susceptibility == [Double](repeating: 0.5, count: 16))
    #expect(value.notices.contains { $0.text.contains("susceptibility 0.5") })
  }

  @Test func `A susceptibility that was asked for comes before a column`() throws {
    let column = AttributeColumn(name: "susceptibility", values: [String](repeating: "0.25", count: 16))
    let value = try choices(Florentine.society([column])) { $0.susceptibility = .constant(0.75) }
    #expect(value.susceptibility.allSatisfy { $0 == 0.75 })
  }

  @Test func `Checking settings throws what examining would`() {
    var settings = AnalysisSettings()
    settings.susceptibility = .constant(1.5)
    #expect(throws: ReadingError.self) { try settings.check(Florentine.society()) }
  }
}
