import Compute
import GraphModel
import Propagation
import Testing

@testable import Analysis

/// Whether each null gives p-values that are uniform when there is nothing to find.
///
/// 1,000 societies are drawn with own scores and groups that have nothing to do with ties. With 19 random societies each,
/// the observed number's rank among the twenty is one of twenty that are equally likely; where draws equal the observed
/// number, one of the ranks they share is drawn. Pearson's chi squared over the twenty ranks has 19 degrees of freedom and
/// lies above 50.8 once in 10,000 times (scipy: `chi2.isf(1e-4, 19)`); the seeds are fixed, so that the test does not
/// change from run to run.
struct NullUniformityTests {
  private static let societies = 1_000
  private static let draws = 19

  /// The rows of each society.
  private static func rows(_ kind: NullKind) throws -> [[MeasureRow]] {
    try (0..<societies).map { index in
      var random = RandomSocieties(20_000 + index)
      let count = 16
      let society = Society.made(
        ownScores: random.scores(count), layers: [.made(random.ties(count, pairs: 24, isWeighted: false))],
        columns: [AttributeColumn(name: "house", values: (0..<count).map { _ in "\(random.integer(below: 3))" })])
      return try examined(society) { settings in
        settings.seed = UInt64(index)
        settings.null = kind
        settings.tested = .all
        settings.permutations = .count(draws)
        settings.localPermutations = 0
        settings.stop = .rounds(3)
        settings.findsCommunities = false
        settings.groupColumns = ["house"]
        settings.threads = ThreadCount(2)
      }.measures
    }
  }

  private static let permuted = Result { try rows(.permute) }
  private static let rewired = Result { try rows(.rewire) }

  /// What is looked at: measure, of, on, by.
  struct Case: Sendable, CustomTestStringConvertible {
    let measure: String
    var of = ""
    var on = ""
    var by = ""

    var testDescription: String { [measure, of, on, by].filter { !$0.isEmpty }.joined(separator: " ") }
  }

  private static let onScores = ["own_score", "public_score"].flatMap { of in
    ["moran_i", "assortativity", "geary_c", "friends_above_share", "friends_excess"].map {
      Case(measure: $0, of: of, on: "friendship")
    }
  }
  private static let onPublicScores =
    [
      Case(measure: "gini", of: "public_score"), Case(measure: "standard_deviation", of: "public_score"),
      Case(measure: "mean", of: "public_score"), Case(measure: "polarisation", of: "public_score"),
      Case(measure: "kendall_tau_b", of: "public_score", by: "own_score"),
      Case(measure: "internal_conflict", of: "public_score", by: "own_score"),
      Case(measure: "shorrocks", of: "public_score", by: "own_score"),
      Case(measure: "variance_between_share", of: "public_score", by: "house"),
      Case(measure: "esteban_ray", of: "public_score", by: "house"),
      Case(measure: "disagreement", of: "own_score", on: "friendship"),
      Case(measure: "disagreement", of: "public_score", on: "friendship"),
    ]
  private static let onTies = ["house", "own_tier", "public_tier"].flatMap { by in
    ["categorical_assortativity", "ei_index", "spectral_segregation"].map {
      Case(measure: $0, on: "friendship", by: by)
    }
  }
  private static let onGroups = [
    Case(measure: "variance_between_share", of: "own_score", by: "house"),
    Case(measure: "theil_between_share", of: "own_score", by: "house"),
    Case(measure: "adjusted_rand_index", of: "house", by: "own_tier"),
  ]

  private func isUniform(_ societies: [[MeasureRow]], _ example: Case) -> Bool {
    var counts = [Double](repeating: 0, count: Self.draws + 1)
    var shared = RandomStream(seed: 4, stream: 930)
    for rows in societies {
      let row = rows.first {
        $0.measure == example.measure && $0.of == example.of && $0.on == example.on && $0.by == example.by
      }
      guard let row, let high = row.pHigh, let low = row.pLow, let draws = row.draws, draws == Self.draws else {
        continue
      }
      let atLeast = Int((high * Double(draws + 1)).rounded()) - 1
      let above = draws + 1 - Int((low * Double(draws + 1)).rounded())
      counts[above + shared.integer(below: atLeast - above + 1)] += 1
    }
    let total = counts.reduce(0, +)
    let expected = total / Double(counts.count)
    let square = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    return total > 900 && square < 50.8
  }

  @Test(arguments: onScores + onPublicScores + onTies + onGroups)
  func `Dealing out own scores gives uniform p where there is nothing to find`(example: Case) throws {
    #expect(isUniform(try Self.permuted.get(), example))
  }

  /// With ties of weight 1 the excess of friends' own scores hangs on degrees alone, which no rewiring changes.
  @Test(arguments: onScores.filter { $0.measure != "friends_excess" || $0.of != "own_score" } + onPublicScores + onTies)
  func `Rewiring ties gives uniform p where there is nothing to find`(example: Case) throws {
    #expect(isUniform(try Self.rewired.get(), example))
  }

  /// With 19 draws the two-sided p is a tenth, two tenths, and so on up to 1.
  ///
  /// Chi squared with 9 degrees of freedom is above 33.7 once in
  /// 10,000 times.
  @Test func `The local test gives uniform p where there is nothing to find`() throws {
    var counts = [Double](repeating: 0, count: 10)
    for index in 0..<Self.societies {
      var random = RandomSocieties(7_000 + index)
      let frame = TieFrame(random.ties(18, pairs: 30), isWeighted: true)
      let found = LocalMoran(random.scores(18), on: frame, draws: Self.draws, seed: UInt64(index))
      guard let p = found.p[0] else { continue }
      counts[min(9, Int((p * 10).rounded()) - 1)] += 1
    }
    let expected = counts.reduce(0, +) / 10
    #expect(counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected } < 33.7)
  }
}
