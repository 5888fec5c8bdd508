internal import CIgraph

/// A matrix of double-precision numbers with two columns, one point of the plane a row, freed with its owner.
@safe struct PointMatrix: ~Copyable {
  /// igraph's own record of the matrix, for calls into the library.
  var raw: igraph_matrix_t

  private init(adopting raw: igraph_matrix_t) { unsafe self.raw = raw }

  deinit {
    var raw = unsafe raw
    unsafe igraph_matrix_destroy(&raw)
  }

  /// A matrix of points.
  static func make(
    _ points: [SIMD2<Double>], _ session: borrowing IgraphSession
  ) throws(IgraphError) -> PointMatrix {
    var raw = unsafe igraph_matrix_t()
    try session.check(
      unsafe igraph_matrix_init(&raw, igraph_integer_t(points.count), 2), "make room for \(points.count) points")
    var matrix = unsafe PointMatrix(adopting: raw)
    matrix.write(points)
    return matrix
  }

  private mutating func write(_ points: [SIMD2<Double>]) {
    for (row, point) in points.enumerated() {
      unsafe igraph_matrix_set(&raw, igraph_integer_t(row), 0, point.x)
      unsafe igraph_matrix_set(&raw, igraph_integer_t(row), 1, point.y)
    }
  }

  /// The points.
  var points: [SIMD2<Double>] {
    mutating get {
      let count = unsafe igraph_matrix_nrow(&raw)
      return (0..<count).map { row in
        SIMD2(unsafe igraph_matrix_get(&raw, row, 0), unsafe igraph_matrix_get(&raw, row, 1))
      }
    }
  }
}
