/// People by tier before and after, as a table of shares with shades.
struct TierMatrix {
  private let counts: [[Int]]
  private let names: [String]
  private let corner: String
  private let page: Page

  /// A matrix.
  ///
  /// - Parameters:
  ///   - counts: people by tier before (row) and after (column), lowest first.
  ///   - names: what tiers are called.
  ///   - corner: what rows and columns are.
  ///   - page: the width that there is.
  init(_ counts: [[Int]], names: [String], corner: String, _ page: Page) {
    self.counts = counts
    self.names = names
    self.corner = corner
    self.page = page
  }

  /// The table, with names at its top or else numbers; `nil` if it is too wide even so.
  var table: TextTable? {
    let numbers = counts.indices.map { String($0 + 1) }
    let tables = [
      table(rows: names, columns: names),
      table(rows: zip(numbers, names).map { "\($0) \($1)" }, columns: numbers),
    ]
    return tables.first { $0.fits(page.width) }
  }

  private func table(rows: [String], columns: [String]) -> TextTable {
    var table = TextTable([(corner, .left)] + columns.reversed().map { ($0, .right) })
    for row in counts.indices.reversed() {
      let sum = counts[row].reduce(0, +)
      table.add(
        [TextTable.Cell(rows[row])]
          + counts[row].indices.reversed().map { column in
            guard counts[row][column] > 0 else { return TextTable.Cell("-", .faint) }
            let share = Double(counts[row][column]) / Double(sum)
            return TextTable.Cell(
              "\(NumberText.percent(share)) \(Bars.shade(share, isPlain: page.isPlain))",
              column == row ? nil : column > row ? .good : .bad)
          })
    }
    return table
  }
}
