import Compute
import GraphModel
import Propagation
import Testing

@testable import Analysis

/// The models that are compared with, from settings to public scores.
struct ModelTests {
  private static let others: [AnalysisSettings.Model] = [.hegselmannKrause, .deffuant, .threshold, .posterior]

  private func society(_ seed: Int, people: Int = 20, pairs: Int = 50) -> Society {
    var random = RandomSocieties(600 + seed)
    return random.society(people, pairs: pairs)
  }

  /// A path a - b - c - d of friends.
  private let path = Society.made(
    ownScores: [400, 600, 700, 800], layers: [.made(.of(4, pairs: [(0, 1), (1, 2), (2, 3)]))],
    columns: [
      AttributeColumn(name: "defaulted", values: ["no", "", "TRUE", "0"]),
      AttributeColumn(name: "theta", values: ["1", "0.4", "0.6", "0"]),
    ])

  // MARK: Thresholds

  @Test func `Who turns falls to the floor of the scale, the others keep their own score`() throws {
    let found = try examined(path) { settings in
      settings.model = .threshold
      settings.parameters.threshold = .constant(0.5)
    }
    #expect(found.equilibrium.scores == [350, 350, 350, 350])
    #expect(found.cascade?.round == [0, 1, 2, 3])
    let never = try examined(path) { settings in
      settings.model = .threshold
      settings.parameters.threshold = .constant(0.6)
    }
    #expect(never.equilibrium.scores == [350, 600, 700, 800])
  }

  @Test func `Thresholds and those who have turned come from columns`() throws {
    let found = try examined(path) { settings in
      settings.model = .threshold
      settings.parameters.threshold = .column("theta")
      settings.parameters.starts = .column("defaulted")
    }
    #expect(found.cascade?.round == [2, 1, 0, 1])
    let findings = try #require(found.findings().propagation.cascade)
    #expect(findings.started == 1 && findings.turned == 4 && findings.turnedByRound == [1, 2, 1])
    #expect(findings.threshold == "column theta" && findings.starts == "column defaulted")
  }

  @Test func `A number of rounds stops a cascade there`() throws {
    let found = try examined(path) { settings in
      settings.model = .threshold
      settings.stop = .rounds(1)
    }
    #expect(found.equilibrium.scores == [350, 350, 700, 800] && found.cascade?.round == [0, 1, nil, nil])
    #expect(found.equilibrium.outcome == .rounds)
  }

  /// In a random society, who had turned at the start moves with the own score: the number of starters stays.
  @Test func `Marks of a column are dealt out with own scores`() throws {
    let settled = try settled(path) { settings in
      settings.model = .threshold
      settings.parameters.threshold = .constant(1)
      settings.parameters.starts = .column("defaulted")
    }
    var random = RandomStream(seed: 1, stream: 940)
    let scores = settled.dealt([2, 0, 3, 1], &random).scores
    #expect(scores == [350, 400, 800, 600])
  }

  // MARK: Opinions

  @Test func `Scores near each other close up, and clusters are told`() throws {
    let complete = TieTable.of(6, pairs: (0..<6).flatMap { one in (one + 1..<6).map { (one, $0) } })
    let society = Society.made(ownScores: [400, 410, 420, 800, 805, 810], layers: [.made(complete)])
    for partners in Partners.allCases {
      let found = try examined(society) { settings in
        settings.model = .hegselmannKrause
        settings.parameters.confidence = 50
        settings.parameters.partners = partners
      }
      for (score, expected) in zip(found.equilibrium.scores, [410.0, 410, 410, 805, 805, 805]) {
        #expect(isClose(score, expected))
      }
      let opinions = try #require(found.findings().propagation.opinions)
      #expect(opinions.count == 2 && opinions.clusters.map(\.people) == [3, 3] && opinions.confidence == 50)
      #expect(found.equilibrium.outcome == .settled)
    }
  }

  @Test func `Without a confidence a fifth of the scale is assumed, and said`() throws {
    let found = try examined(path) { $0.model = .hegselmannKrause }
    #expect(found.notices.contains { $0.kind == .assumed && $0.text.contains("120 points") })
    #expect(try #require(found.findings().propagation.opinions).confidence == 120)
  }

  @Test func `Meetings follow the seed`() throws {
    func scores(_ seed: UInt64) throws -> [Double] {
      try examined(society(1)) { settings in
        settings.model = .deffuant
        settings.seed = seed
      }.equilibrium.scores
    }
    #expect(try scores(1) == scores(1))
    #expect(try scores(1) != scores(2))
  }

  // MARK: The posterior

