import Compute

/// Text on its way to a file, in pieces of about a megabyte.
struct ByteSink: ~Copyable {
  private static let pieceSize = 1 << 20

  /// The file that is open.
  let file: OutputFile
  private var text = ByteText(capacity: pieceSize + 4096)
  /// How many bytes the file has, those that are not in it yet included.
  private(set) var byteCount: Int

  /// Makes a file, or empties it.
  init(creating path: String) throws(ExportError) {
    file = try OutputFile(creating: path)
    byteCount = 0
  }

  /// Opens a file to write behind its first bytes; what stands further back is cut off.
  init(continuing path: String, at length: Int) throws(ExportError) {
    file = try OutputFile(continuing: path, at: length)
    byteCount = length
  }

  /// Adds text.
  mutating func write(_ piece: String) throws(ExportError) {
    try write { $0.append(piece) }
  }

  /// Adds text.
  ///
  /// - Parameter body: appends it to what is there.
  mutating func write(_ body: (inout ByteText) -> Void) throws(ExportError) {
    let before = text.count
    body(&text)
    byteCount += text.count - before
    if text.count >= Self.pieceSize { try flush() }
  }

  /// Adds bytes, which go to the file as they are.
  mutating func write(_ bytes: Span<UInt8>) throws(ExportError) {
    try flush()
    try file.write(bytes)
    byteCount += bytes.count
  }

  /// Adds blocks of text, rendered by several threads and written in their order.
  ///
  /// - Parameters:
  ///   - blocks: what each block covers.
  ///   - threads: how many threads work at once.
  ///   - progress: is advanced by the length of each block's range when it is written.
  ///   - render: appends a block; called once a block, in any order, on any thread. It calls `Turn.spill` after
  ///     each row.
  mutating func write(
    _ blocks: [Range<Int>], threads: ThreadCount, progress: Progress = .silent,
    _ render: (Range<Int>, inout ByteText, OrderedText.Turn) -> Void
  ) throws(ExportError) {
    try flush()
    let file = file
    byteCount += try OrderedText.write(blocks, threads: threads, progress: progress, render: render) {
      (bytes) throws(ExportError) in try file.write(bytes)
    }
  }

  /// Writes what is left and closes the file.
  consuming func close() throws(ExportError) {
    try flush()
    try file.close()
  }

  private mutating func flush() throws(ExportError) {
    try file.write(text.span)
    text.clear()
  }
}
