extension Equilibrium {
  /// What a model with bounded confidence ended with: at rest by its own rule, but without a bound on an error.
  ///
  /// - Parameters:
  ///   - opinions: the end.
  ///   - rounds: the number of rounds that was asked for, or `nil` to go on until the model rests.
  ///   - tolerance: what the model took for rest, in points; differences below twice that are noise.
  public init(_ opinions: Opinions, rounds: Int?, tolerance: Double) {
    self.init(
      scores: opinions.scores, previousScores: opinions.previousScores, rounds: opinions.rounds, solver: .fixedPoint,
      abandoned: nil, change: opinions.change,
      bound: ErrorBound(value: .infinity, rounding: 2 * tolerance, form: .none),
      outcome: rounds != nil ? .rounds : opinions.isSettled ? .settled : .notConverged, closedClasses: [])
  }

  /// Scores that are a finite computation, exact but for the rounding of one number each.
  ///
  /// - Parameters:
  ///   - scores: public scores, in points.
  ///   - own: own scores.
  ///   - rounds: how many rounds it took.
  ///   - isWhole: whether it went on to its end; `false` after a number of rounds that was asked for.
  public init(exact scores: [Double], own: [Double], rounds: Int, isWhole: Bool = true) {
    let magnitude = scores.lazy.map(\.magnitude).max() ?? 0
    let rounding = 8 * magnitude.ulp
    self.init(
      scores: scores, previousScores: own, rounds: rounds, solver: .fixedPoint, abandoned: nil, change: 0,
      bound: ErrorBound(
        value: isWhole ? rounding : .infinity, rounding: rounding, form: isWhole ? .exact : .none),
      outcome: isWhole ? .certified : .rounds, closedClasses: [])
  }
}