  /// Source: `wei2016.json`, P = 0.9 for a high signal, three friends with a high and one with a low signal.
  @Test func `The posterior is spread over the scale`() throws {
    let society = Society.made(
      ownScores: [900, 900, 900, 900, 400], layers: [.made(.of(5, pairs: [(0, 1), (0, 2), (0, 3), (0, 4)]))])
    let found = try examined(society) { $0.model = .posterior }
    #expect(isClose(found.equilibrium.scores[0], 350 + 600 * 0.9, relative: 1e-12))
    let signals = try #require(found.findings().propagation.signals)
    #expect(signals.highSignals == 4 && signals.highFrom == 650)
  }

  // MARK: All of them

  @Test(arguments: others)
  func `Every model can be examined, on any number of threads, with random societies of both kinds`(
    model: AnalysisSettings.Model
  ) throws {
    // Ties both ways: among one-way ties, people who meet two by two may go back and forth for ever.
    var random = RandomSocieties(602)
    let society = Society.made(ownScores: random.scores(60), layers: [.made(random.ties(60, pairs: 150))])
    func measures(_ threads: Int, _ kind: NullKind) throws -> [MeasureRow] {
      try examined(society) { settings in
        settings.model = model
        settings.permutations = .count(5)
        settings.null = kind
        settings.tested = .all
        settings.threads = ThreadCount(threads)
      }.measures
    }
    for kind in NullKind.allCases {
      let one = try measures(1, kind)
      #expect(try one == measures(2, kind))
      #expect(one.contains { $0.of == "public_score" && $0.sd != nil })
    }
  }

  @Test(arguments: others)
  func `Public scores stay on the scale, and people without ties keep theirs or their signal's`(
    model: AnalysisSettings.Model
  ) throws {
    let found = try examined(society(3, people: 40, pairs: 30)) { $0.model = model }
    #expect(found.equilibrium.scores.allSatisfy { (350...950).contains($0) })
    guard model == .hegselmannKrause || model == .deffuant else { return }
    for person in 0..<40 where !found.network.isTied[person] {
      #expect(found.equilibrium.scores[person] == found.society.ownScores[person])
    }
  }

  @Test func `Somebody who goes back and forth between two others for ever is no rest`() throws {
    let torn = Society.made(
      ownScores: [500, 520, 540], layers: [.made("rating", .of(3, arcs: [(1, 0, 1), (1, 2, 1)]), isDirected: true)])
    let found = try examined(torn) { settings in
      settings.model = .deffuant
      settings.maximumRounds = 50
      settings.permutations = .count(9)
    }
    #expect(found.equilibrium.outcome == .notConverged && found.draws == 0)
    #expect(found.equilibrium.scores[0] == 500 && found.equilibrium.scores[2] == 540)
  }

  @Test(arguments: others)
  func `Influence refuses what is not linear`(model: AnalysisSettings.Model) throws {
    let settled = try settled(path) { $0.model = model }
    #expect(throws: ReadingError.self) { try settled.linearModel() }
    #expect(throws: ReadingError.self) { try InfluenceFindings.of(settled, top: 3) }
  }

  // MARK: Layers

  @Test(arguments: 0..<5)
  func `Without a layer scores are those of a society that never had it`(seed: Int) throws {
    let society = society(10 + seed)
    let found = try examined(society) { $0.withoutLayers = ["rating"] }
    let alone = try examined(society) { $0.layerWeights = ["friendship": 1] }
    #expect(try #require(found.removals.first).scores == alone.equilibrium.scores)
    let findings = try #require(found.findings().withoutLayers.first)
    #expect(
      findings.layer == "rating"
        && findings.newlyIsolated == zip(found.network.isTied, alone.network.isTied).count { $0 && !$1 })
  }

  @Test func `A layer that is not in the mix, or is the only one, cannot be left out`() {
    #expect(throws: ReadingError.self) { try examined(society(4)) { $0.withoutLayers = ["nope"] } }
    #expect(throws: ReadingError.self) { try examined(path) { $0.withoutLayers = ["friendship"] } }
    #expect(throws: ReadingError.self) {
      try examined(society(4)) { settings in
        settings.withoutLayers = ["rating"]
        settings.layerWeights = ["friendship": 1]
      }
    }
  }

  // MARK: Bad parameters

  @Test func `Columns that are missing or hold something else are refused`() {
    func run(_ change: @escaping (inout ModelParameters) -> Void) -> () throws -> Void {
      {
        _ = try examined(path) { settings in
          settings.model = .threshold
          change(&settings.parameters)
        }
      }
    }
    #expect(throws: ReadingError.self, performing: run { $0.threshold = .column("nope") })
    #expect(throws: ReadingError.self, performing: run { $0.threshold = .column("defaulted") })
    #expect(throws: ReadingError.self, performing: run { $0.starts = .column("nope") })
    #expect(throws: ReadingError.self, performing: run { $0.starts = .column("theta") })
  }
}
