import Compute
import GraphModel
import Propagation
import Testing

@testable import Analysis

struct InfluenceFindingsTests {
  private static func random(_ seed: Int) -> Society {
    var draws = RandomSocieties(seed)
    return draws.society(20, pairs: 30)
  }

  /// The mean public score is the mean of own scores weighted by influence: `1'x/n = c's`.
  @Test func `The mean public score is that of own scores by influence`() throws {
    let society = try settled(Florentine.society())
    let (findings, influence) = try InfluenceFindings.of(society, top: 3)
    let mean = zip(influence, Florentine.ownScores).map { $0 * $1 }.reduce(0, +)
    #expect(abs(findings.meanPublicScore - mean) < 1e-6)
    #expect(abs(influence.reduce(0, +) - 1) < 1e-9)
    #expect(findings.top.map(\.id) == ["Medici", "Guadagni", "Peruzzi"])
    #expect(findings.top[0].followers == 11)
  }

  @Test func `Where all are alike influence is equal`() throws {
    var arcs = ArcList()
    for person in 0..<10 { arcs.appendTie(person, (person + 1) % 10) }
    let ring = Society.made(
      ownScores: (0..<10).map { 400 + 10 * Double($0) }, layers: [.made("ring", TieTable(personCount: 10, arcs: arcs))])
    let findings = try InfluenceFindings.of(settled(ring), top: 10).findings
    #expect(abs((findings.gini ?? 1)) < 1e-9)
    #expect(abs(findings.effectiveNumber - 10) < 1e-6)
    #expect(abs(findings.topHundredth - 0.1) < 1e-9)
    #expect(findings.tauWithFollowers == nil)
  }

  @Test func `Weights put one person's score in place of the mean`() throws {
    let column = AttributeColumn(name: "weight", values: (0..<16).map { $0 == 8 ? "2" : "0" })
    let society = try settled(Florentine.society([column]))
    let weighted = try InfluenceFindings.of(society, weights: "weight", top: 1).influence
    let on = try PersonInfluence.on("Medici", society, top: 16)
    #expect(abs(weighted[8] - on.selfShare) < 1e-8)
    #expect(abs(on.selfShare + on.othersShare - 1) < 1e-8)
  }

  @Test(arguments: [
    ("x", "there is no column \"x\""), ("bad", "\"-1\" is not a weight"), ("zero", "all weights are 0"),
  ])
  func `Weights that are none are told`(column: String, message: String) throws {
    let columns = [
      AttributeColumn(name: "bad", values: (0..<16).map { _ in "-1" }),
      AttributeColumn(name: "zero", values: (0..<16).map { _ in "0" }),
    ]
    let society = try settled(Florentine.society(columns))
    let error = #expect(throws: ReadingError.self) { try InfluenceFindings.of(society, weights: column, top: 1) }
    #expect(error?.problems.first?.message.contains(message) == true)
  }

  /// What goes from one person to another is the same seen from both.
  @Test(arguments: 0..<10)
  func `A share is the same from either end`(seed: Int) throws {
    let society = try settled(Self.random(seed)) { $0.susceptibility = .constant(0.7) }
    let of = try PersonInfluence.of("p0", society, top: 100)
    for row in of.rows {
      let on = try PersonInfluence.on(row.id, society, top: 100)
      let back = on.rows.first { $0.id == "p0" }
      #expect(abs((back?.share ?? 0) - row.share) < 1e-8)
      if row.share > 1e-6 { #expect(back?.distance == row.distance) }
    }
  }

  @Test func `The layer by which a share arrives is that of the tie, where there is one tie`() throws {
    let society = try settled(Florentine.society())
    let rows = try PersonInfluence.of("Medici", society, top: 20).rows
    #expect(rows.first { $0.id == "Acciaiuoli" }?.layer == "marriage")
    #expect(rows.first { $0.id == "Acciaiuoli" }?.distance == 1)
    let sources = try PersonInfluence.on("Acciaiuoli", society, top: 20).rows
    #expect(sources.first?.id == "Medici")
    #expect(sources.first?.layer == "marriage")
  }

  /// Each row against a new solve of the society without that tie.
  @Test(arguments: 0..<10)
  func `What dropping a tie does is what a new solve says`(seed: Int) throws {
    let society = Self.random(seed)
    let before = try settled(society) { settings in
      settings.susceptibility = .constant(0.6)
      settings.stop = .tolerance(1e-9)
    }
    let ties = try TieInfluence.of("p1", before)
    for row in ties.rows {
      let other = try #require(society.people.index(of: row.id))
      let layers = society.layers.map { layer -> Layer in
        guard layer.name == row.layer else { return layer }
        var arcs = ArcList()
        for person in 0..<society.count {
          layer.ties.forEachTie(of: person) { neighbor, weight in
            let isLost =
              (person == 1 && neighbor == other) || (!layer.isDirected && person == other && neighbor == 1)
            if !isLost { arcs.append(person, neighbor, weight) }
          }
        }
        return Layer(
          name: layer.name, kind: layer.kind, isDirected: layer.isDirected, isWeighted: layer.isWeighted,
          ties: TieTable(personCount: society.count, arcs: arcs))
      }
      let changed = Society.made(ownScores: society.ownScores, layers: layers)
      let after = try settled(changed) { $0.susceptibility = .constant(0.6) }.equilibrium.scores
      #expect(abs(row.change - (after[1] - before.equilibrium.scores[1])) < 1e-5)
      #expect(abs(row.otherChange - (after[other] - before.equilibrium.scores[other])) < 1e-5)
    }
    #expect(ties.rows.map(\.change) == ties.rows.map(\.change).sorted(by: >))
  }
}
