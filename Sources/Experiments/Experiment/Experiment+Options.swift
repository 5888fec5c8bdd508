import GraphModel

extension Experiment {
  /// The experiment with another number of replicates or another stopping rule; its fingerprint stays.
  ///
  /// - Parameters:
  ///   - replicates: how many runs each cell gets at most; `nil`: as the file says.
  ///   - until: when replicates are enough, as it is written; `none` for no rule; `nil`: as the file says.
  /// - Throws: a `usage` error for a rule that cannot be read, or is about something that is not there.
  public func with(replicates: Int?, until text: String?) throws(ReadingError) -> Experiment {
    var rule = until
    if let text {
      do throws(InputProblem) {
        rule =
          text == "none"
          ? nil
          : try StoppingRule.read(
            text, outcomes.map(\.name), hasComparisons: !comparisons.isEmpty, file: "--until")
      } catch {
        throw ReadingError(.usage, [error])
      }
    }
    return Experiment(
      name: name, design: design, factors: factors, cells: cells, replicates: replicates ?? self.replicates, seed: seed,
      randomNumbers: randomNumbers, societies: societies, outcomes: outcomes, comparisons: comparisons, until: rule,
      batch: batch, level: level, series: series, keepsOutcomeSeries: keepsOutcomeSeries, files: files, texts: texts,
      scenarioName: scenarioName, asked: Asked(replicates: replicates != nil, until: text != nil))
  }
}
