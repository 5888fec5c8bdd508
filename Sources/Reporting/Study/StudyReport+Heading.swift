import Experiments

extension StudyReport {
  /// What was run: the design, how far it is, and what runs have in common.
  var heading: [String] {
    let cells = NumberText.count(findings.cells.count, "cell")
    let aside = "\(cells) \(isPlain ? "x" : "×") \(NumberText.count(findings.replicates, "replicate"))"
    return [page.heading(findings.name, aside), ""]
      + [design, progress + " " + sharing, stopping].filter { !$0.isEmpty }.flatMap { page.prose($0) }
  }

  /// The scenario and the design in words.
  var design: String {
    let scenario = "Scenario: \(MarkupText.cut(findings.scenario, to: 60))."
    let factors = list(findings.factors.map(range))
    if findings.factors.isEmpty { return "\(scenario) Nothing varies but the seeds." }
    switch findings.design {
    case .grid where findings.factors.count == 1: return "\(scenario) What varies: \(factors)."
    case .grid: return "\(scenario) Every combination of \(factors)."
    case .oneAtATime:
      let base = list(findings.cells.first.map { $0.values.enumerated().map { setting($0, $1) } } ?? [])
      return "\(scenario) One at a time, from the base \(base): \(factors)."
    case .latinHypercube(let points):
      return "\(scenario) \(NumberText.count(points, "point")) of a Latin hypercube over \(factors)."
    case .sobol(let base):
      return
        "\(scenario) Sobol's design, \(NumberText.count(base, "base point")) times \(findings.factors.count + 2), over \(factors)."
    }
  }

  /// A factor with what it takes.
  private func range(_ factor: Factor) -> String {
    let name = MarkupText.cut(factor.name, to: 32)
    if let range = factor.range {
      return
        "\(name) (\(NumberText.plain(range.low)) to \(NumberText.plain(range.high))\(range.isLogarithmic ? ", log scale" : ""))"
    }
    let labels = factor.levels.map { MarkupText.cut($0.label, to: 20) }
    return labels.count <= 8
      ? "\(name) (\(labels.joined(separator: ", ")))"
      : "\(name) (\(NumberText.count(labels.count, "value")) from \(labels[0]) to \(labels[labels.count - 1]))"
  }

  /// How many runs are over.
  var progress: String {
    let runs = findings.runs
    guard runs.all > 0 else { return "There are no runs." }
    var text =
      runs.done == runs.all
      ? "All \(NumberText.count(runs.all, "run")) are done"
      : "Of \(NumberText.count(runs.all, "run")) \(NumberText.count(runs.done)) \(runs.done == 1 ? "is" : "are") done"
    if runs.all == 1, runs.done == 1 { text = "The one run is done" }
    if runs.failed > 0 { text += ", \(NumberText.count(runs.failed)) failed" }
    let open = runs.waiting + runs.running
    if open > 0 { text += ", \(NumberText.count(open)) \(open == 1 ? "waits" : "wait"): numbers are of what is done" }
    return text + "."
  }

  /// What the runs of a replicate share.
  var sharing: String {
    let isAlone = findings.cells.count < 2
    let numbers =
      switch findings.randomNumbers {
      case .common where isAlone: "Runs differ by their seeds alone"
      case .common: "The cells of a replicate share their random numbers (common)"
      case .independent: "Each run has random numbers of its own (independent)"
      }
    let society =
      switch findings.societies {
      case .one: "all runs \(isAlone ? "" : "of a cell ")begin with one society"
      case .each: "every replicate generates a society of its own"
      }
    return "\(numbers); \(society)."
  }

  /// When replicates were enough, and what that does to intervals.
  var stopping: String {
    guard let until = findings.until else {
      return findings.replicates < findings.mostReplicates && findings.runs.waiting + findings.runs.running == 0
        ? "\(NumberText.count(findings.replicates)) of at most \(NumberText.count(findings.mostReplicates, "replicate"))."
        : ""
    }
    let count =
      "\(NumberText.count(findings.replicates)) of at most \(NumberText.count(findings.mostReplicates, "replicate"))"
    let state =
      switch findings.isEnough {
      case true?: "is met with \(count)"
      case false?: "is not met with \(count)"
      case nil: "could not be looked at"
      }
    return
      "The stopping rule \"\(MarkupText.cut(until, to: 80))\" \(state). A mean whose sampling stops by the width of its own interval is covered slightly less often than \(level)."
  }
}
