import Foundation
import GraphModel
import Testing

/// Payments: `transactions.csv` with amounts, times and directions.
struct LayerBuilderTests {
  private static let header = "payer,payee,amount,time\n"

  static func read(_ rows: String, _ change: (inout TieRules) -> Void = { _ in }) throws -> ReadSociety {
    try TemporaryFolder.read(["transactions.csv": .text(header + rows)]) { change(&$0.ties) }
  }

  // MARK: Amounts

  @Test(arguments: ["amount", "value", "weight", "Amount"])
  func `the amount is in a column of a usual name`(column: String) throws {
    let read = try TemporaryFolder.read(["transactions.csv": "source,target,\(column)\na,b,3\n"]) {
      $0.ties.amount = .amount
    }
    #expect(read.arcs(of: "transaction")["a>b"] == 3)
  }

  @Test func `payments between two people add up, whoever pays`() throws {
    let read = try Self.read("a,b,10,\nb,a,5,\na,b,20,\nb,c,1,\n") { $0.amount = .amount }
    #expect(read.arcs(of: "transaction") == ["a>b": 35, "b>a": 35, "b>c": 1, "c>b": 1])
  }

  @Test func `payments that were added up are told`() throws {
    let read = try Self.read("a,b,10,\nb,a,5,\na,b,20,\nb,c,1,\n")
    #expect(read.notices(.merged) == ["4 payments added up into 2 ties (transactions.csv)"])
  }

  @Test func `payments that all are alone are not told as added up`() throws {
    #expect(try Self.read("a,b,10,\nb,c,1,\n").notices(.merged).isEmpty)
  }

  @Test func `a payment adds the logarithm of 1 and its amount where nothing is said`() throws {
    let read = try Self.read("a,b,10,\na,b,20,\n")
    #expect(read.arcs(of: "transaction")["a>b"] == log1p(10) + log1p(20))
  }

  @Test func `the logarithm is of the amount in units`() throws {
    let read = try Self.read("a,b,10,\n") { $0.amount = .log(unit: 4) }
    #expect(read.arcs(of: "transaction")["a>b"] == log1p(2.5))
  }

  @Test func `a payment adds 1 where payments are counted`() throws {
    let read = try Self.read("a,b,10,\na,b,20,\na,b,0,\n") { $0.amount = .count }
    #expect(read.arcs(of: "transaction")["a>b"] == 3)
  }

  @Test(arguments: [TieRules.Amount.count, .amount, .log(unit: 1)])
  func `a missing amount weighs 1`(amount: TieRules.Amount) throws {
    let read = try Self.read("a,b,,\na,b,NA,\n") { $0.amount = amount }
    #expect(read.arcs(of: "transaction")["a>b"] == 2)
  }

  @Test func `a payment of nothing is left out and told`() throws {
    let read = try Self.read("a,b,0,\nb,c,1,\n")
    #expect(read.notices(.dropped) == ["1 record of weight 0 left out (transactions.csv)"])
  }

  @Test func `payments without a column of amounts weigh 1 each`() throws {
    let read = try TemporaryFolder.read(["transactions.csv": "source,target\na,b\na,b\n"])
    #expect(read.arcs(of: "transaction") == ["a>b": 2, "b>a": 2])
  }

  @Test func `payments to oneself are left out and told`() throws {
    let read = try Self.read("a,a,5,\na,b,1,\n")
    #expect(read.notices(.dropped) == ["1 self-tie left out (transactions.csv)"])
  }

  @Test func `payments to oneself are kept where that is the rule`() throws {
    let read = try Self.read("a,a,5,\na,b,1,\n") {
      $0.amount = .amount
      $0.selfTies = .keep
    }
    #expect(read.arcs(of: "transaction") == ["a>a": 5, "a>b": 1, "b>a": 1])
  }

