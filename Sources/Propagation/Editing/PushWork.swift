/// What pushing residuals from person to person has taken so far, and whether it still pays.
///
/// Pushing goes stage by stage, large residuals first, and each stage takes a few times the arcs of the one before. So
/// whether the next one is worth it is told from the last two; that it takes no more than was thought is seen on the way.
struct PushWork {
  /// What the alternative is.
  private let plan: SweepPlan
  /// How many arcs are not too many in any case.
  private let leastLimit: Int
  /// How many arcs are not too many in this stage.
  private var limit: Int
  private var lastStage = 0
  private var growth = 1.0

  /// How many times a residual was pushed on.
  private(set) var pushes = 0
  /// How many arcs that went along.
  private(set) var arcs = 0
  /// Whether what is left is better left to sweeps.
  private(set) var isGivenUp = false

  /// No work yet.
  ///
  /// - Parameter isRewired: whether sweeping would have to bring changed ties into one table first.
  init(_ plan: SweepPlan, isRewired: Bool) {
    self.plan = plan
    leastLimit = plan.arcs(toAvoidSweeping: isRewired)
    limit = leastLimit
  }

  /// Begins a stage, unless pushing is given up.
  mutating func begin(from high: Double, to low: Double) -> Bool {
    limit = max(leastLimit, arcs + plan.arcs(from: high, to: low))
    isGivenUp = Double(arcs) + growth * Double(lastStage) > Double(limit)
    return !isGivenUp
  }

  /// Counts one push.
  mutating func push(along degree: Int) {
    pushes += 1
    arcs += degree
    isGivenUp = arcs > limit
  }

  /// Ends a stage.
  ///
  /// - Parameter start: `arcs` when it began.
  mutating func end(since start: Int) {
    let stage = arcs - start
    growth = lastStage > 0 ? max(1, Double(stage) / Double(lastStage)) : 1
    lastStage = stage
  }
}
