import Compute
import Foundation
import GraphModel

extension ExportedGraph {
  /// Writes the graph.
  ///
  /// - Parameters:
  ///   - format: the form.
  ///   - path: the file, or the folder for forms that are folders; what stands there is replaced.
  ///   - tables: tables that stand beside the graph in a database; other forms leave them out.
  ///   - threads: how many threads work at once; the bytes do not depend on it.
  ///   - progress: is advanced by the number of nodes.
  /// - Returns: how many bytes were written.
  @discardableResult
  public func write(
    _ format: GraphFormat, to path: String, beside tables: [ExportedTable] = [], threads: ThreadCount = .one,
    progress: Compute.Progress = .silent
  ) throws(ExportError) -> Int {
    let name = "writing \(path.split(separator: "/").last ?? "the graph")".replacing(".partial", with: "")
    return try progress.during(Phase(name, .people, total: nodeCount)) { (work) throws(ExportError) in
      let bytes = try written(format, path, tables, escapedIds: nil, threads, progress)
      work.bytes = bytes
      return bytes
    }
  }

  private func written(
    _ format: GraphFormat, _ path: String, _ tables: [ExportedTable], escapedIds: TextList?, _ threads: ThreadCount,
    _ progress: Compute.Progress
  ) throws(ExportError) -> Int {
    switch format {
    case .graphml:
      return try GraphMLWriter(self, escapedIds: escapedIds).write(to: path, threads: threads, progress: progress)
    case .gexf:
      return try GEXFWriter(self, escapedIds: escapedIds).write(to: path, threads: threads, progress: progress)
    case .gml: return try GMLWriter(self).write(to: path, threads: threads, progress: progress)
    case .dot: return try DOTWriter(self).write(to: path, threads: threads, progress: progress)
    case .jsonl: return try JSONLinesWriter(self).write(to: path, threads: threads, progress: progress)
    case .csv: return try GephiTables(self).write(toFolder: path, threads: threads, progress: progress)
    case .npy: return try ArrayFolder(self).write(toFolder: path, threads: threads, progress: progress)
    case .npz: return try SparseMatrixFile(self).write(to: path, progress: progress)
    case .sqlite: return try DatabaseFile(self, tables).write(to: path, progress: progress)
    }
  }

  /// Writes several graphs of one table into a folder: large ones by all threads, small ones side by side.
  ///
  /// - Parameters:
  ///   - graphs: the graphs, largest first, with the name of each without what shows its form.
  ///   - format: the form.
  ///   - folder: where; it must exist.
  ///   - threads: how many threads work at once; the bytes do not depend on it.
  /// - Returns: how many bytes were written.
  @discardableResult
  public static func write(
    _ graphs: [(name: String, graph: ExportedGraph)], _ format: GraphFormat, in folder: String, threads: ThreadCount
  ) throws(ExportError) -> Int {
    let escaped = graphs.first?.graph.allIds.asXML
    func write(_ index: Int, _ threads: ThreadCount) throws(ExportError) -> Int {
      let (name, graph) = graphs[index]
      let path = folder + "/" + (format.isFolder ? name : "\(name).\(format.fileExtension)")
      if format.isFolder { try OutputFolder.makeFolder(path) }
      return try graph.written(format, path, [], escapedIds: escaped, threads, .silent)
    }
    let large = graphs.prefix { $0.graph.nodeCount > largeCluster }.count
    var bytes = 0
    for index in 0..<large { bytes += try write(index, threads) }
    let written = Parallel.map(graphs.count - large, threads: threads) { index in
      Result { () throws(ExportError) in try write(large + index, .one) }
    }
    for result in written { bytes += try result.get() }
    return bytes
  }

  /// From how many nodes on a file is worth several threads.
  private static let largeCluster = 10_000
}

extension OutputFolder {
  /// Makes a folder.
  package static func makeFolder(_ path: String) throws(ExportError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ExportError(.cannotCreate, path, "the folder cannot be made")
    }
  }
}
