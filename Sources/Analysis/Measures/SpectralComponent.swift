import Compute
import GraphModel

/// The ties inside one connected piece of a group, as a non-negative matrix `B`, and its dominant eigenvector.
struct SpectralComponent {
  /// How exactly the eigenvector is found.
  enum Precision {
    /// Until it moves by no more than 1e-12 of its mean a round.
    case full
    /// Until the eigenvalue is enclosed within 1e-4, at most 200 rounds: for random societies, whose spread is far wider.
    case quick
  }

  private let starts: [Int]
  private let neighbors: [Int]
  private let weights: [Double]
  /// `d` with `d_i B_ij = d_j B_ji`, or `nil` if ties are not mutual.
  private let strengths: [Double]?

  /// The ties of a piece.
  ///
  /// - Parameters:
  ///   - members: its people.
  ///   - table: B, of everyone; no entry leads out of the piece.
  ///   - strengths: what each person's row was divided by, if the ties are mutual.
  init(_ members: [Int], _ table: TieTable, strengths: [Double]?) {
    var place: [Int: Int] = [:]
    for (position, person) in members.enumerated() { place[person] = position }
    var starts = [0]
    var neighbors: [Int] = []
    var weights: [Double] = []
    for person in members {
      table.forEachTie(of: person) { neighbor, weight in
        guard let other = place[neighbor] else { return }
        neighbors.append(other)
        weights.append(weight)
      }
      starts.append(neighbors.count)
    }
    self.starts = starts
    self.neighbors = neighbors
    self.weights = weights
    self.strengths = strengths.map { strengths in members.map { strengths[$0] } }
  }

  /// `lambda x_i / mean(x)` of the dominant eigenvalue and vector; `nil` if the iteration does not come to rest.
  func indices(_ precision: Precision) -> [Double]? {
    let isFull = precision == .full
    let canRefine = isFull && strengths != nil
    var vector = start
    // Nobody leads into a circle: no power but the first few is anything but 0.
    if !vector.contains(1) { return vector }
    let powers = iterate(&vector, rounds: canRefine ? 100 : isFull ? 10_000 : 200, isFull: isFull)
    if let eigenvalue = powers.eigenvalue { return vector.map { eigenvalue * $0 } }
    guard canRefine, let strengths else { return isFull ? nil : vector.map { powers.growth * $0 } }
    return refine(&vector, strengths).map { eigenvalue in vector.map { eigenvalue * $0 } }
  }

  /// 1 for everyone who leads into a circle of ties, 0 for the others, whose place in the eigenvector is 0.
  private var start: [Double] {
    let count = starts.count - 1
    guard strengths == nil else { return [Double](repeating: 1, count: count) }
    var sources = [[Int]](repeating: [], count: count)
    var left = (0..<count).map { starts[$0 + 1] - starts[$0] }
    for person in 0..<count {
      for tie in starts[person]..<starts[person + 1] { sources[neighbors[tie]].append(person) }
    }
    var ends = (0..<count).filter { left[$0] == 0 }
    var vector = [Double](repeating: 1, count: count)
    while let end = ends.popLast() {
      vector[end] = 0
      for source in sources[end] {
        left[source] -= 1
        if left[source] == 0 { ends.append(source) }
      }
    }
    return vector
  }

  private func multiply(_ vector: [Double], into result: inout [Double]) {
    let (starts, neighbors, weights, values) = (starts.span, neighbors.span, weights.span, vector.span)
    var target = result.mutableSpan
    for position in values.indices {
      var sum = 0.0
      for tie in starts[position]..<starts[position + 1] { sum += weights[tie] * values[neighbors[tie]] }
      target[position] = sum
    }
  }

  /// Powers of `(I + B) / 2`, which has no period.
  ///
  /// - Returns: the eigenvalue, once the vector has come to rest (quick: once the bounds of L. Collatz 1942 have closed),
  ///   and how much the sum of the vector grows, which tends to it.
  private func iterate(
    _ vector: inout [Double], rounds: Int, isFull: Bool
  ) -> (eigenvalue: Double?, growth: Double) {
    var image = vector
    var growth = 0.0
    for round in 1...rounds {
      multiply(vector, into: &image)
      // What decides costs more than the sums do, and is looked at now and then.
      let isChecked = round % 4 == 0
      var bounds = (low: Double.infinity, high: 0.0)
      if isChecked, !isFull {
        for position in vector.indices where vector[position] > 0 {
          bounds.low = min(bounds.low, image[position] / vector[position])
          bounds.high = max(bounds.high, image[position] / vector[position])
        }
      }
      for position in image.indices { image[position] = (vector[position] + image[position]) / 2 }
      let mean = image.compensatedMean
      var change = 0.0
      for position in vector.indices {
        let value = image[position] / mean
        change = max(change, (value - vector[position]).magnitude)
        vector[position] = value
      }
      growth = max(0, 2 * mean - 1)
      guard isChecked else { continue }
      if isFull ? change <= 1e-13 : bounds.high - bounds.low <= 1e-4 { return (growth, growth) }
    }
    return (nil, growth)
  }

  /// Inverse iteration with the upper bound of the eigenvalue as its shift: it stays positive and ends quadratically,
  /// however small the gap to the next eigenvalue is.
  ///
  /// Source: T. Noda, "Note on the computation of the maximal eigenvalue of a non-negative irreducible matrix",
  /// Numer. Math. 17 (1971) 382-386. The systems `(mu I - B) y = x` are solved by conjugate gradients in the inner product
  /// of the strengths, in which B is symmetric.
  ///
  /// - Returns: the eigenvalue, or `nil` if it does not come to rest in 60 steps.
  private func refine(_ vector: inout [Double], _ strengths: [Double]) -> Double? {
    var image = vector
    for _ in 0..<60 {
      multiply(vector, into: &image)
      var shift = 0.0
      for position in vector.indices { shift = max(shift, image[position] / vector[position]) }
      // A little above, so that the system stays definite when the bound has reached the eigenvalue.
      var solution = solve(shift * (1 + 1e-14) + 1e-300, vector, strengths)
      let mean = solution.compensatedMean
      guard mean > 0, mean.isFinite else { return nil }
      var change = 0.0
      for position in solution.indices {
        solution[position] = max(solution[position] / mean, 1e-300)
        change = max(change, (solution[position] - vector[position]).magnitude)
      }
      vector = solution
      if change <= 1e-12 {
        multiply(vector, into: &image)
        return image.compensatedSum / vector.compensatedSum
      }
    }
    return nil
  }

  /// `(shift I - B)^-1 right` by conjugate gradients.
  private func solve(_ shift: Double, _ right: [Double], _ strengths: [Double]) -> [Double] {
    func product(_ one: [Double], _ other: [Double]) -> Double {
      var sum = CompensatedSum()
      for position in one.indices { sum.add(strengths[position] * one[position] * other[position]) }
      return sum.value
    }
    var solution = [Double](repeating: 0, count: right.count)
    var residual = right
    var direction = right
    var image = right
    var square = product(residual, residual)
    let goal = 1e-24 * square
    for _ in 0..<max(100, 4 * right.count) {
      multiply(direction, into: &image)
      for position in image.indices { image[position] = shift * direction[position] - image[position] }
      let curvature = product(direction, image)
      guard curvature > 0 else { break }
      let step = square / curvature
      for position in solution.indices {
        solution[position] += step * direction[position]
        residual[position] -= step * image[position]
      }
      let next = product(residual, residual)
      if next <= goal { break }
      let factor = next / square
      square = next
      for position in direction.indices { direction[position] = residual[position] + factor * direction[position] }
    }
    return solution
  }
}
