import Analysis
import ArgumentParser
import Exports
import GraphModel
import Propagation
import Reporting

struct ShockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shock",
    abstract: "Say what follows when an own score changes, somebody is blacklisted, or a tie is made or cut.",
    discussion: """
      Everything asked for happens at once; then public scores settle again. Prints who moves and by how much, how far it \
      reaches by ties and by community, through which layer, and who crosses a tier. The work depends on how far it \
      reaches: with --tolerance 0.01 even in a large society on few people.

      Example: graph-tool shock datasets/florentine --person Strozzi --change -100
      """)

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Layers") var layers: MixOptions
  @OptionGroup(title: "Propagation") var propagation: PropagationOptions
  @OptionGroup(title: "Communities") var community: CommunityOptions

  @Option(help: ArgumentHelp("Whose own score changes by --change; can be given again.", valueName: "id"))
  var person: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("By how many points the own scores change, as -100.", valueName: "points"),
    transform: { try Parsing.number($0, expected: "a number of points, as -100") { $0 != 0 } })
  var change: Double?

  @Option(help: ArgumentHelp("A new own score, as ID=SCORE; can be given again.", valueName: "id=score"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Who is listed: the own score falls to the floor of the scale and no network lifts it; can be given again.",
      valueName: "id"))
  var blacklist: [String] = []

  @Option(
    help: ArgumentHelp(
      "A tie that is lost, as A,B or A,B,LAYER; without a layer in all in which they are tied. Can be given again.",
      valueName: "a,b"))
  var cut: [String] = []

  @Option(
    help: ArgumentHelp(
      "A tie that is made or gets another weight, as A,B=WEIGHT, with several layers A,B,LAYER=WEIGHT; can be given again.",
      valueName: "a,b=weight"))
  var tie: [String] = []

  @Option(
    help: ArgumentHelp(
      "A CSV file of changes: columns person and change (in points) or score (the new one).",
      valueName: "file"))
  var from: String?

  @Option(help: ArgumentHelp("A column of people.csv to tell effects by, instead of communities.", valueName: "column"))
  var by: String?

  @Flag(name: .customLong("no-communities"), help: "Do not look for communities.")
  var noCommunities = false

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many people to show (default: 20).", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of people, 0 or more") { $0 >= 0 } })
  var top = 20

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("CSV file to write with everyone's change, or - for standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Machine") var machine: MachineOptions

  func validate() throws {
    if person.isEmpty != (change == nil) {
      throw ValidationError("--person and --change belong together, as in --person Strozzi --change -100")
    }
    if person.isEmpty, set.isEmpty, blacklist.isEmpty, cut.isEmpty, tie.isEmpty, from == nil {
      throw ValidationError(
        "nothing happens; --person with --change, --set, --blacklist, --cut, --tie or --from was expected")
    }
    if !propagation.model.isLinear {
      throw ValidationError(
        "--model \(propagation.model.rawValue) has no meaning here: shocks are followed in linear models, friedkin-johnsen"
      )
    }
    if propagation.rounds != nil {
      throw ValidationError("--rounds has no meaning here: what follows is followed to its end")
    }
    _ = try asked()
  }

  func run() throws {
    try Failure.reported {
      if let output, output != "-" { try WholeFile.check(output, force: force) }
      let course = machine.course(quiet: screen.quiet)
      defer { course.printTimings() }
      var settings = AnalysisSettings()
      settings.threads = course.threads
      settings.progress = course.progress
      layers.apply(to: &settings)
      propagation.apply(to: &settings)
      community.apply(to: &settings)
      var changes = try asked()
      if let from { changes += try SocietyChange.read(from) }
      let read = try input.read(course)
      let settled = try SettledSociety(read, settings)
      propagation.warn(of: settled.equilibrium.outcome)
      let grouping = try settled.grouping(by: by, orCommunities: !noCommunities)
      let shock = try Shock(changes, settled, grouping: grouping, top: top)
      if let output {
        let text = ShockText.csv(ids: read.society.people.ids, shock)
        if output == "-" { return try Console.write(text) }
        try WholeFile.write(to: output, force: force, text: text)
      }
      if screen.json {
        try Console.write(try JSONText.text(shock.findings))
      } else if !screen.quiet {
        let report = ShockReport(
          shock.findings, width: Console.width, ink: screen.ink, isPlain: screen.isPlain)
        try Console.write(report.text(file: output))
      }
    }
  }

  /// What the options ask for, in the order of their kinds.
  private func asked() throws -> [SocietyChange] {
    var changes = person.map { SocietyChange.shift(person: $0, points: change ?? 0) }
    for text in set {
      guard let mark = text.lastIndex(of: "="), let score = Numerals.number(String(text[text.index(after: mark)...]))
      else { throw ValidationError("'\(text)' is not ID=SCORE, as Strozzi=600") }
      changes.append(.set(person: String(text[..<mark]), score: score))
    }
    changes += blacklist.map { .blacklist(person: $0) }
    for text in cut {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 || parts.count == 3 else {
        throw ValidationError("'\(text)' is not A,B or A,B,LAYER, as Medici,Strozzi")
      }
      changes.append(.cut(one: parts[0], other: parts[1], layer: parts.count == 3 ? parts[2] : nil))
    }
    for text in tie {
      let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let parts = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard sides.count == 2, parts.count == 2 || parts.count == 3, let weight = Numerals.number(sides[1]), weight > 0
      else { throw ValidationError("'\(text)' is not A,B=WEIGHT or A,B,LAYER=WEIGHT with a weight above 0") }
      changes.append(.tie(one: parts[0], other: parts[1], weight: weight, layer: parts.count == 3 ? parts[2] : nil))
    }
    return changes
  }
}
