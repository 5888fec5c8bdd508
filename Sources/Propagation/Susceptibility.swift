import GraphModel

/// Where the susceptibilities come from.
public enum Susceptibility: Sendable, Equatable, CustomStringConvertible {
  /// One number for everyone, from 0 to 1.
  case constant(Double)
  /// A column of the people file with numbers from 0 to 1.
  case column(String)
  /// `a_i = d_i / (1 + d_i)` with `d_i = sum_l m_l d_il`, the row sum of the weighted layers: one unit of stubbornness
  /// against the strength of the ties. For one layer the equilibrium is `(I + L)^-1 s`, `L` the Laplacian (Bindel,
  /// Kleinberg, Oren, "How bad is forming your own opinion?", 2015).
  case degree

  /// What was meant by a text: a number, `degree`, or a column's name.
  public init(_ text: String) {
    if let number = Numerals.number(text) {
      self = .constant(number)
    } else if text == "degree" {
      self = .degree
    } else {
      self = .column(text)
    }
  }

  /// The text that means the same.
  public var description: String {
    switch self {
    case .constant(let value): Numerals.plain(value)
    case .column(let name): "column \(name)"
    case .degree: "degree"
    }
  }

  /// The susceptibility of each person, before people without ties are set to 0.
  ///
  /// - Throws: a `usage` error for a number out of range or a column that is not there, `badData` for values that are not
  ///   numbers from 0 to 1.
  public func values(for society: Society, shares: [Double]) throws(ReadingError) -> [Double] {
    switch self {
    case .constant(let value):
      guard value >= 0, value <= 1 else {
        throw ReadingError(
          .usage,
          [
            InputProblem(
              file: "susceptibility", "\(Numerals.plain(value)) is out of range; 0 (stubborn) to 1 was expected")
          ])
      }
      return [Double](repeating: value, count: society.count)
    case .column(let name):
      return try Self.column(name, of: society)
    case .degree:
      return Self.ofDegrees(society, shares: shares)
    }
  }

  /// The susceptibilities `d_i / (1 + d_i)` of `degree`.
  package static func ofDegrees(_ society: Society, shares: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: society.count)
    for (layer, share) in zip(society.layers, shares) where share > 0 {
      for (person, strength) in layer.ties.strengths.enumerated() { sums[person] += share * strength }
    }
    return sums.map { $0 / (1 + $0) }
  }

  private static func column(_ name: String, of society: Society) throws(ReadingError) -> [Double] {
    guard let column = society.people.attribute(named: name) else {
      let names = society.people.attributes.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw ReadingError(
        .usage,
        [
          InputProblem(
            file: "susceptibility",
            "\"\(name)\" is neither a number, nor degree, nor a column; the columns are \(names.isEmpty ? "none" : names)"
          )
        ])
    }
    var log = ProblemLog()
    let values = column.values.indices.map { person -> Double in
      let value = column.values.withBytes(of: person) { Numerals.number($0) }
      if let value, value >= 0, value <= 1 { return value }
      let text = column.values[person]
      let what = text.isEmpty ? "the susceptibility is missing" : "\"\(text)\" is not a susceptibility"
      log.add(society.people.problem(person: person, column: column.name, "\(what); a number from 0 to 1 was expected"))
      return 0
    }
    try log.check()
    return values
  }
}
