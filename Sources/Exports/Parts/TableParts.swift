import Foundation

/// A table in parts: a folder with files `part-*.csv`, each with the header, which in the order of their names make a whole.
struct TableParts {
  /// What a table came to.
  struct Joined: Equatable {
    /// The names of its columns.
    let columns: [String]
    /// How many rows it has, the header not counted.
    let rows: Int
    /// How many bytes.
    let bytes: Int
  }

  /// The folder.
  let folder: String

  private static let pieceSize = 1 << 20

  /// Joins the parts in one file; a piece is held at a time.
  ///
  /// - Parameters:
  ///   - target: where; what stands there is replaced.
  ///   - rows: how many rows there must be. Nothing in the name of a part tells whether another one is missing.
  /// - Throws: `writing` if a part is missing, cut or not like the first, or the file cannot be written.
  func join(into target: String, rows: Int) throws(ExportError) -> Joined {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasPrefix("part-") && $0.hasSuffix(".csv") }.sorted()
    guard !names.isEmpty else { throw problem("there is no part of the table, and a file part-*.csv was expected") }
    var sink = try ByteSink(creating: target)
    var header: [UInt8] = []
    var count = 0
    for name in names {
      var part = try PartReader(path: folder + "/" + name)
      let first = try part.header()
      if header.isEmpty {
        header = first
        try sink.write(header.span)
      } else if first != header {
        throw ExportError(.writing, folder + "/" + name, "its header is not that of the first part")
      }
      while let piece = try part.next() { try sink.write(piece.span) }
      count += try part.finishedRows()
    }
    let bytes = sink.byteCount
    try sink.close()
    guard count == rows else {
      throw problem("the parts have \(count) rows, and \(rows) were expected; a part is missing or doubled")
    }
    return Joined(columns: Self.fields(of: header), rows: count, bytes: bytes)
  }

  private func problem(_ message: String) -> ExportError { ExportError(.writing, folder, message) }

  /// The fields of a header line.
  private static func fields(of line: [UInt8]) -> [String] {
    var fields: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in line {
      switch byte {
      case 0x22:
        // A doubled quote inside quotes is one; it opens again at once.
        if !isQuoted, !fields[fields.count - 1].isEmpty { fields[fields.count - 1].append(byte) }
        isQuoted.toggle()
      case 0x2C where !isQuoted: fields.append([])
      case 0x0A where !isQuoted, 0x0D where !isQuoted: break
      default: fields[fields.count - 1].append(byte)
      }
    }
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// One part, read in pieces, whose rows are counted on the way.
private struct PartReader: ~Copyable {
  private let path: String
  private let handle: FileHandle
  private var rest: [UInt8] = []
  private var isOver = false
  private var rows = 0
  private var isQuoted = false
  private var last: UInt8 = 0x0A

  init(path: String) throws(ExportError) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ExportError(.writing, path, "the part cannot be read")
    }
    self.path = path
    self.handle = handle
  }

  deinit { try? handle.close() }

  /// The first line, with its end.
  mutating func header() throws(ExportError) -> [UInt8] {
    var isQuoted = false
    var position = 0
    while true {
      while position < rest.count {
        if rest[position] == 0x22 { isQuoted.toggle() }
        position += 1
        if rest[position - 1] == 0x0A, !isQuoted {
          let line = Array(rest[..<position])
          rest.removeFirst(position)
          return line
        }
      }
      let more = try read()
      guard !more.isEmpty else { throw ExportError(.writing, path, "the part has no header line") }
      rest += more
    }
  }

  /// The next piece of the rows, or `nil` at the end.
  mutating func next() throws(ExportError) -> [UInt8]? {
    let piece = rest.isEmpty ? try read() : rest
    rest = []
    guard !piece.isEmpty else { return nil }
    for byte in piece.span.indices {
      let byte = piece[byte]
      if byte == 0x22 { isQuoted.toggle() } else if byte == 0x0A, !isQuoted { rows += 1 }
    }
    last = piece[piece.count - 1]
    return piece
  }

  /// How many rows there were.
  ///
  /// - Throws: `writing` if the last one has no end.
  func finishedRows() throws(ExportError) -> Int {
    guard last == 0x0A, !isQuoted else { throw ExportError(.writing, path, "the part is cut off in its last row") }
    return rows
  }

  private mutating func read() throws(ExportError) -> [UInt8] {
    if isOver { return [] }
    guard let piece = try? handle.read(upToCount: 1 << 20) ?? Data() else {
      throw ExportError(.writing, path, "the part cannot be read")
    }
    isOver = piece.isEmpty
    return [UInt8](piece)
  }
}
