import Foundation
import Testing

@testable import Exports

struct RunFolderComparisonTests {
  private let folder = TemporaryFolder()

  private func compared(_ first: [String: String], _ second: [String: String]) throws -> RunFolderComparison {
    for (place, files) in [("one", first), ("other", second)] {
      for (name, text) in files { try folder.write("\(place)/\(name)", text) }
    }
    return try #require(try RunFolderComparison(folder.path("one"), folder.path("other")))
  }

  @Test func `Equal folders are equal, with their files and bytes counted`() throws {
    let files = ["a.csv": "1\n", "clusters/b.graphml": "<x/>", "empty": ""]
    let comparison = try compared(files, files)
    #expect(comparison.differences.isEmpty)
    #expect(comparison.files == 3 && comparison.bytes == 6)
  }

  @Test func `The first line that differs is told, past any length of equal text`() throws {
    let equal = String(repeating: "0123456789\n", count: 300_000)
    let difference = try compared(["a.csv": equal + "x,1\ny"], ["a.csv": equal + "x,2\nz"]).differences[0]
    #expect(difference.line == 300_001)
    #expect(difference.first == "x,1" && difference.second == "x,2")
  }

  @Test func `Of a long line the part is shown where it differs`() throws {
    let long = String(repeating: "a", count: 2_000_000)
    let difference = try compared(["a.json": long + "b\n"], ["a.json": long + "c\n"]).differences[0]
    #expect(difference.line == 1)
    let shown = "…" + String(repeating: "a", count: 24) + "b"
    #expect(difference.first == shown)
  }

  @Test func `A file that ends earlier differs where it ends`() throws {
    let difference = try compared(["a.csv": "1\n2\n"], ["a.csv": "1\n"]).differences[0]
    #expect(difference.line == 2)
    #expect(difference.first == "2" && difference.second == "")
  }

  @Test func `Of what is no text the first byte that differs is told`() throws {
    let difference = try compared(["a.npy": "\0\0ab"], ["a.npy": "\0\0ac"]).differences[0]
    #expect(difference.byte == 3 && difference.line == nil)
  }

  @Test func `A description counts without its machine, and without a version of its own`() throws {
    func text(_ version: String, _ seed: Int, machine: String) -> String {
      "{\n  \"machine\" : {\n    \(machine)\n  },\n  \"seed\" : \(seed),\n  \"version\" : \"\(version)\"\n}\n"
    }
    let first = text("1", 1, machine: "\"threads\" : 1")
    let same = try compared(["run.json": first], ["run.json": text("2", 1, machine: "\"x\" : 1,\n    \"y\" : 2")])
    #expect(same.differences.isEmpty && same.versions == ["1", "2"])
    let other = try compared(["run.json": first], ["run.json": text("1", 7, machine: "\"x\" : 1,\n    \"y\" : 2")])
    #expect(other.versions.isEmpty)
    #expect(other.differences.map(\.line) == [5])
    #expect(other.differences.map(\.second) == ["  \"seed\" : 7,"])
  }
}
