import Foundation

/// What pushing residuals from person to person has taken so far, and whether it still pays.
///
/// Pushing goes stage by stage, large residuals first, and each stage may take several times the arcs of the one before. So
/// whether the next one is worth it is told from the last two; that it takes no more than was thought is seen on the way.
struct PushWork {
  /// By what factor a stage brings residuals down.
  static let stageFactor = 8.0
  /// How many arcs are too few to be worth a thought.
  private static let triflingArcs = 1_000

  /// What the alternative is.
  private let plan: SweepPlan
  /// How many arcs are worth it if no sweep at all is needed then.
  private let toAvoidSweeping: Int
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
    toAvoidSweeping = plan.arcs(toAvoidSweeping: isRewired)
    limit = Self.triflingArcs
  }

  /// Begins a stage, unless pushing is given up.
  ///
  /// A stage may cost what it saves in sweeps; as long as all stages together look as if they would not cost more than
  /// sweeping altogether, it may also cost what it takes to sweep at all.
  ///
  /// - Parameters:
  ///   - high: the largest residual.
  ///   - low: the largest after the stage.
  ///   - last: the largest after the last stage.
  mutating func begin(from high: Double, to low: Double, last: Double) -> Bool {
    let next = growth * Double(lastStage)
    let stages = max(1, (log(high / last) / log(Self.stageFactor)).rounded(.up))
    let all = growth > 1 ? next * (pow(growth, stages) - 1) / (growth - 1) : next * stages
    limit = max(Self.triflingArcs, arcs + plan.arcs(from: high, to: low))
    if all <= Double(toAvoidSweeping) + Double(plan.arcs(from: high, to: last)) { limit = max(limit, toAvoidSweeping) }
    isGivenUp = Double(arcs) + next > Double(limit)
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
