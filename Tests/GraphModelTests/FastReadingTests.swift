import Compute
import Testing

@testable import GraphModel

/// The fast way of reading against the careful one, on more than 100,000 lines with everything that occurs in files.
struct FastReadingTests {
  /// What reading a file of ties came to.
  private struct Outcome: Equatable {
    let sources: [Int32]
    let targets: [Int32]
    let values: [UInt64]
    let times: [UInt64]
    let counts: [Int]
    let people: [String]
    let problems: [InputProblem]
    let problemCount: Int
    let notices: [Notice]
  }

  private static func read(
    _ bytes: [UInt8], _ kind: Layer.Kind, _ known: [String], _ options: ReadingOptions
  ) -> Outcome {
    let source = LayerSource(
      name: "ties", path: "ties.csv", fileName: "ties.csv", kind: kind, isDirected: false, share: nil)
    let reader = TieReader(
      source: source, options: options, addsPeople: known.isEmpty || options.unknownPeople == .add,
      knowsEveryone: true)
    var people = TextIndex()
    for id in known { _ = people.add(id) }
    var log = ProblemLog()
    var notices: [Notice] = []
    let records =
      reader.read(
        InputFile(name: "ties.csv", bytes: bytes), people: &people, log: &log, notices: &notices
      ).first?.records ?? TieRecords()
    // Records and people of a file with problems are never used.
    let isUsed = log.total == 0
    return Outcome(
      sources: isUsed ? Array(records.sources) : [], targets: isUsed ? Array(records.targets) : [],
      values: isUsed ? records.values.map(\.bitPattern) : [], times: isUsed ? records.times.map(\.bitPattern) : [],
      counts: isUsed ? [records.negativeCount, records.unknownCount] : [], people: isUsed ? Array(people.list) : [],
      problems: log.problems, problemCount: log.total, notices: notices)
  }

  private static func options(_ seed: UInt64) -> ReadingOptions {
    var options = ReadingOptions()
    options.ties.negative = [.error, .drop, .absolute][Int(seed % 3)]
    options.unknownPeople = [.error, .drop, .add][Int(seed / 3 % 3)]
    if seed % 5 == 0 { options.ties.asOf = 1_750_000_000 }
    return options
  }

  /// 240 files of 500 lines: 120,000 lines, half of the files with rows that only the careful reader understands.
  @Test(arguments: 0..<240 as Range<UInt64>)
  func `both ways of reading come to the same`(seed: UInt64) {
    var text = OddText(seed: seed, isOdd: seed % 2 == 1)
    let kind: Layer.Kind = seed % 4 < 2 ? .friendship : .transaction
    let bytes = text.ties(lines: 500, isTransaction: kind == .transaction)
    let known = seed % 7 < 3 ? (0..<60).map { "p\($0)" } + ["Zoë", "007"] : []
    var options = Self.options(seed)
    options.readsFast = false
    let careful = Self.read(bytes, kind, known, options)
    options.readsFast = true
    for (threads, pieces) in [(1, 1), (2, 2), (3, 7), (7, 40)] {
      options.threads = ThreadCount(threads)
      options.pieceCount = pieces
      #expect(Self.read(bytes, kind, known, options) == careful, "\(pieces) pieces")
    }
  }

