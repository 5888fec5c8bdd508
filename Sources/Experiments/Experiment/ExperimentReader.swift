import GraphModel
import Simulation
import Yams

/// Reads an experiment file, and collects all that is wrong in it.
struct ExperimentReader {
  private let file: String
  /// Where relative paths start: empty, or with a slash at its end.
  private let folder: String
  private let mapping: YAMLMapping
  private var log = ProblemLog()

  static let keys = [
    "name", "scenario", "set", "design", "points", "factors", "replicates", "seed", "random_numbers", "society",
    "outcomes", "compare", "until", "batch", "level", "series",
  ]

  private init(_ input: InputFile, folder: String) throws(InputProblem) {
    file = input.name
    self.folder = folder
    var problems: [InputProblem] = []
    mapping = try YAMLMapping(
      try YAMLMapping.root(of: input), file: input.name, what: "the file", keys: Self.keys,
      report: { problems.append($0) })
    problems.forEach { log.add($0) }
  }

  /// The experiment of a file.
  ///
  /// - Throws: `noInput` if its scenario is not there; `badData` with all that is wrong, each with its line.
  static func read(_ input: InputFile, folder: String) throws(ReadingError) -> Experiment {
    var reader: ExperimentReader
    do throws(InputProblem) {
      reader = try ExperimentReader(input, folder: folder)
    } catch {
      throw ReadingError(.badData, [error])
    }
    return try reader.experiment(input)
  }

  // MARK: The whole

  private mutating func experiment(_ input: InputFile) throws(ReadingError) -> Experiment {
    let scenario = try document(input)
    let outcomes = OutcomeReader.outcomes(
      mapping.node("outcomes"), line: mapping.line("outcomes"), file: file, &log)
    var factors: [VariedFactor] = []
    var design = Experiment.Design.grid
    take { reader throws(InputProblem) in design = try reader.design() }
    var changes: [ScenarioChange] = []
    take { reader throws(InputProblem) in changes = try reader.changes() }
    let factorReader = FactorReader(file: file, folder: folder, design: design)
    if let node = mapping.node("factors") {
      take { reader throws(InputProblem) in
        factors = try factorReader.factors(node) { reader.log.add($0) }
      }
    } else if case .grid = design {
    } else {
      log.add(
        InputProblem(file: file, line: mapping.line("design"), "this design varies factors; \"factors\" was expected"))
    }
    var replicates = 10
    var seed: UInt64 = 1
    var batch = 10
    var level = 0.95
    var numbers = Experiment.RandomNumbers.common
    var societies = Experiment.Societies.one
    take { reader throws(InputProblem) in replicates = try reader.count("replicates", 1...10_000_000) ?? replicates }
    take { reader throws(InputProblem) in seed = try reader.seed() ?? seed }
    take { reader throws(InputProblem) in batch = try reader.count("batch", 2...10_000_000) ?? batch }
    take { reader throws(InputProblem) in level = try reader.level() ?? level }
    take { reader throws(InputProblem) in
      numbers = try reader.mapping.choice("random_numbers", of: Experiment.RandomNumbers.self) ?? numbers
    }
    take { reader throws(InputProblem) in
      societies = try reader.mapping.choice("society", of: Experiment.Societies.self) ?? societies
    }
    var comparisons: [Experiment.Comparison] = []
    take { reader throws(InputProblem) in comparisons = try reader.comparisons(factors.map(\.factor), design) }
    if case .oneAtATime = design {
      // Each level stands beside the first one: that is what the design is for.
      for factor in factors.map(\.factor) where !comparisons.contains(where: { $0.factor == factor.name }) {
        comparisons.append(Experiment.Comparison(factor: factor.name, against: factor.levels[0].label))
      }
    }
    var until: StoppingRule?
    take { reader throws(InputProblem) in until = try reader.until(outcomes, hasComparisons: !comparisons.isEmpty) }
    var series: (names: [String], keepsOutcomes: Bool) = ([], true)
    take { reader throws(InputProblem) in series = try reader.series() }
    take { reader throws(InputProblem) in try reader.checkSize(factors.map(\.factor), design, replicates) }
    try log.check(hint: "docs/experiments.md explains every key; graph-tool sweep --template prints an example.")
    // A twin that no outcome asks for would only take time: the simulation itself does not depend on it.
    let twins = Scenario.Twin.allCases.filter { twin in
      outcomes.contains { $0.twin == twin || $0.lessTwin == twin }
    }
    let twinNode = Node.sequence(Node.Sequence(twins.map { Node($0.rawValue) }))
    changes.append(ScenarioChange("twins", twinNode, file: file, line: mapping.line("outcomes"), folder: folder))
    let cells = try CellMaker(
      document: scenario.document, changes: changes, factors: factors, design: design, seed: seed, file: file
    ).cells()
    try check(cells, societies)
    try check(outcomes, horizon: cells.map(\.scenario.periods).max() ?? 0)
    return Experiment(
      name: (try? mapping.text("name")) ?? scenario.name ?? "study", design: design, factors: factors.map(\.factor),
      cells: cells, replicates: replicates, seed: seed, randomNumbers: numbers, societies: societies,
      outcomes: outcomes, comparisons: comparisons, until: until, batch: batch, level: level, series: series.names,
      keepsOutcomeSeries: series.keepsOutcomes, files: [input.unpackedRecord] + scenario.files,
      texts: [String(decoding: Array(input.bytes), as: UTF8.self)] + scenario.texts,
      scenarioName: cells[0].scenario.name)
  }

