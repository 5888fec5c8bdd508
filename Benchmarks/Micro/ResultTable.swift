import Foundation

/// Times work, and keeps what it took.
struct ResultTable {
  /// How often each piece of work is measured.
  let repeats: Int
  private var rows = [["", "milliseconds", "GB/s", "M items/s", "items"]]

  /// A table without results.
  init(repeats: Int) { self.repeats = repeats }

  /// Measures work and adds a row.
  ///
  /// - Parameters:
  ///   - name: what it is.
  ///   - items: how many things one call goes over, such as arcs.
  ///   - unit: what the items are.
  ///   - bytes: how many bytes one call streams; `nil` if that says nothing.
  ///   - calls: how many calls one measurement has, so that short work can be timed.
  ///   - isWarm: whether one call goes before, unmeasured.
  ///   - work: one call; it returns something that depends on all it did.
  mutating func measure<Value>(
    _ name: String, items: Int, _ unit: String, bytes: Int? = nil, calls: Int = 1, isWarm: Bool = true,
    _ work: () throws -> Value
  ) rethrows {
    let clock = ContinuousClock()
    if isWarm { Self.consume(try work()) }
    var times: [Double] = []
    for _ in 0..<repeats {
      let start = clock.now
      for _ in 0..<calls { Self.consume(try work()) }
      times.append((clock.now - start) / .seconds(1) / Double(calls))
    }
    times.sort()
    add(name, seconds: (times[times.count / 2] + times[(times.count - 1) / 2]) / 2, items: items, unit, bytes: bytes)
  }

  /// Adds a row for a time that was measured elsewhere.
  mutating func add(_ name: String, seconds: Double, items: Int, _ unit: String, bytes: Int? = nil) {
    func text(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
    rows.append([
      name, text(seconds * 1e3, 2), bytes.map { text(Double($0) / seconds / 1e9, 2) } ?? "",
      text(Double(items) / seconds / 1e6, 1), unit,
    ])
  }

  /// Keeps the compiler from leaving out work whose result nobody reads.
  @inline(never) private static func consume<Value>(_ value: Value) {}

  /// The table, in lines without line ends.
  var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + space : column == row.count - 1 ? row[column] : space + row[column]
      }.joined(separator: "  ")
    }
  }
}
