import Compute
import GraphModel
import Propagation

/// A society whose public scores have settled: what was chosen for it, the model, and its equilibrium.
public struct SettledSociety: Sendable {
  /// What was asked for.
  public let settings: AnalysisSettings
  /// The society.
  public let society: Society
  /// `W`.
  public let network: InfluenceMatrix
  /// The model that was solved.
  public let model: FriedkinJohnsen
  /// The public scores and their bound.
  public let equilibrium: Equilibrium
  /// What was assumed, merged, dropped and ignored.
  public let notices: [Notice]
  let choices: Choices
  let solve: Solve

  /// Lets public scores settle.
  ///
  /// - Parameters:
  ///   - read: the society as read, with the notices of reading.
  ///   - settings: what to do.
  /// - Throws: `ReadingError` for settings that do not fit the society.
  public init(_ read: ReadSociety, _ settings: AnalysisSettings) throws(ReadingError) {
    let society = read.society
    let choices = try Choices(society, settings)
    let network = InfluenceMatrix(
      society, shares: choices.shares, mix: choices.mix, threads: settings.threads)
    try settings.checkSolver(for: network)
    let anchors = settings.isolates.anchors(society.ownScores, network: network, scale: society.scale)
    let model = FriedkinJohnsen(network: network, ownScores: anchors, susceptibility: choices.susceptibility)
    let solve = Solve(settings, scale: society.scale)
    self.settings = settings
    self.society = society
    self.choices = choices
    self.network = network
    self.model = model
    self.solve = solve
    equilibrium = settings.progress.during(Phase("settling scores", .rounds)) { work in
      let equilibrium = solve(model)
      work.ties = equilibrium.rounds * network.arcCount
      return equilibrium
    }
    let floored = settings.isolates == .floor ? network.isTied.count { !$0 } : 0
    let floor = Notice(
      .changed, count: floored,
      "\(floored) without ties fall to the floor of the scale, \(Numerals.plain(society.scale.low)) (--isolates floor)")
    notices = read.notices + choices.notices + (floored > 0 ? [floor] : [])
  }
}
