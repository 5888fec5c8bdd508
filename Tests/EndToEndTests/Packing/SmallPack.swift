import Foundation
import Testing

/// A packed society of five people and three layers, one of them directed and one with payments that fade.
struct SmallPack {
  let folder = TemporaryFolder()

  /// Packs it, as `pack` in the folder; the society itself is `society`.
  ///
  /// - Parameter options: further options of `pack`.
  init(_ options: String...) throws {
    try folder.write(
      "society/people.csv", "id,score,club\nann,500,red\nbob,600,blue\ncid,550,red\ndan,700,\nève,650,blue\n")
    try folder.write("society/friendships.csv", "source,target,weight\nann,bob,0.1\nbob,cid,0.2\nann,cid,0.3\n")
    try folder.write("society/work.csv", "source,target,weight\nann,dan,0.5\ndan,bob,2\n")
    try folder.write(
      "society/transactions.csv",
      "source,target,amount,time\nann,dan,100,2025-01-01\nbob,dan,50,2025-03-01\nann,bob,7,2025-02-01\n")
    try folder.write(
      "society/society.yaml",
      """
      susceptibility: 0.4
      layers:
        friendship: {file: friendships.csv, weight: 0.5}
        work: {file: work.csv, directed: true, weight: 0.2}
        transaction: {file: transactions.csv, weight: 0.3}
      """)
    let run = try Program.run(["pack", society, "--half-life", "30", "--quiet", "-o", path] + options)
    try #require(run.code == 0, "the society can be packed: \(run.errors)")
  }

  /// The society's path.
  var society: String { folder.path("society") }
  /// The pack's path.
  var path: String { folder.path("pack") }

  /// A file of the pack.
  func bytes(_ file: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.url("pack/" + file))) }

  /// Puts another content in place of a file's.
  func write(_ file: String, _ bytes: [UInt8]) throws { try folder.write("pack/" + file, bytes) }

  /// Replaces a text in `society.json`.
  func edit(_ text: String, _ other: String) throws {
    let json = try folder.text("pack/society.json")
    try #require(json.contains(text), "society.json says \(text)")
    try folder.write("pack/society.json", json.replacingOccurrences(of: text, with: other))
  }

  /// Replaces a text in the header of an array by one of the same length.
  func editHeader(_ file: String, _ text: String, _ other: String) throws {
    try #require(text.utf8.count == other.utf8.count, "the header keeps its length")
    var bytes = try bytes(file)
    let header = String(decoding: bytes[10..<128], as: UTF8.self)
    try #require(header.contains(text), "the header says \(text): \(header)")
    bytes.replaceSubrange(10..<128, with: header.replacingOccurrences(of: text, with: other).utf8)
    try write(file, bytes)
  }

  /// Sets an element of an array.
  func set<Value: BitwiseCopyable>(_ file: String, _ index: Int, _ value: Value) throws {
    var bytes = try bytes(file)
    let size = MemoryLayout<Value>.size
    let patch = unsafe withUnsafeBytes(of: value) { unsafe [UInt8]($0) }
    bytes.replaceSubrange(128 + index * size..<128 + (index + 1) * size, with: patch)
    try write(file, bytes)
  }

  /// Removes a file of the pack.
  func remove(_ file: String) throws { try FileManager.default.removeItem(at: folder.url("pack/" + file)) }
}
