import Analysis
import GraphModel

extension Findings {
  /// Checks that a report can be made of them.
  func check() throws(ValueProblem) {
    let size = society.scale.tierCount
    let people = society.people
    try ValueProblem.notNegative([people], of: "society.people")
    try ValueProblem.notNegative([society.tiedPairs], of: "society.tied_pairs")
    try ValueProblem.notNegative([society.isolated], of: "society.isolated")
    try ValueProblem.notNegative([society.components ?? 0], of: "society.components")
    try ValueProblem.notNegative([society.largestComponent ?? 0], of: "society.largest_component")
    try ValueProblem.notNegative([draws], of: "draws")
    try ValueProblem.within("society.scale", society.scale.check())
    try ValueProblem.within("propagation", propagation.check())
    try ValueProblem.within("own_scores", ownScores.check(tiers: size, people: people))
    try ValueProblem.within("public_scores", publicScores.check(tiers: size, people: people))
    try ValueProblem.length(
      publicScores.histogram.count, of: "public_scores.histogram", is: ownScores.histogram.count)
    try ValueProblem.table(tierTransitions, of: "tier_transitions", size: size, people: people)
  }
}

extension Scale {
  /// Checks that it is one.
  func check() throws(ValueProblem) {
    try ValueProblem.numbers([low], of: "low")
    try ValueProblem.numbers([high], of: "high")
    try ValueProblem.require(low < high, "high", "it is not above low")
    try ValueProblem.rising(cuts, of: "cuts")
    try ValueProblem.require(cuts.allSatisfy { $0 >= low && $0 <= high }, "cuts", "one is not between low and high")
    try ValueProblem.length(tierNames.count, of: "tier_names", is: tierCount)
  }
}

extension ScoreSummary {
  /// Checks that it can be told.
  ///
  /// - Parameters:
  ///   - count: how many tiers there are.
  ///   - people: how many people there are.
  func check(tiers count: Int, people: Int) throws(ValueProblem) {
    try ValueProblem.length(tiers.count, of: "tiers", is: count)
    try ValueProblem.counts(tiers, of: "tiers", addUpTo: people)
    try ValueProblem.require(!histogram.isEmpty, "histogram", "it is empty")
    try ValueProblem.counts(histogram, of: "histogram", addUpTo: people)
    try ValueProblem.numbers([mean], of: "mean")
    try ValueProblem.numbers([sd], of: "sd")
    try ValueProblem.require(sd >= 0, "sd", "it is negative")
    try ValueProblem.numbers(
      [lowest, percentile10, firstQuartile, median, thirdQuartile, percentile90, highest], of: "lowest")
  }
}

extension PropagationFindings {
  /// Checks that they can be told.
  func check() throws(ValueProblem) {
    try ValueProblem.length(meanAbsoluteEffects.count, of: "mean_absolute_effects", is: layers.count)
    try ValueProblem.numbers(meanAbsoluteEffects, of: "mean_absolute_effects")
    try ValueProblem.each(of: topGains, "top_gains") { (mover) throws(ValueProblem) in
      try mover.check(layers: layers.count)
    }
    try ValueProblem.each(of: topLosses, "top_losses") { (mover) throws(ValueProblem) in
      try mover.check(layers: layers.count)
    }
  }
}

extension PropagationFindings.Mover {
  /// Checks that it can be told.
  ///
  /// - Parameter count: how many layers there are.
  func check(layers count: Int) throws(ValueProblem) {
    try ValueProblem.length(effects.count, of: "effects", is: count)
    try ValueProblem.numbers(effects, of: "effects")
    try ValueProblem.numbers([ownScore], of: "own_score")
    try ValueProblem.numbers([publicScore], of: "public_score")
  }
}
