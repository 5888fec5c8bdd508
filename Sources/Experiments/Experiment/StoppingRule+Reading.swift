import GraphModel

extension StoppingRule {
  /// Reads a rule, and checks that there is what it is about.
  ///
  /// - Parameter file: what a message names.
  package static func read(
    _ text: String, _ outcomes: [String], hasComparisons: Bool, file: String
  ) throws(InputProblem) -> StoppingRule {
    guard let rule = StoppingRule(text) else {
      throw InputProblem(
        file: file,
        "\"\(text)\" is no stopping rule; one such as \"\(outcomes.first ?? "gap") ci-width < 0.01\" was expected: an outcome, perhaps the word difference, ci-width, ci-half-width or ci-relative-width, and < with a number above 0"
      )
    }
    guard outcomes.contains(rule.outcome) else {
      let meant = NearestWord.hint(NearestWord.nearest(to: rule.outcome, among: outcomes))
      throw InputProblem(
        file: file,
        "the stopping rule is about \"\(rule.outcome)\"\(meant), which is no outcome; expected one of \(outcomes.joined(separator: ", "))"
      )
    }
    if rule.isOfDifferences, !hasComparisons {
      throw InputProblem(
        file: file, "the stopping rule is about differences, but nothing is compared; \"compare\" was expected")
    }
    return rule
  }
}
