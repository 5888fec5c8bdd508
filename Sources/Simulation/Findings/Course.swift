/// How a simulation goes.
///
/// Nothing here says that it has converged: where scores, ties and tiers act on each other the joint map need not be a
/// contraction, and what is still may move again. What was seen is what is said.
public enum Course: Sendable, Equatable {
  /// Nothing has moved beyond the tolerance, and no tie, tier or listing has changed, from this period on.
  case settled(since: Int)
  /// The whole state comes back every `length` periods, and did so twice, from period `since` on, while something moves.
  case cycle(length: Int, since: Int)
  /// At the horizon: a main series was still going one way.
  case drift
  /// At the horizon: something still moved, back and forth, or too little in one direction to tell it from noise.
  case fluctuating
  /// Before the horizon: none of the above, so far.
  case running

  /// The course in one word, as it is written to files.
  public var kind: String {
    switch self {
    case .settled: "settled"
    case .cycle: "cycle"
    case .drift: "drift"
    case .fluctuating: "fluctuating"
    case .running: "running"
    }
  }
}

extension Course: Codable {
  private enum CodingKeys: CodingKey {
    case kind
    case length
    case since
  }

  /// Reads what `encode(to:)` writes: `kind`, and `length` and `since` where there are any.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try values.decode(String.self, forKey: .kind)
    switch kind {
    case "settled": self = .settled(since: try values.decode(Int.self, forKey: .since))
    case "cycle":
      self = .cycle(
        length: try values.decode(Int.self, forKey: .length), since: try values.decode(Int.self, forKey: .since))
    case "drift": self = .drift
    case "fluctuating": self = .fluctuating
    case "running": self = .running
    default: throw DecodingError.dataCorruptedError(forKey: .kind, in: values, debugDescription: "no course \(kind)")
    }
  }

  /// Writes `kind`, and `length` and `since` where there are any.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(kind, forKey: .kind)
    switch self {
    case .settled(let since): try values.encode(since, forKey: .since)
    case .cycle(let length, let since):
      try values.encode(length, forKey: .length)
      try values.encode(since, forKey: .since)
    case .drift, .fluctuating, .running: break
    }
  }
}
