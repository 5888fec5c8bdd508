import Analysis

/// Written down, ties stand apart from frames, as stretches of frames in which nothing about them changes: most stay for
/// long, and named in every frame they would be nearly all of the text.
extension MovingDrawing: Codable {
  private enum Key: String, CodingKey {
    case kind, labels, frames, ties, layout, seed, hiddenNodes
  }

  /// A frame without its ties.
  private struct Scene: Codable {
    let period: Int
    let x: [Double?]
    let y: [Double?]
    let people: [Int]
    let ownScores: [Double]
    let publicScores: [Double]
    let communities: [Int]
    let listed: [Int]
    let hiddenTies: Int

    init(_ frame: Frame) {
      (period, x, y, people) = (frame.period, frame.x, frame.y, frame.people)
      (ownScores, publicScores) = (frame.ownScores, frame.publicScores)
      (communities, listed, hiddenTies) = (frame.communities, frame.listed, frame.hiddenTies)
    }

    func frame(_ ties: [NetworkDrawing.Tie]) -> Frame {
      Frame(
        period: period, x: x, y: y, people: people, ownScores: ownScores, publicScores: publicScores,
        communities: communities, listed: listed, ties: ties.sorted(by: TieOrder.precedes), hiddenTies: hiddenTies)
    }
  }

  /// A tie that is drawn alike in several frames in a row; written as a list of source, target, the position of the first
  /// frame, that of the last one, and the weight.
  private struct Stretch: Codable {
    let tie: NetworkDrawing.Tie
    let first: Int
    var last: Int

    init(_ tie: NetworkDrawing.Tie, at frame: Int) { (self.tie, first, last) = (tie, frame, frame) }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      for number in [tie.source, tie.target, first, last] { try list.encode(number) }
      try list.encode(tie.weight)
    }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let (source, target) = (try list.decode(Int.self), try list.decode(Int.self))
      (first, last) = (try list.decode(Int.self), try list.decode(Int.self))
      tie = NetworkDrawing.Tie(source: source, target: target, weight: try list.decode(Double.self))
    }
  }

  /// All ties of all frames, by source, target and first frame.
  private var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var open: [Int: Int] = [:]
    for (position, frame) in frames.enumerated() {
      for tie in frame.ties {
        let pair = tie.source * labels.count + tie.target
        if let place = open[pair], stretches[place].last == position - 1, stretches[place].tie == tie {
          stretches[place].last = position
        } else {
          open[pair] = stretches.count
          stretches.append(Stretch(tie, at: position))
        }
      }
    }
    return stretches.sorted {
      ($0.tie.source, $0.tie.target, $0.first) < ($1.tie.source, $1.tie.target, $1.first)
    }
  }

  /// Writes frames without ties, and all ties as stretches.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(labels, forKey: .labels)
    try container.encode(frames.map(Scene.init), forKey: .frames)
    try container.encode(stretches, forKey: .ties)
    try container.encode(layout, forKey: .layout)
    try container.encode(seed, forKey: .seed)
    try container.encode(hiddenNodes, forKey: .hiddenNodes)
  }

  /// Reads frames, and gives each its ties.
  ///
  /// - Throws: `DecodingError` for what is no drawing, and for ties of frames or nodes that are not there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    kind = try container.decode(NetworkDrawing.Kind.self, forKey: .kind)
    labels = try container.decode([String].self, forKey: .labels)
    layout = try container.decode(String.self, forKey: .layout)
    seed = try container.decode(UInt64.self, forKey: .seed)
    hiddenNodes = try container.decode(Int.self, forKey: .hiddenNodes)
    let scenes = try container.decode([Scene].self, forKey: .frames)
    var ties = [[NetworkDrawing.Tie]](repeating: [], count: scenes.count)
    for stretch in try container.decode([Stretch].self, forKey: .ties) {
      guard stretch.first >= 0, stretch.first <= stretch.last, stretch.last < scenes.count,
        labels.indices.contains(stretch.tie.source), labels.indices.contains(stretch.tie.target)
      else {
        throw DecodingError.dataCorruptedError(
          forKey: .ties, in: container, debugDescription: "a tie of a frame or a node that is not there")
      }
      for frame in stretch.first...stretch.last { ties[frame].append(stretch.tie) }
    }
    frames = zip(scenes, ties).map { $0.frame($1) }
  }
}
