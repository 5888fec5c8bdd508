import Foundation
import Testing

/// A ZIP archive whose entries are stored as they are, read independently of the program: APPNOTE 6.3.10, section 4.3.
struct StoredZip {
  /// The entries' names, in their order, with what they hold.
  let entries: [(name: String, bytes: Data)]

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(data[offset + $1]) << (8 * $1) }
    }
    var entries: [(name: String, bytes: Data)] = []
    var offset = 0
    while number(offset, 4) == 0x0403_4B50 {
      try #require(number(offset + 8, 2) == 0, "an entry is stored, not packed")
      let (size, length, extra) = (number(offset + 18, 4), number(offset + 26, 2), number(offset + 28, 2))
      let start = offset + 30 + length + extra
      entries.append(
        (String(decoding: data[offset + 30..<offset + 30 + length], as: UTF8.self), data[start..<start + size]))
      offset = start + size
    }
    self.entries = entries
  }

  /// Unpacks the archive into a folder.
  func unpack(into folder: String) throws {
    for (name, bytes) in entries {
      let url = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
    }
  }
}