  /// So that the comparison above compares two things.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `plain rows go the fast way`(seed: UInt64) throws {
    var text = OddText(seed: 2 * seed, isOdd: false)
    let bytes = text.ties(lines: 200, isTransaction: false)
    let input = InputFile(name: "x", bytes: bytes)
    var options = Self.options(2 * seed)
    options.unknownPeople = .add
    let table = try HeaderedTable(input, headerNames: ["source"])
    let reader = FastTies(
      bytes: input.bytes, delimiter: table.rest.delimiter, columnCount: 4, source: 0, target: 2, value: 3, time: nil,
      isTransaction: false, rules: options.ties, addsPeople: true, dropsUnknown: false, threads: ThreadCount(2),
      progress: .silent, pieceCount: 3)
    var people = TextIndex()
    let records = reader.read(from: table.rest.position, line: table.rest.line, people: &people)
    #expect(records?.count == 200)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `both ways of reading people come to the same`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 201)
    let isOdd = seed % 2 == 1
    var text = "id,score,town\n"
    for person in 0..<300 {
      let id = isOdd && random.integer(below: 200) == 0 ? "" : "p\(isOdd ? random.integer(below: 20_000) : person)"
      let score = ["\(400 + person)", "", "NA", "5e2", "\"500\"", " 450 "][random.integer(below: 6)]
      let town = ["Köln", "\"a, b\"", "", "x y", "\"\""][random.integer(below: 5)]
      text += "\(id),\(score),\(town)\(random.integer(below: 3) == 0 ? "\r\n" : "\n")"
      if random.integer(below: 50) == 0 { text += "  \n" }
      if isOdd, random.integer(below: 300) == 0 { text += "\"two\nlines\",1,x\n" }
      if isOdd, random.integer(below: 300) == 0 { text += "a,b\n" }
    }
    func read(_ isFast: Bool, _ pieces: Int) -> ([String], [[String]], [Int], [InputProblem], Bool) {
      var options = ReadingOptions()
      options.readsFast = isFast
      options.pieceCount = pieces
      options.threads = ThreadCount(pieces)
      var log = ProblemLog()
      let table = PeopleTable(InputFile(name: "people.csv", bytes: Array(text.utf8)), options: options, log: &log)
      return (
        Array(table.index.list), table.columns.map { Array($0.values) }, table.lines, log.problems, table.isWhole
      )
    }
    let careful = read(false, 1)
    for pieces in [1, 2, 3, 20] {
      let fast = read(true, pieces)
      #expect(fast.0 == careful.0 && fast.1 == careful.1 && fast.2 == careful.2)
      #expect(fast.3 == careful.3 && fast.4 == careful.4)
    }
  }

  // MARK: Numbers

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `numbers from bytes have the bits of numbers from text`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 202)
    var wrong: [String] = []
    for _ in 0..<100_000 {
      let text = Self.numberText(&random)
      let fast = Array(text.utf8).withSpan { Numerals.number($0) }
      if fast?.bitPattern != Numerals.number(text)?.bitPattern { wrong.append(text) }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  private static func numberText(_ random: inout RandomStream) -> String {
    switch random.integer(below: 6) {
    case 0: return "\(Double(bitPattern: random.next()))"
    case 1: return "\(random.integer(below: 1 << 60))"
    case 2: return "\(random.integer(below: 100_000)).\(random.integer(below: 1_000_000_000))"
    case 3:
      let digits = (0...random.integer(below: 30)).map { _ in String(random.integer(below: 10)) }.joined()
      return "\(digits).\(digits)"
    case 4:
      return "\(["", "-", "+"][random.integer(below: 3)])\(random.uniform())e\(random.integer(below: 700) - 350)"
    default:
      let letters = Array("0123456789.eE+- x")
      return String((0..<random.integer(below: 8)).map { _ in letters[random.integer(below: letters.count)] })
    }
  }

  @Test(arguments: [
    "0", "1735689600", "-1", "999999999999", "9999999999999", "2025-01-01", "2024-02-30", "2025-01-01T00:00:00Z",
    "2025-01-01 23:59:59", "2025-01-01T24:00:00Z", "2025-01-01T00:00:00X", "2025-01-01T00:00:0", "2025/01/01", "",
    "abcdefghij", "2025-01-01T12:30", "2025-01-01T12:30:45.5Z", "1e9", "20250101", "0000-01-01", "9999-12-31",
  ])
  func `times from bytes are times from text`(text: String) {
    #expect(Array(text.utf8).withSpan { Timestamp.seconds($0) } == Timestamp.seconds(text))
  }
}

extension [UInt8] {
  /// The bytes as a span.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(span) }
}
