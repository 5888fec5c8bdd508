import Foundation
import Testing

@testable import Exports

struct TablePartsTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parts-\(UUID().uuidString)").path

  /// Writes parts, joins them, and clears up.
  private func joined(_ parts: [String: String], rows: Int) throws -> (TableParts.Joined, text: String) {
    try FileManager.default.createDirectory(atPath: folder + "/t.csv", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in parts { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/t.csv/\(name)")) }
    let result = try TableParts(folder: folder + "/t.csv").join(into: folder + "/whole.csv", rows: rows)
    return (result, try String(contentsOfFile: folder + "/whole.csv", encoding: .utf8))
  }

  @Test func `Parts in the order of their names make one table with one header`() throws {
    let (table, text) = try joined(
      [
        "part-00001-x.csv": "id,n\nb,2\nc,3\n", "part-00000-x.csv": "id,n\na,1\n", "part-00007-x.csv": "id,n\n",
        ".part-00000-x.csv.crc": "noise", "_SUCCESS": "",
      ], rows: 3)
    #expect(text == "id,n\na,1\nb,2\nc,3\n")
    #expect(table == TableParts.Joined(columns: ["id", "n"], rows: 3, bytes: text.utf8.count))
  }

  @Test func `Line ends and commas between quotes are part of a field`() throws {
    let (table, _) = try joined(["part-0.csv": "id,\"a,\"\"b\n\"\"\"\n1,\"x\ny\"\n2,\"\n\"\n"], rows: 2)
    #expect(table.columns == ["id", "a,\"b\n\""])
    #expect(table.rows == 2)
  }

  @Test(arguments: [
    ([:], "there is no part of the table, and a file part-*.csv was expected"),
    (["part-0.csv": "id\na\n"], "the parts have 1 rows, and 2 were expected; a part is missing or doubled"),
    (["part-0.csv": "id\na\n", "part-1.csv": "name\nb\n"], "its header is not that of the first part"),
    (["part-0.csv": "id\na\nb"], "the part is cut off in its last row"),
    (["part-0.csv": "id\na\nb\n", "part-1.csv": ""], "the part has no header line"),
  ])
  func `What is no whole table is refused`(parts: [String: String], message: String) {
    #expect {
      try joined(parts, rows: 2)
    } throws: {
      ($0 as? ExportError)?.message == message
    }
  }
}
