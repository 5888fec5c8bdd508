import Compute

/// A table that gains rows while work goes on; nothing of it is held in memory.
///
/// Its length is all that has to be known to go on later: what was written after that is cut off.
struct GrowingTable: Sendable {
  /// Where and how long a table is.
  struct Place: Sendable, Codable {
    /// The name of its file.
    let file: String
    /// How many bytes it has.
    var bytes: Int
  }

  /// What the columns are.
  let headings: [Table.Heading]
  /// Where it is.
  private(set) var place: Place
  private let folder: String

  /// Makes the file, with the first rows.
  init(creating first: Table, in folder: String, threads: ThreadCount) throws(ExportError) {
    self.folder = folder
    headings = first.headings
    place = Place(file: first.file, bytes: try first.write(to: folder + "/" + first.file, threads: threads))
  }

  /// Goes on with a file, at the length it had.
  ///
  /// - Parameter example: any rows, for the columns.
  init(continuing place: Place, like example: Table, in folder: String) throws(ExportError) {
    precondition(place.file == example.file, "one table is not another")
    self.folder = folder
    headings = example.headings
    self.place = place
    try OutputFile(continuing: folder + "/" + place.file, at: place.bytes).close()
  }

  /// Adds rows.
  mutating func append(_ rows: Table, threads: ThreadCount) throws(ExportError) {
    place.bytes = try rows.writeRows(continuing: folder + "/" + place.file, at: place.bytes, threads: threads)
  }
}
