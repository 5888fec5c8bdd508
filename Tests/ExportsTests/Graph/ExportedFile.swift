import Analysis
import Compute
import Foundation
import GraphModel
import Testing

@testable import Exports

/// A graph written in some form, and what the file then holds.
enum ExportedFile {
  /// People with names that are hard to write, in a ring with a chord, and columns of every kind with missing values.
  static func hostile() throws -> Examination {
    let people = Hostile.ids.count
    func values(_ texts: [String]) -> [String] { (0..<people).map { texts[$0 % texts.count] } }
    let attributes = [
      AttributeColumn(name: "whole", values: values(["1", "-2", "9007199254740993", ""])),
      AttributeColumn(name: "broken", values: values(["1.50", ".5", "2e-7", "NA", "1e300"])),
      AttributeColumn(name: "truth", values: values(["true", "false", ""])),
      AttributeColumn(name: "note", values: values(["", "007", "a\"b\\c", "x,y", "two\nlines", "{}"])),
      AttributeColumn(name: "type", values: values(["t"])),
      AttributeColumn(name: "Label", values: values(["l"])),
      AttributeColumn(name: "own-score", values: values(["o"])),
    ]
    var ties = (0..<people).map { ($0, ($0 + 1) % people, 0.1 + Double($0) / 3) }
    ties.append((0, 3, 1e-9))
    return try Fixture.examine(
      ids: Hostile.ids, attributes: attributes,
      layers: [
        Fixture.layer("friendship", people: people, ties),
        Fixture.layer("family", people: people, [(0, 1, 2), (2, 5, 7)]),
      ])
  }

  /// A graph of several blocks of people and of ties, made once.
  static let large = Result { try WrittenBytesTests.society(seed: 3, people: 5_000, layers: 2, degree: 12).peopleGraph }

  /// A graph as text.
  static func text(_ graph: ExportedGraph, _ format: GraphFormat, threads: Int = 1) throws -> String {
    String(decoding: try data(graph, format, threads: threads), as: UTF8.self)
  }

  /// A graph as bytes.
  static func data(_ graph: ExportedGraph, _ format: GraphFormat, threads: Int = 1) throws -> Data {
    let folder = TemporaryFolder()
    let path = folder.path("graph")
    let count = try graph.write(format, to: path, threads: ThreadCount(threads))
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(count == data.count, "the writer knows how many bytes there are")
    withExtendedLifetime(folder) {}
    return data
  }
}

/// Ids that are hard to write.
enum Hostile {
  static let ids = [
    "<script>alert(1)</script>", "\"&'", "مرحبا بالعالم", "👩‍👩‍👧🏳️‍🌈", String(repeating: "long", count: 2500), "two\nlines",
    "a\\\"b",
    "#first", " lead", "tab\tin", "&amp;", "]]>", "null", "0", "a,b", "%s\\N",
  ]
}
