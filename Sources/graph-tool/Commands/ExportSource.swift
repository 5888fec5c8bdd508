import Analysis
import Exports
import GraphModel

/// Where an exported graph comes from.
enum ExportSource {
  /// A run folder, which goes out as it is.
  case run(RunFolder)
  /// A society that has just been examined.
  case society(Examination)

  /// The graph of people.
  func people() throws -> ExportedGraph {
    switch self {
    case .run(let run): try run.peopleGraph()
    case .society(let examination): examination.peopleGraph
    }
  }

  /// The graph of communities.
  func communities() throws -> ExportedGraph {
    switch self {
    case .run(let run): try run.communityGraph()
    case .society(let examination): examination.communityGraph
    }
  }

  /// The tables that stand beside the graph of people in a database.
  func tables() throws -> [ExportedTable] {
    switch self {
    case .run(let run): try run.tables()
    case .society(let examination): examination.exportedTables
    }
  }
}
