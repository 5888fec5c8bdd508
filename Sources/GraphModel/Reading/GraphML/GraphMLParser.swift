import Compute
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a GraphML file element by element.
///
/// Read are keys, one graph, its nodes and edges, and their data. Ports, descriptions and elements of other languages are
/// passed over with all that is in them. What would change the graph's meaning (nested graphs, hyperedges, locators) is a
/// problem. Source: U. Brandes et al., "GraphML progress report" (2001), http://graphml.graphdrawing.org.
final class GraphMLParser: NSObject, XMLParserDelegate {
  /// What is open.
  private enum Place {
    case graphml
    case key
    case keyDefault
    case graph
    case node
    case edge
    case data
    /// Something that is not read, or something inside it.
    case passedOver
  }

  private let file: String
  private let options: ReadingOptions
  private(set) var log: ProblemLog
  private(set) var keys = GraphMLKeys()
  /// The ids as they were met.
  private(set) var names = TextIndex()
  /// The columns of nodes, one value a node in the order of the nodes.
  private(set) var columns: [(name: String, values: [String])] = []
  /// The place among `names` of each node, in the order of the nodes.
  private(set) var nodes: [Int32] = []
  /// The line of each node.
  private(set) var nodeLines: [Int] = []
  private(set) var edges: GraphMLEdges?
  private(set) var isDirected = false
  /// The text that the graph carries under each name.
  private(set) var graphData: [String: String] = [:]
  private(set) var portCount = 0

  private var places: [Place] = []
  /// What stands in front of the names of GraphML's elements: empty, or a prefix and a colon.
  private var prefix = ""
  /// The line of the node with a place among `names`; 0 as long as only edges have named it.
  private var declared: [Int] = []
  /// Where a place was first named by an edge.
  private var firstNamed: [Int32: Int] = [:]
  private var element = ""
  private var dataKey: Int?
  private var dataLine = 0
  /// The element that had each key last, by a number that rises from one element to the next.
  private var lastElement: [Int] = []
  private var elementNumber = 0
  private var ofGraph: Set<Int> = []
  private var text = ""
  /// Whether the edge that is open has two ends.
  private var isSoundEdge = false
  private var defaults: [String] = []
  private var isForeign = false
  private var firstError: (code: Int, line: Int)?

  init(file: String, options: ReadingOptions, log: ProblemLog) {
    self.file = file
    self.options = options
    self.log = log
  }

  /// Reads everything; problems are in `log` afterwards.
  func parse(_ bytes: SharedBuffer<UInt8>) {
    // From a stream, since the parser refuses more than 10 MB in one piece.
    let parser = XMLParser(stream: InputStream(data: Data(bytes)))
    parser.delegate = self
    let isParsed = parser.parse()
    if isForeign { return }
    // Some errors are told only here, or with a result that says that all is well.
    if !isParsed || firstError != nil || parser.parserError != nil {
      let code = (parser.parserError as NSError?)?.code ?? 0
      let first = firstError ?? (code, parser.lineNumber)
      problem(first.line, "this is not well-formed XML: \(Self.reason(first.code))")
      return
    }
    guard edges != nil else {
      problem(nil, "there is no graph; one <graph> in <graphml> was expected")
      return
    }
    for (place, line) in firstNamed.sorted(by: { $0.value < $1.value }) where declared[Int(place)] == 0 {
      problem(line, "\"\(names[Int(place)])\" is not the id of any node")
    }
  }

  private func problem(_ line: Int?, _ message: String) {
    log.add(InputProblem(file: file, line: line, message))
  }

