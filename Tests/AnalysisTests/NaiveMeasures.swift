import Foundation

/// The measures of sorting straight from their definitions, by double loops over a full matrix.
struct NaiveMeasures {
  let matrix: [[Double]]
  let scores: [Double]

  private var everyone: Range<Int> { scores.indices.lowerBound..<scores.indices.upperBound }
  private var rowSums: [Double] { matrix.map { $0.reduce(0, +) } }

  /// Who has a tie in either direction.
  var tied: [Int] {
    everyone.filter { person in matrix[person].contains { $0 > 0 } || matrix.contains { $0[person] > 0 } }
  }

  private var mean: Double { tied.map { scores[$0] }.reduce(0, +) / Double(tied.count) }
  private var squares: Double { tied.map { (scores[$0] - mean) * (scores[$0] - mean) }.reduce(0, +) }
  private var standard: [[Double]] {
    zip(matrix, rowSums).map { row, sum in row.map { sum > 0 ? $0 / sum : 0 } }
  }

  /// The sum over all pairs of the row-standardised weight times something.
  private func sum(_ term: (Double, Double) -> Double) -> (numerator: Double, weights: Double) {
    let standard = standard
    let mean = mean
    var sum = 0.0
    var weights = 0.0
    for one in everyone {
      for other in everyone {
        sum += standard[one][other] * term(scores[one] - mean, scores[other] - mean)
        weights += standard[one][other]
      }
    }
    return (sum, weights)
  }

  /// Moran 1950: `n / S0 sum w_ij z_i z_j / sum z_i^2`.
  var moran: Double {
    let (numerator, weights) = sum { $0 * $1 }
    return Double(tied.count) / weights * numerator / squares
  }

  /// Geary 1954: `(n - 1) / (2 S0) sum w_ij (z_i - z_j)^2 / sum z_i^2`.
  var geary: Double {
    let (numerator, weights) = sum { ($0 - $1) * ($0 - $1) }
    return Double(tied.count - 1) / (2 * weights) * numerator / squares
  }

  /// The weighted correlation of the scores at the two ends of the arcs.
  var assortativity: Double {
    var arcs: [(Double, Double, Double)] = []
    for one in everyone { for other in everyone { arcs.append((matrix[one][other], scores[one], scores[other])) } }
    let total = arcs.map(\.0).reduce(0, +)
    func mean(_ value: ((Double, Double, Double)) -> Double) -> Double {
      arcs.map { $0.0 * value($0) }.reduce(0, +) / total
    }
    let source = mean(\.1)
    let target = mean(\.2)
    let covariance = mean { ($0.1 - source) * ($0.2 - target) }
    let variances = mean { ($0.1 - source) * ($0.1 - source) } * mean { ($0.2 - target) * ($0.2 - target) }
    return covariance / variances.squareRoot()
  }
}

/// Every order of the numbers 0..<count (Heap's algorithm).
func allOrders(_ count: Int) -> [[Int]] {
  var orders: [[Int]] = []
  var order = Array(0..<count)
  func generate(_ size: Int) {
    if size <= 1 {
      orders.append(order)
      return
    }
    for position in 0..<size {
      generate(size - 1)
      order.swapAt(size % 2 == 0 ? position : 0, size - 1)
    }
  }
  generate(count)
  return orders
}

/// The mean and the standard deviation (divided by n) of some numbers.
func moments(_ values: [Double]) -> (mean: Double, deviation: Double) {
  let mean = values.reduce(0, +) / Double(values.count)
  let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
  return (mean, (squares / Double(values.count)).squareRoot())
}
