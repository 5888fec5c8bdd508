import Compute

/// Reads plain rows of a people file in parallel; gives up at the first row that is not plain, as `FastTies` does.
struct FastPeople {
  let bytes: SharedBuffer<UInt8>
  let delimiter: UInt8
  /// How many fields a row has.
  let columnCount: Int
  /// Which of them is the id.
  let id: Int
  let threads: ThreadCount
  let progress: Progress
  /// How many pieces the text is read in; `nil` leaves it to the text's size.
  var pieceCount: Int?

  /// What a people file holds.
  struct Table {
    let index: TextIndex
    /// The other columns, in the order of the file.
    let columns: [TextList]
    /// The line of each person.
    let lines: [Int]
  }

  /// The people, or `nil` if anything is not plain or an id stands twice.
  func read(from start: Int, line: Int) -> Table? {
    let wanted = pieceCount ?? max(1, (bytes.count - start) >> 21)
    guard let pieces = TextPieces(bytes, from: start, line: line, count: wanted, threads: threads) else { return nil }
    let parts = Parallel.map(pieces.ranges.count, threads: threads) { piece in
      part(pieces.ranges[piece], line: pieces.firstLines[piece])
    }
    let whole = parts.compactMap { $0 }
    guard whole.count == parts.count else { return nil }
    let lines = whole.flatMap(\.lines)
    let ids = TextList(joining: whole.map { $0.columns[id] }, threads: threads)
    var index = TextIndex(minimumCapacity: lines.count)
    for person in 0..<ids.count where !ids.withBytes(of: person, { index.add($0).isNew }) { return nil }
    let others = (0..<columnCount).filter { $0 != id }
    return Table(
      index: index,
      columns: others.map { column in TextList(joining: whole.map { $0.columns[column] }, threads: threads) },
      lines: lines)
  }

  private struct Part: Sendable {
    var columns: [TextList]
    var lines: [Int]
  }

  private func part(_ range: Range<Int>, line: Int) -> Part? {
    let text = bytes.span.extracting(range)
    var scanner = FieldScanner(text, delimiter: delimiter)
    var columns = [TextList.Builder](repeating: TextList.Builder(), count: columnCount)
    var lines: [Int] = []
    var line = line
    while let blanks = scanner.nextLine() {
      line += blanks
      for column in 0..<columnCount {
        let field = scanner.field()
        guard field.stop == (column == columnCount - 1 ? .line : .delimiter) else { return nil }
        if column == id, field.range.isEmpty { return nil }
        columns[column].append(utf8: text.extracting(field.range))
      }
      lines.append(line)
      line += 1
    }
    progress.advance(by: range.count)
    return Part(columns: columns.map { $0.finished() }, lines: lines)
  }
}
