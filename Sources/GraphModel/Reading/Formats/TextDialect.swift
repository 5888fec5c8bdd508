/// How a text file is cut into records and fields, and which columns it has.
struct TextDialect: Sendable, Equatable {
  /// What stands between two fields.
  enum Delimiter: Sendable, Equatable {
    /// One byte: comma, semicolon or tab; then fields may be quoted, and empty.
    case byte(UInt8)
    /// A run of blanks and tabs; then a quote is a character like others, and no field is empty.
    case blanks
  }

  /// What stands between two fields.
  var delimiter: Delimiter
  /// The bytes that begin a comment line above the first record; below it they may be somebody's id.
  var commentPrefixes: [UInt8] = [UInt8(ascii: "#")]
  /// The names of the columns where the file has no header line.
  var columns: [String]?
  /// Where the lines that are cut begin, as an offset in bytes.
  var start = 0
  /// The number of that line, from 1.
  var line = 1

  /// The dialect of a table with a header line: comma, semicolon or tab, whichever its first line has.
  static func csv(_ head: FileHead) -> TextDialect {
    TextDialect(delimiter: .byte(head.firstRecord.flatMap(delimiter) ?? UInt8(ascii: ",")), start: head.start)
  }

  /// The byte that separates the fields of a line: a comma if it has one, else a semicolon or a tab; else `nil`.
  static func delimiter(in line: some Collection<UInt8>) -> UInt8? {
    [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].first(where: line.contains)
  }
}
