import Compute

/// A table that can be written as CSV and described in the codebook.
struct Table {
  /// The name of its file.
  let file: String
  /// What the columns are.
  let headings: [Heading]
  /// What the blocks cover, in the order they are written; the sum of their lengths is what progress counts.
  let blocks: [Range<Int>]
  /// Appends the lines of a block.
  let render: (Range<Int>, inout ByteText, OrderedText.Turn) -> Void

  /// What a column is.
  struct Heading: Sendable {
    let name: String
    let kind: Column.Kind
    let unit: String
    let meaning: String
  }

  /// How many rows are rendered at once: about half a megabyte of a table of fifteen columns.
  private static let rowsPerBlock = 2048

  /// A table of blocks that are rendered as a whole.
  init(
    file: String, headings: [Heading], blocks: [Range<Int>],
    render: @escaping (Range<Int>, inout ByteText, OrderedText.Turn) -> Void
  ) {
    self.file = file
    self.headings = headings
    self.blocks = blocks
    self.render = render
  }

  /// A table of columns.
  init(file: String, columns: [Column], rowCount: Int) {
    self.init(
      file: file, headings: columns.map(\.heading), blocks: Blocks.even(count: rowCount, size: Self.rowsPerBlock)
    ) { rows, text, turn in
      // Through a span: a column that is copied out of an array is counted, by all threads, for every field.
      let columns = columns.span
      for row in rows {
        for index in columns.indices {
          if index > 0 { text.append(0x2C as UInt8) }
          text.append(field: row, of: columns[index])
        }
        text.append(0x0A as UInt8)
        turn.spill(&text)
      }
    }
  }

  /// Writes the table.
  ///
  /// - Returns: how many bytes it has.
  @discardableResult
  func write(to path: String, threads: ThreadCount = .one, progress: Progress = .silent) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    try sink.write(CSVText.line(headings.map(\.name)))
    return try writeRows(to: sink, threads: threads, progress: progress)
  }

  /// Writes the rows, without the header, behind the first bytes of a file.
  ///
  /// - Parameter length: how many bytes stay; what stands behind them is cut off.
  /// - Returns: how many bytes the file has then.
  func writeRows(continuing path: String, at length: Int, threads: ThreadCount) throws(ExportError) -> Int {
    try writeRows(to: try ByteSink(continuing: path, at: length), threads: threads, progress: .silent)
  }

  private func writeRows(
    to file: consuming ByteSink, threads: ThreadCount, progress: Progress
  ) throws(ExportError) -> Int {
    var sink = file
    try sink.write(blocks, threads: threads, progress: progress, render)
    let count = sink.byteCount
    try sink.close()
    return count
  }
}

extension Column {
  /// What the column is.
  var heading: Table.Heading { Table.Heading(name: name, kind: kind, unit: unit, meaning: meaning) }
}
