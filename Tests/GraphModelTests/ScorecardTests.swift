import Compute
import GraphModel
import Testing

struct ScorecardTests {
  /// By hand: (35 * 1 + 20 * 0 + 25 * 0.5 + 15 * 0.2) / 95 = 50.5 / 95 of the way from 350 to 950.
  @Test func `a score is the weighted mean of the factors, on the scale`() throws {
    let card = try #require(try Scorecard.builtIn("zhima"))
    let score = try #require(card.scores([[100], [0], [50], [20]], on: .zhima)[0])
    #expect(abs(score - (350 + 600 * 50.5 / 95)) <= 1e-12 * score)
  }

  @Test func `only the ratios of the weights count`() throws {
    let columns: [[Double?]] = [[3, 1, 0], [0, 7, 10]]
    let one = try Self.card("{name: x, weight: 1, low: 0, high: 10}", "{name: y, weight: 3, low: 0, high: 10}")
    let other = try Self.card("{name: x, weight: 16, low: 0, high: 10}", "{name: y, weight: 48, low: 0, high: 10}")
    #expect(one.scores(columns, on: .fico) == other.scores(columns, on: .fico))
  }

  @Test func `a range goes linearly from its low to its high`() throws {
    let card = try Self.card("{name: x, weight: 5, low: -10, high: 30}")
    #expect(card.scores([[-10, 0, 10, 30]], on: .unit) == [0, 0.25, 0.5, 1])
  }

  @Test func `minmax goes linearly from the smallest to the largest value`() throws {
    let card = try Self.card("{name: x, weight: 1, normalise: minmax}")
    #expect(card.scores([[7, 3, 5, 11]], on: .unit) == [0.5, 0, 0.25, 1])
  }

  @Test func `ties in rank share their mean rank`() throws {
    let card = try Self.card("{name: x, weight: 1, normalise: rank}")
    #expect(card.scores([[20, 10, 30, 20, 500]], on: .unit) == [0.375, 0, 0.75, 0.375, 1])
  }

  @Test(arguments: ["{name: x, weight: 1, normalise: minmax}", "{name: x, weight: 1, normalise: rank}"])
  func `values without spread count half`(factor: String) throws {
    #expect(try Self.card(factor).scores([[4, 4, 4]], on: .unit) == [0.5, 0.5, 0.5])
  }

  @Test(arguments: ["{name: x, weight: 1, normalise: minmax}", "{name: x, weight: 1, normalise: rank}"])
  func `the value of a single person counts half`(factor: String) throws {
    #expect(try Self.card(factor).scores([[4, nil]], on: .unit) == [0.5, nil])
  }

  @Test(
    arguments: [
      "{name: x, weight: 1, low: 0, high: 8, better: low}", "{name: x, weight: 1, normalise: minmax, better: low}",
      "{name: x, weight: 1, normalise: rank, better: low}",
    ])
  func `where low is better the order turns round`(factor: String) throws {
    #expect(try Self.card(factor).scores([[0, 4, 8]], on: .unit) == [1, 0.5, 0])
  }

  @Test func `a score is missing where any factor is`() throws {
    let card = try Self.card("{name: x, weight: 1, low: 0, high: 1}", "{name: y, weight: 1, low: 0, high: 1}")
    #expect(card.scores([[1, nil, 1], [1, 1, nil]], on: .unit) == [1, nil, nil])
  }

  @Test(arguments: ["minmax", "rank"])
  func `missing values do not move the others`(normalisation: String) throws {
    let card = try Self.card("{name: x, weight: 1, normalise: \(normalisation)}")
    #expect(card.scores([[nil, 10, 20, nil, 30]], on: .unit) == [nil, 0, 0.5, nil, 1])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `every score lies on the scale`(seed: UInt64) throws {
    let card = try Self.card(
      "{name: x, weight: 0.1, normalise: minmax}", "{name: y, weight: 0.7, low: 0, high: 1}",
      "{name: z, weight: 0.3, normalise: rank, better: low}")
    let scores = card.scores(Self.columns(seed: seed), on: .zhima).compactMap { $0 }
    #expect(scores.count == 50 && scores.allSatisfy(Scale.zhima.contains))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `ranks depend on the order of the values only`(seed: UInt64) throws {
    let card = try Self.card("{name: x, weight: 1, normalise: rank}")
    let values = Self.columns(seed: seed)[0]
    let other = values.map { $0.map { $0 * $0 * $0 - 7 } }
    #expect(card.scores([values], on: .fico) == card.scores([other], on: .fico))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `another unit changes no minmax score`(seed: UInt64) throws {
    let card = try Self.card("{name: x, weight: 1, normalise: minmax}")
    let values = Self.columns(seed: seed)[0]
    #expect(card.scores([values], on: .fico) == card.scores([values.map { $0.map { 1024 * $0 } }], on: .fico))
  }

  /// Wealth in thousand lira, 1427 (Wasserman and Faust 1994), and the same mapped linearly, poorest 350, richest 950:
  /// `s_minmax_350_950` of the project's reference data, made with numpy.
  @Test func `the wealth of the Florentine families on the Zhima scale is numpy's`() throws {
    let wealth: [Double] = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48]
    let expected = [
      379.370629370629, 488.461538461538, 568.181818181818, 522.027972027972, 421.328671328671, 471.678321678322,
      370.979020979021, 513.636363636364, 769.58041958042, 538.811188811189, 543.006993006993, 350.0, 450.699300699301,
      379.370629370629, 950.0, 538.811188811189,
    ]
    let card = try Self.card("{name: wealth, weight: 1, normalise: minmax}")
    let scores = card.scores([wealth], on: .zhima).compactMap { $0 }
    #expect(scores.count == 16 && zip(scores, expected).allSatisfy { abs($0 - $1) <= 1e-12 * $1 })
  }

  private static func columns(seed: UInt64) -> [[Double?]] {
    var random = RandomStream(seed: seed, stream: 106)
    return (0..<3).map { _ in (0..<50).map { _ in random.uniform() } }
  }

  private static func card(_ factors: String...) throws -> Scorecard {
    let text = "factors:\n" + factors.map { "  - \($0)\n" }.joined()
    return try Scorecard(InputFile(name: "card.yaml", bytes: [UInt8](text.utf8)))
  }
}
