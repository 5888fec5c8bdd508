import Analysis
import Compute
import Propagation
import Testing

@testable import Exports
@testable import GraphModel

/// The fast writers against `PlainRendering`, byte by byte.
struct WrittenBytesTests {
  private let folder = TemporaryFolder()
  static let threads = [1, 2, 3, 7]

  /// A society with everything that makes writing hard, of a size that fills several blocks.
  static func society(seed: UInt64, people: Int, layers layerCount: Int, degree: Int) throws -> Examination {
    var random = RandomBits(seed: seed)
    let odd = ["a&b", "<i>", "say \"so\"", " lead", "tail\t", "#7", "x,y", "two\nlines", "Zoë", "名\u{FFFE}", "\u{1}"]
    let oddIDs = seed % 3 != 0
    let ids = (0..<people).map { person in
      oddIDs && random.next() % 5 == 0 ? odd[Int(random.next() % UInt64(odd.count))] + "\(person)" : "p\(person)"
    }
    let kinds: [[String]] = [["1", "-22", "", "NA"], ["0.5", "2e-7", ""], ["true", "false", ""], odd + ["", "NA"]]
    let attributes = kinds.enumerated().map { index, values in
      AttributeColumn(
        name: index == 0 ? "community" : "column & \(index)",
        values: (0..<people).map { _ in values[Int(random.next() % UInt64(values.count))] })
    }
    var layers: [Layer] = []
    for layer in 0..<layerCount {
      var ties: [(Int, Int, Double)] = []
      var taken: Set<[Int]> = []
      for person in 0..<people where random.next() % 8 != 0 {
        for _ in 0..<(1 + random.next() % UInt64(degree)) {
          // Weights of all lengths, and half of the ties near, so that layers share pairs and communities exist.
          let weight = random.next() % 2 == 0 ? Double(1 + random.next() % 9) / 4 : Double(random.next() >> 20) * 1e-9
          let near = random.next() % 2 == 0 ? (person + 1 + Int(random.next() % 3)) % people : nil
          let other = near ?? Int(random.next() % UInt64(people))
          guard taken.insert([min(person, other), max(person, other)]).inserted else { continue }
          ties.append((person, other, weight + 1e-6))
        }
      }
      let isDirected = seed % 2 == 1 && layer == layerCount - 1
      let name = layer == 0 ? "friendship" : "layer, \(layer)"
      layers.append(
        isDirected
          ? Fixture.directedLayer(name, people: people, ties) : Fixture.layer(name, people: people, ties))
    }
    return try Fixture.examine(ids: ids, attributes: attributes, layers: layers) {
      if seed % 5 == 2 { $0.mix = .pooled }
    }
  }

  /// Small societies of one, two and three layers, directed and not, with plain and with odd ids.
  static let small = Array(zip(UInt64(1)..., [1, 1, 2, 2, 3, 3, 1, 2, 3]))

  private func isSame(_ name: String, _ expected: String) throws -> Bool {
    // Compared as bytes: equal strings may differ in them.
    Array(try folder.text(name).utf8) == Array(expected.utf8)
  }

  /// The part of a GraphML file behind the head, without its end.
  private func elements(_ name: String) throws -> [UInt8] {
    let text = try folder.text(name)
    let start = try #require(text.utf8.firstRange(of: Array("<node".utf8)))
    return Array(text.utf8[start.lowerBound...].dropLast("</graph>\n</graphml>\n".utf8.count))
  }

  @Test(arguments: small)
  func `Files of small societies have the bytes of a plain rendering`(seed: UInt64, layers: Int) throws {
    let examination = try Self.society(seed: seed, people: 40 + Int(seed), layers: layers, degree: 4)
    for threads in Self.threads.map(ThreadCount.init) {
      try Table(file: "", columns: examination.peopleColumns(), rowCount: examination.society.count)
        .write(to: folder.path("people.csv"), threads: threads)
      #expect(
        try isSame("people.csv", PlainRendering.csv(examination.peopleColumns(), rows: examination.society.count)))
      try examination.tieTable().write(to: folder.path("ties.csv"), threads: threads)
      #expect(try isSame("ties.csv", PlainRendering.ties(examination)))
      try examination.writeGraphML(to: folder.path("graph.graphml"), threads: threads)
      #expect(try elements("graph.graphml") == Array(PlainRendering.elements(examination).utf8))
      for community in 1...max(1, examination.communitySummaries.count) {
        try examination.writeGraphML(to: folder.path("one.graphml"), community: community, threads: threads)
        #expect(
          try elements("one.graphml") == Array(PlainRendering.elements(examination, community: community).utf8))
      }
    }
  }

  @Test func `A society of several blocks has the bytes of a plain rendering`() throws {
    let examination = try Self.society(seed: 1, people: 5_000, layers: 2, degree: 12)
    let columns = examination.peopleColumns()
    let people = Table(file: "", columns: columns, rowCount: examination.society.count)
    try #require(people.blocks.count > 2)
    try #require(examination.tieTable().blocks.count > 4)
    let expected = (
      people: PlainRendering.csv(columns, rows: examination.society.count), ties: PlainRendering.ties(examination),
      graph: Array(PlainRendering.elements(examination).utf8)
    )
    for threads in Self.threads.map(ThreadCount.init) {
      try people.write(to: folder.path("people.csv"), threads: threads)
      #expect(try isSame("people.csv", expected.people))
      try examination.tieTable().write(to: folder.path("ties.csv"), threads: threads)
      #expect(try isSame("ties.csv", expected.ties))
      try examination.writeGraphML(to: folder.path("graph.graphml"), threads: threads)
      #expect(try elements("graph.graphml") == expected.graph)
    }
  }

  @Test func `Weights that are scaled by row have the bytes of a plain rendering`() throws {
    let base = try Self.society(seed: 4, people: 60, layers: 1, degree: 5).society
    let ties = base.layers[0].ties
    var arcs = ArcList()
    for person in 0..<base.count {
      // Every fifth arc is missing from the scaled rows, which then count nothing.
      ties.forEachTie(of: person) { if ($0 + person) % 5 > 0 { arcs.append(person, $0, $1 / Double(person + 2)) } }
    }
    let layer = Layer(
      name: "paid", kind: .transaction, isDirected: false, isWeighted: true, ties: ties,
      rowTies: TieTable(personCount: base.count, arcs: arcs))
    let examination = try Fixture.examine(ids: Array(base.people.ids), layers: [layer])
    for threads in Self.threads.map(ThreadCount.init) {
      try examination.tieTable().write(to: folder.path("ties.csv"), threads: threads)
      #expect(try isSame("ties.csv", PlainRendering.ties(examination)))
    }
  }

  @Test func `Membership has the bytes of a plain rendering`() throws {
    let examination = try Self.society(seed: 4, people: 80, layers: 1, degree: 3)
    let partition = try #require(examination.communities?.partition)
    let ids = examination.society.people.ids
    let columns = [
      Column("id", .string, "", .texts(ids)),
      Column("community", .int, "", .counts { partition.parts[$0] > 0 ? partition.parts[$0] : nil }),
    ]
    #expect(MembershipText.csv(ids: ids, partition) == PlainRendering.csv(columns, rows: ids.count))
  }
}
