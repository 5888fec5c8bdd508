import Foundation
import FoundationXML
import Testing

@testable import Exports

struct XMLTextTests {
  static let texts = [
    "", "ann", "a & b", "<b>", "a > b", "say \"so\"", "it's", "a\tb", "a\nb", "a\r\nb", "a\rb", " a ", "Zoë", "名前",
    "👩‍👩‍👧", "&amp;", "]]>", "<![CDATA[x]]>", "a\"\u{301}", "<\u{301}", "&\u{20DD}", "\u{85}", "\u{2028}",
  ]

  /// Reads one element with one attribute.
  private final class Reader: NSObject, XMLParserDelegate {
    var attribute = ""
    var content = ""

    init(_ xml: String) throws {
      super.init()
      let parser = XMLParser(data: Data(xml.utf8))
      parser.delegate = self
      try #require(parser.parse())
    }

    func parser(
      _: XMLParser, didStartElement _: String, namespaceURI _: String?, qualifiedName _: String?,
      attributes: [String: String]
    ) { attribute = attributes["a"] ?? "" }

    func parser(_: XMLParser, foundCharacters characters: String) { content += characters }
  }

  @Test(arguments: texts)
  func `A parser gets an attribute back as it was`(text: String) throws {
    let read = try Reader("<e a=\"\(XMLText.escaped(text))\"/>").attribute
    #expect(Array(read.utf8) == Array(text.utf8))
  }

  @Test(arguments: texts)
  func `A parser gets content back as it was`(text: String) throws {
    let read = try Reader("<e>\(XMLText.escaped(text))</e>").content
    #expect(Array(read.utf8) == Array(text.utf8))
  }

  @Test func `Text without special characters is left as it is`() {
    #expect(XMLText.escaped("Zoë's 👩‍👩‍👧") == "Zoë's 👩‍👩‍👧")
  }
}
