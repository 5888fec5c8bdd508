import Analysis
import GraphModel

extension MovingDrawing {
  /// A frame whose values stand by node.
  struct PlacedFrame {
    private let frame: RecordedFrame
    /// How many people each node stands for, 0 for those that are not there.
    let people: [Int]
    /// The nodes that are there, rising.
    let present: [Int]
    /// The ties among these, by their positions in `present`.
    let ties: TieTable
    /// Where each of these stands in the recorded frame.
    private let entries: [Int]

    init(_ frame: RecordedFrame, nodes: [Int?], count: Int) {
      self.frame = frame
      let entries = nodes.indices.filter { nodes[$0] != nil }
      self.entries = entries
      present = nodes.compactMap { $0 }
      var people = [Int](repeating: 0, count: count)
      for (node, entry) in zip(present, entries) { people[node] = frame.people[entry] }
      self.people = people
      if entries.count == nodes.count {
        ties = frame.ties
      } else {
        var positions = [Int](repeating: -1, count: nodes.count)
        for (position, entry) in entries.enumerated() { positions[entry] = position }
        var arcs = ArcList()
        for (position, entry) in entries.enumerated() {
          frame.ties.forEachTie(of: entry) { neighbor, weight in
            if positions[neighbor] >= 0 { arcs.append(position, positions[neighbor], weight) }
          }
        }
        ties = TieTable(personCount: entries.count, arcs: arcs)
      }
    }

    /// The frame as it is drawn.
    func drawn(at places: [SIMD2<Double>?], _ numbers: DrawnNumbers) -> Frame {
      func byNode(_ values: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: people.count)
        for (node, entry) in zip(present, entries) { result[node] = numbers.score(values[entry]) }
        return result
      }
      let all = drawnTies
      return Frame(
        period: frame.period, x: places.map { $0.map { NetworkDrawing.Node.rounded($0.x) } },
        y: places.map { $0.map { NetworkDrawing.Node.rounded($0.y) } }, people: people,
        ownScores: byNode(frame.ownScores),
        publicScores: byNode(frame.publicScores), communities: frame.communities, listed: frame.listed,
        ties: Array(all.suffix(MovingDrawing.tieLimit)), hiddenTies: max(0, all.count - MovingDrawing.tieLimit))
    }

    /// All ties, the lightest first.
    private var drawnTies: [NetworkDrawing.Tie] {
      NetworkDrawing.Tie.all(in: ties).map { tie in
        NetworkDrawing.Tie(
          source: present[tie.source], target: present[tie.target], weight: DrawnNumbers.share(tie.weight, digits: 2))
      }.sorted(by: TieOrder.precedes)
    }
  }
}
