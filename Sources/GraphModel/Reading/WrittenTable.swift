/// A CSV table with a header, all fields as they stand there: how tables that this program has written are read again.
package struct WrittenTable: Sendable {
  /// The names of the columns.
  package let names: [String]
  /// The fields, a list a column.
  package let columns: [TextList]

  /// How many rows there are.
  package var rowCount: Int { columns.first?.count ?? 0 }

  /// Reads a table.
  ///
  /// - Throws: `badData` with every problem found.
  package init(_ input: InputFile) throws(ReadingError) {
    var log = ProblemLog()
    var names: [String] = []
    var builders: [TextList.Builder] = []
    // Not by HeaderedTable: what the program adds to a society's columns may differ from them in letter case only.
    do throws(InputProblem) {
      var records = try DelimitedRecords(input)
      names = try records.next()?.fields ?? []
      builders = names.map { _ in TextList.Builder() }
      while let record = try records.next() {
        guard record.fields.count == names.count else {
          let message = "\(record.fields.count) fields where the header has \(names.count)"
          log.add(InputProblem(file: input.name, line: record.line, message))
          continue
        }
        for (column, field) in record.fields.enumerated() { builders[column].append(field) }
      }
    } catch {
      log.add(error)
    }
    try log.check()
    self.names = names
    columns = builders.map { $0.finished() }
  }

  /// The fields of a column, or `nil` if there is none of that name.
  package func values(of name: String) -> TextList? { names.firstIndex(of: name).map { columns[$0] } }
}
