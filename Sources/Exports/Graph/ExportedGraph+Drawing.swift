import Analysis
import GraphModel

extension ExportedGraph {
  /// Up to how many nodes a graph is drawn unless something else is asked for.
  public static let drawingLimit = 5_000

  /// The same graph with a place, a size and a colour for each node.
  ///
  /// Places come from `NetworkLayout`, in a square of 1000 units a side, upwards as Gephi has it. The area of a node goes
  /// by the number of people it stands for, and is the same for all people. Colours are those of public scores (own
  /// scores where there are none) on viridis, from the tenth to the ninetieth percentile of own scores.
  ///
  /// - Parameter seed: of the layout.
  /// - Throws: igraph's error, should the layout fail.
  public func drawn(seed: UInt64) throws -> ExportedGraph {
    var graph = self
    let places = try NetworkLayout(mutualTies, seed: seed).places
    graph.drawing = NodeDrawing(
      x: places.map { 1000 * ($0.x - 0.5) }, y: places.map { 1000 * (0.5 - $0.y) }, size: sizes, colours: colours)
    return graph
  }

  /// Edges as ties of both ends.
  private var mutualTies: TieTable {
    var arcs = ArcList()
    let weight = edges.columns.firstIndex { $0.name == "weight" }
    edges.forEachBatch { (batch) in
      for edge in 0..<batch.count {
        let (source, target) = (Int(batch.sources[edge]), Int(batch.targets[edge]))
        let value = weight.map { batch.value(edge, $0) } ?? 1
        guard source != target, value > 0 else { continue }
        arcs.appendTie(source, target, value)
      }
    }
    return TieTable(personCount: nodeCount, arcs: arcs)
  }

  private var sizes: [Double] {
    let people = columns.first { $0.name == "people" }
    guard noun == .community, let people else { return Array(repeating: 10, count: nodeCount) }
    let counts = (0..<nodeCount).map { people.number(row(of: $0)) ?? 1 }
    let most = max(1, counts.max() ?? 1)
    return counts.map { max(4, 60 * ($0 / most).squareRoot()) }
  }

  private var colours: [NodeDrawing.Colour] {
    func values(_ names: [String], _ nodes: [Int]) -> [Double?]? {
      guard let column = names.lazy.compactMap({ name in columns.first { $0.name == name } }).first else { return nil }
      return nodes.map { column.number($0) }
    }
    let own = values(["own_score", "mean_own_score"], Array(0..<allIds.count))?.compactMap { $0 }.sorted() ?? []
    let nodes = (0..<nodeCount).map(row)
    let shown = values(["public_score", "mean_public_score", "own_score"], nodes) ?? nodes.map { _ in nil }
    let (low, high) = (Self.quantile(own, 0.1), Self.quantile(own, 0.9))
    return shown.map { score in
      guard let score, let low, let high, high > low else { return Viridis.colour(0.5) }
      return Viridis.colour((score - low) / (high - low))
    }
  }

  /// A quantile between sorted values, which are joined by straight lines.
  private static func quantile(_ values: [Double], _ share: Double) -> Double? {
    guard let last = values.indices.last else { return nil }
    let place = share * Double(last)
    let index = min(Int(place), max(0, last - 1))
    let next = min(index + 1, last)
    return values[index] + (place - Double(index)) * (values[next] - values[index])
  }
}
