import Foundation
import GraphModel

/// Two files that are compared byte by byte, a piece of each in memory at a time.
struct FilePair {
  private let first: FileHandle
  private let second: FileHandle

  private static let pieceLength = 1 << 20
  /// How much of a long line is shown before and from the first difference.
  private static let shown = (before: 24, from: 48)

  /// Where two files begin to differ.
  struct Place {
    /// The first byte that differs, from 0.
    let byte: Int
    /// The line it is on, from 1.
    let line: Int
    /// The first byte of that line.
    let lineStart: Int
    /// Whether bytes of text stand there.
    let isText: Bool
  }

  /// Opens two files.
  init(_ first: String, _ second: String) throws(ReadingError) {
    self.first = try Self.open(first)
    self.second = try Self.open(second)
  }

  private static func open(_ path: String) throws(ReadingError) -> FileHandle {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ReadingError(.noInput, [InputProblem(file: path, "the file cannot be read; check its permissions")])
    }
    return handle
  }

  /// Closes both.
  func close() {
    try? first.close()
    try? second.close()
  }

  /// Where they begin to differ; `nil` if they are equal.
  func firstDifference() -> Place? {
    var (start, line, lineStart) = (0, 1, 0)
    while true {
      let (one, other) = (Self.piece(first), Self.piece(second))
      if one == other {
        guard !one.isEmpty else { return nil }
        line += one.count { $0 == UInt8(ascii: "\n") }
        if let end = one.lastIndex(of: UInt8(ascii: "\n")) { lineStart = start + end + 1 }
        start += one.count
        continue
      }
      let common = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset ?? min(one.count, other.count)
      let before = one.prefix(common)
      line += before.count { $0 == UInt8(ascii: "\n") }
      if let end = before.lastIndex(of: UInt8(ascii: "\n")) { lineStart = start + end + 1 }
      return Place(
        byte: start + common, line: line, lineStart: lineStart, isText: !one.contains(0) && !other.contains(0))
    }
  }

  /// What stands at a place in both: the line, or the part of a long one where they begin to differ.
  func text(at place: Place) -> (first: String, second: String) {
    (Self.text(first, place), Self.text(second, place))
  }

  private static func text(_ file: FileHandle, _ place: Place) -> String {
    let start = max(place.lineStart, place.byte - shown.before)
    guard (try? file.seek(toOffset: UInt64(start))) != nil else { return "" }
    let length = place.byte - start + shown.from
    let bytes = (try? file.read(upToCount: length)) ?? Data()
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return (start > place.lineStart ? "…" : "") + String(decoding: line, as: UTF8.self)
      + (line.count == length ? "…" : "")
  }

  /// The next bytes, as many as a piece has unless the file ends.
  private static func piece(_ file: FileHandle) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < pieceLength, let more = try? file.read(upToCount: pieceLength - bytes.count), !more.isEmpty {
      bytes += more
    }
    return bytes
  }
}
