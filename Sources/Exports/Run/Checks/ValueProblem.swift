/// What keeps a value that was read from being used: where in it, and why.
struct ValueProblem: Error, Equatable {
  /// The way to the value, as in `network.ties.[3]`; empty for the value itself.
  let key: String
  /// What is wrong: a sentence without a full stop.
  let reason: String

  init(_ key: String, _ reason: String) {
    self.key = key
    self.reason = reason
  }

  /// The largest number that is taken.
  private static let largest = 1e120

  /// Checks a value that stands under a key of another one.
  static func within(
    _ outer: String, _ check: @autoclosure () throws(ValueProblem) -> Void
  ) throws(ValueProblem) {
    do throws(ValueProblem) {
      try check()
    } catch {
      throw ValueProblem(error.key.isEmpty ? outer : "\(outer).\(error.key)", error.reason)
    }
  }

  /// Checks each value of a list.
  static func each<Value>(
    of values: [Value], _ key: String, _ check: (Value) throws(ValueProblem) -> Void
  ) throws(ValueProblem) {
    for (position, value) in values.enumerated() { try within("\(key).[\(position)]", check(value)) }
  }

  /// Throws for a value that is not as it must be.
  static func require(_ isRight: Bool, _ key: String, _ reason: @autoclosure () -> String) throws(ValueProblem) {
    if !isRight { throw ValueProblem(key, reason()) }
  }

  /// Throws for a list that has another length than it must have.
  static func length(_ count: Int, of key: String, is expected: Int) throws(ValueProblem) {
    try require(count == expected, key, "it has \(count) values, and \(expected) were expected")
  }

  /// Throws for counts that are negative or do not add up to a number.
  static func counts(_ counts: [Int], of key: String, addUpTo total: Int) throws(ValueProblem) {
    try notNegative(counts, of: key)
    var left = total
    for count in counts {
      try require(count <= left, key, "it counts more than the \(total) people of the run")
      left -= count
    }
    try require(left == 0, key, "it counts \(total - left) people, and the run has \(total)")
  }

  /// Throws for counts that are negative, or too large to be added and multiplied.
  static func notNegative(_ counts: [Int], of key: String) throws(ValueProblem) {
    try require(counts.allSatisfy { $0 >= 0 }, key, "a count is negative")
    try require(counts.allSatisfy { $0 <= 1 << 53 }, key, "a count is far too large")
  }

  /// Throws for a table that is not square.
  static func square(_ rows: [[Int]], of key: String, size: Int) throws(ValueProblem) {
    try require(
      rows.count == size && rows.allSatisfy { $0.count == size }, key,
      "it is not a table of \(size) rows and columns")
  }

  /// Throws for a table of people that is not square, or does not count them all.
  static func table(_ rows: [[Int]], of key: String, size: Int, people: Int) throws(ValueProblem) {
    try square(rows, of: key, size: size)
    try counts(rows.flatMap { $0 }, of: key, addUpTo: people)
  }

  /// Throws for numbers too large to be scores, places or shares: their differences must be finite.
  static func numbers(_ numbers: [Double], of key: String) throws(ValueProblem) {
    try require(numbers.allSatisfy { $0.magnitude <= largest }, key, "a number is not finite or far too large")
  }

  /// Throws for numbers that do not rise.
  static func rising<Value: Comparable>(_ values: [Value], of key: String) throws(ValueProblem) {
    try require(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, key, "it does not rise")
  }
}
