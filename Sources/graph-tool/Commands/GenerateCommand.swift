import ArgumentParser
import Exports
import GraphModel

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make a synthetic society.",
    discussion: """
      Example: graph-tool generate village --people 300 --seed 1 -o village
      """,
    subcommands: [VillageCommand.self])
}

struct VillageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "village",
    abstract: "A village: circles of friends, a year of payments, behaviour factors, a few events.",
    discussion: """
      Writes a society folder with people.csv, friendships.csv, transactions.csv, events.csv, society.yaml and a README. \
      Same options, same bytes. None of it is calibrated on real people.

      Example: graph-tool generate village --people 300 --circles 6 --seed 1 -o village
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many people, 10 to 1,000,000 (default: 300).", valueName: "count"),
    transform: {
      try Parsing.count($0, expected: "a number of people from 10 to 1000000") { (10...1_000_000).contains($0) }
    })
  var people = 300

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many circles of friends; at least 5 people a circle (default: 6, or fewer in a small village).",
      valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of circles, 1 or more") { $0 >= 1 } })
  var circles: Int?

  private var circleCount: Int { circles ?? min(6, people / 5) }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much of the behaviour factors is the circle's, 0 (nothing) to 1 (all) (default: 0.2).", valueName: "share"),
    transform: { try Parsing.number($0, expected: "a number from 0 to 1") { $0 >= 0 && $0 <= 1 } })
  var sorting = 0.2

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seed: a whole number, or random, and the one drawn stands in the README (default: 1).",
      valueName: "number|random"),
    transform: Parsing.seed)
  var seed = Seed.standard

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Society folder to write.", valueName: "folder"))
  var output: String

  @Flag(help: "Replace a society folder that exists.")
  var force = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let circles, circles > people / 5 {
      throw ValidationError(
        "\(circles) circles are too many for \(people) people; at least 5 people a circle were expected")
    }
  }

  func run() throws {
    try Failure.reported {
      seed.announce()
      let path = try Interruption.guarding(
        try OutputFolder(preparing: output, force: force, kind: .madeSociety)
      ) { folder in
        let village = Village(
          Village.Settings(people: people, circles: circleCount, sorting: sorting, seed: seed.value))
        let command =
          "graph-tool generate village --people \(people) --circles \(circleCount) --sorting \(Numerals.plain(sorting)) --seed \(seed.value) -o village"
        try folder.write(village.files(command: command))
        return folder.path
      }
      if !quiet { Console.complain("wrote \(path)") }
    }
  }
}
