import Foundation
import GraphModel

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The edges and the data of a graph in a GraphML file that this program has written.
final class WrittenGraph: NSObject, XMLParserDelegate {
  /// One `<key>`.
  private struct Key {
    let domain: String
    let name: String
    let kind: Column.Kind
  }

  /// What the graph carries, in the order of the file.
  private(set) var data: [ExportedGraph.Datum] = []
  /// The edges, by the positions of nodes in the file.
  private(set) var edges: EdgeList
  /// The ids of the nodes, in the order of the file.
  private(set) var ids: [String] = []

  private let file: String
  private var keys: [String: Key] = [:]
  private var edgeKeys: [String: Int] = [:]
  private var edgeColumns: [EdgeColumn] = []
  private var positions: [String: Int32] = [:]
  private var element = ""
  private var key: String?
  private var text = ""
  private var problem: String?

  /// Reads a file.
  ///
  /// - Throws: `badData` if it is not as this program writes it.
  init(_ input: InputFile) throws(ReadingError) {
    file = input.name
    edges = EdgeList(columns: [], isDirected: false)
    super.init()
    // From a stream, since the parser refuses more than 10 MB in one piece.
    let parser = XMLParser(stream: InputStream(data: Data(input.bytes)))
    parser.delegate = self
    let isParsed = parser.parse()
    if problem == nil, !isParsed || parser.parserError != nil {
      problem = "the XML is broken near line \(parser.lineNumber); the file as graph-tool wrote it was expected"
    }
    if let problem { throw ReadingError(.badData, [InputProblem(file: file, problem)]) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "key": add(attributes)
    case "graph":
      edges = EdgeList(columns: edgeColumns, isDirected: attributes["edgedefault"] == "directed")
      element = name
    case "node":
      element = name
      let id = attributes["id"] ?? ""
      positions[id] = Int32(ids.count)
      ids.append(id)
    case "edge":
      element = name
      guard let source = positions[attributes["source"] ?? ""], let target = positions[attributes["target"] ?? ""]
      else {
        return fail(parser, "an edge does not lie between two nodes in front of it")
      }
      edges.sources.append(source)
      edges.targets.append(target)
      for column in edges.columns.indices { edges.values[column].append(.nan) }
    case "data":
      key = attributes["key"]
      text = ""
    default: break
    }
  }

  func parser(_: XMLParser, foundCharacters characters: String) {
    if key != nil, element != "node" { text += characters }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?) {
    guard name == "data", let id = key else { return }
    key = nil
    switch element {
    case "graph": if let key = keys[id] { data.append(.init(name: key.name, kind: key.kind, value: text)) }
    case "edge":
      guard let column = edgeKeys[id] else { return }
      guard let value = Numerals.number(text) else {
        return fail(parser, "\"\(text)\" is no value of an edge; a number was expected")
      }
      edges.values[column][edges.sources.count - 1] = value
    default: break
    }
  }

  private func add(_ attributes: [String: String]) {
    guard let id = attributes["id"], let domain = attributes["for"] else { return }
    let name = attributes["attr.name"] ?? id
    let kind = Column.Kind(rawValue: attributes["attr.type"] ?? "") ?? .string
    keys[id] = Key(domain: domain, name: name, kind: kind)
    guard domain == "edge", kind == .double || kind == .int else { return }
    edgeKeys[id] = edgeColumns.count
    edgeColumns.append(EdgeColumn(name: name, kind: kind))
  }

  private func fail(_ parser: XMLParser, _ message: String) {
    if problem == nil { problem = "line \(parser.lineNumber): \(message)" }
    parser.abortParsing()
  }
}