  @Test func `an amount too large for its unit does not trap`() async {
    await #expect(processExitsWith: .success) {
      _ = try? LayerBuilderTests.read("a,b,1e100,\n") { $0.amount = .log(unit: 1e-300) }
    }
  }

  // MARK: Direction

  @Test(
    arguments: [
      (.both, ["a>b": 3, "b>a": 3]), (.payer, ["a>b": 3]), (.payee, ["b>a": 3]),
    ] as [(TieRules.Direction, [String: Double])])
  func `the direction says who is influenced`(direction: TieRules.Direction, arcs: [String: Double]) throws {
    let read = try Self.read("a,b,1,\na,b,2,\n") {
      $0.amount = .amount
      $0.direction = direction
    }
    #expect(read.arcs(of: "transaction") == arcs)
  }

  @Test(arguments: [(TieRules.Direction.both, false), (.payer, true), (.payee, true)])
  func `payments are directed unless both are influenced`(direction: TieRules.Direction, isDirected: Bool) throws {
    let read = try Self.read("a,b,1,\n") { $0.direction = direction }
    #expect(read.society.layers[0].isDirected == isDirected)
  }

  // MARK: Fading

  /// Payments of three days for a half-life of 10 days.
  ///
  /// By hand, as of the latest payment (day 20): day 0 counts 1/4, day 10 counts 1/2, day 20 counts 1.
  private static let dated = "a,b,8,1970-01-01\na,b,8,1970-01-11\nb,c,8,864000\na,c,8,1970-01-21T00:00:00Z\n"

  private static func fading(_ rows: String, asOf: Double? = nil) throws -> ReadSociety {
    try read(rows) {
      $0.amount = .amount
      $0.halfLife = 10
      $0.asOf = asOf
    }
  }

  @Test func `payments count half after each half-life`() throws {
    let read = try Self.fading(Self.dated)
    let expected = ["a>b": 6.0, "b>a": 6, "b>c": 4, "c>b": 4, "a>c": 8, "c>a": 8]
    #expect(read.arcs(of: "transaction") == expected)
  }

  @Test func `the moment of the society can be later than the latest payment`() throws {
    let read = try Self.fading(Self.dated, asOf: 30 * Timestamp.day)
    let expected = ["a>b": 3.0, "b>a": 3, "b>c": 2, "c>b": 2, "a>c": 4, "c>a": 4]
    #expect(read.arcs(of: "transaction") == expected)
  }

  /// b's latest payment is of day 10: in b's row day 0 counts 1/2 and day 10 counts 1.
  ///
  /// a's and c's latest is of day 20.
  @Test(arguments: [nil, 30 * Timestamp.day, 1e5 * Timestamp.day])
  func `in its own row a payment fades from the person's latest one`(asOf: Double?) throws {
    let read = try Self.fading(Self.dated, asOf: asOf)
    let expected = ["a>b": 6.0, "b>a": 12, "b>c": 8, "c>b": 4, "a>c": 8, "c>a": 8]
    #expect(read.rowArcs(of: "transaction") == expected)
  }

  /// Day -100,000 is 10,000 half-lives before day 0: 2^-10000 is 0 in doubles.
  private static let ancient = "a,b,8,1970-01-01\nc,b,8,-8640000000\n"

  @Test func `a payment of long ago has no weight beside one of today`() throws {
    #expect(try Self.fading(Self.ancient).arcs(of: "transaction") == ["a>b": 8, "b>a": 8])
  }

  @Test func `a person with very old payments only keeps a network in the own row`() throws {
    #expect(try Self.fading(Self.ancient).rowArcs(of: "transaction") == ["a>b": 8, "b>a": 8, "c>b": 8])
  }

  @Test func `a payment that faded to nothing is not told as added up`() throws {
    #expect(try Self.fading(Self.ancient).notices(.merged).isEmpty)
  }

  @Test func `a payment without a time does not fade`() throws {
    #expect(try Self.fading("a,b,8,1970-01-01\nb,c,8,\n").arcs(of: "transaction")["b>c"] == 8)
  }

  @Test func `the assumed moment is told`() throws {
    #expect(
      try Self.fading(Self.dated).notices(.assumed).last
        == "payments in transactions.csv fade as of 1970-01-21, the latest one")
  }

  @Test func `a half-life without any times does nothing and is told`() throws {
    let read = try Self.fading("a,b,8,\nb,c,8,NA\n")
    #expect(
      read.notices(.ignored) == ["payments in transactions.csv have no times, so the half-life does nothing there"])
  }

  @Test func `without a half-life times do nothing`() throws {
    let read = try Self.read(Self.dated) { $0.amount = .amount }
    #expect(read.rowArcs(of: "transaction") == read.arcs(of: "transaction"))
  }

  @Test(arguments: [TieRules.Direction.payer, .payee])
  func `a directed row fades from the latest payment that counts in it`(direction: TieRules.Direction) throws {
    let read = try Self.read(Self.ancient) {
      $0.amount = .amount
      $0.halfLife = 10
      $0.direction = direction
    }
    let expected = direction == .payer ? ["a>b": 8.0, "c>b": 8] : ["b>a": 8]
    #expect(read.rowArcs(of: "transaction") == expected)
  }
}
