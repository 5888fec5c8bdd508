/// A form in which a graph is written.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// GraphML: XML with typed keys.
  case graphml
  /// GEXF 1.3, Gephi's own.
  case gexf
  /// A folder with `nodes.csv` and `edges.csv`, with Gephi's column names.
  case csv
  /// GML, ASCII.
  case gml
  /// The language of Graphviz.
  case dot
  /// A folder of NumPy arrays.
  case npy
  /// A sparse matrix that `scipy.sparse.load_npz` opens.
  case npz
  /// A database of SQLite.
  case sqlite
  /// A JSON object a line.
  case jsonl

  /// Whether it is a folder.
  public var isFolder: Bool { self == .csv || self == .npy }

  /// Whether it is a single file that is no text.
  public var isBinary: Bool { self == .npz || self == .sqlite }

  /// What the names of its files end with, without the point; empty for folders.
  public var fileExtension: String { isFolder ? "" : rawValue }

  /// Whether the places and colours of nodes have names in it that other programs know.
  public var holdsDrawing: Bool { [.graphml, .gexf, .gml, .dot].contains(self) }

  /// The form that a file's name shows, `.gz` behind it aside.
  public init?(ofFile name: String) {
    var name = name.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    let endings: [(String, GraphFormat)] = [
      ("graphml", .graphml), ("gexf", .gexf), ("gml", .gml), ("dot", .dot), ("gv", .dot), ("npz", .npz),
      ("sqlite", .sqlite), ("sqlite3", .sqlite), ("db", .sqlite), ("jsonl", .jsonl), ("ndjson", .jsonl),
    ]
    guard let format = endings.first(where: { name.hasSuffix("." + $0.0) })?.1 else { return nil }
    self = format
  }
}
