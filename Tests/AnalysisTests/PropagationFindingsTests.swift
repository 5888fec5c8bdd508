import GraphModel
import Propagation
import Testing

@testable import Analysis

struct PropagationFindingsTests {
  /// Two tied people and one alone: with susceptibility 1/2, `x = ((2 s + t) / 3, (s + 2 t) / 3)`.
  private func pair(
    _ one: Double, _ other: Double, alone: Double = 620, _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> Findings {
    let society = Society.made(ownScores: [one, other, alone], layers: [.made(.of(3, pairs: [(0, 1)]))])
    return try examined(society) { settings in
      settings.susceptibility = .constant(0.5)
      change(&settings)
    }.findings()
  }

  @Test func `Who rises gains and who falls loses`() throws {
    let propagation = try pair(540, 660).propagation
    #expect(propagation.gained == 1 && propagation.lost == 1)
  }

  @Test func `Nobody gains or loses where nothing moves`() throws {
    let propagation = try pair(600.1, 600.1).propagation
    #expect(propagation.gained == 0 && propagation.lost == 0)
  }

  /// After one round everybody has moved exactly as far as one round moves them, near the equilibrium or not.
  @Test func `Who rises in a single round gains, and who falls loses`() throws {
    let propagation = try pair(540, 660) { $0.stop = .rounds(1) }.propagation
    #expect(propagation.gained == 1 && propagation.lost == 1)
  }

  @Test func `Those who rise in a single round are named`() throws {
    #expect(try pair(540, 660) { $0.stop = .rounds(1) }.propagation.topGains.map(\.id) == ["p0"])
  }

  @Test func `The mean effect is over everyone`() throws {
    // 40 up, 40 down, 0.
    #expect(isClose(try pair(540, 660).propagation.meanAbsoluteEffect, 80.0 / 3, relative: 1e-8))
  }

  @Test func `The mean susceptibility is over people with ties`() throws {
    #expect(try pair(540, 660).propagation.meanSusceptibility == 0.5)
  }

  @Test func `Tier transitions count people by own and public tier`() throws {
    // 540 -> 580, 660 -> 620, 620 stays.
    var table = [[Int]](repeating: [0, 0, 0, 0, 0], count: 5)
    table[0][1] = 1
    table[3][2] = 1
    table[2][2] = 1
    #expect(try pair(540, 660).tierTransitions == table)
  }

  @Test func `A score within the bound of a cut is counted`() throws {
    // (2 * 580 + 640) / 3 = 600; the other gets 620.
    #expect(try pair(580, 640).propagation.nearCut == 1)
  }

  @Test func `Scores away from cuts are not counted`() throws {
    #expect(try pair(581, 641).propagation.nearCut == 0)
  }

  /// Ten people, each tied to an anchor of 950 (or 350) who does not move: all rise (fall), the lower (higher) the more.
  private func star(_ anchor: Double) throws -> PropagationFindings {
    let scores = [anchor] + (0..<10).map { 600 + Double($0 / 2) * 10 }
    let column = AttributeColumn(name: "susceptibility", values: ["0"] + (0..<10).map { _ in "0.5" })
    let society = Society.made(
      ownScores: scores, layers: [.made(.of(11, pairs: (1...10).map { (0, $0) }))], columns: [column])
    return try examined(society).findings().propagation
  }

  @Test func `The five who gain most are named, of equals the first`() throws {
    #expect(try star(950).topGains.map(\.id) == ["p1", "p2", "p3", "p4", "p5"])
  }

  @Test func `The five who lose most are named, of equals the first`() throws {
    #expect(try star(350).topLosses.map(\.id) == ["p9", "p10", "p7", "p8", "p5"])
  }

  @Test func `A mover's effect is the public less the own score`() throws {
    let mover = try #require(try star(950).topGains.first)
    #expect(isClose(mover.effect, 175, relative: 1e-9) && mover.effect == mover.publicScore - mover.ownScore)
  }

  @Test func `A mover's effects by layer add up`() throws {
    var random = RandomSocieties(51)
    let movers = try examined(random.society(30, pairs: 60)).findings().propagation.topLosses
    #expect(movers.allSatisfy { isClose($0.effects.reduce(0, +), $0.effect, relative: 1e-10) })
  }

  @Test func `Without a round no layer has an effect`() throws {
    let propagation = try pair(540, 660) { $0.stop = .rounds(0) }.propagation
    #expect(propagation.meanAbsoluteEffects == [0])
  }

  @Test func `Without a bound none is claimed`() throws {
    #expect(try pair(540, 660) { $0.stop = .rounds(0) }.propagation.errorBound == nil)
  }

  @Test func `Without a bound nobody can be said to be near a cut`() throws {
    #expect(try pair(580, 640) { $0.stop = .rounds(0) }.propagation.nearCut == nil)
  }

  @Test func `Groups that settle among themselves are named`() throws {
    let propagation = try pair(540, 660) { $0.susceptibility = .constant(1) }.propagation
    #expect(propagation.closedGroups.map(\.ids) == [["p0", "p1"]] && propagation.closedGroups[0].value == 600)
  }

  /// Two disjoint copies of one graph, numbered differently.
  ///
  /// Twins have the same own and, in exact arithmetic, the same public score. Rounding must not put one before the other.
  @Test func `Twins are tied in the rank agreement`() throws {
    for index in 0..<10 {
      var random = RandomSocieties(60 + index)
      let half = 15
      let ties = random.ties(half, pairs: 40, isWeighted: true)
      let order = random.permutation(of: half)
      var arcs: [(Int, Int, Double)] = []
      for (row, weights) in ties.matrix.enumerated() {
        for (column, weight) in weights.enumerated() where weight > 0 {
          arcs.append((row, column, weight))
          arcs.append((half + order[row], half + order[column], weight))
        }
      }
      // Few different own scores, so that twins are not tied in them alone.
      let own = (0..<half).map { _ in 400 + 100 * Double(random.integer(below: 5)) + 0.1 }
      var scores = own + own
      for person in 0..<half { scores[half + order[person]] = own[person] }
      let examination = try examined(.made(ownScores: scores, layers: [.made(.of(2 * half, arcs: arcs))]))
      let rounded = examination.equilibrium.scores.map { ($0 * 1e8).rounded() }
      let tau = try KendallTau.b(scores, rounded)
      #expect(isClose(examination.findings().propagation.rankAgreement, tau, relative: 1e-14))
    }
  }
}
