import Analysis
import Foundation
import FoundationXML
import Testing

@testable import Exports

/// A GraphML file read back by a parser that is not ours.
final class GraphMLFile: NSObject, XMLParserDelegate {
  /// A declared attribute.
  struct Key: Equatable {
    let id: String
    let domain: String
    let name: String
    let type: String
  }

  /// A node or an edge.
  struct Element {
    /// The node's id, or the edge's two ends.
    let ids: [String]
    /// Its values, by attribute name.
    var values: [String: String] = [:]
  }

  private(set) var keys: [Key] = []
  private(set) var graph = Element(ids: [])
  private(set) var nodes: [Element] = []
  private(set) var edges: [Element] = []
  private(set) var edgeDefault = ""
  private(set) var namespace = ""
  /// The names of all elements in the order they begin.
  private(set) var order: [String] = []
  private var path: [String] = []
  private var dataKey = ""
  private var text = ""

  init(path: String) throws {
    super.init()
    let parser = XMLParser(data: try Data(contentsOf: URL(fileURLWithPath: path)))
    parser.delegate = self
    try #require(parser.parse(), "GraphML is well-formed XML")
  }

  /// The graph of an examination, written and read back.
  convenience init(_ examination: Examination, community: Int? = nil) throws {
    let folder = TemporaryFolder()
    let path = folder.path("graph.graphml")
    try examination.writeGraphML(to: path, community: community)
    try self.init(path: path)
    withExtendedLifetime(folder) {}
  }

  /// The graph of an examination's communities, written and read back.
  convenience init(communitiesOf examination: Examination) throws {
    let folder = TemporaryFolder()
    let path = folder.path("communities.graphml")
    try examination.writeCommunityGraphML(to: path)
    try self.init(path: path)
    withExtendedLifetime(folder) {}
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes: [String: String]
  ) {
    order.append(name)
    path.append(name)
    text = ""
    switch name {
    case "graphml": namespace = attributes["xmlns"] ?? ""
    case "key":
      keys.append(
        Key(
          id: attributes["id"] ?? "", domain: attributes["for"] ?? "", name: attributes["attr.name"] ?? "",
          type: attributes["attr.type"] ?? ""))
    case "graph": edgeDefault = attributes["edgedefault"] ?? ""
    case "node": nodes.append(Element(ids: [attributes["id"] ?? ""]))
    case "edge": edges.append(Element(ids: [attributes["source"] ?? "", attributes["target"] ?? ""]))
    case "data": dataKey = attributes["key"] ?? ""
    default: break
    }
  }

  func parser(_: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?) {
    path.removeLast()
    guard name == "data", let key = keys.first(where: { $0.id == dataKey }) else { return }
    switch path.last {
    case "graph": graph.values[key.name] = text
    case "node": nodes[nodes.count - 1].values[key.name] = text
    case "edge": edges[edges.count - 1].values[key.name] = text
    default: break
    }
  }
}
