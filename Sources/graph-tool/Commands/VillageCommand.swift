import ArgumentParser
import GraphModel

struct VillageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "village",
    abstract: "A village: circles, households, a year of payments, behaviour factors, a few events.",
    discussion: """
      Writes a society folder with people.csv, friendships.csv, family.csv, transactions.csv, events.csv, society.yaml \
      and a README. None of it is calibrated on real people.

      Example: graph-tool generate village --people 300 --circles 6 --seed 1 -o village
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many people, 10 to 10,000,000 (default: 300).", valueName: "count"),
    transform: {
      try Parsing.count($0, expected: "a number of people from 10 to 10000000") { (10...10_000_000).contains($0) }
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
    transform: Parsing.share)
  var sorting = 0.2

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Payments a person makes in a month at most, 0 to 100; each number from 0 is as likely, 0 leaves money out (default: 3).",
      valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of payments from 0 to 100") { (0...100).contains($0) } })
  var payments = 3

  @OptionGroup var generated: GeneratedOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      let threads = machine.threadCount
      let village = try generated.model {
        try Village(
          Village.Settings(
            people: people, circles: circleCount, sorting: sorting, payments: payments, ids: generated.ids,
            seed: generated.seed.value),
          threads: threads)
      }
      let command = generated.command(
        "village",
        [
          ("--people", String(people)), ("--circles", String(circleCount)), ("--sorting", Numerals.plain(sorting)),
        ] + (payments == 3 ? [] : [("--payments", String(payments))]))
      try generated.write(
        society: { try village.write(to: $0, command: command, threads: threads) },
        ties: { try village.writeTies(to: $0, threads: threads) })
    }
  }
}
