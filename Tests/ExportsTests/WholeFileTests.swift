import Foundation
import Testing

@testable import Exports

struct WholeFileTests {
  private struct Trouble: Error {}

  private let folder = TemporaryFolder()

  @Test func `A file holds what was written, and nothing stands beside it`() throws {
    try WholeFile.write(to: folder.path("a.csv"), force: false, text: "id\n")
    #expect(try folder.text("a.csv") == "id\n")
    #expect(try folder.names() == ["a.csv"])
  }

  @Test func `A failure leaves nothing behind`() throws {
    #expect(throws: Trouble.self) {
      try WholeFile.write(to: folder.path("a.csv"), force: false) { path in
        try "half".write(toFile: path, atomically: false, encoding: .utf8)
        throw Trouble()
      }
    }
    #expect(try folder.names() == [])
  }

  @Test func `A failure leaves the old file as it was`() throws {
    try folder.write("a.csv", "old")
    #expect(throws: Trouble.self) {
      try WholeFile.write(to: folder.path("a.csv"), force: true) { _ in throw Trouble() }
    }
    #expect(try folder.text("a.csv") == "old")
  }

  @Test func `A file that stands there is refused`() throws {
    try folder.write("a.csv", "old")
    #expect(throws: ExportError(.cannotCreate, folder.path("a.csv"), "the file exists already; --force replaces it")) {
      try WholeFile.write(to: folder.path("a.csv"), force: false, text: "new")
    }
    #expect(try folder.text("a.csv") == "old")
  }

  @Test func `By force a file is replaced`() throws {
    try folder.write("a.csv", "old")
    try WholeFile.write(to: folder.path("a.csv"), force: true, text: "new")
    #expect(try folder.text("a.csv") == "new")
  }

  @Test func `A folder that stands there is refused even by force`() {
    #expect(throws: ExportError(.cannotCreate, folder.path, "this is a folder; a file was expected")) {
      try WholeFile.check(folder.path, force: true)
    }
  }

  @Test func `A long text arrives whole`() throws {
    let text = String(repeating: "0123456789abcdé\n", count: 200_000)
    try WholeFile.write(to: folder.path("a.txt"), force: false, text: text)
    #expect(try folder.text("a.txt") == text)
  }
}
