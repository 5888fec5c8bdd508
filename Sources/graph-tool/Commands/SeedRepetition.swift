import Analysis
import Compute
import Experiments
import Exports
import GraphModel
import Simulation

/// Two runs repeated under other seeds, where that makes sense and can be done.
struct SeedRepetition {
  let first: RecordedRun
  let second: RecordedRun
  /// Where the relative paths of societies start.
  let base: String
  /// How many seeds were asked for.
  let count: Int?

  /// Why a run cannot be repeated: a sentence without a full stop.
  private struct Refusal: Error {
    let reason: String
  }

  /// What other seeds say.
  func comparison(_ plain: Comparison, _ course: Course) throws -> SeedComparison {
    guard case .simulation(let one, _) = first.content, case .simulation(let other, _) = second.content else {
      return SeedComparison(.moment, reason: moment(plain))
    }
    if plain.making.relation == .same { return SeedComparison(.same) }
    if count == 0 { return SeedComparison(.off) }
    let isSpread = plain.making.relation == .otherSeed
    let sides = [one, other].prefix(isSpread ? 1 : 2).map { (people: $0.findings.people, periods: $0.findings.horizon) }
    let standard = RepeatedSimulations.standardCount
    if count == nil, RepeatedSimulations.work(sides, count: standard) > RepeatedSimulations.standardWork {
      let size = sides.map { "\($0.people) people over \($0.periods) periods" }
      let sizes = size.count > 1 && size[0] != size[1] ? size.joined(separator: " and ") : size[0]
      return SeedComparison(
        .tooLarge,
        reason:
          "\(standard) seeds are \(standard * sides.count) simulations of \(sizes), which takes more than about a minute; --seeds \(standard) asks for it"
      )
    }
    do {
      return try repeated(one, other, isSpread: isSpread, course)
    } catch let refusal as Refusal {
      return SeedComparison(.refused, reason: refusal.reason)
    }
  }

  private func repeated(
    _ one: SimulationDescription, _ other: SimulationDescription, isSpread: Bool, _ course: Course
  ) throws -> SeedComparison {
    let count = count ?? RepeatedSimulations.standardCount
    let side = try side(one, in: first.folder, course)
    let repeated: RepeatedSimulations
    if isSpread, let last = other.findings.records.last {
      repeated = RepeatedSimulations(side, beside: last, seed: other.seed, count: count)
    } else {
      repeated = RepeatedSimulations(side, try self.side(other, in: second.folder, course), count: count)
    }
    let phase = Phase("repeating under other seeds", .runs, total: repeated.simulationCount)
    let comparison = try course.progress.during(phase) { _ in
      try repeated.comparison(threads: course.threads, progress: course.progress) {
        StudentT.quantile($0, freedom: Double($1))
      }
    }
    let isOther = [one.version, other.version].contains { $0 != GraphTool.version }
    return isOther ? comparison.noting("version \(GraphTool.version) made the repetitions") : comparison
  }

  /// A run's scenario with its society, as they were.
  private func side(
    _ description: SimulationDescription, in folder: String, _ course: Course
  ) throws -> RepeatedSimulations.Side {
    let path = folder + "/" + SimulationFiles.scenarioName
    guard let last = description.findings.records.last, let file = try? InputFile.read(path) else {
      throw Refusal(reason: "\(path) is not there, so the run cannot be repeated")
    }
    guard file.unpackedRecord.sha256 == description.scenario.sha256 else {
      throw Refusal(reason: "\(path) is not the scenario of the run any more, so it cannot be repeated")
    }
    var scenario = try Scenario.read(file, from: description.scenario.name)
    if case .folder(let society) = scenario.source {
      if society == "-" {
        throw Refusal(reason: "the society of \(folder) came from standard input and cannot be read again")
      }
      scenario.source = .folder(RunInputs.path(society, from: base))
    }
    let read: ReadSociety
    do {
      read = try SimulatedInput(scenario).read(course)
    } catch let error as ReadingError {
      let problem = error.problems.first.map { "\($0)" } ?? "\(error)"
      throw Refusal(reason: "the society of \(folder) cannot be read again: \(problem)")
    }
    let changed = (description.inputs + read.files).reduce(into: [String]()) { names, record in
      let isSame = description.inputs.contains(record) && read.files.contains(record)
      if !isSame, !names.contains(record.name) { names.append(record.name) }
    }
    guard changed.isEmpty else {
      throw Refusal(
        reason:
          "the society has changed since \(folder) was made (\(changed.joined(separator: ", "))), so the run cannot be repeated"
      )
    }
    return RepeatedSimulations.Side(read, scenario, last: last, layers: description.findings.layers)
  }

  /// What there is to say instead of runs of `analyze`.
  private func moment(_ plain: Comparison) -> String {
    guard plain.first.command == plain.second.command else {
      return "A run of analyze is a single moment without seeds, so nothing is repeated"
    }
    let hasChance = plain.measures.rows.contains { $0.yardstick == .chance }
    let instead = hasChance ? "; differences of measures are beside what random societies vary by" : ""
    return
      "A single moment has no seeds: chance has a part only in random societies and in the order of the search for communities\(instead)"
  }
}
