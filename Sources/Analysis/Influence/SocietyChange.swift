import GraphModel

/// One thing that happens to a society.
public enum SocietyChange: Sendable, Equatable, Codable {
  /// A person's own score rises or falls by so many points.
  case shift(person: String, points: Double)
  /// A person's own score becomes another one.
  case set(person: String, score: Double)
  /// A person is listed: the own score falls to the floor of the scale, and no network lifts it.
  case blacklist(person: String)
  /// A tie between two people is lost; in one layer, or in all in which they are tied.
  case cut(one: String, other: String, layer: String?)
  /// A tie between two people is made, or gets another weight.
  case tie(one: String, other: String, weight: Double, layer: String?)

  /// Whether nothing but own scores changes: no tie and no susceptibility.
  public var isOfOwnScore: Bool {
    switch self {
    case .shift, .set: true
    case .blacklist, .cut, .tie: false
    }
  }

  /// Whether no tie changes.
  var isOfOwnScoreOrListing: Bool {
    if case .blacklist = self { return true }
    return isOfOwnScore
  }

  /// What happens, as a sentence without a full stop.
  public var text: String {
    switch self {
    case .shift(let person, let points):
      "own score of \(person) \(points < 0 ? "falls" : "rises") by \(Numerals.plain(points.magnitude))"
    case .set(let person, let score): "own score of \(person) becomes \(Numerals.plain(score))"
    case .blacklist(let person): "\(person) is blacklisted"
    case .cut(let one, let other, let layer):
      "tie of \(one) and \(other) is cut" + (layer.map { " in layer \($0)" } ?? ", in all layers that have it")
    case .tie(let one, let other, let weight, let layer):
      "\(one) and \(other) are tied with weight \(Numerals.plain(weight))" + (layer.map { " in layer \($0)" } ?? "")
    }
  }
}

extension SocietyChange {
  /// Reads changes of own scores from a CSV file with the columns `person` (or `id`) and `change` or `score`, or both:
  /// then one of them is empty in each row.
  ///
  /// - Throws: `ReadingError` with the problems, by line.
  public static func read(_ path: String) throws(ReadingError) -> [SocietyChange] {
    let input = try InputFile.read(path)
    return try PersonValues.read(input, columns: ["change", "score"]).map { row in
      row.column == 0 ? .shift(person: row.id, points: row.value) : .set(person: row.id, score: row.value)
    }
  }
}
