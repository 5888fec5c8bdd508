import GRDB

/// Rows of a study's database, to be looked at or taken along.
public struct StudyListing: Sendable, Equatable {
  /// A field.
  public enum Field: Sendable, Equatable {
    /// Nothing is known.
    case none
    /// A whole number.
    case whole(Int64)
    /// A number.
    case number(Double)
    /// A text.
    case text(String)
  }

  /// What is listed.
  public enum Subject: String, Sendable, CaseIterable {
    /// Every run: cell, replicate, seed, state, times, message.
    case runs
    /// Every cell with its values and how far it is.
    case cells
    /// Every outcome of every run.
    case results
    /// Every number that was followed, by run and period.
    case series
  }

  /// What is left out.
  public struct Filter: Sendable, Equatable {
    /// Only cells in which a factor has this value, as text, for each factor named.
    public var values: [(factor: String, value: String)] = []
    /// Only these outcomes, or series of these names.
    public var outcomes: [String] = []
    /// Only runs in this state.
    public var state: String?

    /// Nothing is left out.
    public init() {}

    /// Whether both leave out the same.
    public static func == (one: Filter, other: Filter) -> Bool {
      one.outcomes == other.outcomes && one.state == other.state
        && one.values.elementsEqual(other.values) { $0.factor == $1.factor && $0.value == $1.value }
    }
  }

  /// The names of the columns.
  public let columns: [String]
  /// The rows.
  public let rows: [[Field]]
}

extension StudyStore {
  /// Lists what the study holds.
  ///
  /// - Throws: `StudyError` for a factor, outcome or state that is not there.
  public func listing(of subject: StudyListing.Subject, _ filter: StudyListing.Filter) throws -> StudyListing {
    do {
      return try database.read { db in try Self.listing(db, subject, filter) }
    } catch let error as DatabaseError {
      throw Self.problem(error, folder)
    }
  }

  private static func listing(
    _ db: Database, _ subject: StudyListing.Subject, _ filter: StudyListing.Filter
  ) throws -> StudyListing {
    let factors = try String.fetchAll(db, sql: "SELECT name FROM factors ORDER BY factor")
    let outcomes = try String.fetchAll(db, sql: "SELECT name FROM outcomes ORDER BY outcome")
    var conditions: [String] = []
    var arguments: [String] = []
    for (factor, value) in filter.values {
      guard let position = factors.firstIndex(of: factor) else {
        throw StudyError(
          .damaged, "there is no factor \"\(factor)\" in this study; expected one of \(factors.joined(separator: ", "))"
        )
      }
      let known = try String.fetchAll(
        db, sql: "SELECT DISTINCT text FROM cell_values WHERE factor = ? ORDER BY level, number",
        arguments: [position + 1])
      let isKnown = known.contains { $0 == value || (Double($0) != nil && Double($0) == Double(value)) }
      guard isKnown else {
        let some = known.prefix(20).joined(separator: ", ") + (known.count > 20 ? ", ..." : "")
        throw StudyError(
          .damaged, "factor \"\(factor)\" never has the value \"\(value)\" in this study; expected one of \(some)")
      }
      conditions.append(
        "r.cell IN (SELECT cell FROM cell_values WHERE factor = \(position + 1) AND (text = ? OR number = CAST(? AS REAL) AND ? GLOB '*[0-9]*'))"
      )
      arguments += [value, value, value]
    }
    let names =
      subject == .series ? try String.fetchAll(db, sql: "SELECT DISTINCT measure FROM series ORDER BY 1") : outcomes
    if let odd = filter.outcomes.first(where: { !names.contains($0) }) {
      throw StudyError(
        .damaged,
        "there is no \(subject == .series ? "series" : "outcome") \"\(odd)\" in this study; expected one of \(names.joined(separator: ", "))"
      )
    }
    if let state = filter.state {
      conditions.append("r.state = ?")
      arguments.append(state)
    }
    func chosen(_ column: String) {
      guard !filter.outcomes.isEmpty else { return }
      conditions.append("\(column) IN (\(filter.outcomes.map { _ in "?" }.joined(separator: ",")))")
      arguments += filter.outcomes
    }
    let values = StudySchema.factorColumns(factors)
    let query: (select: String, order: String)
    switch subject {
    case .runs:
      query = (
        "SELECT r.run, r.cell, r.replicate\(values), r.seed, r.society_seed, r.state, r.course, r.periods, round(r.seconds, 3) AS seconds, r.started, w.host, r.version, r.message FROM runs r LEFT JOIN workers w ON w.worker = r.worker",
        "r.cell, r.replicate"
      )
    case .cells:
      query = (
        "SELECT r.cell\(values), count(*) AS runs, sum(r.state = 'done') AS done, sum(r.state = 'failed') AS failed, round(avg(r.seconds), 3) AS mean_seconds FROM runs r",
        "r.cell"
      )
    case .results:
      chosen("o.name")
      query = (
        "SELECT r.run, r.cell, r.replicate, r.seed\(values), o.name AS outcome, x.\"group\", x.value, x.missing FROM runs r JOIN results x ON x.run = r.run JOIN outcomes o ON o.outcome = x.outcome",
        "r.cell, r.replicate, x.outcome, x.\"group\""
      )
    case .series:
      chosen("s.measure")
      query = (
        "SELECT r.run, r.cell, r.replicate\(values), s.measure, s.\"group\", s.period, s.value FROM runs r JOIN series s ON s.run = r.run",
        "r.cell, r.replicate, s.measure, s.\"group\", s.period"
      )
    }
    let filtered = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let grouped = subject == .cells ? " GROUP BY r.cell" : ""
    let statement = try db.makeStatement(sql: "\(query.select)\(filtered)\(grouped) ORDER BY \(query.order)")
    let rows = try Row.fetchAll(statement, arguments: StatementArguments(arguments))
    return StudyListing(
      columns: Array(statement.columnNames), rows: rows.map { row in row.databaseValues.map(StudyListing.Field.init) })
  }
}

extension StudyListing.Field {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .none
    case .int64(let number): self = .whole(number)
    case .double(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .blob: self = .none
    }
  }
}