  /// Does a piece of reading; what is wrong in it is noted, and the rest is read all the same.
  private mutating func take(_ body: (inout ExperimentReader) throws(InputProblem) -> Void) {
    do throws(InputProblem) { try body(&self) } catch { log.add(error) }
  }

  // MARK: The scenario

  private struct BaseScenario {
    let document: ScenarioDocument
    let files: [FileRecord]
    let texts: [String]
    let name: String?
  }

  private func document(_ input: InputFile) throws(ReadingError) -> BaseScenario {
    guard let node = mapping.node("scenario") else {
      throw ReadingError(
        .badData,
        [
          InputProblem(
            file: file, "there is no scenario; \"scenario\" with the path of a file, or with its settings, was expected"
          )
        ])
    }
    if node.mapping != nil {
      return BaseScenario(
        document: ScenarioDocument(node, file: file, folder: folder), files: [], texts: [], name: nil)
    }
    let path: String
    do throws(InputProblem) {
      path = try mapping.text("scenario") ?? ""
    } catch {
      throw ReadingError(.badData, [error])
    }
    let whole = path.hasPrefix("/") ? path : folder + path
    let scenario = try InputFile.read(whole)
    return BaseScenario(
      document: try ScenarioDocument(scenario, folder: Scenario.folder(of: whole)), files: [scenario.unpackedRecord],
      texts: [String(decoding: Array(scenario.bytes), as: UTF8.self)], name: nil)
  }

  private func changes() throws(InputProblem) -> [ScenarioChange] {
    guard let node = mapping.node("set") else { return [] }
    let set = try YAMLMapping(node, file: file, what: "\"set\"", keys: [], report: { _ in })
    return set.entries.map { ScenarioChange($0.key, $0.value, file: file, line: $0.line, folder: folder) }
  }

  // MARK: Single keys

  private func design() throws(InputProblem) -> Experiment.Design {
    let words = ["grid", "one-at-a-time", "latin-hypercube", "sobol"]
    let text = try mapping.text("design") ?? "grid"
    let points = try count("points", 2...1_000_000)
    switch text {
    case "grid", "one-at-a-time":
      if points != nil {
        throw InputProblem(
          file: file, line: mapping.line("points"),
          "\"points\" belongs to the designs latin-hypercube and sobol, this one is \(text)")
      }
      return text == "grid" ? .grid : .oneAtATime
    case "latin-hypercube": return .latinHypercube(points: points ?? 100)
    case "sobol": return .sobol(base: points ?? 64)
    default:
      throw InputProblem(
        file: file, line: mapping.line("design"),
        "\"design\" is \"\(text)\"\(NearestWord.hint(NearestWord.nearest(to: text, among: words))); \(words.joined(separator: " or ")) was expected"
      )
    }
  }

  private func count(_ key: String, _ range: ClosedRange<Int>) throws(InputProblem) -> Int? {
    guard let number = try mapping.number(key) else { return nil }
    guard number == number.rounded(), Double(range.lowerBound)...Double(range.upperBound) ~= number else {
      throw InputProblem(
        file: file, line: mapping.line(key),
        "\"\(key)\" is \"\(Numerals.plain(number))\"; a whole number from \(range.lowerBound) to \(range.upperBound) was expected"
      )
    }
    return Int(number)
  }

  private func seed() throws(InputProblem) -> UInt64? {
    guard let text = try mapping.text("seed") else { return nil }
    guard let seed = UInt64(text) else {
      throw InputProblem(
        file: file, line: mapping.line("seed"),
        "\"seed\" is \"\(text)\"; a whole number from 0 to 18446744073709551615 was expected")
    }
    return seed
  }

  private func level() throws(InputProblem) -> Double? {
    guard let level = try mapping.number("level") else { return nil }
    guard (0.5..<1).contains(level) else {
      throw InputProblem(
        file: file, line: mapping.line("level"),
        "\"level\" is \"\(Numerals.plain(level))\"; a number from 0.5 to below 1 was expected, such as 0.95")
    }
    return level
  }

