extension FactorRegression {
  /// A pivot of a correlation matrix below this is a factor that follows from those before it.
  private static let smallestPivot = 1e-10

  /// By point: the standardised factors and outcome, then the products of each with itself and all before it.
  ///
  /// Nil where a column does not vary, or there are fewer than two points.
  static func standardised(_ columns: [[Double]]) -> [[Double]]? {
    var scaled: [[Double]] = []
    for column in columns {
      if column.count < 2 { return nil }
      let moments = Moments(column)
      guard let deviation = moments.deviation, deviation > 0 else { return nil }
      scaled.append(column.map { ($0 - moments.mean) / deviation })
    }
    return columns[0].indices.map { point in
      let values = scaled.map { $0[point] }
      return values + values.indices.flatMap { one in values[...one].map { $0 * values[one] } }
    }
  }

  /// Standardised coefficients and, last, R² from sums over points; nil where there is no single solution.
  static func solution(_ sums: [Double], count: Double, factors: Int) -> [Double]? {
    guard let correlations = correlations(sums, count: count, variables: factors + 1) else { return nil }
    guard let lower = cholesky(Array(correlations.prefix(factors))) else { return nil }
    let outcome = correlations[factors]
    var coefficients = [Double](repeating: 0, count: factors)
    for row in 0..<factors {
      let known = (0..<row).reduce(0) { $0 + lower[row][$1] * coefficients[$1] }
      coefficients[row] = (outcome[row] - known) / lower[row][row]
    }
    // R² is the squared length of the half-solved right side.
    let explained = coefficients.reduce(0) { $0 + $1 * $1 }
    for row in (0..<factors).reversed() {
      let known = (row + 1..<factors).reduce(0) { $0 + lower[$1][row] * coefficients[$1] }
      coefficients[row] = (coefficients[row] - known) / lower[row][row]
    }
    return coefficients + [min(1, explained)]
  }

  /// The lower triangle of the correlation matrix; nil where a variable does not vary.
  private static func correlations(_ sums: [Double], count: Double, variables: Int) -> [[Double]]? {
    var place = variables
    var covariances: [[Double]] = []
    for one in 0..<variables {
      covariances.append(
        (0...one).map { other in sums[place + other] / count - sums[one] / count * (sums[other] / count) })
      place += one + 1
    }
    let deviations = (0..<variables).map { covariances[$0][$0].squareRoot() }
    // A standardised variable that varies less than this within a resample is constant but for rounding.
    guard deviations.allSatisfy({ $0 > 1e-7 }) else { return nil }
    return covariances.enumerated().map { one, row in
      row.enumerated().map { other, value in value / (deviations[one] * deviations[other]) }
    }
  }

  /// The lower triangular factor of a matrix given by its lower triangle; nil where the rank is short.
  private static func cholesky(_ matrix: [[Double]]) -> [[Double]]? {
    var lower: [[Double]] = []
    for row in matrix.indices {
      var values: [Double] = []
      for column in 0..<row {
        let known = (0..<column).reduce(0) { $0 + values[$1] * lower[column][$1] }
        values.append((matrix[row][column] - known) / lower[column][column])
      }
      let pivot = values.reduce(matrix[row][row]) { $0 - $1 * $1 }
      guard pivot > smallestPivot else { return nil }
      lower.append(values + [pivot.squareRoot()])
    }
    return lower
  }
}
