import Compute
import GraphModel

/// A graph as two tables with the column names of Gephi: `nodes.csv` (Id, Label, ...) and `edges.csv` (Source, Target, Type,
/// Id, Weight, ...).
struct GephiTables {
  private let graph: ExportedGraph

  init(_ graph: ExportedGraph) { self.graph = graph }

  func write(toFolder path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    try writeNodes(to: path + "/nodes.csv", threads: threads)
      + writeEdges(to: path + "/edges.csv", threads: threads, progress: progress)
  }

  /// Writes the nodes.
  ///
  /// - Returns: how many bytes there are.
  func writeNodes(to path: String, threads: ThreadCount) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    let (graph, columns, ids) = (graph, graph.drawnColumns, graph.allIds.asFields)
    // Gephi takes letter case for nothing.
    let names = NameTokens.unique(columns.map(\.name), reserved: ["Id", "Label", "Timeset"], ignoresCase: true)
    try sink.write(CSVText.line(["Id", "Label"] + names))
    try sink.write(graph.nodeBlocks, threads: threads) { nodes, text, turn in
      for node in nodes {
        let row = graph.row(of: node)
        text.append(ids.utf8(of: row))
        text.append(0x2C as UInt8)
        text.append(ids.utf8(of: row))
        for index in columns.indices {
          text.append(0x2C as UInt8)
          text.append(field: row, of: columns[index])
        }
        text.append(0x0A as UInt8)
        turn.spill(&text)
      }
    }
    let count = sink.byteCount
    try sink.close()
    return count
  }

  private func writeEdges(to path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    let (graph, edges, ids) = (graph, graph.edges, graph.allIds.asFields)
    let others = edges.columns.map(\.name).filter { $0 != "weight" }
    let taken = ["Source", "Target", "Type", "Id", "Weight", "Label", "Kind", "Timeset"]
    let names = NameTokens.unique(others, reserved: taken, ignoresCase: true)
    let weight = edges.columns.firstIndex { $0.name == "weight" }
    let order = (weight.map { [$0] } ?? []) + edges.columns.indices.filter { $0 != weight }
    try sink.write(CSVText.line(["Source", "Target", "Type", "Id"] + (weight == nil ? [] : ["Weight"]) + names))
    let blocks = edges.blocks()
    let firstNumbers = edges.firstNumbers(blocks, threads: threads)
    try sink.write(blocks, threads: threads, progress: progress) { block, text, turn in
      var reader = edges.reader()
      var rest = block
      var number = firstNumbers[block.lowerBound] ?? 0
      while reader.next(&rest) {
        for edge in 0..<reader.batch.count {
          text.append(ids.utf8(of: graph.row(of: Int(reader.batch.sources[edge]))))
          text.append(0x2C as UInt8)
          text.append(ids.utf8(of: graph.row(of: Int(reader.batch.targets[edge]))))
          text.append(graph.isDirected ? ",Directed," : ",Undirected," as StaticString)
          text.append(number)
          number += 1
          for column in order {
            text.append(0x2C as UInt8)
            let value = reader.batch.value(edge, column)
            if !value.isNaN { text.append(edgeValue: value, edges.columns[column].kind, .json) }
          }
          text.append(0x0A as UInt8)
          turn.spill(&text)
        }
      }
    }
    let count = sink.byteCount
    try sink.close()
    return count
  }
}
