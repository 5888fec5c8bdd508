extension Experiment.Design: Codable {
  private enum CodingKeys: CodingKey {
    case kind
    case points
  }

  /// The design in a word, as it stands in a file.
  public var kind: String {
    switch self {
    case .grid: "grid"
    case .oneAtATime: "one-at-a-time"
    case .latinHypercube: "latin-hypercube"
    case .sobol: "sobol"
    }
  }

  /// Reads what `encode(to:)` writes: `kind`, and `points` where there are any.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try values.decode(String.self, forKey: .kind)
    switch kind {
    case "grid": self = .grid
    case "one-at-a-time": self = .oneAtATime
    case "latin-hypercube": self = .latinHypercube(points: try values.decode(Int.self, forKey: .points))
    case "sobol": self = .sobol(base: try values.decode(Int.self, forKey: .points))
    default: throw DecodingError.dataCorruptedError(forKey: .kind, in: values, debugDescription: "no design \(kind)")
    }
  }

  /// Writes `kind`, and `points` where there are any.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(kind, forKey: .kind)
    switch self {
    case .grid, .oneAtATime: break
    case .latinHypercube(let points), .sobol(let points): try values.encode(points, forKey: .points)
    }
  }
}
