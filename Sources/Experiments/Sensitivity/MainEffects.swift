/// What each level of each factor does to an outcome over a full grid of cells.
///
/// The marginal mean of a level is the mean over all cells that have it, each cell weighing the same; its effect is that
/// less the mean over all cells. Effects are computed replicate by replicate, over those that have all cells, and the
/// interval is Student's over replicates: whatever the cells of one replicate share is inside each value, so it is right
/// where cells share random numbers as well as where they do not. With fewer than two whole replicates, effects come
/// from the means of whatever each cell has, and there are no intervals.
///
/// Shares are of the sum of squares of cell means about their mean (eta squared of cell means, the balanced analysis of
/// variance with one value a cell; R. A. Fisher, "Statistical Methods for Research Workers", 1925): what factors add up
/// to, and the rest. Noise of the cell means is in all of them, mostly in the rest.
public struct MainEffects: Sendable, Equatable, Codable {
  /// The factors, in the order of the cells' levels.
  public let factors: [Factor]
  /// The mean over all cells.
  public let mean: Double
  /// What no factor accounts for alone: 1 less the shares; nil where cell means do not vary.
  public let interactions: Double?
  /// How many replicates have all cells.
  public let wholeReplicates: Int
  /// How many outcomes are missing.
  public let missing: Int

  /// The effects over a grid; nil without cells, or where a cell has no outcome at all.
  ///
  /// Complexity: O(cells x (factors + replicates) x factors).
  ///
  /// - Parameters:
  ///   - cells: every combination of levels once, in any order.
  ///   - level: the coverage of intervals, inside (0, 1).
  /// - Precondition: cells have as many levels each, from 0 on, and as many replicates; the grid is full.
  public init?(_ cells: [Cell], level: Double = 0.95) {
    guard let example = cells.first else { return nil }
    let replicates = example.outcomes.count
    precondition(cells.allSatisfy { $0.outcomes.count == replicates }, "cells have one number of replicates")
    let sizes = Self.levels(of: cells)
    missing = cells.reduce(0) { $0 + $1.outcomes.count { $0 == nil } }
    // By replicate, the outcomes of all cells.
    let whole: [[Double]] = (0..<replicates).compactMap { replicate in
      let outcomes = cells.compactMap { $0.outcomes[replicate] }
      return outcomes.count == cells.count ? outcomes : nil
    }
    wholeReplicates = whole.count
    let present = whole.count < 2 ? cells.map { $0.outcomes.compactMap(\.self) } : Self.transposed(whole)
    if present.contains(where: \.isEmpty) { return nil }
    let means = present.map { Moments($0).mean }
    let moments = Moments(means)
    mean = moments.mean

    var factors: [Factor] = []
    for (factor, size) in sizes.enumerated() {
      let members = (0..<size).map { place in cells.indices.filter { cells[$0].levels[factor] == place } }
      let levels = members.map { members in
        Level(members, of: means, mean: moments.mean, replicates: whole, level: level)
      }
      let squares = levels.reduce(0) { $0 + $1.effect * $1.effect } * Double(cells.count / size)
      factors.append(Factor(share: moments.squares > 0 ? squares / moments.squares : nil, levels: levels))
    }
    self.factors = factors
    interactions = moments.squares > 0 ? max(0, 1 - factors.reduce(0) { $0 + ($1.share ?? 0) }) : nil
  }

  /// How many levels each factor has, once the grid is seen to be full.
  private static func levels(of cells: [Cell]) -> [Int] {
    let factors = cells[0].levels.count
    precondition(cells.allSatisfy { $0.levels.count == factors }, "cells have a level of each factor")
    precondition(cells.allSatisfy { $0.levels.allSatisfy { $0 >= 0 } }, "levels are numbered from 0")
    let sizes = (0..<factors).map { factor in 1 + (cells.lazy.map { $0.levels[factor] }.max() ?? 0) }
    let isFull = Set(cells.map(\.levels)).count == cells.count && sizes.reduce(1, *) == cells.count
    precondition(isFull, "the grid is full: every combination of levels, once")
    return sizes
  }

  private static func transposed(_ rows: [[Double]]) -> [[Double]] {
    rows[0].indices.map { column in rows.map { $0[column] } }
  }
}
