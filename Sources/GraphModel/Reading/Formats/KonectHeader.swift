/// The first line of a KONECT file: `% sym unweighted`, the direction of ties and what they weigh.
///
/// The words are those of the KONECT handbook (Kunegis 2013, "KONECT: the Koblenz network collection").
enum KonectHeader {
  private static let directions = ["sym": false, "asym": true]
  /// The words for weights, and whether several lines of a tie count as often as they stand there.
  private static let weights = [
    "unweighted": false, "positive": true, "posweighted": false, "signed": false, "multisigned": false,
    "weighted": false, "multiweighted": false, "multiposweighted": false,
  ]

  /// Whether a line is such a header.
  static func begins(_ line: FileHead.Line) -> Bool {
    guard line.bytes.first == UInt8(ascii: "%"), line.bytes.dropFirst().first != UInt8(ascii: "%") else { return false }
    return ["sym", "asym", "bip"].contains(words(line).first)
  }

  private static func words(_ line: FileHead.Line) -> [String] {
    FileHead.Line(number: line.number, bytes: line.bytes.dropFirst(), end: line.end).words.map { $0.lowercased() }
  }

  /// The layout of the file.
  static func layout(_ head: FileHead) throws(InputProblem) -> TieLayout {
    let number = head.first?.number ?? 1
    func refuse(_ message: String) -> InputProblem { InputProblem(file: head.file, line: number, message) }
    guard let first = head.first, begins(first) else {
      throw refuse("there is no KONECT header; a first line such as \"% sym unweighted\" was expected")
    }
    let words = words(first)
    guard let isDirected = directions[words[0]] else {
      throw refuse("\"bip\" says that ties join people with things of another kind; ties among people were expected")
    }
    let kind = words.count > 1 ? words[1] : ""
    if kind == "dynamic" {
      throw refuse("\"dynamic\" says that ties come and go; ties that stay were expected")
    }
    guard let countsRepeats = weights[kind] else {
      let known = weights.keys.sorted().joined(separator: ", ")
      throw refuse("\"\(kind)\" is not a kind of KONECT weights; one of \(known) was expected")
    }
    let width = head.firstData?.words.count ?? 2
    let dialect = TextDialect(
      delimiter: .blanks, commentPrefixes: [UInt8(ascii: "%")],
      columns: FormatDetector.names(["source", "target", "weight", "time"], width: width), start: head.start)
    return TieLayout(
      format: .konect, dialect: dialect,
      direction: TieLayout.Direction(isDirected: isDirected, word: words[0], line: number), countsRepeats: countsRepeats
    )
  }
}
