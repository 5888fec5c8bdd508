import Compute

/// Whether a number is another one up to a share of it or a distance.
func isNear(_ value: Double?, _ reference: Double, relative: Double = 1e-12, absolute: Double = 0) -> Bool {
  guard let value else { return false }
  return (value - reference).magnitude <= max(relative * reference.magnitude, absolute)
}

/// Normal samples, each from its own random numbers.
func normalSample(_ index: Int, count: Int) -> [Double] {
  var random = RandomStream(seed: 7, stream: 900, index: UInt64(index))
  return (0..<count).map { _ in random.normal() }
}
