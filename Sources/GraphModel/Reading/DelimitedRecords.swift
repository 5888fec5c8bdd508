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
  private var line: Int
  /// How the text is cut.
  let dialect: TextDialect
  /// Whether comments are looked for; below the first record what starts so may be somebody's id.
  private var hasComments = true
  /// A comment line that stands before everything else; some sites write their header so.
  let leadingComment: String?
  /// The line that comment is on.
  let leadingCommentLine: Int

  /// Opens a file.
  ///
  /// - Parameter dialect: how it is cut; `nil` for a table whose delimiter its first line shows.
  init(_ file: InputFile, dialect: TextDialect? = nil) throws(InputProblem) {
    self.file = file
    let bytes = file.bytes
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw InputProblem(file: file.name, line: 1, "the text is UTF-16; UTF-8 was expected")
    }
    self.dialect = dialect ?? .csv(FileHead(file))
    position = self.dialect.start
    line = self.dialect.line
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
      guard position < file.bytes.count, passDelimiter() else { break }
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

  /// Goes past what separates two fields, if that is here.
  private mutating func passDelimiter() -> Bool {
    switch dialect.delimiter {
    case .byte(let byte):
      guard file.bytes[position] == byte else { return false }
      position += 1
      return true
    case .blanks:
      skipSpaces()
      return position < file.bytes.count && !Self.isLineEnd(file.bytes[position])
    }
  }

  /// Whether a byte ends an unquoted field.
  private func isDelimiter(_ byte: UInt8) -> Bool {
    switch dialect.delimiter {
    case .byte(let delimiter): byte == delimiter
    case .blanks: Self.isSpace(byte)
    }
  }

  /// Whether a byte is a blank that does not count beside a field.
  private func isPadding(_ byte: UInt8) -> Bool {
    Self.isSpace(byte) && (dialect.delimiter == .blanks || !isDelimiter(byte))
  }

  private var isQuote: Bool {
    dialect.delimiter != .blanks && position < file.bytes.count && file.bytes[position] == UInt8(ascii: "\"")
  }

  // MARK: Fields

  private mutating func field(number: Int, recordLine: Int) throws(InputProblem) -> String {
    skipSpaces()
    guard isQuote else {
      let start = position
      while position < file.bytes.count, !isDelimiter(file.bytes[position]), !Self.isLineEnd(file.bytes[position]) {
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
    if position < file.bytes.count, !isDelimiter(file.bytes[position]), !Self.isLineEnd(file.bytes[position]) {
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
      while probe < file.bytes.count, isPadding(file.bytes[probe]) { probe += 1 }
      guard
        probe == file.bytes.count || Self.isLineEnd(file.bytes[probe])
          || (hasComments && dialect.commentPrefixes.contains(file.bytes[probe]))
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
    while position < file.bytes.count, isPadding(file.bytes[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  // MARK: First look

  private static func leadingComment(in file: InputFile, from start: Int) -> (String?, line: Int) {
    let rest = file.bytes[start...].drop { isSpace($0) || isLineEnd($0) }
    guard rest.first == UInt8(ascii: "#") else { return (nil, 1) }
    let before = file.bytes[start..<rest.startIndex]
    let line = 1 + before.indices.count { before[$0] == 0x0A || (before[$0] == 0x0D && file.bytes[$0 + 1] != 0x0A) }
    return (String(validating: rest.dropFirst().prefix { !isLineEnd($0) }, as: UTF8.self), line)
  }
}
