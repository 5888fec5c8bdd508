import Compute
import Foundation
import Testing

@testable import Exports

struct GrowingTableTests {
  private let folder = TemporaryFolder()

  private func table(_ numbers: [Int]) -> Table {
    Table(
      file: "t.csv", columns: [Column("n", .int, "a number", .counts { numbers[$0] })], rowCount: numbers.count)
  }

  @Test func `Rows come behind those that are there`() throws {
    var growing = try GrowingTable(creating: table([1]), in: folder.path, threads: .one)
    try growing.append(table([2, 3]), threads: .one)
    try growing.append(table([]), threads: .one)
    #expect(try folder.text("t.csv") == "n\n1\n2\n3\n")
    #expect(growing.place.bytes == 8)
  }

  @Test func `What was written after the known length is cut off`() throws {
    var growing = try GrowingTable(creating: table([1]), in: folder.path, threads: .one)
    let place = growing.place
    try growing.append(table([2]), threads: .one)
    var again = try GrowingTable(continuing: place, like: table([]), in: folder.path)
    #expect(try folder.text("t.csv") == "n\n1\n")
    try again.append(table([3]), threads: .one)
    #expect(try folder.text("t.csv") == "n\n1\n3\n")
  }

  @Test func `A file that is shorter than it was is refused`() throws {
    let growing = try GrowingTable(creating: table([1]), in: folder.path, threads: .one)
    try folder.write("t.csv", "n\n")
    let error = #expect(throws: ExportError.self) {
      try GrowingTable(continuing: growing.place, like: table([]), in: folder.path)
    }
    #expect(error?.message == "the file is gone or shorter than it was")
  }
}
