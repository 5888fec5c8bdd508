import ArgumentParser
import GraphModel

struct BarabasiAlbertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "barabasi-albert",
    abstract: "Preferential attachment: newcomers tie to people in proportion to their ties.",
    discussion: """
      Writes a society folder with people.csv (columns id, arrival, score, susceptibility), friendships.csv, \
      society.yaml and a README. Own scores are independent of the ties.

      Example: graph-tool generate barabasi-albert --people 2000 --ties-per-person 5 -o barabasi-albert
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many people, 2 to 100,000,000 (default: 1000).", valueName: "count"),
    transform: Parsing.people)
  var people = 1000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Ties a newcomer makes, 1 or more (default: 10).", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of ties, 1 or more") { $0 >= 1 } })
  var tiesPerPerson = 10

  @Option(
    help: ArgumentHelp("Weights of ties: none, or lognormal with median 1 (default: none).", valueName: "weights"))
  var weights = TieWeights.none

  @Flag(help: "Ids in the order of arrival, not shuffled.")
  var noShuffle = false

  @OptionGroup var scores: GeneratedScoreOptions
  @OptionGroup var generated: GeneratedOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      var settings = BarabasiAlbert.Settings(people: people, tiesPerPerson: tiesPerPerson)
      settings.isShuffled = !noShuffle
      settings.ids = generated.ids
      settings.weights = weights
      settings.scores = scores.model
      settings.seed = generated.seed.value
      let threads = machine.threadCount
      let model = try generated.model { try BarabasiAlbert(settings) }
      let options = [
        ("--people", String(people)), ("--ties-per-person", String(tiesPerPerson)), ("--weights", weights.rawValue),
      ]
      let command = generated.command(
        "barabasi-albert", options + (noShuffle ? [("--no-shuffle", "")] : []) + scores.settings)
      try generated.write(
        society: { try model.write(to: $0, command: command, threads: threads) },
        ties: { try model.writeTies(to: $0, threads: threads) })
    }
  }
}
