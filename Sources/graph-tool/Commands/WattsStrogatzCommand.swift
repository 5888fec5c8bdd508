import ArgumentParser
import GraphModel

struct WattsStrogatzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watts-strogatz",
    abstract: "A small world: a ring of neighbours, a share of whose ties lead elsewhere.",
    discussion: """
      Writes a society folder with people.csv (columns id, position, score, susceptibility), friendships.csv, \
      society.yaml and a README.

      Example: graph-tool generate watts-strogatz --people 2000 --neighbors 10 --rewire 0.05 -o watts-strogatz
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many people, 3 to 100,000,000 (default: 1000).", valueName: "count"),
    transform: Parsing.people)
  var people = 1000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Neighbours each person has on the ring: even, 2 or more, fewer than people (default: 20).", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of neighbours, 2 or more") { $0 >= 2 } })
  var neighbors = 20

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Probability that a tie of the ring leads elsewhere, 0 to 1 (default: 0.1).", valueName: "share"),
    transform: Parsing.share)
  var rewire = 0.1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Share of the own scores' variance that follows the ring in three waves, 0 to 1 (default: 0).",
      valueName: "share"),
    transform: Parsing.share)
  var homophily = 0.0

  @Option(
    help: ArgumentHelp("Weights of ties: none, or lognormal with median 1 (default: none).", valueName: "weights"))
  var weights = TieWeights.none

  @Flag(help: "Ids in the order of the ring, not shuffled.")
  var noShuffle = false

  @OptionGroup var scores: GeneratedScoreOptions
  @OptionGroup var generated: GeneratedOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      var settings = WattsStrogatz.Settings(people: people, neighbours: neighbors, rewire: rewire)
      settings.homophily = homophily
      settings.isShuffled = !noShuffle
      settings.ids = generated.ids
      settings.weights = weights
      settings.scores = scores.model
      settings.seed = generated.seed.value
      let threads = machine.threadCount
      let model = try generated.model { try WattsStrogatz(settings) }
      let options = [
        ("--people", String(people)), ("--neighbors", String(neighbors)), ("--rewire", Numerals.plain(rewire)),
        ("--homophily", Numerals.plain(homophily)), ("--weights", weights.rawValue),
      ]
      let command = generated.command(
        "watts-strogatz", options + (noShuffle ? [("--no-shuffle", "")] : []) + scores.settings)
      try generated.write(
        society: { try model.write(to: $0, command: command, threads: threads) },
        ties: { try model.writeTies(to: $0, threads: threads) })
    }
  }
}
