/// Whether a number is another one up to a share of it.
func isClose(_ value: Double?, _ reference: Double?, relative: Double = 1e-10, absolute: Double = 0) -> Bool {
  guard let value, let reference else { return value == nil && reference == nil }
  return (value - reference).magnitude <= max(relative * reference.magnitude, absolute)
}

/// The largest distance between two lists of one length.
func largestDifference(_ one: [Double], _ other: [Double]) -> Double {
  precondition(one.count == other.count, "lists of one length")
  return zip(one, other).map { ($0 - $1).magnitude }.max() ?? 0
}
