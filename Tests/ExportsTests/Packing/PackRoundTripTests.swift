import Compute
import Foundation
import Testing

@testable import Exports
@testable import GraphModel

struct PackRoundTripTests {
  /// A society packed and opened again.
  private func again(_ read: ReadSociety, threads: Int = 1) throws -> (read: ReadSociety, pack: PackedSociety) {
    let folder = TemporaryFolder()
    let output = try OutputFolder(preparing: folder.path("pack"), force: false, kind: .pack)
    try output.writePack(read, threads: ThreadCount(threads))
    let pack = try PackedSociety.open(folder.path("pack"))
    try pack.verify(threads: ThreadCount(threads))
    return (try pack.read(threads: ThreadCount(threads)), pack)
  }

  private func arcs(_ ties: TieTable) -> [[UInt64]] {
    var arcs: [[UInt64]] = []
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { arcs.append([UInt64(person), UInt64($0), $1.bitPattern]) }
    }
    return arcs
  }

  private func expectSame(_ read: ReadSociety, threads: Int = 1) throws {
    let (other, pack) = try again(read, threads: threads)
    let (first, second) = (read.society, other.society)
    #expect(first.name == second.name)
    #expect(first.scale == second.scale)
    #expect(first.wishes == second.wishes)
    #expect(read.notices == other.notices)
    #expect(first.people.ids.map { Array($0.utf8) } == second.people.ids.map { Array($0.utf8) })
    #expect(first.people.attributes == second.people.attributes)
    #expect(first.ownScores.map(\.bitPattern) == second.ownScores.map(\.bitPattern))
    #expect(first.layers.map(\.name) == second.layers.map(\.name))
    for (one, two) in zip(first.layers, second.layers) {
      #expect(one.kind == two.kind)
      #expect([one.isDirected, one.isWeighted, one.scalesRows] == [two.isDirected, two.isWeighted, two.scalesRows])
      #expect(one.share == two.share)
      #expect(arcs(one.ties) == arcs(two.ties))
      #expect(arcs(one.rowTies) == arcs(two.rowTies))
    }
    for (person, id) in first.people.ids.enumerated() { #expect(pack.index(of: id) == person) }
    #expect(pack.index(of: "nobody of this name") == nil)
  }

  private func society(
    _ ids: [String] = Fixture.names, attributes: [AttributeColumn] = [], layers: [Layer],
    wishes: SocietyWishes = SocietyWishes()
  ) -> ReadSociety {
    ReadSociety(
      society: Society(
        name: "test", people: People(ids: ids, attributes: attributes), scale: .zhima,
        ownScores: ids.indices.map { 400 + Double($0) / 3 }, layers: layers, wishes: wishes),
      notices: [Notice(.merged, count: 3, "3 \"ties\"\tcollapsed — so é")],
      files: [FileRecord(name: "a.csv", bytes: 3, sha256: "00")])
  }

  @Test func `ties without weights, with 32-bit weights and with 64-bit weights come back`() throws {
    for factor in [1.0, 0.5, 0.1] {
      let ties = [(0, 1, factor), (1, 2, factor * 2), (4, 5, factor * 3)].map { ($0.0, $0.1, factor == 1 ? 1 : $0.2) }
      try expectSame(society(layers: [Fixture.layer("friendship", people: 7, ties)]))
    }
  }

  @Test func `directed and empty layers, shares and wishes come back`() throws {
    let table = Fixture.directedLayer("work", people: 7, [(0, 1, 0.1), (6, 2, 3), (3, 3, 1)]).ties
    let work = Layer(name: "work", kind: .transaction, isDirected: true, isWeighted: true, ties: table, share: 0.1)
    try expectSame(
      society(
        layers: [work, Fixture.layer("empty", people: 7, []), Fixture.layer("ids", people: 7, [(0, 6, 1)])],
        wishes: SocietyWishes(susceptibility: "degree", mix: "pooled")))
  }

  @Test func `ties scaled row by row come back beside the others`() throws {
    let ties = Fixture.layer("transaction", people: 7, Fixture.triangles).ties
    let rows = Fixture.directedLayer("rows", people: 7, [(0, 1, 1), (1, 0, 0.3), (5, 4, 0.7)]).ties
    try expectSame(
      society(
        layers: [
          Layer(
            name: "transaction", kind: .transaction, isDirected: false, isWeighted: true, ties: ties, rowTies: rows)
        ]))
  }

  @Test func `columns and ids of all kinds come back with their bytes`() throws {
    let ids = ["a&b", "two\nlines", "Zoe\u{308}", "Zo", "👩‍👩‍👧", "", "人"].map { $0.isEmpty ? " " : $0 }
    let attributes = [
      AttributeColumn(name: "age", values: ["31", "", "40", "NA", "8", "9", "10"]),
      AttributeColumn(name: "share", values: ["0.5", "1e3", "", "2", "3", "4", "5"]),
      AttributeColumn(name: "Is it, so?", values: ["true", "false", "true", "", "", "", ""]),
      AttributeColumn(name: "nothing", values: [String](repeating: "", count: 7)),
      AttributeColumn(name: "text", values: ["007", " x ", "é", "", "a\tb", "1", "👍"]),
    ]
    try expectSame(
      society(ids, attributes: attributes, layers: [Fixture.layer("friendship", people: 7, Fixture.triangles)]))
  }

  @Test(arguments: [1, 2, 7])
  func `random societies of more than one block come back for any number of threads`(threads: Int) throws {
    var random = RandomStream(seed: 11, stream: 2, index: UInt64(threads))
    let count = 40_000
    let ties = (0..<90_000).map { _ in
      (Int(random.next() % UInt64(count)), Int(random.next() % UInt64(count)), 0.1 + Double(random.next() % 5))
    }
    let ids = (0..<count).map { "P\($0 &* 7919 % 1_000_003)" }
    let read = society(
      layers: [])
    let people = ReadSociety(
      society: Society(
        name: "random", people: People(ids: ids), scale: .unit,
        ownScores: (0..<count).map { _ in Double(random.next() >> 11) / 0x1p53 },
        layers: [
          Fixture.layer("friendship", people: count, ties), Fixture.directedLayer("work", people: count, ties),
        ]), notices: read.notices, files: read.files)
    try expectSame(people, threads: threads)
  }

  @Test func `opening looks at no element`() throws {
    let folder = TemporaryFolder()
    let output = try OutputFolder(preparing: folder.path("pack"), force: false, kind: .pack)
    try output.writePack(society(layers: [Fixture.layer("friendship", people: 7, Fixture.triangles)]))
    let path = folder.path("pack/friendship.neighbors.npy")
    var bytes = Array(try InputFile.read(path).bytes)
    bytes[128] = 0xFF
    try writeBytes(bytes, to: path)
    let pack = try PackedSociety.open(folder.path("pack"))
    #expect(pack.personCount == 7)
    #expect(throws: ReadingError.self) { try pack.read(threads: .one) }
  }
}

/// Puts bytes in place of a file's content.
private func writeBytes(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path))
}
