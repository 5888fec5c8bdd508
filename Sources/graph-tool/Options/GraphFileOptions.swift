import ArgumentParser
import Exports
import GraphModel

/// Which graph is exported, how much of it, and in which form.
struct GraphFileOptions: ParsableArguments {
  /// What goes out.
  enum What: String, CaseIterable, ExpressibleByArgument {
    case graph
    case communities
    case communityGraph = "community-graph"
    case snapshots
  }

  /// Whether nodes get places, sizes and colours.
  enum Layout: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never
  }

  @Option(
    help: ArgumentHelp(
      "The form (default: what the output's name shows; graphml for - and for folders of communities).",
      valueName: "format"))
  var to: GraphFormat?

  @Option(
    help: ArgumentHelp(
      "graph: people and ties; communities: a file each; community-graph: communities as nodes; snapshots: a simulation over time.",
      valueName: "what"))
  var what = What.graph

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only the people of one community, by its number.", valueName: "number"),
    transform: { try Parsing.count($0, expected: "a community's number, 1 or more") { $0 >= 1 } })
  var community: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("With --what communities: only so many, the largest.", valueName: "count"),
    transform: { try Parsing.count($0, expected: "a number of communities, 1 or more") { $0 >= 1 } })
  var topCommunities: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("With --what communities: only those of so many people at least.", valueName: "people"),
    transform: { try Parsing.count($0, expected: "a number of people, 1 or more") { $0 >= 1 } })
  var minSize: Int?

  @Option(
    help: ArgumentHelp(
      "Only the people in a file, an id a line or a column id, and the ties among them. --people does the same where no edge list is read.",
      valueName: "file"))
  var onlyPeople: String?

  @Option(
    help: ArgumentHelp(
      "Which columns of nodes go out, as in own_score,public_score (default: all).", valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Places, sizes and colours of nodes: auto is up to 5,000 nodes in graphml, gexf, gml and dot.",
      valueName: "choice"))
  var layout = Layout.auto

  @Flag(help: "Write dot of any size; above 20,000 nodes and ties together it is refused otherwise.")
  var anySize = false

  /// The names in `--columns`.
  var columnNames: [String]? {
    columns?.split(separator: ",", omittingEmptySubsequences: false).map { name in
      String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  func validate() throws {
    if what != .communities, topCommunities != nil || minSize != nil {
      throw ValidationError("--top-communities and --min-size are for --what communities")
    }
    if what != .graph, community != nil {
      throw ValidationError("--community chooses people of the graph; it has no meaning with --what \(what.rawValue)")
    }
    if what != .graph, onlyPeople != nil {
      throw ValidationError("--only-people chooses people of the graph; it has no meaning with --what \(what.rawValue)")
    }
    if community != nil, onlyPeople != nil {
      throw ValidationError("--community and --only-people exclude each other")
    }
  }
}

extension GraphFormat: ExpressibleByArgument {}
