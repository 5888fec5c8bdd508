import Testing

@testable import Exports

struct FormatBytesTests {
  @Test(arguments: GraphFormat.allCases.filter { !$0.isFolder })
  func `A form has the same bytes for any number of threads`(format: GraphFormat) throws {
    let graph = try ExportedFile.large.get()
    try #require(graph.edges.blocks().count > 2 && graph.nodeBlocks.count > 2)
    let one = try ExportedFile.data(graph, format)
    #expect(try ExportedFile.data(graph, format, threads: 3) == one)
  }

  @Test(arguments: [
    ("a.graphml", GraphFormat.graphml), ("a.GEXF.gz", .gexf), ("x/b.gv", .dot), ("c.db", .sqlite), ("d.ndjson", .jsonl),
  ])
  func `A name shows its form`(name: String, format: GraphFormat) { #expect(GraphFormat(ofFile: name) == format) }

  @Test(arguments: ["a", "graphml", "a.csv", "a.gz", "-", "folder.d/x"])
  func `Other names show none`(name: String) { #expect(GraphFormat(ofFile: name) == nil) }
}
