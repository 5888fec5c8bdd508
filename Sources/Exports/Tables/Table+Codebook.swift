extension Table {
  /// `codebook.csv`: one row a column of the tables, in their order.
  static func codebook(of tables: [(file: String, headings: [Heading])]) -> Table {
    let entries = tables.flatMap { table in table.headings.map { (file: table.file, heading: $0) } }
    let columns = [
      Column("file", .string, "the file") { entries[$0].file },
      Column("column", .string, "the column") { entries[$0].heading.name },
      Column("type", .string, "int, long, double, boolean or string") { entries[$0].heading.kind.rawValue },
      Column("unit", .string, "the unit") { entries[$0].heading.unit },
      Column("meaning", .string, "what it is") { entries[$0].heading.meaning },
    ]
    return Table(file: "codebook.csv", columns: columns, rowCount: entries.count)
  }
}
