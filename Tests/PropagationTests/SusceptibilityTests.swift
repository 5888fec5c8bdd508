import GraphModel
import Propagation
import TestSupport
import Testing

struct SusceptibilityTests {
  private static func society(
    _ columns: [String: [String]], file: String = "people.csv", lines: [Int] = [2, 3, 5]
  )
    -> Society
  {
    Society(
      name: "test",
      people: People(
        ids: ["Ann", "Bob", "Eve"],
        attributes: columns.sorted { $0.key < $1.key }.map { AttributeColumn(name: $0.key, values: $0.value) },
        file: file, lines: lines),
      scale: .zhima, ownScores: [400, 500, 600],
      layers: [
        .undirected("friendship", people: 3, weighted: [(0, 1, 3)]),
        .undirected("transaction", people: 3, weighted: [(0, 1, 10), (1, 2, 2)]),
      ])
  }

  private static func message(_ susceptibility: Susceptibility, _ society: Society) -> String {
    do {
      _ = try susceptibility.values(for: society, shares: society.layerShares())
      return "no error"
    } catch {
      return error.description
    }
  }

  private static func code(_ susceptibility: Susceptibility, _ society: Society) -> ReadingError.Code? {
    do {
      _ = try susceptibility.values(for: society, shares: society.layerShares())
      return nil
    } catch {
      return error.code
    }
  }

  // MARK: What a text means

  @Test(
    arguments: [
      ("0.5", .constant(0.5)), ("0", .constant(0)), ("1", .constant(1)), ("1e-3", .constant(0.001)),
      ("1.5", .constant(1.5)), ("degree", .degree), ("trust", .column("trust")), ("", .column("")),
      ("nan", .column("nan")), ("inf", .column("inf")), ("0x1p-1", .column("0x1p-1")),
    ] as [(String, Susceptibility)])
  func `A text is a number, degree, or the name of a column`(text: String, meaning: Susceptibility) {
    #expect(Susceptibility(text) == meaning)
  }

  // MARK: Values

  @Test func `A number is everyone's`() throws {
    let society = Self.society([:])
    #expect(try Susceptibility.constant(0.25).values(for: society, shares: [1, 1]) == [0.25, 0.25, 0.25])
  }

  @Test func `A column gives each person's, whatever the case of its name`() throws {
    let society = Self.society(["Trust": ["0", "0.75", "1"]])
    #expect(try Susceptibility.column("trust").values(for: society, shares: [1, 1]) == [0, 0.75, 1])
  }

  @Test func `The degree rule is d / (1 + d) on the weighted layers`() throws {
    let society = Self.society([:])
    // d = 3/4 * (3, 3, 0) + 1/4 * (10, 12, 2).
    let expected = [4.75 / 5.75, 5.25 / 6.25, 0.5 / 1.5]
    #expect(try Susceptibility.degree.values(for: society, shares: [0.75, 0.25]) == expected)
  }

  @Test func `The degree rule leaves out a layer of share 0`() throws {
    let society = Self.society([:])
    #expect(try Susceptibility.degree.values(for: society, shares: [1, 0]) == [0.75, 0.75, 0])
  }

  // MARK: Errors, whole

  @Test(arguments: [(1.5, "1.5"), (-0.1, "-0.1"), (.nan, "nan"), (.infinity, "inf")] as [(Double, String)])
  func `A number out of range is refused`(value: Double, text: String) {
    let expected = "susceptibility: \(text) is out of range; 0 (stubborn) to 1 was expected"
    #expect(Self.message(.constant(value), Self.society([:])) == expected)
  }

  @Test func `A number out of range is a wrong option`() {
    #expect(Self.code(.constant(2), Self.society([:])) == .usage)
  }

  @Test func `A column that is not there is answered with those that are`() {
    let society = Self.society(["age": ["1", "2", "3"], "trust": ["0", "0", "0"]])
    let expected = """
      susceptibility: "turst" is neither a number, nor degree, nor a column; the columns are "age", "trust"
      """
    #expect(Self.message(.column("turst"), society) == expected)
  }

  @Test func `A column where there are none is answered so`() {
    let expected = """
      susceptibility: "trust" is neither a number, nor degree, nor a column; the columns are none
      """
    #expect(Self.message(.column("trust"), Self.society([:])) == expected)
  }

  @Test func `A column that is not there is a wrong option`() {
    #expect(Self.code(.column("trust"), Self.society([:])) == .usage)
  }

  @Test func `Every value of a column that is no susceptibility is named at its place`() {
    let expected = """
      people.csv, line 2, column trust: the susceptibility is missing; a number from 0 to 1 was expected
      people.csv, line 3, column trust: "1.01" is not a susceptibility; a number from 0 to 1 was expected
      people.csv, line 5, column trust: "high" is not a susceptibility; a number from 0 to 1 was expected
      """
    #expect(Self.message(.column("trust"), Self.society(["trust": ["", "1.01", "high"]])) == expected)
  }

  @Test func `Without a file a value is named by its person`() {
    let expected = """
      people, column trust: person "Bob": "nan" is not a susceptibility; a number from 0 to 1 was expected
      """
    let society = Self.society(["trust": ["0", "nan", "1"]], file: "", lines: [])
    #expect(Self.message(.column("trust"), society) == expected)
  }

  @Test func `A bad value in a column is bad data`() {
    #expect(Self.code(.column("trust"), Self.society(["trust": ["0", "-1", "1"]])) == .badData)
  }
}
