import Analysis
import GraphModel
import Testing

@testable import Exports

struct GraphMLRoundTripTests {
  /// What the program writes of an examination, read again.
  private func again(_ examination: Examination, _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> Society
  {
    let folder = TemporaryFolder()
    try examination.writeGraphML(to: folder.path("graph.graphml"))
    var options = ReadingOptions()
    change(&options)
    return try SocietyReader.read(folder.path("graph.graphml"), options: options).society
  }

  private func arcs(_ ties: TieTable) -> [[UInt64]] {
    var arcs: [[UInt64]] = []
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { arcs.append([UInt64(person), UInt64($0), $1.bitPattern]) }
    }
    return arcs
  }

  private func expectSame(_ one: Society, _ other: Society) {
    #expect(one.people.ids == other.people.ids)
    #expect(one.ownScores.map(\.bitPattern) == other.ownScores.map(\.bitPattern))
    #expect(one.scale == other.scale)
    #expect(one.layers.map(\.name) == other.layers.map(\.name))
    for (first, second) in zip(one.layers, other.layers) { #expect(arcs(first.ties) == arcs(second.ties)) }
  }

  @Test func `one layer comes back bit for bit`() throws {
    let examination = try Fixture.twoTriangles()
    let society = try again(examination)
    expectSame(society, examination.society)
    #expect(society.layers.map(\.isDirected) == [false])
  }

  @Test func `several layers come back under their names, one of them without weights`() throws {
    let examination = try Fixture.examine(
      ids: Fixture.names,
      layers: [
        Fixture.layer("friendship", people: 7, [(0, 1, 1), (5, 6, 1)]),
        Fixture.layer("work", people: 7, Fixture.triangles),
        Fixture.layer("empty", people: 7, []),
      ])
    let society = try again(examination)
    expectSame(society, examination.society)
    #expect(society.layers.map(\.isWeighted) == [false, true, false])
  }

  @Test func `a single layer of another name keeps it`() throws {
    let examination = try Fixture.examine(
      ids: Fixture.names, layers: [Fixture.layer("work", people: 7, Fixture.triangles)])
    #expect(try again(examination).layers.map(\.name) == ["work"])
  }

  @Test func `directed ties and self-ties come back`() throws {
    let ties = [(0, 1, 0.1), (1, 0, 0.3), (2, 2, 1.0 / 3), (6, 3, 1e-9)]
    let examination = try Fixture.examine(
      ids: Fixture.names, layers: [Fixture.directedLayer("friendship", people: 7, ties)])
    let society = try again(examination) { $0.ties.selfTies = .keep }
    expectSame(society, examination.society)
    #expect(society.layers.map(\.isDirected) == [true])
  }

  @Test func `an undirected layer beside a directed one comes back with its arcs`() throws {
    let examination = try Fixture.examine(
      ids: Fixture.names,
      layers: [
        Fixture.layer("friendship", people: 7, Fixture.triangles),
        Fixture.directedLayer("transaction", people: 7, [(0, 1, 12.5), (6, 0, 0.7)]),
      ])
    expectSame(try again(examination), examination.society)
  }

  @Test func `ids with any character come back`() throws {
    let ids = ["a&b", "<a>", "say \"so\"", "two\nlines", "tab\there", "Zoë", "👩‍👩‍👧", " a "]
    let ring = ids.indices.map { ($0, ($0 + 1) % ids.count, 1.0) }
    let examination = try Fixture.examine(ids: ids, layers: [Fixture.layer("friendship", people: ids.count, ring)])
    expectSame(try again(examination), examination.society)
  }

  @Test func `columns come back with their text and kind`() throws {
    let attributes = [
      AttributeColumn(name: "age", values: ["31", "", "40", "7", "8", "9", "10"]),
      AttributeColumn(name: "note", values: ["a<b", " x ", "", "007", "1", "true", "é"]),
    ]
    let examination = try Fixture.examine(
      ids: Fixture.names, attributes: attributes, layers: [Fixture.layer("friendship", people: 7, Fixture.triangles)])
    let society = try again(examination)
    for column in attributes { #expect(society.people.attribute(named: column.name) == column) }
  }
}