  /// What the parser's code means; codes are those of libxml2's `xmlerror.h`.
  private static func reason(_ code: Int) -> String {
    switch code {
    case 4: "there is no element"
    case 5, 77: "the text ends too early, or goes on after the end"
    case 9: "there is a character that XML or UTF-8 does not allow"
    case 26: "an entity is used that nobody has declared"
    case 38, 39, 40: "an attribute's value is not closed or holds a \"<\""
    case 41, 42: "an attribute stands twice in one element"
    case 68: "a name was expected"
    case 73: "a \">\" was expected"
    case 76: "an element is closed by another one's end"
    default: "the parser's error is number \(code)"
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    if firstError == nil { firstError = ((error as NSError).code, parser.lineNumber) }
  }

  // MARK: Elements

  func parser(
    _ parser: XMLParser, didStartElement qualified: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes: [String: String]
  ) {
    let line = parser.lineNumber
    guard let parent = places.last else {
      openRoot(qualified, parser)
      return
    }
    var name = qualified
    if !prefix.isEmpty { name = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : ":" + name }
    places.append(place(of: name, in: parent, attributes, line))
  }

  private func openRoot(_ qualified: String, _ parser: XMLParser) {
    places.append(.graphml)
    if let colon = qualified.lastIndex(of: ":") { prefix = String(qualified[...colon]) }
    if qualified.dropFirst(prefix.count) != "graphml" {
      isForeign = true
      problem(parser.lineNumber, "the file is <\(qualified)>; <graphml> was expected")
      parser.abortParsing()
    }
  }

  private func place(of name: String, in parent: Place, _ attributes: [String: String], _ line: Int) -> Place {
    switch (parent, name) {
    case (.graphml, "key"): return openKey(attributes, line)
    case (.key, "default"):
      keys.appendDefault("")
      return .keyDefault
    case (.graphml, "graph"): return openGraph(attributes, line)
    case (.graph, "node"): return openNode(attributes, line)
    case (.graph, "edge"): return openEdge(attributes, line)
    case (.graph, "data"), (.node, "data"), (.edge, "data"):
      element = parent == .node ? "node" : parent == .edge ? "edge" : "graph"
      return openData(attributes, line)
    case (.node, "port"): portCount += 1
    case (.node, "graph"), (.edge, "graph"):
      problem(line, "a graph inside a \(element) is not understood; none was expected")
    case (.graph, "hyperedge"): problem(line, "a hyperedge is not understood; ties between two people were expected")
    case (.graph, "locator"), (.node, "locator"):
      problem(line, "a locator points to another file, which is not read; none was expected")
    default: break
    }
    return .passedOver
  }

  func parser(_: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?) {
    switch places.popLast() {
    case .data: closeData()
    case .edge: if isSoundEdge { edges?.end() }
    default: break
    }
  }

  func parser(_: XMLParser, foundCharacters characters: String) { add(characters) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { add(String(decoding: block, as: UTF8.self)) }

  private func add(_ characters: String) {
    switch places.last {
    case .data: text += characters
    case .keyDefault: keys.appendDefault(characters)
    default: break
    }
  }

  // MARK: Keys

  private func openKey(_ attributes: [String: String], _ line: Int) -> Place {
    guard edges == nil else {
      problem(line, "a key is declared behind the graph; in front of it was expected")
      return .passedOver
    }
    guard let id = attributes["id"], !id.isEmpty else {
      problem(line, "a key has no id; an attribute id was expected")
      return .passedOver
    }
    let name = GraphMLKeys.trimmed(attributes["attr.name"] ?? "")
    let type = attributes["attr.type"]
    let key = GraphMLKeys.Key(
      id: id, name: name.isEmpty ? id : name, domain: attributes["for"] ?? "all",
      isPlain: ["boolean", "int", "integer", "long", "float", "double"].contains(type ?? ""),
      isDrawing: attributes.keys.contains { $0.hasSuffix("yfiles.type") }, line: line)
    if let message = keys.add(key) {
      problem(line, message)
      return .passedOver
    }
    lastElement.append(0)
    return .key
  }

  // MARK: The graph

  private func openGraph(_ attributes: [String: String], _ line: Int) -> Place {
    element = "graph"
    elementNumber += 1
    guard edges == nil else {
      problem(line, "there is a second graph; one was expected")
      return .passedOver
    }
    switch attributes["edgedefault"] {
    case "directed": isDirected = true
    case "undirected": break
    case .some(let other): problem(line, "edgedefault is \"\(other)\"; directed or undirected was expected")
    case nil: problem(line, "the graph has no edgedefault; directed or undirected was expected")
    }
    columns = keys.settle { problem($0, $1) }.map { ($0, []) }
    defaults = [String](repeating: "", count: columns.count)
    var standard = [Double](repeating: .nan, count: max(1, keys.layerNames.count))
    for key in keys.all {
      guard let text = key.defaultText.map(key.value) else { continue }
      if let column = key.column { defaults[column] = text }
      switch key.edgeRole {
      case .weight: standard[0] = weight(text, key, key.line)
      case .layer(let layer): standard[layer] = weight(text, key, key.line)
      case nil: break
      }
    }
    edges = GraphMLEdges(layerNames: keys.layerNames, standard: standard, negative: options.ties.negative)
    return .graph
  }

  private func openNode(_ attributes: [String: String], _ line: Int) -> Place {
    element = "node"
    elementNumber += 1
    guard let id = attributes["id"], !id.isEmpty else {
      problem(line, "a node has no id; a person's id was expected")
      return .passedOver
    }
    let place = self.place(of: id)
    guard declared[Int(place)] == 0 else {
      problem(line, "\"\(id)\" stands on line \(declared[Int(place)]) already; each node once was expected")
      return .passedOver
    }
    declared[Int(place)] = max(1, line)
    nodes.append(place)
    nodeLines.append(line)
    for column in columns.indices { columns[column].values.append(defaults[column]) }
    return .node
  }

  private func openEdge(_ attributes: [String: String], _ line: Int) -> Place {
    element = "edge"
    elementNumber += 1
    isSoundEdge = false
    if let text = attributes["directed"] {
      let directed = text == "true" || text == "1"
      if !directed, text != "false", text != "0" {
        problem(line, "an edge's \"directed\" is \"\(text)\"; true or false was expected")
      } else if directed != isDirected {
        let other = isDirected ? "directed" : "undirected"
        problem(line, "this edge has directed=\"\(text)\" in a graph that is \(other); a mixture is not understood")
      }
    }
    let ends = ["source", "target"].map { name -> Int32? in
      guard let id = attributes[name], !id.isEmpty else {
        problem(line, "an edge has no \(name); a node's id was expected")
        return nil
      }
      let place = self.place(of: id)
      if declared[Int(place)] == 0, firstNamed[place] == nil { firstNamed[place] = line }
      return place
    }
    guard let source = ends[0], let target = ends[1] else { return .edge }
    isSoundEdge = true
    edges?.begin(source, target, line: line)
    return .edge
  }

  private func place(of id: String) -> Int32 {
    let (place, isNew) = names.add(id)
    if isNew { declared.append(0) }
    return place
  }

  // MARK: Data

  private func openData(_ attributes: [String: String], _ line: Int) -> Place {
    guard let id = attributes["key"] else {
      problem(line, "data has no key; the id of a <key> was expected")
      return .passedOver
    }
    guard let position = keys.position(of: id) else {
      problem(line, "there is no key \"\(id)\"; the id of a <key> in front of the graph was expected")
      return .passedOver
    }
    let key = keys.all[position]
    guard key.isFor(element) else {
      problem(line, "key \"\(id)\" is for \(key.domain), not for \(element)")
      return .passedOver
    }
    // Data of the graph may stand between nodes.
    let isFirst = element == "graph" ? ofGraph.insert(position).inserted : lastElement[position] < elementNumber
    guard isFirst else {
      problem(line, "this \(element) has two values of key \"\(id)\"; one was expected")
      return .passedOver
    }
    if element != "graph" { lastElement[position] = elementNumber }
    if key.isDrawing { return .passedOver }
    dataKey = position
    dataLine = line
    text = ""
    return .data
  }

  private func closeData() {
    guard let position = dataKey else { return }
    dataKey = nil
    let key = keys.all[position]
    let value = key.value(text)
    switch element {
    case "node": if let column = key.column { columns[column].values[nodes.count - 1] = value }
    case "edge":
      guard isSoundEdge else { return }
      switch key.edgeRole {
      case .weight: edges?.set(weight(value, key, dataLine), layer: 0)
      case .layer(let layer): edges?.set(weight(value, key, dataLine), layer: layer)
      case nil: break
      }
    default: graphData[key.name] = text
    }
  }

  /// A weight; NaN if it is missing or wrong.
  private func weight(_ text: String, _ key: GraphMLKeys.Key, _ line: Int) -> Double {
    let text = GraphMLKeys.trimmed(text)
    if FieldText.isMissing(text) { return .nan }
    func refuse(_ message: String) {
      log.add(InputProblem(file: file, line: line, column: key.name, message))
    }
    switch FieldText.number(text, expected: "a number of 0 or more") {
    case .failure(let failure):
      refuse(failure.message)
      // Not missing but wrong: the problem in the log stops the reading.
      return 0
    case .success(let value):
      if value != 0, value.magnitude < TieTable.leastWeight {
        let least = Numerals.plain(TieTable.leastWeight)
        refuse("\"\(text)\" is too small; 0 or a number from \(least) up was expected")
      }
      if value < 0, options.ties.negative == .error {
        let shown = Numerals.plain(value)
        refuse("\(shown) is negative; 0 or more was expected (--negative drop or absolute accepts it)")
      }
      return value
    }
  }
}
