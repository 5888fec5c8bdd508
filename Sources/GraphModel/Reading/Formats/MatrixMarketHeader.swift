/// The top of a Matrix Market file: `%%MatrixMarket matrix coordinate real general`, comments, and the line of sizes.
///
/// After Boisvert, Pozo and Remington (1996), "The Matrix Market exchange formats", NISTIR 5935. An entry in row i and
/// column j is a tie from i to j.
enum MatrixMarketHeader {
  private static let banner = "%%matrixmarket"

  /// Whether a line is such a header.
  static func begins(_ line: FileHead.Line) -> Bool { line.words.first?.lowercased() == banner }

  /// The layout of the file.
  static func layout(_ head: FileHead) throws(InputProblem) -> TieLayout {
    let number = head.first?.number ?? 1
    func refuse(_ message: String) -> InputProblem { InputProblem(file: head.file, line: number, message) }
    guard let first = head.first, begins(first) else {
      throw refuse("there is no Matrix Market header; \"%%MatrixMarket matrix coordinate ...\" was expected")
    }
    let words = first.words.dropFirst().map { $0.lowercased() }
    guard words.count == 4 else {
      throw refuse(
        "\(words.count) words follow %%MatrixMarket; 4 were expected, as in \"matrix coordinate real general\"")
    }
    func check(_ word: String, _ expected: [String]) throws(InputProblem) {
      if !expected.contains(word) {
        throw refuse("\"\(word)\" is not understood here; \(expected.joined(separator: " or ")) was expected")
      }
    }
    try check(words[0], ["matrix"])
    try check(words[1], ["coordinate"])
    try check(words[2], ["real", "integer", "pattern"])
    try check(words[3], ["general", "symmetric"])
    let (matrix, line) = try size(head)
    let columns = words[2] == "pattern" ? ["source", "target"] : ["source", "target", "weight"]
    let dialect = TextDialect(
      delimiter: .blanks, commentPrefixes: [UInt8(ascii: "%")], columns: columns, start: line.end,
      line: line.number + 1)
    return TieLayout(
      format: .matrixMarket, dialect: dialect,
      direction: TieLayout.Direction(isDirected: words[3] == "general", word: words[3], line: number), matrix: matrix)
  }

  /// What the first line below the comments announces.
  private static func size(_ head: FileHead) throws(InputProblem) -> (TieLayout.Matrix, FileHead.Line) {
    guard let line = head.lines.first(where: { $0.bytes.first != UInt8(ascii: "%") }) else {
      throw InputProblem(file: head.file, "there is no line of sizes; rows, columns and entries were expected")
    }
    let numbers = line.words.compactMap { Int($0) }
    func refuse(_ message: String) -> InputProblem { InputProblem(file: head.file, line: line.number, message) }
    guard line.words.count == 3, numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else {
      throw refuse("\"\(line.text)\" is not a line of sizes; rows, columns and entries were expected")
    }
    guard numbers[0] == numbers[1] else {
      throw refuse(
        "the matrix has \(numbers[0]) rows and \(numbers[1]) columns; as many of both were expected, one a person")
    }
    return (TieLayout.Matrix(rows: numbers[0], entries: numbers[2], line: line.number), line)
  }
}
