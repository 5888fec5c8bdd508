/// How much memory reading a society will take, estimated before its records are read.
///
/// The arithmetic follows what is held when rows of ties are built, the fullest moment. A record has its two ends (8
/// bytes) and each column of values or times (8 bytes). Beside the records stand the rows: 14 bytes an arc with a weight
/// (a neighbour, a weight, and the work of sorting), 6 without; a tie that goes both ways is two arcs. A person takes 60
/// bytes, and 16 more for each further column. A tenth is added for what is not counted here.
struct ReadingPlan: Equatable {
  /// What is known of one file of ties.
  struct Ties: Equatable {
    /// How many records there are, by the size of the file and of its first records.
    let records: Int
    /// How many columns of numbers are kept: a weight or an amount, a time.
    let numbers: Int
    /// Whether a tie is two arcs.
    let isSymmetric: Bool
    /// Whether arcs have weights.
    let isWeighted: Bool
    /// Whether ties are held once more, as they fade from each person's own latest payment.
    let isFading: Bool

    /// The bytes that the records take.
    var recordBytes: Int { records * (8 + 8 * numbers) }

    /// The bytes that the rows take.
    var rowBytes: Int { records * (isSymmetric ? 2 : 1) * (isWeighted ? 14 : 6) * (isFading ? 2 : 1) }
  }

  /// How many people there are.
  let people: Int
  /// How many columns they have beside the id.
  let peopleColumns: Int
  /// The files of ties.
  let ties: [Ties]
  /// The bytes of files that are held in memory.
  let heldBytes: Int

  /// The most bytes held at one time.
  var bytes: Int {
    let counted =
      ties.reduce(heldBytes) { $0 + $1.recordBytes + $1.rowBytes } + people * (60 + 16 * peopleColumns)
    return counted + counted / 10
  }

  /// Records for each person where no people file counts them: an assumption, ten being twenty ties a person.
  static let recordsPerPerson = 10

  /// From what size on the plan is worth telling, in bytes.
  static let notable = 1_000_000_000

  /// What to do where memory does not suffice.
  static let hint =
    "Hint: leave out columns and files that are not needed, use a larger machine, or set --memory-limit SIZE or none."

  /// A number of bytes for people, in units of 1000: `4.2 GB`.
  static func text(_ bytes: Int) -> String {
    let (unit, name) =
      bytes >= 1_000_000_000 ? (1_000_000_000, "GB") : bytes >= 1_000_000 ? (1_000_000, "MB") : (1000, "kB")
    let tenths = bytes / (unit / 10) + (bytes % (unit / 10) >= unit / 20 ? 1 : 0)
    return "\(tenths / 10).\(tenths % 10) \(name)"
  }

  /// Refuses what does not fit.
  ///
  /// - Parameters:
  ///   - limit: how many bytes may be used, or `nil` for any number.
  ///   - name: what is read.
  /// - Throws: a `memory` error that names need and limit.
  func check(limit: Int?, name: String) throws(ReadingError) {
    guard let limit, bytes > limit else { return }
    throw ReadingError(
      .memory,
      [
        InputProblem(
          file: name, "reading takes about \(Self.text(bytes)) of memory, but only \(Self.text(limit)) may be used")
      ], hint: Self.hint)
  }

  /// The notice of a plan that is worth telling.
  var notice: Notice? {
    bytes > Self.notable ? Notice(.assumed, "reading was expected to take about \(Self.text(bytes)) of memory") : nil
  }
}

extension ReadingPlan.Ties {
  /// What the first rows of a file say.
  init(_ input: InputFile, _ layout: TieLayout, kind: Layer.Kind, isDirected: Bool, rules: TieRules) {
    let head = FileHead(input)
    let names =
      (layout.dialect.columns ?? (try? HeaderedTable(input, headerNames: ReadingPlan.endNames))?.columns ?? [])
      .map { $0.lowercased() }
    func has(_ wanted: [String]) -> Int { wanted.contains(where: names.contains) ? 1 : 0 }
    let isPayment = kind == .transaction
    let values = max(has(isPayment ? TieReader.amountNames : TieReader.weightNames), layout.countsRepeats ? 1 : 0)
    let times = isPayment ? has(TieReader.timeNames) : 0
    records = head.records(below: layout.dialect, of: input.bytes.count)
    numbers = values + times
    isSymmetric = isPayment ? rules.direction == .both : !isDirected
    isWeighted = isPayment || values > 0
    isFading = isPayment && times > 0 && rules.halfLife != nil
  }
}

extension ReadingPlan {
  /// The plan for files that are open.
  init(people: InputFile?, ties opened: [OpenTies], rules: TieRules) {
    let ties = opened.map {
      Ties($0.input, $0.layout, kind: $0.source.kind, isDirected: $0.isDirected, rules: rules)
    }
    let columns = people.flatMap { try? HeaderedTable($0, headerNames: Set(PeopleTable.idNames)) }?.columns.count ?? 1
    self.init(
      people: people.map { FileHead($0).records(below: .csv(FileHead($0)), of: $0.bytes.count) }
        ?? ties.reduce(0) { $0 + $1.records } / Self.recordsPerPerson,
      peopleColumns: max(0, columns - 1), ties: ties,
      heldBytes: opened.reduce(people?.heldCount ?? 0) { $0 + $1.input.heldCount })
  }

  /// The names a column of ends may have.
  fileprivate static let endNames = Set(TieReader.sourceNames + TieReader.targetNames)
}

extension FileHead {
  /// How many records a file of a size has, if all are as long as the first ones on average.
  ///
  /// - Parameters:
  ///   - dialect: says whether the first line is a header, and where records begin.
  ///   - size: the size of the whole file, in bytes.
  func records(below dialect: TextDialect, of size: Int) -> Int {
    var begin = dialect.start
    var remaining = lines[...]
    while let line = remaining.first, line.end <= dialect.start || line.isComment {
      begin = max(begin, line.end)
      remaining.removeFirst()
    }
    if dialect.columns == nil, remaining.count > 1, let header = remaining.popFirst() { begin = header.end }
    guard let last = remaining.last, last.end > begin, size > begin else { return 0 }
    let (count, length) = (remaining.count, last.end - begin)
    let whole = (size - begin).multipliedFullWidth(by: count)
    return length.dividingFullWidth(whole).quotient
  }
}
