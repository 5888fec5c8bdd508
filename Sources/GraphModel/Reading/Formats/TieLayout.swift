/// What a file of ties says of itself before its first record: its format, its dialect, and what holds for all records.
struct TieLayout: Sendable, Equatable {
  /// The square of numbers that a file announces.
  struct Matrix: Sendable, Equatable {
    /// Ids are the whole numbers from 1 to this.
    let rows: Int
    /// How many records follow.
    let entries: Int
    /// The line that says so.
    let line: Int
  }

  /// What a file says of the direction of its ties.
  struct Direction: Sendable, Equatable {
    /// Whether they go one way.
    let isDirected: Bool
    /// The file's word for it.
    let word: String
    /// The line it stands on.
    let line: Int
  }

  /// The format; never `auto`.
  let format: TieFormat
  /// How the text is cut.
  var dialect: TextDialect
  /// The direction, where the file itself says it.
  var direction: Direction?
  /// What a matrix announces.
  var matrix: Matrix?
  /// Whether the same tie on several lines without a weight counts as often as it is there.
  var countsRepeats = false

  /// Whether no record needs a look beyond its ends, weight and time.
  var allowsFastReading: Bool { format != .gephi && matrix == nil && !countsRepeats }

  /// Whether ties go one way: what was asked for, else what the file says, else no.
  ///
  /// - Parameters:
  ///   - asked: what the user says, or `nil`.
  ///   - file: the file's name.
  /// - Throws: a problem if ties that go both ways in the file are asked to go one way: which way is not known.
  func isDirected(asked: Bool?, file: String) throws(InputProblem) -> Bool {
    guard let direction else { return asked ?? false }
    if asked == true, !direction.isDirected {
      throw InputProblem(
        file: file, line: direction.line,
        "\"\(direction.word)\" says that ties go both ways; they cannot be read as directed")
    }
    return asked ?? direction.isDirected
  }

  /// What was taken from the file, or against it, for the notices.
  func notices(asked: Bool?, file: String, tellsDirection: Bool) -> [Notice] {
    var notices: [Notice] = []
    if let columns = dialect.columns {
      let names = columns.joined(separator: ", ")
      notices.append(Notice(.assumed, "\(file) is read as \(format.rawValue), with the columns \(names) (--format)"))
    }
    if let direction, tellsDirection {
      let way = direction.isDirected ? "one way" : "both ways"
      notices.append(
        asked == nil || asked == direction.isDirected
          ? Notice(.assumed, "ties in \(file) go \(way): the file says \"\(direction.word)\"")
          : Notice(.changed, "ties in \(file) are read as going both ways, though the file says \"\(direction.word)\""))
    }
    return notices
  }
}
