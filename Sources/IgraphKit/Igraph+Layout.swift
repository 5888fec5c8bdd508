internal import CIgraph
import GraphModel

extension Igraph {
  /// Above how many people repulsion is computed between neighbours on a grid only.
  private static let gridLimit = 3_000

  /// Places by forces: ties pull their ends together by `w d^2`, all pairs push each other apart by `1 / d`.
  ///
  /// Source: Fruchterman and Reingold 1991, Software: Practice and Experience 21:1129-1164. People without ties drift far
  /// away, and components are held together by a weak pull only: give one component at a time, or a square to stay in.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties; the weights are pulls, and work best near 1.
  ///   - settings: seed, starts and steps.
  /// - Returns: a point for each person, in units in which a lone tie of weight 1 is 1 long.
  /// - Complexity: O(people^2 + ties) a step; above 3,000 people about O(people + ties), with repulsion between those who
  ///   are close only. Holds igraph's lock throughout.
  package static func fruchtermanReingold(
    _ ties: TieTable, _ settings: LayoutSettings
  ) throws(IgraphError) -> [SIMD2<Double>] {
    precondition(settings.starts.map { $0.count == ties.personCount } ?? true, "a start for each person")
    guard ties.personCount > 0 else { return [] }
    let vertices = Vertices(everyoneOf: ties)
    return try locked { session throws(IgraphError) in
      var weighted = try WeightedGraph.make(ties, vertices, session) { $0 }
      try session.seed(settings.seed)
      let starts = settings.starts ?? [SIMD2<Double>](repeating: .zero, count: vertices.count)
      var places = try PointMatrix.make(starts, session)
      let grid = vertices.count > gridLimit ? IGRAPH_LAYOUT_GRID : IGRAPH_LAYOUT_NOGRID
      guard let side = settings.side, settings.starts != nil else {
        try session.check(
          unsafe igraph_layout_fruchterman_reingold(
            &weighted.graph.raw, &places.raw, settings.starts != nil, igraph_integer_t(settings.iterations),
            settings.temperature, grid, &weighted.weights.raw, nil, nil, nil, nil),
          "lay out \(vertices.count) vertices by forces")
        return places.points
      }
      var bounds = try LayoutBounds(starts, fixed: settings.fixed, side: side, session)
      try session.check(
        unsafe igraph_layout_fruchterman_reingold(
          &weighted.graph.raw, &places.raw, true, igraph_integer_t(settings.iterations), settings.temperature, grid,
          &weighted.weights.raw, &bounds.lowX.raw, &bounds.highX.raw, &bounds.lowY.raw, &bounds.highY.raw),
        "lay out \(vertices.count) vertices by forces")
      return places.points
    }
  }

  /// Places by distributed recursive layout, for graphs that are too large for all pairs.
  ///
  /// Source: Martin, Brown, Klavans and Boyack 2008, DrL: Distributed Recursive (Graph) Layout, SAND2008-2936J.
  ///
  /// - Parameters:
  ///   - ties: symmetric ties of one component; the weights are pulls, above 0 and at most 1.
  ///   - seed: one seed gives one layout.
  /// - Returns: a point for each person, in units of its own.
  /// - Complexity: about O(ties) a step with large constants: 10,000 people and 50,000 ties take some seconds. Holds
  ///   igraph's lock throughout.
  package static func drl(_ ties: TieTable, seed: UInt64) throws(IgraphError) -> [SIMD2<Double>] {
    guard ties.personCount > 0 else { return [] }
    let vertices = Vertices(everyoneOf: ties)
    return try locked { session throws(IgraphError) in
      var weighted = try WeightedGraph.make(ties, vertices, session) { $0 }
      try session.seed(seed)
      var places = try PointMatrix.make([SIMD2<Double>](repeating: .zero, count: vertices.count), session)
      var options = igraph_layout_drl_options_t()
      try session.check(
        unsafe igraph_layout_drl_options_init(&options, IGRAPH_LAYOUT_DRL_DEFAULT), "prepare a large layout")
      try session.check(
        unsafe igraph_layout_drl(&weighted.graph.raw, &places.raw, false, &options, &weighted.weights.raw),
        "lay out \(vertices.count) vertices")
      return places.points
    }
  }
}
