import Compute

/// Points that fill each dimension evenly, whatever the others do.
public enum LatinHypercube {
  /// Points in [0, 1)^dimensions, one in each of `count` equal strata of every dimension, random within its stratum.
  ///
  /// The order of strata is a random permutation of each dimension's own numbers, so another dimension changes nothing
  /// in those before it. A larger `count` makes other points throughout: Latin hypercubes are not nested.
  /// Complexity: O(count x dimensions).
  ///
  /// Source: M. D. McKay, R. J. Beckman, W. J. Conover, "A comparison of three methods for selecting values of input
  /// variables in the analysis of output from a computer code", Technometrics 21 (1979).
  ///
  /// - Parameters:
  ///   - count: how many points, not negative.
  ///   - dimensions: how many numbers each has, not negative.
  ///   - seed: the seed of the random numbers (stream 402, the dimension as the index).
  /// - Returns: one row a point.
  public static func points(_ count: Int, dimensions: Int, seed: UInt64) -> [[Double]] {
    var points = [[Double]](repeating: [Double](repeating: 0, count: dimensions), count: count)
    for dimension in 0..<dimensions {
      var random = RandomStream(
        seed: seed, stream: StatisticsStream.latinHypercube.rawValue, index: UInt64(dimension))
      for (point, stratum) in random.permutation(of: count).enumerated() {
        let drawn = (Double(stratum) + random.uniform()) / Double(count)
        // Rounding up must not leave the stratum, nor reach 1.
        points[point][dimension] = min(drawn, (Double(stratum + 1) / Double(count)).nextDown)
      }
    }
    return points
  }
}
