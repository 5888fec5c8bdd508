import Analysis
import GraphModel

extension SimulationRun {
  /// What pictures are drawn from: densities, the network in several periods, the lives of communities, people to look up.
  ///
  /// - Returns: `nil` if the run was not begun with `recordsPortrait`.
  /// - Throws: igraph's error if a layout fails.
  /// - Complexity: O(people + arcs), and a layout for each frame.
  public func portrait() throws -> SimulationPortrait? {
    guard let recorder else { return nil }
    let plan = society.plan
    let numbers = DrawnNumbers(scale: plan.society.scale.width)
    let (firstOwn, lastOwn, lastScores) = (plan.society.ownScores, society.ownScores, society.publicScores)
    let axis = ScoreDensity.range(of: [firstOwn, firstScores, lastOwn, lastScores])
    let tiers = society.tiers
    let firstTiers = firstScores.map(tier)
    let ownTiers = firstOwn.map(tier)
    let lives = recorder.log.lives(looks, numbers)
    return SimulationPortrait(
      first: ScoreDensity(firstOwn, firstScores, in: axis), last: ScoreDensity(lastOwn, lastScores, in: axis),
      tierFlows: flows(ownTiers, tiers), firstTierFlows: flows(ownTiers, firstTiers),
      publicTierFlows: flows(firstTiers, tiers), ownTierFlows: flows(ownTiers, lastOwn.map(tier)),
      network: try MovingDrawing(
        recorder.frames(until: society), ids: plan.society.people.ids,
        communityCount: society.state.tracking?.labelCount ?? 0, numbers: numbers, seed: society.scenario.seed),
      lives: lives.lives, livesLeftOut: lives.leftOut, people: PeopleSample(society, numbers))
  }

  private func tier(of score: Double) -> Int { society.plan.cuts.count { $0 <= score } }

  /// People by tier before (row) and after (column).
  private func flows(_ before: [Int], _ after: [Int]) -> [[Int]] {
    let none = [Int](repeating: 0, count: society.tierCount)
    return zip(before, after).reduce(into: none.map { _ in none }) { $0[$1.0][$1.1] += 1 }
  }
}
