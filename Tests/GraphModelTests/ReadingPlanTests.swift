import Testing

@testable import GraphModel

struct ReadingPlanTests {
  private static func ties(
    _ text: String, kind: Layer.Kind = .friendship, isDirected: Bool = false, rules: TieRules = TieRules()
  ) throws -> ReadingPlan.Ties {
    let input = InputFile(name: "ties", bytes: [UInt8](text.utf8))
    return ReadingPlan.Ties(
      input, try FormatDetector.layout(of: input), kind: kind, isDirected: isDirected, rules: rules)
  }

  // MARK: Records

  @Test(arguments: [1, 2, 99, 100, 101, 1000, 20_000])
  func `records of one length are counted right`(count: Int) throws {
    #expect(try Self.ties("source,target\n" + String(repeating: "ab,cd\n", count: count)).records == count)
  }

  @Test(arguments: ["0 1\n", "# x\n0 1\n", "% sym unweighted\n% 1 2 2\n0 1\n", "# source,target\n0,1\n"])
  func `headers and comments are no records`(text: String) throws {
    #expect(try Self.ties(text).records == 1)
  }

  @Test func `the line of sizes is no record`() throws {
    #expect(try Self.ties("%%MatrixMarket matrix coordinate pattern general\n3 3 2\n1 2\n2 3\n").records == 2)
  }

  @Test(arguments: ["", "source,target\n", "source,target", "# x\n", "\n\n"])
  func `files without records have none or one`(text: String) throws {
    #expect(try Self.ties(text).records <= 1)
  }

  @Test func `records of many lengths are counted to a tenth`() throws {
    var stream = SystemRandomNumberGenerator()
    let count = 20_000
    let rows = (0..<count).map { _ in
      "\(Int.random(in: 0..<1_000_000, using: &stream)),\(Int.random(in: 0..<1_000_000, using: &stream))\n"
    }
    let records = try Self.ties("source,target\n" + rows.joined()).records
    #expect(abs(records - count) < count / 10)
  }

  // MARK: Columns

  @Test func `a plain friendship has no numbers`() throws {
    #expect(
      try Self.ties("source,target,note\na,b,x\n")
        == ReadingPlan.Ties(records: 1, numbers: 0, isSymmetric: true, isWeighted: false, isFading: false))
  }

  @Test func `the weight of a friendship is a number, its time is not read`() throws {
    #expect(
      try Self.ties("source,target,weight,time\na,b,1,0\n", isDirected: true)
        == ReadingPlan.Ties(records: 1, numbers: 1, isSymmetric: false, isWeighted: true, isFading: false))
  }

  @Test func `payments that fade have amount and time, and are held twice`() throws {
    var rules = TieRules()
    rules.halfLife = 30
    rules.direction = .payer
    #expect(
      try Self.ties("payer,payee,amount,time\na,b,1,0\n", kind: .transaction, rules: rules)
        == ReadingPlan.Ties(records: 1, numbers: 2, isSymmetric: false, isWeighted: true, isFading: true))
  }

  @Test func `a multigraph's repeats are numbers`() throws {
    #expect(try Self.ties("% asym positive\n1 2\n").numbers == 1)
  }

  // MARK: Bytes

  @Test(
    arguments: [
      (0, false, false, 8, 6), (0, true, false, 8, 12), (1, true, true, 16, 28), (2, false, true, 24, 14),
    ])
  func `a record takes its ends and numbers, its rows an arc or two`(
    numbers: Int, isSymmetric: Bool, isWeighted: Bool, recordBytes: Int, rowBytes: Int
  ) {
    let ties = ReadingPlan.Ties(
      records: 1000, numbers: numbers, isSymmetric: isSymmetric, isWeighted: isWeighted, isFading: false)
    #expect(ties.recordBytes == 1000 * recordBytes)
    #expect(ties.rowBytes == 1000 * rowBytes)
  }

  @Test func `people, ties and files add up, and a tenth more`() {
    let ties = ReadingPlan.Ties(records: 10, numbers: 1, isSymmetric: true, isWeighted: true, isFading: false)
    let plan = ReadingPlan(people: 100, peopleColumns: 2, ties: [ties, ties], heldBytes: 320)
    // 100 (60 + 32) + 2 * 10 (16 + 28) + 320 = 10,400.
    #expect(plan.bytes == 11_440)
  }

  @Test(
    arguments: [
      (0, "0.0 kB"), (1, "0.0 kB"), (50, "0.1 kB"), (1_000, "1.0 kB"), (1_048_576, "1.0 MB"), (4_249_999_999, "4.2 GB"),
      (4_250_000_000, "4.3 GB"), (2_000_000_000_000, "2000.0 GB"),
    ])
  func `bytes are told in thousands`(bytes: Int, text: String) {
    #expect(ReadingPlan.text(bytes) == text)
  }

  // MARK: The limit

  private static let large = ReadingPlan(people: 50_000_000, peopleColumns: 0, ties: [], heldBytes: 0)

  @Test func `what needs more than the limit is refused with need and limit`() {
    let error = #expect(throws: ReadingError.self) { try Self.large.check(limit: 3_299_999_999, name: "big") }
    #expect(error?.code == .memory)
    #expect(
      error?.problems.map(\.description) == ["big: reading takes about 3.3 GB of memory, but only 3.3 GB may be used"])
  }

  @Test(arguments: [3_300_000_000, nil])
  func `what fits is read`(limit: Int?) throws {
    try Self.large.check(limit: limit, name: "big")
  }

  @Test func `only what is large is worth a notice`() {
    #expect(Self.large.notice?.text == "reading was expected to take about 3.3 GB of memory")
    #expect(ReadingPlan(people: 1000, peopleColumns: 0, ties: [], heldBytes: 0).notice == nil)
  }

  @Test func `a society is refused before its records are read`() throws {
    let rows = String(repeating: "a,b\n", count: 1000) + "broken\n"
    let error = #expect(throws: ReadingError.self) {
      try TemporaryFolder.read(["friendships.csv": .text("source,target\n" + rows)]) { $0.memoryLimit = 10_000 }
    }
    #expect(error?.code == .memory && error?.total == 1)
  }
}
