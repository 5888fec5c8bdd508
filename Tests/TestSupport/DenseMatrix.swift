/// A square matrix with all its entries, solved by elimination: the slow way that has nothing in common with the sparse
/// and iterative code it is held against.
package struct DenseMatrix: Sendable {
  package var rows: [[DoubleDouble]]

  package var count: Int { rows.count }

  package init(rows: [[DoubleDouble]]) { self.rows = rows }

  package init(_ rows: [[Double]]) { self.rows = rows.map { $0.map(DoubleDouble.init) } }

  package static func zero(_ count: Int) -> DenseMatrix {
    DenseMatrix(rows: [[DoubleDouble]](repeating: [DoubleDouble](repeating: .zero, count: count), count: count))
  }

  package static func identity(_ count: Int) -> DenseMatrix {
    var matrix = zero(count)
    for index in 0..<count { matrix.rows[index][index] = .one }
    return matrix
  }

  package func times(_ vector: [DoubleDouble]) -> [DoubleDouble] {
    rows.map { row in zip(row, vector).reduce(.zero) { $0 + $1.0 * $1.1 } }
  }

  /// The solution of `M x = b`, by elimination with partial pivoting.
  package func solve(_ rightSide: [DoubleDouble]) -> [DoubleDouble] {
    var rows = rows
    var x = rightSide
    let count = rows.count
    for column in 0..<count {
      var pivot = column
      for row in column..<count where rows[row][column].magnitude > rows[pivot][column].magnitude { pivot = row }
      rows.swapAt(column, pivot)
      x.swapAt(column, pivot)
      let pivotRow = rows[column]
      for row in column + 1..<max(count, column + 1) where rows[row][column].value != 0 {
        let factor = rows[row][column] / pivotRow[column]
        for k in column..<count { rows[row][k] = rows[row][k] - factor * pivotRow[k] }
        x[row] = x[row] - factor * x[column]
      }
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      var sum = x[row]
      for k in row + 1..<max(count, row + 1) { sum = sum - rows[row][k] * x[k] }
      x[row] = sum / rows[row][row]
    }
    return x
  }

  /// The solution of `M x = b`, in doubles.
  package func solve(_ rightSide: [Double]) -> [Double] {
    solve(rightSide.map(DoubleDouble.init)).map(\.value)
  }
}
