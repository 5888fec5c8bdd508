import ArgumentParser
import Exports
import GraphModel

extension PersonLabels.Form: ExpressibleByArgument {}
extension TieWeights: ExpressibleByArgument {}

/// What all generators have in common: the seed, the ids, and where the society goes.
struct GeneratedOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seed: a whole number, or random, and the one drawn stands in the README (default: 1).",
      valueName: "number|random"),
    transform: Parsing.seed)
  var seed = Seed.standard

  @Option(
    help: ArgumentHelp(
      "Ids of people: string, a letter and digits as in P0001234; integer, 0 and on (default: string).",
      valueName: "string|integer"))
  var ids = PersonLabels.Form.string

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Society folder to write; with --edge-list, the CSV file.", valueName: "path"))
  var output: String

  @Flag(help: "Write one CSV file with the friendships alone, no people.")
  var edgeList = false

  @Flag(help: "Replace a generated society that exists; with --edge-list, a file.")
  var force = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  /// A model, with what is impossible about it as an error of usage.
  func model<Model>(_ make: () throws -> Model) throws -> Model {
    do { return try make() } catch let error as GeneratingError { throw ValidationError(error.description) }
  }

  /// The command that makes the society again, for its README: every setting that matters, the place of output not.
  func command(_ name: String, _ settings: [(String, String)]) -> String {
    var words = ["graph-tool", "generate", name] + settings.flatMap { $1.isEmpty ? [$0] : [$0, $1] }
    if ids != .string { words += ["--ids", ids.rawValue] }
    return (words + ["--seed", String(seed.value), "-o", name]).joined(separator: " ")
  }

  /// Writes a society folder or, with `--edge-list`, one file, whole or not at all.
  func write(society: (GeneratedFiles) throws -> Void, ties: (GeneratedFiles) throws -> Void) throws {
    seed.announce()
    let path: String
    if edgeList {
      try WholeFile.write(to: output, force: force) { partial in
        try Interruption.guarding(file: partial) { try ties(GeneratedFiles(at: partial)) }
      }
      path = output
    } else {
      path = try Interruption.guarding(
        try OutputFolder(preparing: output, force: force, kind: .madeSociety)
      ) { folder in
        try society(GeneratedFiles(in: folder))
        try folder.finish()
        return folder.path
      }
    }
    if !quiet { Console.complain("wrote \(path)") }
  }
}
