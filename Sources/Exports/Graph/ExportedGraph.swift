import Compute
import GraphModel

/// A graph with columns, as every format is written from: nodes with ids and values, edges with values, and what the graph
/// says of itself.
///
/// It comes from an examined society, from a part of one, from its communities, or from a run folder; a writer does not
/// know which.
public struct ExportedGraph: Sendable {
  /// What a node stands for.
  public enum Noun: String, Sendable {
    /// A person.
    case person
    /// A community.
    case community
  }

  /// Something that the graph itself carries.
  struct Datum: Sendable, Equatable {
    /// What it is.
    let name: String
    /// What its value is.
    let kind: Column.Kind
    /// The value.
    let value: String
  }

  /// What a node stands for.
  public let noun: Noun
  /// What the graph itself carries.
  var data: [Datum]
  /// The ids of all rows of the table that nodes are from.
  let allIds: TextList
  /// The columns of that table, without the ids.
  var columns: [Column]
  /// The rows that are nodes; `nil` for all.
  var choice: NodeChoice?
  /// The edges among the nodes.
  var edges: GraphEdges
  /// Where and how nodes are drawn, if that is known.
  var drawing: NodeDrawing?

  /// A graph of a table's rows.
  ///
  /// - Parameter edges: they name nodes by their positions.
  init(_ noun: Noun, data: [Datum], ids: TextList, columns: [Column], edges: GraphEdges, choice: NodeChoice? = nil) {
    self.noun = noun
    self.data = data
    allIds = ids
    self.columns = columns
    self.edges = edges
    self.choice = choice
  }

  /// How many nodes there are.
  public var nodeCount: Int { choice?.rows.count ?? allIds.count }

  /// Whether edges go one way.
  public var isDirected: Bool { edges.isDirected }

  /// How many edges there are.
  ///
  /// - Complexity: O(edges).
  public var edgeCount: Int { edges.count }

  /// The names of the columns of nodes.
  public var columnNames: [String] { columns.map(\.name) }

  /// The row of the table that a node is.
  @inline(__always) func row(of node: Int) -> Int { choice.map { $0.rows[node] } ?? node }

  /// The same graph with some columns only, in their order here.
  ///
  /// - Parameter names: names of columns.
  public func keeping(columns names: [String]) -> ExportedGraph {
    var graph = self
    graph.columns = columns.filter { names.contains($0.name) }
    return graph
  }

  /// The nodes cut into blocks of about a megabyte of text.
  var nodeBlocks: [Range<Int>] { Blocks.even(count: nodeCount, size: 2048) }

  /// The columns of nodes with those of the drawing behind them.
  ///
  /// A column of the table that has the name of one of those gets the prefix `input_`.
  var drawnColumns: [Column] {
    guard let drawing else { return columns }
    let own = drawing.columns { [choice] row in choice.map { Int($0.place(of: Int32(row))) } ?? row }
    let names = Set(own.map(\.name))
    var taken = names.union(columns.map(\.name))
    let kept = columns.map { column in
      guard names.contains(column.name) else { return column }
      var name = "input_" + column.name
      while !taken.insert(name).inserted { name = "input_" + name }
      return column.renamed(name)
    }
    return kept + own
  }
}

extension Column {
  /// The same column under another name.
  func renamed(_ name: String) -> Column { Column(name, kind, unit: unit, meaning, values) }
}
