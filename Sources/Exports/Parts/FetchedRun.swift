import Analysis
import Foundation
import GraphModel

/// A run that another engine made, as its job left it: `run.json`, and tables in parts.
public struct FetchedRun: Sendable {
  /// The folder.
  public let folder: String
  /// What its `run.json` says.
  public let description: RunDescription

  /// What a report says.
  public var findings: Findings { description.findings }

  /// Opens the folder.
  ///
  /// - Parameters:
  ///   - folder: where `run.json` and the results were put.
  ///   - version: the program's version.
  /// - Throws: `noInput` or `badData` as a run folder does that cannot be read.
  public init(opening folder: String, version: String) throws(ReadingError) {
    let run = try RecordedRun(opening: folder, version: version)
    guard case .analysis(let description, _) = run.content else {
      throw ReadingError(.badData, [InputProblem(file: folder, "it is no run of analyze")])
    }
    self.folder = folder
    self.description = description
  }

  /// The tables that the run has in parts, with how many rows each must have.
  var tables: [(name: String, rows: Int)] {
    var tables = [("people", findings.society.people)]
    if findings.communities != nil {
      tables.append(("communities", findings.groupings.first { $0.by == "community" }?.count ?? 0))
    }
    return tables + [("measures", findings.measures.count)]
  }

  /// What the run description says once the caller knows the rest.
  ///
  /// - Parameters:
  ///   - context: what was asked for here; its settings come before those of the job.
  ///   - outputs: what was written.
  ///   - leftOut: what was not, a sentence each.
  ///   - machine: where and when.
  public func described(
    _ context: OutputFolder.RunContext, outputs: [RunDescription.Output], leftOut: [String],
    machine: RunDescription.Machine
  ) -> RunDescription {
    RunDescription(
      version: context.version, command: context.command, seed: description.seed,
      settings: context.settings.merging(description.settings) { first, _ in first }, inputs: context.inputs,
      outputs: outputs, leftOut: leftOut, findings: findings, machine: machine)
  }

  /// What lies at the place where the job wrote to, in parts.
  public var partOutputs: [RunDescription.Output] {
    var outputs = [
      RunDescription.Output(name: "run.json", content: "what was run, and every finding as data"),
      RunDescription.Output(name: "people.csv/, people.parquet/", content: "one row a person, in parts"),
    ]
    if findings.communities != nil {
      outputs += [
        RunDescription.Output(name: "communities.csv/, communities.parquet/", content: "one row a community, in parts"),
        RunDescription.Output(name: "communities.graphml", content: "the graph of communities"),
      ]
    }
    return outputs + [
      RunDescription.Output(name: "measures.csv/, measures.parquet/", content: "one row a measure, in parts")
    ]
  }
}
