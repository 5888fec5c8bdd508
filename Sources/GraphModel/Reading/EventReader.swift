/// A dated change of an own score, as `events.csv` tells it.
public struct DatedEvent: Sendable, Equatable {
  /// When it happens, in Unix seconds.
  public let time: Double
  /// To whom: the person's index.
  public let person: Int
  /// By how many points the own score changes.
  public let change: Double
  /// After how many days half of it is forgotten; `nil`: never.
  public let halfLife: Double?

  /// An event.
  public init(time: Double, person: Int, change: Double, halfLife: Double? = nil) {
    self.time = time
    self.person = person
    self.change = change
    self.halfLife = halfLife
  }
}

/// Reads `events.csv`: `time,person,change[,half_life]`, dated changes of own scores.
struct EventReader {
  /// The events in the order of the file; problems go to the log.
  ///
  /// - Parameters:
  ///   - people: those who have been read.
  ///   - knowsEveryone: whether somebody who is not among them is a problem.
  static func read(
    _ input: InputFile, people: TextIndex, knowsEveryone: Bool, log: inout ProblemLog
  ) -> [DatedEvent] {
    var events: [DatedEvent] = []
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
        let seconds = Timestamp.seconds(row.fields[time])
        if seconds == nil {
          problem(time, "\"\(row.fields[time])\" is not a time; Unix seconds or an ISO 8601 date was expected")
        }
        let index = people.index(of: row.fields[person])
        if knowsEveryone, index == nil {
          problem(person, "\"\(row.fields[person])\" is not the id of anyone in the people file")
        }
        var points = 0.0
        switch FieldText.number(row.fields[change]) {
        case .failure(let failure): problem(change, failure.message)
        case .success(let value): points = value
        }
        var half: Double?
        if let halfLife, !FieldText.isMissing(row.fields[halfLife]) {
          switch FieldText.number(row.fields[halfLife], expected: "a number of days above 0") {
          case .failure(let failure): problem(halfLife, failure.message)
          case .success(let days) where days <= 0:
            problem(halfLife, "\"\(row.fields[halfLife])\" is not above 0; a number of days above 0 was expected")
          case .success(let days): half = days
          }
        }
        if let seconds, let index = index.map(Int.init) {
          events.append(DatedEvent(time: seconds, person: index, change: points, halfLife: half))
        }
      }
    } catch {
      log.add(error)
    }
    return events
  }
}
