/// A society in one GraphML file: its people, its layers, and what the file says of itself.
///
/// Nodes are people, in their order; a node's values are columns, with their text as it is written. The own score is the
/// column `own_score`, which this program writes, or else `score`.
struct GraphMLSource {
  let people: PeopleTable
  let layers: [(name: String, records: TieRecords)]
  let isDirected: Bool
  /// The scale and the column of own scores that the file names.
  let description: SocietyFile

  /// Whether a file is one of XML, of which only GraphML is understood.
  static func recognises(_ input: InputFile) -> Bool { GraphMLProlog.isXML(input.bytes) }

  /// Reads a file; problems go to the log.
  ///
  /// - Throws: a `usage` error for an option that has no meaning here.
  init(
    _ input: InputFile, options: ReadingOptions, log: inout ProblemLog, notices: inout [Notice]
  ) throws(ReadingError) {
    try Self.check(options, file: input.name)
    if let problem = GraphMLProlog.problem(in: input) {
      log.add(problem)
      try log.check()
    }
    let parser = GraphMLParser(file: input.name, options: options, log: log)
    parser.parse(input.bytes)
    log = parser.log
    let people = Self.people(parser, file: input.name)
    self.people = people
    isDirected = parser.isDirected
    description = Self.description(parser, people)
    var found = log
    layers =
      parser.edges.map { edges in
        edges.layers(people: Self.persons(parser)) { line, message in
          found.add(InputProblem(file: input.name, line: line, column: "weight", message))
        }
      } ?? [("friendship", TieRecords())]
    log = found
    notices += parser.keys.notices(file: input.name)
    if parser.portCount > 0 {
      notices.append(
        Notice(
          .ignored, count: parser.portCount,
          "\(LayerBuilder.counted(parser.portCount, "port")) not used (\(input.name))"))
    }
    if let outside = parser.edges?.outsideCount, outside > 0 {
      let text = LayerBuilder.counted(outside, "edge")
      notices.append(Notice(.dropped, count: outside, "\(text) without a weight in any layer left out (\(input.name))"))
    }
  }

  private static func check(_ options: ReadingOptions, file: String) throws(ReadingError) {
    let wrong: String
    if options.peopleFile != nil {
      wrong = "--people goes with an edge list; a GraphML file holds its people"
    } else if options.isDirected {
      wrong = "--directed goes with an edge list; a GraphML file says by edgedefault whether ties go one way"
    } else {
      return
    }
    throw ReadingError(.usage, [InputProblem(file: file, wrong)])
  }

  private static func people(_ parser: GraphMLParser, file: String) -> PeopleTable {
    var people = PeopleTable()
    people.file = file
    people.lines = parser.nodeLines
    people.columns = parser.columns.map { ($0.name, TextList($0.values)) }
    if persons(parser) == nil {
      people.index = parser.names
    } else {
      for place in parser.nodes { _ = people.index.add(parser.names[Int(place)]) }
    }
    return people
  }

  /// The person at each place where an id was met, or `nil` if the places are the persons.
  private static func persons(_ parser: GraphMLParser) -> [Int32]? {
    let places = parser.nodes
    if places.count == parser.names.count, places.indices.allSatisfy({ places[$0] == $0 }) { return nil }
    var persons = [Int32](repeating: -1, count: parser.names.count)
    for (person, place) in places.enumerated() { persons[Int(place)] = Int32(person) }
    return persons
  }

  private static func description(_ parser: GraphMLParser, _ people: PeopleTable) -> SocietyFile {
    var description = SocietyFile()
    description.scale = parser.graphData["scale"].flatMap(Scale.init(named:))
    if people.values(of: "own_score") != nil { description.scoreColumn = "own_score" }
    return description
  }
}
