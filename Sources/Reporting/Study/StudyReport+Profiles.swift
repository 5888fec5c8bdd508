import Experiments

extension StudyReport {
  /// How an outcome goes over each factor, as far as the design lets that be told.
  func profiles(_ outcome: OutcomeFindings) -> [LevelProfile] {
    switch findings.design {
    case .latinHypercube, .sobol: []
    case .oneAtATime: findings.factors.indices.map { profile(outcome, factor: $0, cells: cells(varying: $0)) }
    case .grid where findings.factors.count == 1: [single(outcome)]
    case .grid: outcome.mainEffects.map { marginal(outcome, $0) } ?? []
    }
  }

  /// The cells of a one-at-a-time design in which only one factor is not at its first value, and the base.
  func cells(varying factor: Int) -> [Int] {
    guard let base = findings.cells.first else { return [] }
    return findings.cells.indices.filter { cell in
      findings.factors.indices.allSatisfy {
        $0 == factor || findings.cells[cell].values[$0] == base.values[$0]
      }
    }
  }

  private func profile(_ outcome: OutcomeFindings, factor: Int, cells: [Int]) -> LevelProfile {
    LevelProfile(
      findings.factors[factor],
      levels: cells.compactMap { cell in
        guard let summary = outcome.cells[cell].summary else { return nil }
        let value = findings.cells[cell].values[factor]
        return LevelProfile.Level(label: value.text, number: value.number, mean: summary.mean, interval: summary.t)
      }, pairs: pairs(outcome, factor))
  }

  /// Of a single factor means are those of the cells; effects, where all replicates are whole, compare more sharply.
  private func single(_ outcome: OutcomeFindings) -> LevelProfile {
    let byCell = profile(outcome, factor: 0, cells: Array(findings.cells.indices))
    guard let effects = outcome.mainEffects, effects.missing == 0, effects.factors.count == 1 else { return byCell }
    return marginal(outcome, effects)[0]
  }

  /// Where numbers are missing, effects and paired differences rest on other replicates, and are not told together.
  private func marginal(_ outcome: OutcomeFindings, _ effects: MainEffects) -> [LevelProfile] {
    zip(findings.factors, effects.factors).enumerated().map { place, both in
      let (factor, found) = both
      return LevelProfile(
        factor,
        levels: zip(factor.levels, found.levels).map {
          LevelProfile.Level(label: $0.label, number: $0.number, mean: $1.mean, interval: $1.interval)
        }, pairs: effects.missing > 0 ? [] : pairs(outcome, place))
    }
  }

  /// The differences between levels of a factor, over all cells if there are several.
  private func pairs(_ outcome: OutcomeFindings, _ factor: Int) -> [LevelProfile.Pair] {
    let all = outcome.differences.filter { $0.factor == findings.factors[factor].name }
    let means = all.filter { $0.others == "all" && $0.cell == nil }
    let chosen = means.isEmpty ? all : means
    return chosen.compactMap { one in
      // Levels that stand in several cells, and have no mean over them, tell nothing of the whole.
      guard let difference = one.difference, chosen.count(where: { $0.level == one.level }) == 1 else { return nil }
      return LevelProfile.Pair(level: one.level, against: one.against, difference: difference)
    }
  }
}
