/// Reads a file of ties: `source,target[,weight]` or `source,target[,amount][,time]`, with aliases.
package struct TieReader {
  static let sourceNames = ["source", "src", "from", "payer", "source_id", "node1"]
  static let targetNames = ["target", "dst", "to", "payee", "target_id", "node2"]
  static let weightNames = ["weight"]
  static let amountNames = ["amount", "value", "weight"]
  static let timeNames = ["time", "timestamp", "date"]
  static let layerNames = ["layer"]

  let source: LayerSource
  let options: ReadingOptions
  /// How the file is written.
  let layout: TieLayout
  /// Whether people who are met for the first time are added.
  let addsPeople: Bool
  /// Whether everyone in the people file is known; if not, unknown ids are not told, as the broken row has been.
  let knowsEveryone: Bool

  /// The records of each layer in the file, in order of first appearance.
  ///
  /// A file without a `layer` column holds one layer, the source's own.
  func read(
    _ input: InputFile, people: inout TextIndex, log: inout ProblemLog, notices: inout [Notice]
  ) -> [(name: String, records: TieRecords)] {
    do throws(InputProblem) {
      var table = try HeaderedTable(
        input, headerNames: Set(Self.sourceNames + Self.targetNames), dialect: layout.dialect)
      let columns = try Columns(table, kind: source.kind)
      var checks = LayoutChecks(layout, table)
      let used = columns.used.union(checks.columns)
      let unused = table.columns.indices.filter { !used.contains($0) }.map { "\"\(table.columns[$0])\"" }
      if !unused.isEmpty {
        notices.append(
          Notice(.ignored, count: unused.count, "columns not used in \(input.name): \(unused.joined(separator: ", "))"))
      }
      if let records = fast(input, table, columns, people: &people) { return [(source.name, records)] }
      var layers: [(name: String, records: TieRecords.Builder)] = []
      var slots: [String: Int] = [:]
      let isWhole = table.forEachRow(&log) { row, log in
        if let problem = checks.problem(row, ends: [columns.source, columns.target], names: columns.names) {
          log.add(problem)
          return
        }
        let name = columns.layer.map { row.fields[$0] } ?? source.name
        let slot = slots[name, default: layers.count]
        if slot == layers.count {
          if let problem = Self.problem(withLayerName: name) {
            log.add(
              InputProblem(file: input.name, line: row.line, column: columns.layer.map { columns.names[$0] }, problem))
            return
          }
          slots[name] = slot
          layers.append((name, TieRecords.Builder()))
        }
        self.add(row, columns, file: input.name, to: &layers[slot].records, people: &people, log: &log)
      }
      if isWhole, let problem = checks.problemAtEnd { log.add(problem) }
      return layers.isEmpty ? [(source.name, TieRecords())] : layers.map { ($0.name, $0.records.records) }
    } catch {
      log.add(error)
      return []
    }
  }

  /// What is wrong with a layer's name, or `nil`.
  ///
  /// Names become parts of column names, so they are plain.
  package static func problem(withLayerName name: String) -> String? {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte == 0x5F || byte == 0x2D || (byte >= 0x30 && byte <= 0x39)
          || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
      }
    return isPlain ? nil : "\"\(name)\" is not a layer's name; letters, digits, - and _ were expected"
  }

  /// The records by the fast way, or `nil` if it gives up.
  private func fast(
    _ input: InputFile, _ table: HeaderedTable, _ columns: Columns, people: inout TextIndex
  ) -> TieRecords? {
    guard options.readsFast, layout.allowsFastReading, columns.layer == nil, knowsEveryone || addsPeople
    else { return nil }
    let rest = table.rest
    let reader = FastTies(
      bytes: input.bytes, delimiter: rest.delimiter, columnCount: columns.names.count, source: columns.source,
      target: columns.target, value: columns.value, time: columns.time, isTransaction: source.kind == .transaction,
      rules: options.ties, addsPeople: addsPeople, dropsUnknown: options.unknownPeople == .drop,
      threads: options.threads, progress: options.progress, pieceCount: options.pieceCount)
    return reader.read(from: rest.position, line: rest.line, people: &people)
  }

  // MARK: Rows

  private struct Columns {
    let source: Int
    let target: Int
    let value: Int?
    let time: Int?
    let layer: Int?
    /// The names of all columns, as written.
    let names: [String]

    init(_ table: HeaderedTable, kind: Layer.Kind) throws(InputProblem) {
      source = try table.required(TieReader.sourceNames, as: "one end of the tie")
      target = try table.required(TieReader.targetNames, as: "the other end of the tie")
      value = table.position(of: kind == .transaction ? TieReader.amountNames : TieReader.weightNames)
      time = kind == .transaction ? table.position(of: TieReader.timeNames) : nil
      layer = table.position(of: TieReader.layerNames)
      names = table.columns
    }

    var used: Set<Int> { Set([source, target, value, time, layer].compactMap { $0 }) }
  }

  private func add(
    _ row: HeaderedTable.Row, _ columns: Columns, file: String, to records: inout TieRecords.Builder,
    people: inout TextIndex, log: inout ProblemLog
  ) {
    func problem(_ column: Int, _ message: String) {
      log.add(InputProblem(file: file, line: row.line, column: columns.names[column], message))
    }
    let before = log.total
    let source = end(row.fields[columns.source], people: &people) { problem(columns.source, $0) }
    let target = end(row.fields[columns.target], people: &people) { problem(columns.target, $0) }
    var value = Double.nan
    if let column = columns.value {
      value = number(row.fields[column]) { problem(column, $0) }
    }
    var time = Double.nan
    if let column = columns.time, !FieldText.isMissing(row.fields[column]) {
      time = moment(row.fields[column]) { problem(column, $0) }
    }
    guard log.total == before else { return }
    guard let source, let target else {
      records.unknownCount += 1
      return
    }
    if value < 0 {
      records.negativeCount += 1
      if options.ties.negative == .drop { return }
      value = -value
    }
    records.sources.append(source)
    records.targets.append(target)
    if columns.value != nil {
      records.values.append(value)
    } else if layout.countsRepeats {
      records.values.append(1)
    }
    if columns.time != nil { records.times.append(time) }
  }

  /// The index of one end, or `nil` for somebody unknown who is passed over.
  private func end(_ id: String, people: inout TextIndex, _ problem: (String) -> Void) -> Int32? {
    if id.isEmpty {
      problem("the id is empty; a person's id was expected")
      return nil
    }
    if let index = people.index(of: id) { return index }
    if addsPeople { return people.add(id).index }
    if options.unknownPeople != .drop, knowsEveryone { problem("\"\(id)\" is not the id of anyone in the people file") }
    return nil
  }

  /// A weight or an amount; NaN for a missing amount.
  private func number(_ text: String, _ problem: (String) -> Void) -> Double {
    if FieldText.isMissing(text) {
      if source.kind != .transaction { problem("the weight is missing; a number of 0 or more was expected") }
      return .nan
    }
    switch FieldText.number(text, expected: "a number of 0 or more") {
    case .failure(let failure):
      problem(failure.message)
      return .nan
    case .success(let value):
      if value != 0, value.magnitude < TieTable.leastWeight {
        let least = Numerals.plain(TieTable.leastWeight)
        problem("\"\(text)\" is too small; 0 or a number from \(least) up was expected")
      }
      if value < 0, options.ties.negative == .error {
        let shown = Numerals.plain(value)
        problem("\(shown) is negative; 0 or more was expected (--negative drop or absolute accepts it)")
      }
      return value
    }
  }

  /// The Unix seconds of a time.
  private func moment(_ text: String, _ problem: (String) -> Void) -> Double {
    guard let seconds = Timestamp.seconds(text) else {
      problem("\"\(text)\" is not a time; Unix seconds or an ISO 8601 date was expected")
      return .nan
    }
    if let asOf = options.ties.asOf, seconds > asOf {
      problem("\"\(text)\" is after \(Timestamp.text(asOf)), the moment given with --as-of")
    }
    return seconds
  }
}
