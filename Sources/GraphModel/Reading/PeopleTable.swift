/// The people file as read: ids, the other columns, and the line of each person.
struct PeopleTable {
  static let idNames = ["id", "person", "node", "name", "label"]

  var index = TextIndex()
  var columns: [(name: String, values: TextList)] = []
  var lines: [Int] = []
  var file = ""
  /// Whether every row with an id was understood; if not, an unknown id in the ties may be a broken row's.
  private(set) var isWhole = true

  /// Nobody yet: people are found in the ties.
  init() {}

  /// Reads the file; problems go to the log.
  init(_ input: InputFile, options: ReadingOptions = ReadingOptions(), log: inout ProblemLog) {
    file = input.name
    do throws(InputProblem) {
      var table = try HeaderedTable(input, headerNames: Set(Self.idNames))
      let id = try table.required(Self.idNames, as: "who the person is")
      let idName = table.columns[id]
      let others = table.columns.indices.filter { $0 != id }
      if options.readsFast, let fast = Self.fast(input, table, id: id, options) {
        index = fast.index
        lines = fast.lines
        columns = zip(others, fast.columns).map { (table.columns[$0], $1) }
        return
      }
      var index = TextIndex()
      var columns = others.map { _ in TextList.Builder() }
      var lines: [Int] = []
      var firstLines: [Int] = []
      isWhole = table.forEachRow(&log) { row, log in
        let name = row.fields[id]
        if name.isEmpty {
          log.add(
            InputProblem(
              file: input.name, line: row.line, column: idName, "the id is empty; a person's id was expected"))
          return
        }
        let (position, isNew) = index.add(name)
        guard isNew else {
          log.add(
            InputProblem(
              file: input.name, line: row.line, column: idName,
              "\"\(name)\" stands on line \(firstLines[Int(position)]) already; each person once was expected"))
          return
        }
        firstLines.append(row.line)
        lines.append(row.line)
        for (slot, column) in others.enumerated() { columns[slot].append(row.fields[column]) }
      }
      self.index = index
      self.columns = zip(others, columns).map { (table.columns[$0], $1.finished()) }
      self.lines = lines
      if index.count == 0 { isWhole = false }
      if index.count == 0, log.total == 0 {
        log.add(InputProblem(file: input.name, "there is a header but nobody below it; one line a person was expected"))
      }
    } catch {
      log.add(error)
      isWhole = false
    }
  }

  /// The people by the fast way, or `nil` if it gives up or there is nobody.
  private static func fast(
    _ input: InputFile, _ table: HeaderedTable, id: Int, _ options: ReadingOptions
  ) -> FastPeople.Table? {
    let rest = table.rest
    let reader = FastPeople(
      bytes: input.bytes, delimiter: rest.delimiter, columnCount: table.columns.count, id: id,
      threads: options.threads, progress: options.progress, pieceCount: options.pieceCount)
    let people = reader.read(from: rest.position, line: rest.line)
    return people?.lines.isEmpty == true ? nil : people
  }

  /// How many people there are.
  var count: Int { index.count }

  /// A column name that is not taken yet.
  func freeName(_ name: String) -> String { values(of: name) == nil ? name : freeName("own_" + name) }

  func values(of column: String) -> TextList? {
    columns.first { $0.name.lowercased() == column.lowercased() }?.values
  }

  /// Makes the columns as long as the index, for people who were added by their ties.
  mutating func padColumns() {
    for slot in columns.indices where columns[slot].values.count < count {
      columns[slot].values = columns[slot].values.padded(to: count)
    }
    if !file.isEmpty { lines += [Int](repeating: 0, count: count - lines.count) }
  }

  /// The people, of whom only some are kept.
  func people(keeping kept: [Int], adding extra: [AttributeColumn]) -> People {
    let ids = index.list
    let isEveryone = kept.count == count
    let attributes = columns.map { column in
      AttributeColumn(name: column.name, values: isEveryone ? column.values : column.values.picking(kept))
    }
    return People(
      ids: isEveryone ? ids : ids.picking(kept), attributes: attributes + extra, file: file,
      lines: file.isEmpty ? [] : kept.map { lines[$0] })
  }
}
