import Compute

/// The edges of a graph, wherever they come from.
struct GraphEdges: Sendable {
  /// Where they come from.
  private enum Source: Sendable {
    /// The ties of a society, and of whom.
    case union(TieUnion, NodeChoice?)
    /// Edges one by one.
    case list(EdgeList)
  }

  private let source: Source
  /// What each edge carries.
  let columns: [EdgeColumn]
  /// Whether edges go one way.
  let isDirected: Bool
  /// What the edges are counted by: people who are their sources, or edges.
  private let unitCount: Int

  /// The ties of a society.
  ///
  /// - Parameter choice: the people among whom; `nil` for everyone.
  init(_ union: TieUnion, among choice: NodeChoice?) {
    source = .union(union, choice)
    columns = union.edgeColumns
    isDirected = union.isDirected
    unitCount = choice?.rows.count ?? union.personCount
  }

  /// Edges one by one.
  init(_ list: EdgeList) {
    source = .list(list)
    columns = list.columns
    isDirected = list.isDirected
    unitCount = list.sources.count
  }

  /// The edges among some nodes, which are numbered anew.
  ///
  /// - Precondition: these are the edges among all.
  func among(_ choice: NodeChoice) -> GraphEdges {
    switch source {
    case .union(let union, _): return GraphEdges(union, among: choice)
    case .list(let list):
      var kept = EdgeList(columns: list.columns, isDirected: list.isDirected)
      for edge in list.sources.indices {
        let (source, target) = (choice.place(of: list.sources[edge]), choice.place(of: list.targets[edge]))
        guard source >= 0, target >= 0 else { continue }
        kept.sources.append(source)
        kept.targets.append(target)
        for column in list.columns.indices { kept.values[column].append(list.values[column][edge]) }
      }
      return GraphEdges(kept)
    }
  }

  /// How edges are cut into blocks of nearly equal numbers; depends on the graph only.
  func blocks(edgesPerBlock: Int = 1 << 14) -> [Range<Int>] {
    switch source {
    case .union(let union, let choice):
      Blocks.ranges(count: unitCount, target: edgesPerBlock) {
        (unit: Int) in 4 + union.arcCount(of: choice?.rows[unit] ?? unit)
      }
    case .list: Blocks.even(count: unitCount, size: edgesPerBlock)
    }
  }

  /// How many edges stand in front of each block, by the block's first unit.
  ///
  /// - Complexity: O(edges).
  func firstNumbers(_ blocks: [Range<Int>], threads: ThreadCount) -> [Int: Int] {
    let counts = Parallel.map(blocks.count, threads: threads) { block in
      var reader = reader()
      var rest = blocks[block]
      var count = 0
      while reader.next(&rest) { count += reader.batch.count }
      return count
    }
    var numbers: [Int: Int] = [:]
    var next = 0
    for (block, count) in zip(blocks, counts) {
      numbers[block.lowerBound] = next
      next += count
    }
    return numbers
  }

  /// Somebody who goes through blocks of edges, with memory that is kept from one to the next.
  func reader() -> Reader { Reader(self) }

  /// Reads blocks of edges in pieces.
  struct Reader {
    private let edges: GraphEdges
    private var walk: TieWalk?
    /// The edges read last.
    private(set) var batch: EdgeBatch
    private static let pieceSize = 1 << 10

    fileprivate init(_ edges: GraphEdges) {
      self.edges = edges
      batch = EdgeBatch(width: edges.columns.count)
      if case .union(let union, _) = edges.source { walk = TieWalk(union) }
    }

    /// Fills the batch with edges from a block's first unit on.
    ///
    /// - Parameter block: what is left of the block; begins behind what was read afterwards.
    /// - Returns: whether there was anything to read.
    mutating func next(_ block: inout Range<Int>) -> Bool {
      guard !block.isEmpty else { return false }
      batch.clear()
      var unit = block.lowerBound
      switch edges.source {
      case .union(_, let choice):
        while unit < block.upperBound, batch.count < Self.pieceSize {
          if let choice {
            let first = batch.count
            walk?.append(edgesOf: choice.rows[unit], to: &batch)
            batch.renumber(from: first, source: Int32(unit)) { choice.place(of: $0) }
          } else {
            walk?.append(edgesOf: unit, to: &batch)
          }
          unit += 1
        }
      case .list(let list):
        while unit < block.upperBound, batch.count < Self.pieceSize {
          let edge = batch.begin(list.sources[unit], list.targets[unit])
          for column in list.columns.indices { batch.set(edge, column, list.values[column][unit]) }
          unit += 1
        }
      }
      block = unit..<block.upperBound
      return true
    }
  }

  /// Calls `body` with one batch of edges after the other, in their order.
  func forEachBatch<Failure: Error>(_ body: (borrowing EdgeBatch) throws(Failure) -> Void) throws(Failure) {
    var reader = reader()
    var rest = 0..<unitCount
    while reader.next(&rest) { try body(reader.batch) }
  }

  /// How many edges there are.
  ///
  /// - Complexity: O(edges).
  var count: Int {
    if case .list = source { return unitCount }
    var count = 0
    forEachBatch { (batch) in count += batch.count }
    return count
  }
}

/// Edges one by one, in arrays.
struct EdgeList: Sendable {
  /// The position of the node each starts at.
  var sources: [Int32] = []
  /// The position of the node each ends at.
  var targets: [Int32] = []
  /// What each carries.
  let columns: [EdgeColumn]
  /// The values, an array a column; NaN where missing.
  var values: [[Double]]
  /// Whether edges go one way.
  let isDirected: Bool

  /// No edges.
  init(columns: [EdgeColumn], isDirected: Bool) {
    self.columns = columns
    self.isDirected = isDirected
    values = columns.map { _ in [] }
  }
}
