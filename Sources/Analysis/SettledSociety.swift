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
  let scoring: Scoring
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
    let anchors = settings.isolates.anchors(society.ownScores, network: network, scale: society.scale)
    let scoring = choices.rule.scoring(
      network: network, own: anchors, susceptibility: choices.susceptibility, seed: settings.seed)
    if case .contraction(let model) = scoring { try settings.checkSolver(for: model) }
    let solve = Solve(settings, scale: society.scale)
    self.settings = settings
    self.society = society
    self.choices = choices
    self.network = network
    self.scoring = scoring
    self.solve = solve
    equilibrium = settings.progress.during(Phase("settling scores", .rounds)) { work in
      let equilibrium = scoring.settle(solve)
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

extension SettledSociety {
  /// The model, if it is linear: what influence and shocks rest on.
  ///
  /// - Throws: a `usage` error for other models.
  public func linearModel() throws(ReadingError) -> FriedkinJohnsen {
    if settings.model.isLinear, case .contraction(let model) = scoring { return model }
    throw ReadingError(
      .usage,
      [
        InputProblem(
          file: "--model", "\(settings.model.rawValue) is not linear; friedkin-johnsen or degroot was expected here")
      ])
  }

  /// The public scores if own scores were dealt out, person i having that of person `order[i]`; on one thread.
  ///
  /// - Parameter random: for models that draw.
  func dealt(_ order: [Int], _ random: inout RandomStream) -> Equilibrium {
    let own = settings.isolates.anchors(
      order.map { society.ownScores[$0] }, network: network, scale: society.scale)
    return choices.rule.scoring(
      network: network, own: own, susceptibility: choices.susceptibility, order: order, seed: random.next()
    ).settle(solve.onOneThread)
  }

  /// The public scores if the same people had the ties of another society; on one thread.
  ///
  /// - Parameter random: for models that draw.
  func resettled(_ other: Society, _ random: inout RandomStream) -> Equilibrium {
    scoring(other, shares: choices.shares, seed: random.next(), threads: .one).scoring.settle(solve.onOneThread)
  }

  /// The same model for other ties of the same people, or other shares of their layers.
  ///
  /// Susceptibility follows the ties if it did before.
  func scoring(
    _ other: Society, shares: [Double], seed: UInt64, threads: ThreadCount
  ) -> (network: InfluenceMatrix, scoring: Scoring) {
    let network = InfluenceMatrix(other, shares: shares, mix: choices.mix, threads: threads)
    let own = settings.isolates.anchors(other.ownScores, network: network, scale: other.scale)
    let susceptibility =
      choices.followsTies ? Susceptibility.ofDegrees(other, shares: shares) : choices.susceptibility
    return (
      network, choices.rule.scoring(network: network, own: own, susceptibility: susceptibility, seed: seed)
    )
  }
}

extension SettledSociety {
  /// The groups of a column, or else communities.
  ///
  /// - Parameters:
  ///   - column: a column of the people file, or `nil`.
  ///   - findsCommunities: whether communities are looked for if no column is given.
  /// - Returns: `nil` if neither is asked for.
  /// - Throws: a `usage` error for a column that is not there, igraph's error if communities cannot be found.
  public func grouping(by column: String?, orCommunities findsCommunities: Bool) throws -> Grouping? {
    if let column { return try Grouping.of(column, society, besideCommunities: false) }
    guard findsCommunities else { return nil }
    let combined = society.combined(shares: choices.shares, threads: settings.threads)
    let found = try settings.progress.during(Phase("finding communities", .ties)) { work in
      let found = try Communities.find(in: combined, resolution: settings.resolution, seed: settings.seed)
      work.ties = found.passes * combined.arcCount
      return found
    }
    return Grouping(by: "community", partition: found.partition, names: nil)
  }
}
