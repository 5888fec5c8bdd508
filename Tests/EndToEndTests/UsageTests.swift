import Testing

/// Command lines that are wrong in themselves: exit code 64, the reason, and nothing on standard output.
struct UsageTests {
  /// A wrong command line behind `analyze datasets/florentine`, and the sentence that says so.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let sentence: String

    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., sentence: String) {
      self.arguments = arguments
      self.sentence = sentence
    }
  }

  static let mistakes = [
    Mistake("--hue-and-cry", sentence: "Unknown option '--hue-and-cry'"),
    Mistake(
      "--susceptibility", "1.5",
      sentence:
        "The value '1.5' is invalid for '--susceptibility <value|column|degree>': '1.5' is out of range; 0 (only the own score counts) to 1 (only the network), a column, or degree was expected"
    ),
    Mistake(
      "--seed=-1",
      sentence:
        "The value '-1' is invalid for '--seed <number|random>': '-1' is not a seed; a whole number of 0 or more, or random, was expected"
    ),
    Mistake(
      "--scale", "5:4",
      sentence:
        "The value '5:4' is invalid for '--scale <scale>': '5:4' is not a scale; zhima, fico, unit or LOW:HIGH with LOW below HIGH was expected"
    ),
    Mistake(
      "--layer-weights", "friendship",
      sentence:
        "The value 'friendship' is invalid for '--layer-weights <weights>': 'friendship' is not LAYER=NUMBER with a number of 0 or more, as in friendship=0.7,transaction=0.3"
    ),
    Mistake(
      "--layer-weights", "a=1,a=2",
      sentence: "The value 'a=1,a=2' is invalid for '--layer-weights <weights>': layer 'a' is given twice"),
    Mistake(
      "--as-of", "yesterday",
      sentence:
        "The value 'yesterday' is invalid for '--as-of <time>': 'yesterday' is not a time; Unix seconds or an ISO 8601 date such as 2025-12-31 was expected"
    ),
    Mistake(
      "--half-life", "0",
      sentence:
        "The value '0' is invalid for '--half-life <days>': '0' is not a number of days above 0"),
    Mistake(
      "--tolerance=-1",
      sentence: "The value '-1' is invalid for '--tolerance <points>': '-1' is not a number of points above 0"),
    Mistake(
      "--rounds", "few",
      sentence: "The value 'few' is invalid for '--rounds <count>': 'few' is not a number of rounds, 0 or more"),
    Mistake(
      "--max-rounds", "0",
      sentence: "The value '0' is invalid for '--max-rounds <count>': '0' is not a number of rounds, 1 or more"),
    Mistake(
      "--permutations", "1",
      sentence:
        "The value '1' is invalid for '--permutations <count>': '1' is not a number of random societies, 0 or more, but not 1"
    ),
    Mistake(
      "--threads", "0",
      sentence: "The value '0' is invalid for '--threads <count>': '0' is not a number of threads from 1 to 1024"),
    Mistake(
      "--model", "degrot",
      sentence: "The value 'degrot' is invalid for '--model <model>'. Please provide one of the following:"
    ),
    Mistake("--json", "--quiet", sentence: "--json and --quiet exclude each other"),
    Mistake(
      "--tolerance", "1", "--rounds", "2",
      sentence: "--tolerance and --rounds exclude each other: the first goes on until scores are good enough"),
    Mistake(
      "--model", "degroot", "--susceptibility", "0.5",
      sentence: "--susceptibility has no place in the DeGroot model, where it is 1 for everyone"),
  ]

  @Test(arguments: mistakes)
  func `A wrong option is named, with what was expected`(mistake: Mistake) throws {
    let run = try Program.run(["analyze", "datasets/florentine"] + mistake.arguments)
    #expect(run.errors.split(separator: "\n").first == "Error: \(mistake.sentence)")
    #expect(run.output == "")
    #expect(run.code == 64)
  }

  @Test func `A wrong option is answered with its help, the usage and where more stands`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--threads", "many")
    #expect(
      run.errors == """
        Error: The value 'many' is invalid for '--threads <count>': 'many' is not a number of threads from 1 to 1024
        Help:  --threads <count>  Threads that work at once (default: all processors); results do not depend on it.
        Usage: graph-tool analyze [<options>] <society>
          See 'graph-tool analyze --help' for more information.

        """)
  }

  @Test func `A missing society is asked for`() throws {
    let run = try Program.run("analyze")
    #expect(
      run.errors == """
        Error: Missing expected argument '<society>'
        Help:  <society>  A society: a folder, packed or not, an edge list, a GraphML file, or - for a file on standard input; gzip is unpacked.
        Usage: graph-tool analyze [<options>] <society>
          See 'graph-tool analyze --help' for more information.

        """)
    #expect(run.code == 64)
  }

  @Test func `A command that is not there is refused`() throws {
    let run = try Program.run("analyse", "datasets/florentine")
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("Error: "))
  }

  /// Options that are right in themselves but do not fit the society.
  @Test(arguments: [
    (
      ["--layer-weights", "enmity=1"],
      "layer weights: there is no layer \"enmity\"; the layers are friendship, transaction"
    ),
    (["--layer-weights", "friendship=0"], "layer weights: all are 0; one above 0 was expected"),
    (["--by", "club"], "--by: there is no column \"club\"; the columns are \"wealth\", \"priorates\""),
    (
      ["--susceptibility", "club"],
      "susceptibility: \"club\" is neither a number, nor degree, nor a column; the columns are \"wealth\", \"priorates\""
    ),
    (
      ["--people", "people.csv"],
      "datasets/florentine: --people goes with a single edge list; this is a folder with its own people.csv"
    ),
  ])
  func `An option that does not fit the society is named`(arguments: [String], sentence: String) throws {
    let run = try Program.run(["analyze", "datasets/florentine"] + arguments)
    #expect(run.errors == "error: \(sentence)\n")
    #expect(run.output == "")
    #expect(run.code == 64)
  }

  @Test(arguments: [
    (["-o", "-", "--top-communities", "2"], "--top-communities and --min-size are for --what communities"),
    (
      ["-o", "-", "--what", "community-graph", "--community", "1"],
      "--community chooses people of the graph; it has no meaning with --what community-graph"
    ),
    (["-o", "-", "--community", "1", "--only-people", "x"], "--community and --only-people exclude each other"),
  ])
  func `Options of an export that exclude each other are refused`(arguments: [String], sentence: String) throws {
    let run = try Program.run(["export", "datasets/florentine"] + arguments)
    #expect(run.errors.split(separator: "\n").first == "Error: \(sentence)")
    #expect(run.code == 64)
  }
}
