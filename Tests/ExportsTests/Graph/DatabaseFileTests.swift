import Analysis
import Foundation
import GRDB
import GraphModel
import Testing

@testable import Exports

struct DatabaseFileTests {
  private let folder = TemporaryFolder()

  private func database(_ examination: Examination, _ name: String = "a") throws -> DatabaseQueue {
    try examination.peopleGraph.write(.sqlite, to: folder.path(name), beside: examination.exportedTables)
    return try DatabaseQueue(path: folder.path(name))
  }

  @Test func `People have their ids and the values of the people's table`() throws {
    let examination = try ExportedFile.hostile()
    let columns = examination.peopleGraph.columns
    let rows = try database(examination).read { try Row.fetchAll($0, sql: "SELECT * FROM people ORDER BY person") }
    #expect(rows.map { $0["id"] as String? } == Hostile.ids)
    for (person, row) in rows.enumerated() {
      for (index, column) in columns.enumerated() {
        // Behind the number and the id, in the order of the table.
        let value = Array(row)[index + 2].1
        switch column.kind {
        case .double: #expect(Double.fromDatabaseValue(value)?.bitPattern == column.number(person)?.bitPattern)
        case .int, .long, .boolean: #expect(Int64.fromDatabaseValue(value) == column.whole(person))
        case .string: #expect(String.fromDatabaseValue(value) == column.value(person))
        }
      }
    }
  }

  private func value<Value: DatabaseValueConvertible>(
    _ queue: DatabaseQueue, _ sql: String, _ arguments: [String] = []
  ) throws -> [Value] {
    try queue.read { try Value.fetchAll($0, sql: sql, arguments: StatementArguments(arguments)) }
  }

  @Test func `Ties are those of the graph, and seen from both ends in a view`() throws {
    let examination = try ExportedFile.hostile()
    let queue = try database(examination)
    let count = examination.peopleGraph.edgeCount
    #expect(try value(queue, "SELECT count(*) FROM ties") == [count])
    #expect(try value(queue, "SELECT count(*) FROM neighbours") == [2 * count])
    let chord: [Double] = try value(
      queue, "SELECT weight_friendship FROM ties_by_id WHERE source = ? AND target = ?",
      [Hostile.ids[0], Hostile.ids[3]])
    #expect(chord == [1e-9])
  }

  @Test func `Communities, their ties and measures stand beside them`() throws {
    let examination = try Fixture.twoTriangles()
    let queue = try database(examination)
    #expect(try value(queue, "SELECT people FROM communities ORDER BY community") == [3, 3])
    #expect(try value(queue, "SELECT target FROM community_ties") == [2])
    #expect(try value(queue, "SELECT count(*) FROM measures") == [examination.measures.count])
    #expect(try value(queue, "SELECT value FROM graph WHERE name = 'scale'") == ["zhima"])
    #expect(try value(queue, "SELECT count(*) FROM people_in_communities") == [6])
  }

  @Test func `Looking for a person's ties uses an index`() throws {
    let plan = try database(Fixture.twoTriangles()).read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT * FROM neighbours WHERE person = 3").map(\.description)
    }
    #expect(plan.joined().contains("ties_by_source") && plan.joined().contains("ties_by_target"))
  }

  @Test func `The same graph gives the same bytes`() throws {
    for name in ["a", "b"] { try database(ExportedFile.hostile(), name).close() }
    let (one, other) = try (
      Data(contentsOf: URL(fileURLWithPath: folder.path("a"))), Data(contentsOf: URL(fileURLWithPath: folder.path("b")))
    )
    #expect(one == other)
    #expect(try folder.names() == ["a", "b"])
  }

  @Test func `A graph of communities has tables of its own`() throws {
    try Fixture.twoTriangles().communityGraph.write(.sqlite, to: folder.path("c"))
    let queue = try DatabaseQueue(path: folder.path("c"))
    #expect(try value(queue, "SELECT id FROM communities ORDER BY number") == ["1", "2"])
    #expect(try value(queue, "SELECT ties FROM community_ties") == [1])
  }
}
