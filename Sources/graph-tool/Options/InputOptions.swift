import ArgumentParser
import GraphModel

/// How a society is read.
struct InputOptions: ParsableArguments {
  /// How payments count.
  enum AmountRule: String, CaseIterable, ExpressibleByArgument {
    case count
    case amount
    case log
  }

  @Argument(
    help:
      "A society: a folder, packed or not, an edge list, a GraphML file, or - for a file on standard input; gzip is unpacked."
  )
  var society: String

  @Option(help: ArgumentHelp("People file that goes with a single edge list.", valueName: "file"))
  var people: String?

  @Option(help: "Format of a single edge list; auto goes by its first lines.")
  var format = TieFormat.auto

  @Flag(help: "Ties of a single edge list go one way: the source is influenced by the target.")
  var directed = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("zhima (350-950), fico (300-850), unit (0-1), or LOW:HIGH in points.", valueName: "scale"),
    transform: Parsing.scale)
  var scale: Scale?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Own scores from factor columns: zhima, fico, or a scorecard file.", valueName: "name|file"))
  var scorecard: String?

  @Option(help: "Own scores as given, or synthetic: invented, by the golden ratio.")
  var scores = ScoreSource.given

  @Option(help: "People without an own score: error, drop them, or give them the mean.")
  var missingScore = MissingScoreRule.error

  @Option(help: "Ties with people who are not in the people file: error, add the people, or drop the ties.")
  var unknownPeople = UnknownPeopleRule.error

  @Option(help: "What a payment adds to a tie: count (1), amount, or log: log1p(amount / unit).")
  var amount = AmountRule.log

  @Option(
    help: ArgumentHelp("The unit of --amount log, in the currency of the amounts (default: 1).", valueName: "number"),
    transform: { try Parsing.number($0, expected: "an amount above 0") { $0 > 0 } })
  var amountUnit = 1.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Payments count half after so many days (default: they do not fade).", valueName: "days"),
    transform: { try Parsing.number($0, expected: "a number of days above 0") { $0 > 0 } })
  var halfLife: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The moment of the society, ISO 8601 in UTC or Unix seconds; a date alone is its midnight (default: the latest payment).",
      valueName: "time"),
    transform: Parsing.time)
  var asOf: Double?

  @Option(help: "Who is influenced along a payment: both, the payer, or the payee.")
  var direction = TieRules.Direction.both

  @Option(help: "Ties from a person to the same person: drop or keep.")
  var selfTies = TieRules.SelfTies.drop

  @Option(help: "Negative weights and amounts: error, drop, or absolute.")
  var negative = TieRules.Negative.error

  /// Reads the society.
  ///
  /// - Parameter readsEvents: whether dated events are looked at too.
  func read(_ course: Course, readsEvents: Bool = false) throws -> ReadSociety {
    var options = reading
    options.readsEvents = readsEvents
    options.threads = course.threads
    options.memoryLimit = course.memoryLimit.value
    options.progress = course.progress
    return try SocietyReader.read(society, options: options)
  }

  /// The options for the reader.
  var reading: ReadingOptions {
    var options = ReadingOptions()
    options.scale = scale
    options.scorecard = scorecard
    options.scores = scores
    options.missingScore = missingScore
    options.unknownPeople = unknownPeople
    options.isDirected = directed
    options.format = format
    options.peopleFile = people
    options.ties.selfTies = selfTies
    options.ties.negative = negative
    options.ties.halfLife = halfLife
    options.ties.asOf = asOf
    options.ties.direction = direction
    switch amount {
    case .count: options.ties.amount = .count
    case .amount: options.ties.amount = .amount
    case .log: options.ties.amount = .log(unit: amountUnit)
    }
    return options
  }

  /// The settings of reading, for `run.json`.
  var asText: [String: String] {
    var text = [
      "society": society, "scores": scores.rawValue, "missing_score": missingScore.rawValue,
      "unknown_people": unknownPeople.rawValue, "amount": amount.rawValue, "amount_unit": Numerals.plain(amountUnit),
      "direction": direction.rawValue, "self_ties": selfTies.rawValue, "negative": negative.rawValue,
      "directed": String(directed), "format": format.rawValue,
    ]
    text["people"] = people
    text["scorecard"] = scorecard
    text["half_life"] = halfLife.map(Numerals.plain)
    text["as_of"] = asOf.map(Timestamp.text)
    return text
  }
}
