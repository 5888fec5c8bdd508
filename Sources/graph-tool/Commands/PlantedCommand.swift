import ArgumentParser
import GraphModel

struct PlantedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "planted",
    abstract: "Planted communities: power-law sizes, skewed degrees, a given share of ties inside.",
    discussion: """
      Writes a society folder with people.csv (columns id, community, score, susceptibility), friendships.csv, \
      society.yaml and a README. The numbers of ties, in all and inside communities, are exact.

      Example: graph-tool generate planted --people 2000 --ties 20000 --seed 1 -o planted
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many people, 2 to 100,000,000 (default: 1000).", valueName: "count"),
    transform: Parsing.people)
  var people = 1000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many ties; or give --mean-degree.", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of ties, 0 or more") { $0 >= 0 } })
  var ties: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Ties a person has on average, instead of --ties (default: 20).", valueName: "ties"),
    transform: { try Parsing.number($0, expected: "a number of ties a person, 0 or more") { $0 >= 0 && $0 < 1e8 } })
  var meanDegree: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share of the ties inside communities, 0 to 1 (default: 0.8).", valueName: "share"),
    transform: Parsing.share)
  var inside = 0.8

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Smallest and largest community, in people (default: 100:1000; below 4000 people a twentieth to a quarter of them).",
      valueName: "LOW:HIGH"),
    transform: Self.sizes)
  var communitySize: ClosedRange<Int>?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Exponent of the power law of community sizes, 0 to 10 (default: 1.5).", valueName: "exponent"),
    transform: { try Parsing.number($0, expected: "an exponent from 0 to 10") { $0 >= 0 && $0 <= 10 } })
  var communityExponent = 1.5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Largest expected number of ties over the smallest, 1 (all the same) or more (default: 20).", valueName: "ratio"),
    transform: { try Parsing.number($0, expected: "a ratio from 1 to 1000000") { $0 >= 1 && $0 <= 1e6 } })
  var degreeSpread = 20.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Exponent of the power law of expected numbers of ties, 0 to 10 (default: 2.5).", valueName: "exponent"),
    transform: { try Parsing.number($0, expected: "an exponent from 0 to 10") { $0 >= 0 && $0 <= 10 } })
  var degreeExponent = 2.5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Share of the own scores' variance that is the community's, 0 to 1 (default: 0.3).", valueName: "share"),
    transform: Parsing.share)
  var homophily = 0.3

  @Option(
    help: ArgumentHelp("Weights of ties: none, or lognormal with median 1 (default: lognormal).", valueName: "weights"))
  var weights = TieWeights.lognormal

  @Flag(help: "Ids in the order of communities, not shuffled.")
  var noShuffle = false

  @OptionGroup var scores: GeneratedScoreOptions
  @OptionGroup var generated: GeneratedOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    if ties != nil, meanDegree != nil { throw ValidationError("--ties and --mean-degree exclude each other") }
  }

  private var settings: PlantedCommunities.Settings {
    let count = ties ?? Int(((meanDegree ?? 20) * Double(people) / 2).rounded())
    var settings = PlantedCommunities.Settings(people: people, ties: count)
    settings.inside = inside
    if let communitySize { settings.communitySizes = communitySize }
    settings.communityExponent = communityExponent
    settings.degreeSpread = degreeSpread
    settings.degreeExponent = degreeExponent
    settings.homophily = homophily
    settings.isShuffled = !noShuffle
    settings.ids = generated.ids
    settings.weights = weights
    settings.scores = scores.model
    settings.seed = generated.seed.value
    return settings
  }

  func run() throws {
    try Failure.reported {
      let settings = settings
      let threads = machine.threadCount
      let model = try generated.model { try PlantedCommunities(settings, threads: threads) }
      let sizes = settings.communitySizes
      let options: [(String, String)] = [
        ("--people", String(people)), ("--ties", String(settings.ties)), ("--inside", Numerals.plain(inside)),
        ("--community-size", "\(sizes.lowerBound):\(sizes.upperBound)"),
        ("--community-exponent", Numerals.plain(communityExponent)), ("--degree-spread", Numerals.plain(degreeSpread)),
        ("--degree-exponent", Numerals.plain(degreeExponent)), ("--homophily", Numerals.plain(homophily)),
        ("--weights", weights.rawValue),
      ]
      let command = generated.command("planted", options + (noShuffle ? [("--no-shuffle", "")] : []) + scores.settings)
      try generated.write(
        society: { try model.write(to: $0, command: command, threads: threads) },
        ties: { try model.writeTies(to: $0, threads: threads) })
    }
  }

  private static func sizes(_ text: String) throws -> ClosedRange<Int> {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low >= 2, low <= high else {
      throw ValidationError("'\(text)' is not LOW:HIGH in people, such as 100:1000, with LOW 2 or more")
    }
    return low...high
  }
}
