import Compute
import GraphModel

/// A graph as a sparse matrix in an NPZ file: what `scipy.sparse.load_npz` opens.
///
/// The entry in row i and column j is the weight of the edge from node i to node j; an undirected edge has two. Beside the
/// matrix's own arrays stand `ids_bytes` and `ids_offsets`, and `node_COLUMN` for each column of numbers.
struct SparseMatrixFile {
  private let graph: ExportedGraph

  init(_ graph: ExportedGraph) { self.graph = graph }

  func write(to path: String, progress: Progress) throws(ExportError) -> Int {
    var file = try ZipFile(creating: path)
    let matrix = compressedRows()
    let isWide = matrix.columns.count > Int(Int32.max)
    try file.add(
      isWide ? NumberArray(matrix.columns.map(Int64.init)) : NumberArray(matrix.columns), named: "indices")
    try file.add(
      isWide ? NumberArray(matrix.offsets.map(Int64.init)) : NumberArray(matrix.offsets.map { Int32($0) }),
      named: "indptr")
    try file.add(NumberArray(Array("csr".utf8), dtype: "|S3", shape: []), named: "format")
    try file.add(NumberArray([Int64(graph.nodeCount), Int64(graph.nodeCount)]), named: "shape")
    try file.add(NumberArray(matrix.values), named: "data")
    let ids = NumberArray.texts(graph)
    try file.add(ids.bytes, named: "ids_bytes")
    try file.add(ids.offsets, named: "ids_offsets")
    let columns = graph.drawnColumns
    for (name, column) in zip(NameTokens.unique(columns.map(\.name), prefix: "node_", NameTokens.token), columns) {
      guard let values = NumberArray.column(column, of: graph) else { continue }
      try file.add(values, named: name)
    }
    progress.advance(by: graph.nodeCount)
    return try file.close()
  }

  /// The matrix by rows, columns rising in each.
  ///
  /// Edges come by rising source, and by rising target of one source, so that the entries fall into their order: in a row
  /// those of smaller sources come first.
  private func compressedRows() -> (offsets: [Int], columns: [Int32], values: [Double]) {
    let isMutual = !graph.isDirected
    var next = [Int](repeating: 0, count: graph.nodeCount + 1)
    graph.edges.forEachBatch { (batch) in
      for edge in 0..<batch.count {
        let (source, target) = (Int(batch.sources[edge]), Int(batch.targets[edge]))
        next[source + 1] += 1
        if isMutual, source != target { next[target + 1] += 1 }
      }
    }
    for row in 0..<graph.nodeCount { next[row + 1] += next[row] }
    let offsets = next
    var columns = [Int32](repeating: 0, count: offsets[graph.nodeCount])
    var values = [Double](repeating: 1, count: offsets[graph.nodeCount])
    let weight = graph.edges.columns.firstIndex { $0.name == "weight" }
    graph.edges.forEachBatch { (batch) in
      for edge in 0..<batch.count {
        let (source, target) = (Int(batch.sources[edge]), Int(batch.targets[edge]))
        let value = weight.map { batch.value(edge, $0) } ?? 1
        columns[next[source]] = Int32(target)
        values[next[source]] = value
        next[source] += 1
        guard isMutual, source != target else { continue }
        columns[next[target]] = Int32(source)
        values[next[target]] = value
        next[target] += 1
      }
    }
    return (offsets, columns, values)
  }
}
