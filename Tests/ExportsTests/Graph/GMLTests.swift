import GraphModel
import Testing

@testable import Exports

struct GMLTests {
  @Test func `The file is ASCII, whatever ids are`() throws {
    let text = try ExportedFile.text(ExportedFile.hostile().peopleGraph, .gml)
    #expect(text.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A })
    #expect(text.contains("label \"<script>alert(1)</script>\""))
    #expect(text.contains("label \"&quot;&amp;'\""))
    #expect(text.contains("label \"two&#10;lines\"") && text.contains("label \"a&#92;&quot;b\""))
    #expect(text.contains("&#128105;&#8205;&#128105;"))
  }

  @Test func `Keys are letters and digits, each once in a node`() throws {
    let lines = try ExportedFile.text(ExportedFile.hostile().peopleGraph, .gml).split(separator: "\n")
    let node = try #require(lines.first { $0.hasPrefix("  node") })
    // Quoted texts hold no keys.
    let keys = node.replacing(/"[^"]*"/, with: "0").matches(of: /\s([A-Za-z_]\w*)\s/).map { String($0.1) }
    #expect(keys.allSatisfy { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*/) != nil })
    #expect(Set(keys).count == keys.count)
    #expect(keys.contains("ownScore") && keys.contains("ownScore2") && keys.contains("Label2"))
  }

  @Test func `Real numbers have a point and whole ones have none`() throws {
    let text = try ExportedFile.text(ExportedFile.hostile().peopleGraph, .gml)
    #expect(text.contains(" broken 1.5 ") && text.contains(" broken 2.0e-07 ") && text.contains(" ownScore 400.0 "))
    #expect(text.contains(" weightFriendship 1.0e-09 "))
    #expect(text.contains("  node [ id 0 label"))
  }

  @Test func `A column with a number beyond 32 bits is text`() throws {
    let text = try ExportedFile.text(ExportedFile.hostile().peopleGraph, .gml)
    #expect(text.contains(" whole \"1\" ") && text.contains(" whole \"9007199254740993\" "))
  }

  @Test func `Truths are 1 and 0`() throws {
    let text = try ExportedFile.text(ExportedFile.hostile().peopleGraph, .gml)
    #expect(text.contains(" truth 1 ") && text.contains(" truth 0 "))
  }
}
