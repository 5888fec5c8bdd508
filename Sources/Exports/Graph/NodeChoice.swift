/// Some of the people of a table: one community, or those that somebody has named.
///
/// Many choices that have nobody in common share their two arrays.
struct NodeChoice: Sendable {
  /// The rows of the table that are chosen, rising: the person at each position.
  let rows: [Int]
  /// The number of the choice that each row of the table belongs to; 0 for none.
  private let parts: [Int]
  /// The position of each row in its choice.
  private let places: [Int32]
  /// The number of this choice.
  private let part: Int

  /// The choices that a division of all rows makes.
  ///
  /// - Parameters:
  ///   - parts: the number of each row's part, from 1; 0 for none.
  ///   - members: the rows of each part, rising.
  static func all(parts: [Int], members: [[Int]]) -> [NodeChoice] {
    var places = [Int32](repeating: -1, count: parts.count)
    for rows in members { for (place, row) in rows.enumerated() { places[row] = Int32(place) } }
    return members.indices.map { NodeChoice(rows: members[$0], parts: parts, places: places, part: $0 + 1) }
  }

  /// One choice.
  ///
  /// - Parameters:
  ///   - rows: the rows, rising, each once.
  ///   - count: how many rows the table has.
  init(rows: [Int], of count: Int) {
    var parts = [Int](repeating: 0, count: count)
    for row in rows { parts[row] = 1 }
    self = Self.all(parts: parts, members: [rows])[0]
  }

  private init(rows: [Int], parts: [Int], places: [Int32], part: Int) {
    self.rows = rows
    self.parts = parts
    self.places = places
    self.part = part
  }

  /// The position of a row of the table, or -1 if it is not chosen.
  @inline(__always) func place(of row: Int32) -> Int32 { parts[Int(row)] == part ? places[Int(row)] : -1 }
}
