import Analysis
import GraphModel

extension MovingDrawing {
  /// The drawing of frames that were kept; `nil` if there is no tie in any.
  ///
  /// - Parameters:
  ///   - recorded: the frames, of one kind, by period.
  ///   - ids: the ids of the people.
  ///   - communityCount: how many communities there were at any look.
  ///   - numbers: how scores are rounded.
  ///   - seed: of the layout.
  /// - Throws: igraph's error if a layout fails.
  init?(
    _ recorded: [RecordedFrame], ids: TextList, communityCount: Int, numbers: DrawnNumbers, seed: UInt64
  ) throws {
    let nodes = Nodes(recorded, ids: ids)
    let drawn = recorded.map(nodes.placed)
    guard let last = drawn.last, drawn.contains(where: { $0.ties.arcCount > $0.ties.selfTieCount }) else { return nil }
    var frames: [Frame] = []
    var layout = try NetworkLayout(last.ties, seed: seed)
    let method = layout.method
    var places: [SIMD2<Double>?] = last.people.map { _ in nil }
    for frame in drawn.reversed() {
      if !frames.isEmpty {
        layout = try NetworkLayout(frame.ties, from: frame.present.map { places[$0] }, seed: seed)
      }
      places = places.map { _ in nil }
      for (node, place) in zip(frame.present, layout.places) { places[node] = place }
      frames.append(frame.drawn(at: places, numbers))
    }
    kind = nodes.labels == nil ? .people : .communities
    labels = nodes.labels?.map(String.init) ?? ids.indices.map { ids[$0] }
    self.frames = frames.reversed()
    self.layout = method.rawValue
    self.seed = seed
    hiddenNodes = nodes.labels.map { communityCount - $0.count } ?? 0
  }
}
