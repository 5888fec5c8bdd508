import Compute

/// Reads delimited text record by record, with the line each record starts on.
///
/// The rules are RFC 4180 with what real files need: fields may be quoted, and then hold delimiters, line breaks and
/// doubled quotes; lines end with LF, CRLF or CR; a byte order mark, blank lines, and lines that start with `#` above the
/// first record are passed over; spaces around an unquoted field do not count. Text is UTF-8 without control characters.
struct DelimitedRecords {
  /// One record.
  struct Record {
    /// The line the record starts on, from 1.
    let line: Int
    /// The fields, unquoted.
    let fields: [String]
  }

  private let file: InputFile
  private var position: Int
  private var line = 1
  /// What stands between fields.
  let delimiter: UInt8
  /// Whether a line that starts with `#` is a comment; below the first record it may be somebody's id.
  private var hasComments = true
  /// A comment line that stands before everything else; some sites write their header so.
  let leadingComment: String?
  /// The line that comment is on.
  let leadingCommentLine: Int

  init(_ file: InputFile) throws(InputProblem) {
    self.file = file
    let bytes = file.bytes
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw InputProblem(file: file.name, line: 1, "the text is UTF-16; UTF-8 was expected")
    }
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    delimiter = Self.delimiter(in: bytes, from: position)
    (leadingComment, leadingCommentLine) = Self.leadingComment(in: file, from: position)
  }

  /// The next record, or `nil` at the end of the file.
  mutating func next() throws(InputProblem) -> Record? {
    skipEmptyLines()
    guard position < file.bytes.count else { return nil }
    hasComments = false
    let start = line
    var fields: [String] = []
    while true {
      fields.append(try field(number: fields.count + 1, recordLine: start))
      guard position < file.bytes.count, file.bytes[position] == delimiter else { break }
      position += 1
    }
    endLine()
    return Record(line: start, fields: fields)
  }

  /// Where the next record begins, and the line that is on; comments end here.
  mutating func startOfRecords() -> (position: Int, line: Int) {
    skipEmptyLines()
    hasComments = false
    return (position, line)
  }

  // MARK: Fields

  private mutating func field(number: Int, recordLine: Int) throws(InputProblem) -> String {
    skipSpaces()
    guard position < file.bytes.count, file.bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < file.bytes.count, file.bytes[position] != delimiter, !Self.isLineEnd(file.bytes[position]) {
        position += 1
      }
      var end = position
      while end > start, Self.isSpace(file.bytes[end - 1]) { end -= 1 }
      return try text(file.bytes[start..<end], number: number, line: line)
    }
    return try quotedField(number: number, recordLine: recordLine)
  }

  private mutating func quotedField(number: Int, recordLine: Int) throws(InputProblem) -> String {
    let openingLine = line
    position += 1
    var bytes: [UInt8] = []
    while true {
      guard position < file.bytes.count else {
        throw InputProblem(
          file: file.name, line: openingLine,
          "the quote opened in field \(number) is never closed")
      }
      let byte = file.bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < file.bytes.count, file.bytes[position] == byte else { break }
        position += 1
      } else if byte == 0x0A || (byte == 0x0D && !(position < file.bytes.count && file.bytes[position] == 0x0A)) {
        line += 1
      }
      bytes.append(byte)
    }
    skipSpaces()
    if position < file.bytes.count, file.bytes[position] != delimiter, !Self.isLineEnd(file.bytes[position]) {
      throw InputProblem(
        file: file.name, line: line,
        "field \(number) goes on after its closing quote; write a quote inside a field twice (\"\")")
    }
    return try text(bytes, number: number, line: openingLine)
  }

  private func text(_ bytes: some Collection<UInt8>, number: Int, line: Int) throws(InputProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputProblem(file: file.name, line: line, "field \(number) is not valid UTF-8 text")
    }
    // XML, which the results are exported to, cannot hold these at all.
    if let bad = text.unicodeScalars.first(where: Self.isForbidden) {
      let code = String(bad.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      throw InputProblem(
        file: file.name, line: line, "field \(number) holds the control character U+\(padded); plain text was expected")
    }
    return text
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r") || scalar.value == 0xFFFE
      || scalar.value == 0xFFFF
  }

  // MARK: Lines

  private mutating func skipEmptyLines() {
    while position < file.bytes.count {
      var probe = position
      while probe < file.bytes.count, Self.isSpace(file.bytes[probe]), file.bytes[probe] != delimiter { probe += 1 }
      guard
        probe == file.bytes.count || Self.isLineEnd(file.bytes[probe])
          || (hasComments && file.bytes[probe] == UInt8(ascii: "#"))
      else { return }
      while probe < file.bytes.count, !Self.isLineEnd(file.bytes[probe]) { probe += 1 }
      position = probe
      endLine()
    }
  }

  private mutating func endLine() {
    guard position < file.bytes.count else { return }
    let isCarriageReturn = file.bytes[position] == 0x0D
    position += 1
    if isCarriageReturn, position < file.bytes.count, file.bytes[position] == 0x0A { position += 1 }
    line += 1
  }

  private mutating func skipSpaces() {
    while position < file.bytes.count, Self.isSpace(file.bytes[position]), file.bytes[position] != delimiter {
      position += 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  // MARK: First look

  /// The delimiter of the first line that is not blank or a comment: a comma if it has one, else a semicolon or a tab.
  private static func delimiter(in bytes: SharedBuffer<UInt8>, from start: Int) -> UInt8 {
    var position = start
    while position < bytes.count {
      let end = bytes[position...].firstIndex(where: isLineEnd) ?? bytes.count
      let line = bytes[position..<end].drop(while: isSpace)
      if let first = line.first, first != UInt8(ascii: "#") {
        for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] where line.contains(candidate) {
          return candidate
        }
        break
      }
      position = end + 1
    }
    return UInt8(ascii: ",")
  }

  private static func leadingComment(in file: InputFile, from start: Int) -> (String?, line: Int) {
    let rest = file.bytes[start...].drop { isSpace($0) || isLineEnd($0) }
    guard rest.first == UInt8(ascii: "#") else { return (nil, 1) }
    let before = file.bytes[start..<rest.startIndex]
    let line = 1 + before.indices.count { before[$0] == 0x0A || (before[$0] == 0x0D && file.bytes[$0 + 1] != 0x0A) }
    return (String(validating: rest.dropFirst().prefix { !isLineEnd($0) }, as: UTF8.self), line)
  }
}
