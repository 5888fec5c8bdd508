import Compute
import GraphModel

/// A graph as a folder of NumPy arrays: `edges.npy` (source and target of each edge, as positions of nodes), `weights.npy`
/// and an `edge_COLUMN.npy` for each other value of edges, a `node_COLUMN.npy` for each column of numbers, `nodes.csv` with
/// the ids and all columns, and `graph.json`.
struct ArrayFolder {
  /// What `graph.json` says.
  private struct Description: Encodable {
    let directed: Bool
    let nodes: Int
    let edges: Int
    /// What the graph carries.
    let graph: [String: String]
    /// The column in each array of nodes.
    let nodeArrays: [String: String]
    /// The value in each array of edges.
    let edgeArrays: [String: String]
  }

  private let graph: ExportedGraph

  init(_ graph: ExportedGraph) { self.graph = graph }

  func write(toFolder path: String, threads: ThreadCount, progress: Progress) throws(ExportError) -> Int {
    var (bytes, edgeCount) = (0, 0)
    var ends: [Int32] = []
    var values = graph.edges.columns.map { _ in [Double]() }
    graph.edges.forEachBatch { (batch) in
      for edge in 0..<batch.count {
        ends.append(batch.sources[edge])
        ends.append(batch.targets[edge])
        for column in values.indices { values[column].append(batch.value(edge, column)) }
      }
      edgeCount += batch.count
    }
    bytes += try NumberArray(pairs: ends).write(to: path + "/edges.npy")
    ends = []
    var edgeArrays: [String: String] = [:]
    let edgeNames = graph.edges.columns.map(\.name)
    let edgeFiles = NameTokens.unique(edgeNames, prefix: "edge_", ignoresCase: true, NameTokens.token)
    for (column, name) in edgeNames.enumerated() {
      let file = (name == "weight" ? "weights" : edgeFiles[column]) + ".npy"
      let isCount = graph.edges.columns[column].kind == .int
      let array = isCount ? NumberArray(values[column].map { Int64($0) }) : NumberArray(values[column])
      bytes += try array.write(to: path + "/" + file)
      edgeArrays[file] = name
    }
    var nodeArrays: [String: String] = [:]
    let columns = graph.drawnColumns
    let files = NameTokens.unique(columns.map(\.name), prefix: "node_", ignoresCase: true, NameTokens.token)
    for (file, column) in zip(files, columns) {
      guard let array = NumberArray.column(column, of: graph) else { continue }
      bytes += try array.write(to: path + "/\(file).npy")
      nodeArrays["\(file).npy"] = column.name
    }
    bytes += try GephiTables(graph).writeNodes(to: path + "/nodes.csv", threads: threads)
    let description = Description(
      directed: graph.isDirected, nodes: graph.nodeCount, edges: edgeCount,
      graph: Dictionary(graph.data.map { ($0.name, $0.value) }) { first, _ in first }, nodeArrays: nodeArrays,
      edgeArrays: edgeArrays)
    let text = try JSONText.text(description)
    var sink = try ByteSink(creating: path + "/graph.json")
    try sink.write(text)
    try sink.close()
    progress.advance(by: graph.nodeCount)
    return bytes + text.utf8.count
  }
}

extension NumberArray {
  /// Pairs of whole numbers, as an array of two columns.
  fileprivate init(pairs: [Int32]) {
    self.init(pairs, shape: [pairs.count / 2, 2])
  }
}
