import Foundation
import GraphModel

/// A run folder that is exported: what stands in it goes out, and nothing is computed anew.
///
/// People and their columns are those of `people.csv`, communities those of `communities.csv`, both with the types that
/// `codebook.csv` says. Ties are those of `graph.graphml`, or for a simulation those of the snapshot of its last period.
public struct RunFolder: Sendable {
  /// What made it.
  public enum Kind: Sendable {
    /// `analyze`.
    case analysis
    /// `simulate`.
    case simulation
  }

  /// Where it is.
  public let path: String
  /// What made it.
  public let kind: Kind
  /// The type of each column, by file and name.
  private let kinds: [String: [String: Column.Kind]]

  /// Opens a folder.
  ///
  /// - Returns: `nil` if there is no `run.json`.
  /// - Throws: `badData` if that is not the description of a run.
  public init?(opening path: String) throws(ReadingError) {
    guard FileManager.default.fileExists(atPath: path + "/run.json") else { return nil }
    let bytes = try InputFile.read(path + "/run.json").bytes
    guard let run = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any],
      run["command"] is [Any], run["findings"] != nil
    else {
      throw ReadingError(
        .badData, [InputProblem(file: path + "/run.json", "this is no description of a run; graph-tool's was expected")]
      )
    }
    self.path = path
    kind = run["scenario"] == nil ? .analysis : .simulation
    var kinds: [String: [String: Column.Kind]] = [:]
    if FileManager.default.fileExists(atPath: path + "/codebook.csv") {
      let book = try WrittenTable(InputFile.read(path + "/codebook.csv"))
      if let files = book.values(of: "file"), let names = book.values(of: "column"),
        let types = book.values(of: "type")
      {
        for row in files.indices { kinds[files[row], default: [:]][names[row]] = Column.Kind(rawValue: types[row]) }
      }
    }
    self.kinds = kinds
  }

  /// Whether a file or folder stands in it.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// An error about what is missing.
  func missing(_ name: String, _ why: String) -> ReadingError {
    ReadingError(.noInput, [InputProblem(file: path + "/" + name, why)])
  }

  // MARK: Tables

  /// A table as columns with types.
  func columns(of file: String) throws(ReadingError) -> [Column] {
    guard has(file) else {
      throw missing(file, "the table is not in the run; the folder as graph-tool wrote it was expected")
    }
    let table = try WrittenTable(InputFile.read(path + "/" + file))
    return zip(table.names, table.columns).map { name, values in
      guard let kind = kinds[file]?[name] else { return Column(AttributeColumn(name: name, values: values)) }
      return Column(AttributeColumn(name: name, values: values, kind: kind.attribute), kind)
    }
  }

  /// The table of a file as it stands beside a graph in a database; `nil` if the file is not there.
  func table(_ name: String, _ file: String, key: String? = nil) throws(ReadingError) -> ExportedTable? {
    guard has(file) else { return nil }
    let columns = try columns(of: file)
    return ExportedTable(name: name, columns: columns, rowCount: columns.first?.rowCount ?? 0, key: key)
  }

  // MARK: Graphs

  /// The graph of people.
  ///
  /// - Throws: `noInput` if there are no ties in the folder, with what would have put them there.
  public func peopleGraph() throws(ReadingError) -> ExportedGraph {
    if kind == .simulation { return try lastGraph() }
    guard has("graph.graphml") else {
      throw missing(
        "graph.graphml", "the run has no ties, as graph.graphml was left out; analyze SOCIETY --graphml writes it")
    }
    let written = try WrittenGraph(InputFile.read(path + "/graph.graphml"))
    let (ids, columns) = try people()
    guard written.ids == Array(ids) else {
      throw ReadingError(
        .badData,
        [InputProblem(file: path + "/graph.graphml", "its people are not those of people.csv, in their order")])
    }
    return ExportedGraph(.person, data: written.data, ids: ids, columns: columns, edges: GraphEdges(written.edges))
  }

  /// The ids and the columns of `people.csv`.
  func people() throws(ReadingError) -> (ids: TextList, columns: [Column]) {
    let columns = try columns(of: "people.csv")
    guard let first = columns.first, first.name == "id", case .attribute(let ids) = first.values else {
      throw ReadingError(
        .badData, [InputProblem(file: path + "/people.csv", line: 1, "the first column is not \"id\"")])
    }
    return (ids.values, Array(columns.dropFirst()))
  }

  /// The graph of communities.
  ///
  /// - Throws: `noInput` if communities were not looked for.
  public func communityGraph() throws(ReadingError) -> ExportedGraph {
    guard kind == .analysis, has("communities.graphml"), has("communities.csv") else {
      throw missing(
        "communities.graphml",
        kind == .analysis
          ? "the run has no communities; analyze SOCIETY without --no-communities finds them"
          : "a simulation's run has no graph of communities; export a snapshot as a society to get one")
    }
    let written = try WrittenGraph(InputFile.read(path + "/communities.graphml"))
    return ExportedGraph(
      .community, data: written.data, ids: TextList(written.ids), columns: try columns(of: "communities.csv"),
      edges: GraphEdges(written.edges))
  }

  /// The tables that stand beside the graph of people in a database.
  public func tables() throws(ReadingError) -> [ExportedTable] {
    var tables: [ExportedTable?] = []
    if kind == .simulation {
      tables = [
        try table("periods", "periods.csv"), try table("communities", "communities.csv"),
        try table("community_events", "community_events.csv"), try table("flows", "flows.csv"),
        try table("measures", "measures.csv"), try table("effects", "effects.csv"),
      ]
    } else {
      tables.append(try table("communities", "communities.csv", key: "community"))
      if has("communities.graphml") { tables.append(try communityGraph().edgeTable) }
      tables.append(try table("measures", "measures.csv"))
    }
    return tables.compactMap { $0 }
  }
}

extension ExportedGraph {
  /// The people of each community, by the column `community`; empty if there is none.
  public var communityMembers: [[Int]] {
    guard let column = columns.first(where: { $0.name == "community" }) else { return [] }
    var members: [[Int]] = []
    for row in 0..<allIds.count {
      guard let number = column.whole(row).map(Int.init), number > 0, number <= allIds.count else { continue }
      while members.count < number { members.append([]) }
      members[number - 1].append(row)
    }
    return members
  }
}

extension Column {
  /// A column that was read.
  fileprivate init(_ attribute: AttributeColumn, _ kind: Kind? = nil) {
    self.init(attribute.name, kind ?? attribute.exportKind, "as read", .attribute(attribute))
  }

  /// How many rows a column that was read has.
  fileprivate var rowCount: Int? {
    if case .attribute(let attribute) = values { attribute.values.count } else { nil }
  }
}

extension Column.Kind {
  /// The same for a column that was read.
  fileprivate var attribute: AttributeColumn.Kind {
    switch self {
    case .int, .long: .integer
    case .double: .number
    case .boolean: .boolean
    case .string: .text
    }
  }
}
