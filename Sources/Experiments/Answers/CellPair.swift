/// Cells that are compared: those of one level of a factor with those of another, all else being equal.
struct CellPair {
  let factor: String
  let level: String
  let against: String
  /// The values of the other factors; `all` for the mean over all of them.
  let others: String
  /// Positions of cells.
  let cells: [Int]
  let otherCells: [Int]

  /// The pairs of a study.
  ///
  /// - Parameters:
  ///   - factors: what is varied.
  ///   - values: for each cell the value of each factor.
  ///   - comparisons: which level others are compared with.
  static func all(
    _ factors: [Factor], values: [[FactorValue]], _ comparisons: [Experiment.Comparison]
  ) -> [CellPair] {
    var pairs: [CellPair] = []
    for comparison in comparisons {
      guard let factor = factors.firstIndex(where: { $0.name == comparison.factor }),
        let base = factors[factor].levels.firstIndex(where: { $0.label == comparison.against })
      else { continue }
      func rest(_ row: [FactorValue]) -> [Int?] {
        row.enumerated().map { $0.offset == factor ? nil : $0.element.level }
      }
      var bases: [[Int?]: Int] = [:]
      for (cell, row) in values.enumerated() where row[factor].level == base { bases[rest(row)] = cell }
      for level in factors[factor].levels.indices where level != base {
        var matched: [(cell: Int, other: Int)] = []
        for (cell, row) in values.enumerated() where row[factor].level == level {
          guard let other = bases[rest(row)] else { continue }
          matched.append((cell, other))
          let others = zip(factors, row).enumerated().filter { $0.offset != factor }.map {
            "\($0.element.0.name)=\($0.element.1.text)"
          }
          pairs.append(
            CellPair(
              factor: comparison.factor, level: factors[factor].levels[level].label, against: comparison.against,
              others: others.joined(separator: ", "), cells: [cell], otherCells: [other]))
        }
        if matched.count > 1 {
          pairs.append(
            CellPair(
              factor: comparison.factor, level: factors[factor].levels[level].label, against: comparison.against,
              others: "all", cells: matched.map(\.cell), otherCells: matched.map(\.other)))
        }
      }
    }
    return pairs
  }
}
