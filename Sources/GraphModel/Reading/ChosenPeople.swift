/// People that a file names.
public enum ChosenPeople {
  /// The indices of the people that a file lists, rising, each once.
  ///
  /// The file is text with an id a line, or a table with a column `id` (or one of its aliases), of which only that
  /// column is read.
  ///
  /// - Parameters:
  ///   - input: the file.
  ///   - ids: everyone's ids.
  /// - Throws: `badData` with the file, the line and the value of everyone who is not there, or for a file without ids.
  public static func indices(in input: InputFile, among ids: TextList) throws(ReadingError) -> [Int] {
    var index = TextIndex()
    for person in ids.indices { ids.withBytes(of: person) { _ = index.add($0) } }
    var log = ProblemLog()
    var chosen: Set<Int> = []
    do throws(InputProblem) {
      var records = try DelimitedRecords(input)
      var column = 0
      var isFirst = true
      while let record = try records.next() {
        if isFirst {
          isFirst = false
          let names = record.fields.map { $0.lowercased() }
          if let id = PeopleTable.idNames.lazy.compactMap({ names.firstIndex(of: $0) }).first {
            column = id
            continue
          }
        }
        let id = column < record.fields.count ? record.fields[column] : ""
        guard let person = index.index(of: id) else {
          log.add(
            InputProblem(file: input.name, line: record.line, "\"\(id)\" is nobody's id; a person's id was expected"))
          continue
        }
        chosen.insert(Int(person))
      }
    } catch {
      log.add(error)
    }
    if chosen.isEmpty, log.total == 0 {
      log.add(InputProblem(file: input.name, "the file names nobody; one id a line was expected"))
    }
    try log.check()
    return chosen.sorted()
  }
}
