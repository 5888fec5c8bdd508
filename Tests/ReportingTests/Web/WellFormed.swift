import Foundation
import FoundationXML

/// Whether pictures and pages are markup as it should be.
enum WellFormed {
  /// Reads XML.
  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    var names: [String] = []
    private var open: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      names.append(name)
      open.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if !open.isEmpty { open[open.count - 1] += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      texts.append(open.removeLast())
    }
  }

  /// The names of the elements and the texts in them; `nil` if it is no XML.
  static func xml(_ text: String) -> (names: [String], texts: [String])? {
    let reader = Reader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    return parser.parse() ? (reader.names, reader.texts) : nil
  }

  /// What stands around a word in a text; `nil` if the word does not stand there.
  static func around(_ word: String, in text: String) -> String? {
    guard let place = text.range(of: word) else { return nil }
    let start = text.index(place.lowerBound, offsetBy: -40, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(place.upperBound, offsetBy: 40, limitedBy: text.endIndex) ?? text.endIndex
    return String(text[start..<end])
  }

  /// The pictures of a page, each with the namespace that a file of its own has.
  static func pictures(_ html: String) -> [String] {
    html.components(separatedBy: "<svg ").dropFirst().map { piece in
      "<svg xmlns=\"http://www.w3.org/2000/svg\" " + (piece.components(separatedBy: "</svg>").first ?? "") + "</svg>"
    }
  }
}
