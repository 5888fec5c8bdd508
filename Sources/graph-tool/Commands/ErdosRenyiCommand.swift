import ArgumentParser
import GraphModel

struct ErdosRenyiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erdos-renyi",
    abstract: "A random graph: every pair of people is as likely to be tied.",
    discussion: """
      Writes a society folder with people.csv (columns id, score, susceptibility), friendships.csv, society.yaml and a \
      README. Own scores are independent of the ties.

      Example: graph-tool generate erdos-renyi --people 2000 --ties 20000 -o erdos-renyi
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many people, 2 to 100,000,000 (default: 1000).", valueName: "count"),
    transform: Parsing.people)
  var people = 1000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many ties, exactly; or give --mean-degree or --probability.", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of ties, 0 or more") { $0 >= 0 } })
  var ties: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Ties a person has on average, instead of --ties (default: 20, or fewer among few people).", valueName: "ties"),
    transform: { try Parsing.number($0, expected: "a number of ties a person, 0 or more") { $0 >= 0 && $0 < 1e8 } })
  var meanDegree: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Probability of each tie, 0 to 1, instead of --ties.", valueName: "share"),
    transform: Parsing.share)
  var probability: Double?

  @Option(
    help: ArgumentHelp("Weights of ties: none, or lognormal with median 1 (default: none).", valueName: "weights"))
  var weights = TieWeights.none

  @OptionGroup var scores: GeneratedScoreOptions
  @OptionGroup var generated: GeneratedOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    if [ties != nil, meanDegree != nil, probability != nil].count(where: { $0 }) > 1 {
      throw ValidationError("--ties, --mean-degree and --probability exclude one another")
    }
  }

  private var size: ErdosRenyi.Size {
    if let ties { return .ties(ties) }
    if let probability { return .probability(probability) }
    let degree = meanDegree ?? min(20, Double(people - 1) / 2)
    return .ties(Int((degree * Double(people) / 2).rounded()))
  }

  func run() throws {
    try Failure.reported {
      var settings = ErdosRenyi.Settings(people: people, size: size)
      settings.ids = generated.ids
      settings.weights = weights
      settings.scores = scores.model
      settings.seed = generated.seed.value
      let threads = machine.threadCount
      let model = try generated.model { try ErdosRenyi(settings) }
      let size =
        switch settings.size {
        case .ties(let count): ("--ties", String(count))
        case .probability(let share): ("--probability", Numerals.plain(share))
        }
      let command = generated.command(
        "erdos-renyi", [("--people", String(people)), size, ("--weights", weights.rawValue)] + scores.settings)
      try generated.write(
        society: { try model.write(to: $0, command: command, threads: threads) },
        ties: { try model.writeTies(to: $0, threads: threads) })
    }
  }
}
