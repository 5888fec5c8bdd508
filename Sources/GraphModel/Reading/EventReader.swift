/// Reads `events.csv`: `time,person,change[,half_life]`, dated changes of own scores.
struct EventReader {
  /// Looks for problems, which go to the log.
  ///
  /// - Parameter people: the people, or `nil` if not all of them are known.
  static func check(_ input: InputFile, people: TextIndex?, log: inout ProblemLog) {
    do throws(InputProblem) {
      var table = try HeaderedTable(input, headerNames: ["time", "person", "change"])
      let time = try table.required(["time", "date", "timestamp"], as: "when it happens")
      let person = try table.required(["person", "id"], as: "to whom it happens")
      let change = try table.required(["change"], as: "by how many points the own score changes")
      let halfLife = table.position(of: ["half_life"])
      let names = table.columns
      table.forEachRow(&log) { row, log in
        func problem(_ column: Int, _ message: String) {
          log.add(InputProblem(file: input.name, line: row.line, column: names[column], message))
        }
        if Timestamp.seconds(row.fields[time]) == nil {
          problem(time, "\"\(row.fields[time])\" is not a time; Unix seconds or an ISO 8601 date was expected")
        }
        if let people, people.index(of: row.fields[person]) == nil {
          problem(person, "\"\(row.fields[person])\" is not the id of anyone in the people file")
        }
        if case .failure(let failure) = FieldText.number(row.fields[change]) { problem(change, failure.message) }
        if let halfLife, !FieldText.isMissing(row.fields[halfLife]) {
          switch FieldText.number(row.fields[halfLife], expected: "a number of days above 0") {
          case .failure(let failure): problem(halfLife, failure.message)
          case .success(let days) where days <= 0:
            problem(halfLife, "\"\(row.fields[halfLife])\" is not above 0; a number of days above 0 was expected")
          case .success: break
          }
        }
      }
    } catch {
      log.add(error)
    }
  }
}
