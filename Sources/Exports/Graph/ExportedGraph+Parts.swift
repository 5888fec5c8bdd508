import GraphModel

extension ExportedGraph {
  /// The graphs of parts that have nobody in common: their nodes and the edges among them.
  ///
  /// - Parameters:
  ///   - members: the rows of each part, rising.
  ///   - column: what the graph of a part says it is; its value is the part's number, from 1.
  /// - Precondition: this is a graph of all rows.
  /// - Complexity: O(nodes) for all of them; each is written in O(its nodes and their edges).
  func parts(_ members: [[Int]], called column: String) -> [ExportedGraph] {
    precondition(choice == nil, "a part of a part is not made")
    var numbers = [Int](repeating: 0, count: allIds.count)
    for (part, rows) in members.enumerated() { for row in rows { numbers[row] = part + 1 } }
    return NodeChoice.all(parts: numbers, members: members).enumerated().map { part, choice in
      var graph = choosing(choice)
      graph.data.append(Datum(name: column, kind: .int, value: String(part + 1)))
      return graph
    }
  }

  /// The graphs of the communities, each with its people and the ties among them.
  ///
  /// - Parameter members: the people of each community, the largest first.
  public func communities(_ members: [[Int]]) -> [ExportedGraph] { parts(members, called: "community") }

  /// The graph of some people and the ties among them.
  ///
  /// - Parameter rows: who, each once; they keep the order of the society.
  public func choosing(people rows: [Int]) -> ExportedGraph {
    precondition(choice == nil, "a part of a part is not made")
    return choosing(NodeChoice(rows: rows.sorted(), of: allIds.count))
  }

  private func choosing(_ choice: NodeChoice) -> ExportedGraph {
    var graph = self
    graph.choice = choice
    graph.edges = edges.among(choice)
    return graph
  }
}

extension ExportedGraph {
  /// The rows of the people that a file lists.
  ///
  /// - Throws: `badData` for ids that nobody has.
  public func people(in file: InputFile) throws(ReadingError) -> [Int] {
    try ChosenPeople.indices(in: file, among: allIds)
  }

  /// Whether the graph is small enough for a picture by Graphviz.
  public var isSmall: Bool { nodeCount <= DOTWriter.limit && nodeCount + edgeCount <= DOTWriter.limit }
}
