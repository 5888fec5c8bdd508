/// Finds out how a file of ties is written, from its first lines.
struct FormatDetector {
  private let head: FileHead

  /// The layout of a file.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - named: the format the user names, or `auto`.
  /// - Throws: what is wrong with the file's beginning, or what its format holds that is not understood.
  static func layout(of input: InputFile, named: TieFormat = .auto) throws(InputProblem) -> TieLayout {
    let detector = FormatDetector(head: FileHead(input))
    let format = named == .auto ? detector.format : named
    switch format {
    case .auto, .csv: return TieLayout(format: .csv, dialect: .csv(detector.head))
    case .snap: return detector.snap()
    case .konect: return try KonectHeader.layout(detector.head)
    case .netzschleuder: return try detector.netzschleuder()
    case .gephi: return try detector.gephi()
    case .matrixMarket: return try MatrixMarketHeader.layout(detector.head)
    case .graphml:
      throw InputProblem(
        file: input.name, "a GraphML file is a society of its own and no layer of one; a text file was expected")
    }
  }

  /// The format that the first lines show; `csv` if nothing else.
  private var format: TieFormat {
    guard let first = head.first else { return .csv }
    if first.bytes.first == UInt8(ascii: "<") { return .graphml }
    if MatrixMarketHeader.begins(first) { return .matrixMarket }
    if KonectHeader.begins(first) { return .konect }
    if hasCommentedHeader { return .netzschleuder }
    if gephiType != nil { return .gephi }
    return looksLikeSnap ? .snap : .csv
  }

  // MARK: SNAP

  /// Whether the first line below the comments has no header above it and can be none: two whole numbers, or, below a
  /// comment, words between blanks that name no column.
  private var looksLikeSnap: Bool {
    guard let line = head.firstData else { return false }
    let fields = Self.fields(of: line)
    guard fields.count >= 2 else { return false }
    if fields.prefix(2).allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } && !$0.isEmpty }) { return true }
    let names = TieReader.sourceNames + TieReader.targetNames
    return head.first?.isComment == true && TextDialect.delimiter(in: line.bytes).map { $0 == 0x09 } ?? true
      && !fields.contains { names.contains($0.lowercased()) }
  }

  /// The fields of a line, cut at its comma or semicolon, else at blanks.
  private static func fields(of line: FileHead.Line) -> [String] {
    guard let byte = TextDialect.delimiter(in: line.bytes), byte != 0x09 else { return line.words }
    return line.bytes.split(separator: byte, omittingEmptySubsequences: false)
      .map { TextTrimming.trimmed(String(decoding: $0, as: UTF8.self)) }
  }

  private func snap() -> TieLayout {
    var dialect = TextDialect(
      delimiter: .blanks, commentPrefixes: [UInt8(ascii: "#"), UInt8(ascii: "%")], start: head.start)
    var width = 2
    if let line = head.firstData {
      if let byte = TextDialect.delimiter(in: line.bytes), byte != 0x09 { dialect.delimiter = .byte(byte) }
      width = Self.fields(of: line).count
    }
    dialect.columns = Self.names(["source", "target", "weight", "time"], width: width)
    return TieLayout(format: .snap, dialect: dialect)
  }

  /// The names of columns that have none, in order, at least the two ends.
  static func names(_ known: [String], width: Int) -> [String] {
    (0..<max(2, width)).map { $0 < known.count ? known[$0] : "column \($0 + 1)" }
  }

  // MARK: Tables

  /// Whether the first line is a comment that names the columns, and the first record does not.
  private var hasCommentedHeader: Bool {
    guard let first = head.first, first.bytes.first == UInt8(ascii: "#") else { return false }
    let names = TieReader.sourceNames + TieReader.targetNames
    func namesEnds(_ fields: [String]) -> Bool { fields.contains { names.contains($0.lowercased()) } }
    let header = FileHead.Line(number: first.number, bytes: first.bytes.dropFirst(), end: first.end)
    guard first.bytes.contains(UInt8(ascii: ",")), namesEnds(Self.fields(of: header)) else { return false }
    return !(head.firstData.map { namesEnds(Self.fields(of: $0)) } ?? false)
  }

  private func netzschleuder() throws(InputProblem) -> TieLayout {
    guard hasCommentedHeader else {
      throw InputProblem(
        file: head.file, line: head.first?.number ?? 1,
        "there is no header such as \"# source, target\"; one was expected in the Netzschleuder format")
    }
    return TieLayout(format: .netzschleuder, dialect: .csv(head))
  }

  private func gephi() throws(InputProblem) -> TieLayout {
    var layout = TieLayout(format: .gephi, dialect: .csv(head))
    if let type = gephiType {
      layout.direction = TieLayout.Direction(isDirected: type.isDirected, word: type.word, line: type.line)
    }
    return layout
  }

  /// What the column `Type` of the first record says, if there are such columns as Gephi writes.
  private var gephiType: (isDirected: Bool, word: String, line: Int)? {
    let top = head.isWhole ? head.bytes[...] : head.bytes[..<(head.lines.last?.end ?? 0)]
    guard var table = try? HeaderedTable(InputFile(name: head.file, bytes: Array(top)), headerNames: []),
      let type = table.position(of: [GephiType.column]), table.position(of: TieReader.sourceNames) != nil,
      let row = try? table.next(), let isDirected = GephiType.isDirected(row.fields[type])
    else { return nil }
    return (isDirected, row.fields[type], row.line)
  }
}

/// What Gephi writes in the column `Type`.
enum GephiType {
  /// The name of the column, in lower case.
  static let column = "type"

  /// Whether a tie goes one way, or `nil` for another word.
  static func isDirected(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "directed": true
    case "undirected": false
    default: nil
    }
  }
}
