/// A delimited file with a header: columns found by name, letter case ignored, and rows one after another.
struct HeaderedTable {
  /// A row, with where it stands.
  struct Row {
    /// The line the row starts on.
    let line: Int
    /// One field a column.
    let fields: [String]
  }

  let file: String
  /// The names of the columns as written.
  let columns: [String]
  private let headerLine: Int
  private var records: DelimitedRecords

  /// Opens a table and reads its header.
  ///
  /// The header is the first line, or a first comment line that names a column in `required` (Netzschleuder writes
  /// `# source, target`), unless the first line below it does so too.
  init(_ input: InputFile, headerNames required: Set<String>) throws(InputProblem) {
    file = input.name
    records = try DelimitedRecords(input)
    let atStart = records
    let first = try records.next()
    func isHeader(_ names: [String]) -> Bool { names.contains { required.contains($0.lowercased()) } }
    let names = (records.leadingComment ?? "").split(separator: ",").map { Self.trimmed(String($0)) }
    if names.count > 1, isHeader(names), !isHeader(first?.fields ?? []) {
      columns = names
      headerLine = records.leadingCommentLine
      records = atStart
    } else if let first {
      columns = first.fields
      headerLine = first.line
    } else {
      throw InputProblem(file: input.name, "the file is empty; a header line was expected")
    }
    try checkHeader()
  }

  private func checkHeader() throws(InputProblem) {
    var seen: Set<String> = []
    for (position, name) in columns.enumerated() {
      if name.isEmpty {
        throw InputProblem(file: file, line: headerLine, "column \(position + 1) has no name in the header")
      }
      if !seen.insert(name.lowercased()).inserted {
        throw InputProblem(file: file, line: headerLine, "the header names column \"\(name)\" twice")
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The position of the first column that has one of the names, in the order of the names.
  func position(of names: [String]) -> Int? {
    let lowered = columns.map { $0.lowercased() }
    for name in names {
      if let position = lowered.firstIndex(of: name) { return position }
    }
    return nil
  }

  /// The position of a column that must be there.
  func required(_ names: [String], as role: String) throws(InputProblem) -> Int {
    if let position = position(of: names) { return position }
    let found = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let also = names.count == 1 ? "" : "; also understood: \(names.dropFirst().joined(separator: ", "))"
    throw InputProblem(
      file: file, line: headerLine, "there is no column \"\(names[0])\" (\(role)); the header has \(found)\(also)")
  }

  /// What stands between fields, where the next row begins, and the line that is on.
  var rest: (delimiter: UInt8, position: Int, line: Int) {
    var records = records
    let start = records.startOfRecords()
    return (records.delimiter, start.position, start.line)
  }

  /// The next row, or `nil` at the end.
  ///
  /// - Throws: the problem of a row that is not of the header's width (reading can go on after it) or of text that is
  ///   broken (`isFatal`: it cannot).
  mutating func next() throws(TableError) -> Row? {
    let record: DelimitedRecords.Record?
    do {
      record = try records.next()
    } catch {
      throw TableError(problem: error, isFatal: true)
    }
    guard let record else { return nil }
    guard record.fields.count == columns.count else {
      let message =
        "\(record.fields.count) \(record.fields.count == 1 ? "field" : "fields") where the header has \(columns.count)"
      throw TableError(problem: InputProblem(file: file, line: record.line, message), isFatal: false)
    }
    return Row(line: record.line, fields: record.fields)
  }

  /// Reads all rows; problems go to the log, and reading ends at the first fatal one.
  ///
  /// - Returns: whether `body` saw every row.
  @discardableResult
  mutating func forEachRow(_ log: inout ProblemLog, _ body: (Row, inout ProblemLog) -> Void) -> Bool {
    var isWhole = true
    while true {
      do throws(TableError) {
        guard let row = try next() else { return isWhole }
        body(row, &log)
      } catch {
        isWhole = false
        log.add(error.problem)
        if error.isFatal { return isWhole }
      }
    }
  }
}

/// A problem of one row, and whether reading can go on.
struct TableError: Error {
  let problem: InputProblem
  let isFatal: Bool
}
