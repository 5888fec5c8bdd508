@testable import GraphModel

/// GraphML in literal pieces, and what comes of reading it.
enum GraphMLText {
  /// A file with keys and elements of one graph.
  static func file(
    keys: String = "<key id=\"s\" for=\"node\" attr.name=\"score\" attr.type=\"double\"/>",
    edgedefault: String = "undirected", _ elements: String
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    \(keys)
    <graph edgedefault="\(edgedefault)">
    \(elements)
    </graph>
    </graphml>

    """
  }

  /// Three people, a to c, on lines 5 to 7 of a file with one line of keys.
  static let people = """
    <node id="a"><data key="s">400</data></node>
    <node id="b"><data key="s">500</data></node>
    <node id="c"><data key="s">600</data></node>

    """

  /// The key of weights.
  static let weightKey = "<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>"
  /// The key of scores.
  static let scoreKey = "<key id=\"s\" for=\"node\" attr.name=\"score\" attr.type=\"double\"/>"

  /// Reads a file.
  static func read(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> ReadSociety {
    let folder = try TemporaryFolder(["x.graphml": .text(text)])
    var options = ReadingOptions()
    change(&options)
    return try SocietyReader.read(folder.path("x.graphml"), options: options)
  }

  /// All that is said about a file that cannot be read, without its folder; `nil` if it can be.
  static func problems(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> String? {
    let folder = try TemporaryFolder(["x.graphml": .text(text)])
    var options = ReadingOptions()
    change(&options)
    do throws(ReadingError) {
      _ = try SocietyReader.read(folder.path("x.graphml"), options: options)
      return nil
    } catch {
      return error.description.replacing(folder.path + "/", with: "")
    }
  }
}
