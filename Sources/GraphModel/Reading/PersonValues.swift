/// Numbers for some people, one a row, in one of several columns.
public enum PersonValues {
  /// A row.
  public struct Row: Sendable, Equatable {
    /// The person's id.
    public let id: String
    /// The position of the column that has the number.
    public let column: Int
    /// The number, at most 1e100 in magnitude.
    public let value: Double
  }

  /// Reads a CSV table with a column `person` or `id`, and one or more columns of numbers of which each row fills one.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - names: what the columns of numbers are called; those that are not there are empty.
  /// - Throws: a `badData` error with the problems, by line.
  public static func read(_ input: InputFile, columns names: [String]) throws(ReadingError) -> [Row] {
    var log = ProblemLog()
    var rows: [Row] = []
    do throws(InputProblem) {
      var table = try HeaderedTable(input, headerNames: Set(names + ["person", "id"]))
      let person = try table.required(["person", "id"], as: "whose number it is")
      let places = names.map { table.position(of: [$0]) }
      if places.allSatisfy({ $0 == nil }) { _ = try table.required(names, as: "the number") }
      table.forEachRow(&log) { row, log in
        func note(_ message: String) { log.add(InputProblem(file: input.name, line: row.line, message)) }
        let filled = places.indices.filter { column in places[column].map { !row.fields[$0].isEmpty } ?? false }
        let expected = names.count == 1 ? names[0] : "either \(names.joined(separator: " or "))"
        guard filled.count == 1, let place = places[filled[0]] else {
          return note("\(filled.count) numbers stand in this row; \(expected) was expected")
        }
        guard let value = Numerals.number(row.fields[place]), value.magnitude <= 1e100 else {
          return note("\"\(row.fields[place])\" is not a number of points")
        }
        if row.fields[person].isEmpty { return note("the person is missing") }
        rows.append(Row(id: row.fields[person], column: filled[0], value: value))
      }
    } catch {
      log.add(error)
    }
    try log.check()
    if rows.isEmpty {
      throw ReadingError(
        .badData, [InputProblem(file: input.name, "there are no rows; one change at least was expected")])
    }
    return rows
  }
}