  private func comparisons(
    _ factors: [Factor], _ design: Experiment.Design
  ) throws(InputProblem) -> [Experiment.Comparison] {
    guard let node = mapping.node("compare") else { return [] }
    switch design {
    case .grid, .oneAtATime: break
    case .latinHypercube, .sobol:
      throw InputProblem(
        file: file, line: mapping.line("compare"),
        "\"compare\" needs cells that differ in one factor alone, as the designs grid and one-at-a-time have them")
    }
    let compare = try YAMLMapping(node, file: file, what: "\"compare\"", keys: factors.map(\.name), report: { _ in })
    var comparisons: [Experiment.Comparison] = []
    if let mapping = node.mapping {
      for (key, value) in mapping {
        let name = key.scalar?.string ?? ""
        guard let factor = factors.first(where: { $0.name == name }) else {
          let meant = NearestWord.hint(NearestWord.nearest(to: name, among: factors.map(\.name)))
          throw InputProblem(
            file: file, line: key.mark?.line,
            "\"compare\" has \"\(name)\"\(meant), which is no factor; expected one of \(factors.map(\.name).joined(separator: ", "))"
          )
        }
        let labels = factor.levels.map(\.label)
        let text = value.scalar?.string ?? ""
        let level = factor.levels.first { $0.label == text || ($0.number != nil && $0.number == Numerals.number(text)) }
        guard let label = level?.label else {
          throw InputProblem(
            file: file, line: compare.line(name),
            "\"compare.\(name)\" is \"\(value.scalar?.string ?? "no single value")\"; the level that the others are compared with was expected, one of \(labels.joined(separator: ", "))"
          )
        }
        comparisons.append(Experiment.Comparison(factor: name, against: label))
      }
    }
    return comparisons
  }

  private func until(_ outcomes: [Outcome], hasComparisons: Bool) throws(InputProblem) -> StoppingRule? {
    guard let text = try mapping.text("until"), text != "none" else { return nil }
    do throws(InputProblem) {
      return try StoppingRule.read(text, outcomes.map(\.name), hasComparisons: hasComparisons, file: file)
    } catch {
      throw InputProblem(file: file, line: mapping.line("until"), error.message)
    }
  }

  private func series() throws(InputProblem) -> (names: [String], keepsOutcomes: Bool) {
    guard let node = mapping.node("series") else { return ([], true) }
    if let text = node.scalar?.string {
      switch text {
      case "outcomes": return ([], true)
      case "none": return ([], false)
      default: break
      }
    }
    guard let list = node.sequence else {
      throw InputProblem(
        file: file, line: mapping.line("series"),
        "\"series\" is \"\(node.scalar?.string ?? "a mapping")\"; outcomes, none or a list of names of periods.csv was expected"
      )
    }
    return (list.compactMap { $0.scalar?.string }, true)
  }

  // MARK: What must fit together

  /// How many runs an experiment may have, and how many cells.
  private static let (mostRuns, mostCells) = (10_000_000, 100_000)

  /// Refuses more cells and runs than anybody could want, before they are made.
  private func checkSize(
    _ factors: [Factor], _ design: Experiment.Design, _ replicates: Int
  ) throws(InputProblem) {
    var cells = 1.0
    switch design {
    case .grid: for factor in factors { cells *= Double(factor.levels.count) }
    case .oneAtATime: cells += Double(factors.reduce(0) { $0 + $1.levels.count - 1 })
    case .latinHypercube(let points): cells = Double(points)
    case .sobol(let base):
      cells = Double(base * (factors.count + 2))
      let most = SobolSequence.largestDimensions / 2
      if factors.count > most {
        throw InputProblem(
          file: file, line: mapping.line("factors"),
          "there are \(factors.count) factors; at most \(most) were expected for the design sobol")
      }
    }
    guard cells <= Double(Self.mostCells) else {
      throw InputProblem(
        file: file, line: mapping.line("factors"),
        "the factors make \(Numerals.plain(cells)) cells; at most \(Self.mostCells) were expected")
    }
    guard cells * Double(replicates) <= Double(Self.mostRuns) else {
      throw InputProblem(
        file: file, line: mapping.line("replicates"),
        "\(Int(cells)) cells of \(replicates) replicates are \(Int(cells) * replicates) runs; at most \(Self.mostRuns) were expected"
      )
    }
  }

  /// Refuses outcomes of periods that no run can have.
  private func check(_ outcomes: [Outcome], horizon: Int) throws(ReadingError) {
    for outcome in outcomes where outcome.window.periods(upTo: horizon) == nil {
      throw ReadingError(
        .badData,
        [
          InputProblem(
            file: file, line: mapping.line("outcomes"),
            "outcome \"\(outcome.name)\" is \(outcome.meaning), but no run has more than \(horizon) periods")
        ])
    }
  }

  private func check(_ cells: [Cell], _ societies: Experiment.Societies) throws(ReadingError) {
    if societies == .each {
      for cell in cells {
        if case .folder = cell.scenario.source {
          throw ReadingError(
            .badData,
            [
              InputProblem(
                file: file, line: mapping.line("society"),
                "\"society\" is \"each\", but the scenario reads its society; a section \"generate\" was expected, or one"
              )
            ])
        }
      }
    }
  }
}
