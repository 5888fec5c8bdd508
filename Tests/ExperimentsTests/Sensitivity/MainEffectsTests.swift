import Experiments
import Foundation
import Testing

struct MainEffectsTests {
  /// Two factors of two levels, two replicates; cell means are 1.5, 4, 5.5 and 10, their mean 5.25.
  private let cells = [
    MainEffects.Cell(levels: [0, 0], outcomes: [1, 2]),
    MainEffects.Cell(levels: [0, 1], outcomes: [3, 5]),
    MainEffects.Cell(levels: [1, 0], outcomes: [5, 6]),
    MainEffects.Cell(levels: [1, 1], outcomes: [9, 11]),
  ]

  /// By hand: squares about the mean are 38.25, of which the factors have 25 and 12.25.
  ///
  /// The second factor's upper effect is 1.5 and 2 in the replicates: 1.75 ± t(1) / 4.
  @Test func `A grid of two by two has the effects worked out by hand`() throws {
    let effects = try #require(MainEffects(cells))
    #expect(effects.mean == 5.25)
    #expect(effects.factors.map { $0.levels.map(\.mean) } == [[2.75, 7.75], [3.5, 7]])
    #expect(effects.factors.map { $0.levels.map(\.effect) } == [[-2.5, 2.5], [-1.75, 1.75]])
    #expect(isNear(effects.factors[0].share, 25 / 38.25))
    #expect(isNear(effects.factors[1].share, 12.25 / 38.25))
    #expect(isNear(effects.interactions, 1 / 38.25))
    #expect(effects.factors[0].levels[1].interval == Interval(low: 2.5, high: 2.5))
    let interval = try #require(effects.factors[1].levels[1].interval)
    #expect(isNear(interval.low, 1.75 - 12.7062047364 / 4, relative: 1e-9))
    #expect(isNear(interval.high, 1.75 + 12.7062047364 / 4, relative: 1e-9))
    #expect(effects.wholeReplicates == 2 && effects.missing == 0)
  }

  @Test func `The order of cells does not matter`() {
    #expect(MainEffects(cells.reversed()) == MainEffects(cells))
  }

  @Test func `A replicate that lacks a cell is left out of all`() throws {
    let gapped = cells.enumerated().map { place, cell in
      MainEffects.Cell(levels: cell.levels, outcomes: cell.outcomes + [place == 2 ? nil : 1_000])
    }
    let effects = try #require(MainEffects(gapped))
    #expect(effects.factors == MainEffects(cells)?.factors)
    #expect(effects.wholeReplicates == 2 && effects.missing == 1)
  }

  @Test func `Without whole replicates effects come from cell means`() throws {
    let gapped = cells.enumerated().map { place, cell in
      MainEffects.Cell(levels: cell.levels, outcomes: [place == 0 ? nil : cell.outcomes[0], place == 0 ? 1.5 : nil])
    }
    let effects = try #require(MainEffects(gapped))
    #expect(effects.wholeReplicates == 0 && effects.missing == 4)
    #expect(effects.mean == 4.625)
    #expect(effects.factors.allSatisfy { $0.levels.allSatisfy { $0.interval == nil } })
  }

  @Test func `A cell without outcomes leaves no effects`() {
    #expect(MainEffects([]) == nil)
    #expect(MainEffects(cells.dropLast() + [MainEffects.Cell(levels: [1, 1], outcomes: [nil, nil])]) == nil)
  }

  @Test func `Cell means that do not vary leave shares unknown`() throws {
    let flat = cells.map { MainEffects.Cell(levels: $0.levels, outcomes: [0.1, 0.1]) }
    let effects = try #require(MainEffects(flat))
    #expect(effects.interactions == nil)
    #expect(effects.factors.allSatisfy { $0.share == nil })
  }

  /// An additive model on three by two levels, effects -1, 0, 1 and -0.5, 0.5.
  private func model(replicates: Int, index: Int, common: Double, own: Double) -> [MainEffects.Cell] {
    let shared = normalSample(index, count: replicates)
    return (0..<6).map { cell in
      let levels = [cell % 3, cell / 3]
      let noise = normalSample(100_000 + 6 * index + cell, count: replicates)
      let truth = Double(levels[0] - 1) + Double(levels[1]) - 0.5
      return MainEffects.Cell(levels: levels, outcomes: zip(shared, noise).map { truth + common * $0 + own * $1 })
    }
  }

  @Test func `Noise that all cells of a replicate share leaves effects exact`() throws {
    let effects = try #require(MainEffects(model(replicates: 10, index: 1, common: 100, own: 0)))
    for (level, truth) in zip(effects.factors[0].levels, [-1.0, 0, 1]) {
      #expect(isNear(level.effect, truth, absolute: 1e-12))
      #expect((level.interval?.width ?? 1) < 1e-12)
    }
    #expect(isNear(effects.factors[0].share, 4 / 5.5))
    #expect(isNear(effects.interactions, 0, absolute: 1e-12))
  }

  /// 600 models: the standard error is 0.9 points, so another seed would fail 1 time in 1,000.
  @Test(arguments: [0.0, 3])
  func `Intervals cover with common random numbers as without`(common: Double) throws {
    let covered = try (0..<600).count { index in
      let effects = try #require(MainEffects(model(replicates: 5, index: index, common: common, own: 1)))
      return effects.factors[0].levels[2].interval?.contains(1) ?? false
    }
    #expect(0.92...0.98 ~= Double(covered) / 600)
  }

  @Test func `Effects are the same after coding`() throws {
    let effects = try #require(MainEffects(cells))
    #expect(try JSONDecoder().decode(MainEffects.self, from: JSONEncoder().encode(effects)) == effects)
  }
}
