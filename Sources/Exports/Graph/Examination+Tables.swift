import Analysis

extension Examination {
  /// The tables that stand beside the graph of people in a database: communities, their ties, measures.
  public var exportedTables: [ExportedTable] {
    var tables: [ExportedTable] = []
    if communities != nil {
      tables.append(
        ExportedTable(
          name: "communities", columns: communityColumns(), rowCount: communitySummaries.count, key: "community"))
      tables.append(communityGraph.edgeTable)
    }
    tables.append(ExportedTable(name: "measures", columns: Column.measures(measures), rowCount: measures.count))
    return tables
  }
}

extension ExportedGraph {
  /// The edges of a graph of communities as a table: ends are numbers of communities.
  var edgeTable: ExportedTable {
    var ends: [(source: Int, target: Int)] = []
    var values = edges.columns.map { _ in [Double]() }
    edges.forEachBatch { (batch) in
      for edge in 0..<batch.count {
        // Communities are numbered from 1, in the order of the nodes.
        ends.append((Int(batch.sources[edge]) + 1, Int(batch.targets[edge]) + 1))
        for column in values.indices { values[column].append(batch.value(edge, column)) }
      }
    }
    let (pairs, numbers) = (ends, values)
    let columns =
      [
        Column("source", .int, "one community", .counts { pairs[$0].source }),
        Column("target", .int, "the other community", .counts { pairs[$0].target }),
      ]
      + edges.columns.enumerated().map { index, column in
        column.kind == .int
          ? Column(column.name, .int, "", .counts { Int(numbers[index][$0]) })
          : Column(column.name, .double, "", .numbers { numbers[index][$0] })
      }
    return ExportedTable(name: "community_ties", columns: columns, rowCount: ends.count)
  }
}
