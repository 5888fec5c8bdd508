import GraphModel

extension MovingDrawing {
  /// What is drawn: all people, or the communities that are largest in any frame.
  struct Nodes {
    /// The labels of the communities, rising; `nil` for people.
    let labels: [Int]?
    private let count: Int
    private var nodeOf: [Int: Int] = [:]

    init(_ frames: [RecordedFrame], ids: TextList, limit: Int = MovingDrawing.communityLimit) {
      guard frames.first?.labels != nil else {
        (labels, count) = (nil, ids.count)
        return
      }
      var largest: [Int: Int] = [:]
      for frame in frames {
        for (label, people) in zip(frame.labels ?? [], frame.people) {
          largest[label] = max(largest[label] ?? 0, people)
        }
      }
      // The label breaks every tie, so that the order of the dictionary does not matter.
      let order = largest.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      let drawn = order.prefix(limit).map(\.key).sorted()
      for (node, label) in drawn.enumerated() { nodeOf[label] = node }
      (labels, count) = (drawn, drawn.count)
    }

    /// A frame by nodes.
    func placed(_ frame: RecordedFrame) -> PlacedFrame {
      let nodes = frame.labels.map { labels in labels.map { nodeOf[$0] } } ?? frame.people.indices.map(Optional.init)
      return PlacedFrame(frame, nodes: nodes, count: count)
    }
  }
}
