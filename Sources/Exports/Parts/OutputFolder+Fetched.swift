import Analysis
import Compute
import Foundation
import GraphModel

extension OutputFolder {
  /// Makes a run folder of what another engine's job left behind, and moves it to its place.
  ///
  /// - Parameters:
  ///   - run: what the job left, in a folder inside this one; it is taken apart.
  ///   - leftovers: folders inside this one that are no part of the run.
  ///   - leftOut: what the run has not, a sentence each.
  ///   - progress: who follows the writing.
  ///   - machine: called when everything but the page and `run.json` is written.
  ///   - page: makes `report.html`.
  /// - Returns: the description that stands in `run.json`.
  /// - Throws: `writing` if a part of a table is missing or something cannot be written.
  public func writeRun(
    _ run: FetchedRun, removing leftovers: [String], leftOut: [String], context: RunContext, progress: Compute.Progress,
    machine: () -> RunDescription.Machine, page: (RunDescription) -> String
  ) throws(ExportError) -> RunDescription {
    var writer = FetchedRunWriter(folder: partialPath, run: run, progress: progress)
    try writer.writeTables()
    try writer.moveRest()
    for leftover in leftovers { try? FileManager.default.removeItem(atPath: leftover) }
    let description = run.described(context, outputs: writer.outputs, leftOut: leftOut, machine: machine())
    try JSONText.write(text: page(description), to: partialPath + "/" + RecordedRun.pageName)
    try JSONText.write(description, to: partialPath + "/" + RecordedRun.descriptionName)
    try finish()
    return description
  }
}

/// Makes the files of a run of what was fetched.
private struct FetchedRunWriter {
  let folder: String
  let run: FetchedRun
  let progress: Compute.Progress
  private(set) var outputs = [
    RunDescription.Output.page,
    RunDescription.Output(name: "run.json", content: "what was run, and every finding as data"),
  ]

  init(folder: String, run: FetchedRun, progress: Compute.Progress) {
    self.folder = folder
    self.run = run
    self.progress = progress
  }

  private static let contents = [
    "people": "one row a person: scores, effects, community, tiers", "communities": "one row a community",
    "measures": "one row a measure",
  ]

  mutating func writeTables() throws(ExportError) {
    var books: [(file: String, headings: [Table.Heading])] = []
    for (name, rows) in run.tables {
      let file = name + ".csv"
      let path = folder + "/" + file
      let parts = TableParts(folder: run.folder + "/" + file)
      let joined = try progress.during(Phase("writing \(file)", .bytes)) { (work) throws(ExportError) in
        let joined = try parts.join(into: path, rows: rows)
        work.bytes = joined.bytes
        return joined
      }
      books.append((file, headings(joined.columns, of: name)))
      outputs.append(RunDescription.Output(name: file, content: Self.contents[name] ?? ""))
    }
    let codebook = Table.codebook(of: books)
    try codebook.write(to: folder + "/" + codebook.file)
    outputs.append(RunDescription.Output(name: codebook.file, content: "what every column means"))
  }

  private func headings(_ columns: [String], of table: String) -> [Table.Heading] {
    if table == "people" { return Table.Heading.people(columns, of: run.findings.society) }
    let known = (table == "measures" ? Column.measures([]) : Column.communities([])).map(\.heading)
    return columns.map { name in known.first { $0.name == name } ?? Table.Heading(name, .string, "") }
  }

  /// Moves what stays as it is to its place.
  mutating func moveRest() throws(ExportError) {
    let manager = FileManager.default
    for (name, _) in run.tables {
      let parquet = name + ".parquet"
      guard manager.fileExists(atPath: run.folder + "/" + parquet) else { continue }
      try Renaming.move(run.folder + "/" + parquet, to: folder + "/" + parquet)
      outputs.append(RunDescription.Output(name: parquet + "/", content: "the same as \(name).csv, in Parquet"))
    }
    let graph = "communities.graphml"
    if manager.fileExists(atPath: run.folder + "/" + graph) {
      try Renaming.move(run.folder + "/" + graph, to: folder + "/" + graph)
      outputs.append(RunDescription.Output(name: graph, content: "the graph of communities"))
    }
    try? manager.removeItem(atPath: run.folder)
  }
}
