import GraphModel
import Propagation
import Testing

@testable import Analysis

struct ExaminationTests {
  private func florentine(_ oracle: FlorentineOracle) throws -> Examination {
    try examined(Florentine.society()) { settings in
      settings.susceptibility = .constant(0.5)
      settings.layerWeights = ["marriage": oracle.marriage, "business": oracle.business]
      settings.stop = .tolerance(1e-10)
      settings.findsCommunities = false
    }
  }

  private func karate() throws -> Examination {
    try examined(Karate.society()) { settings in
      settings.susceptibility = .constant(0.8)
      settings.stop = .tolerance(1e-10)
      settings.groupColumns = ["club"]
    }
  }

  // MARK: Florentine families

  @Test(arguments: FlorentineOracle.mixes)
  func `Public scores of the Florentine families are the oracle's within the bound`(oracle: FlorentineOracle) throws {
    let equilibrium = try florentine(oracle).equilibrium
    #expect(largestDifference(equilibrium.scores, oracle.scores) <= equilibrium.bound.value + 5e-13)
  }

  @Test(arguments: FlorentineOracle.mixes)
  func `Their Gini coefficient is the oracle's`(oracle: FlorentineOracle) throws {
    #expect(isClose(try florentine(oracle).findings().publicScores.gini, oracle.gini))
  }

  @Test(arguments: FlorentineOracle.mixes)
  func `Their Theil's T is the oracle's`(oracle: FlorentineOracle) throws {
    #expect(isClose(try florentine(oracle).findings().publicScores.theil, oracle.theil))
  }

  @Test(arguments: FlorentineOracle.mixes)
  func `Their rank agreement is the oracle's`(oracle: FlorentineOracle) throws {
    #expect(isClose(try florentine(oracle).findings().propagation.rankAgreement, oracle.tau))
  }

  @Test(arguments: FlorentineOracle.mixes)
  func `The row of Kendall's tau is the oracle's`(oracle: FlorentineOracle) throws {
    let row = try florentine(oracle).findings().measure("kendall_tau_b", of: "public_score", by: "own_score")
    #expect(isClose(row?.value, oracle.tau))
  }

  /// Source: reference numbers, `small.json`, florentine, fj_hetero.
  @Test func `Susceptibilities of a column give the oracle's scores within the bound`() throws {
    let column = AttributeColumn(
      name: "susceptibility", values: FlorentineOracle.susceptibilities.map { $0.description })
    let equilibrium = try examined(Florentine.society([column])) { settings in
      settings.stop = .tolerance(1e-10)
      settings.findsCommunities = false
    }.equilibrium
    let difference = largestDifference(equilibrium.scores, FlorentineOracle.mixedSusceptibility)
    #expect(difference <= equilibrium.bound.value + 5e-13)
  }

  @Test func `Effects by layer add up to the peer effect`() throws {
    let examination = try florentine(FlorentineOracle.mixes[1])
    let sums = zip(examination.layerEffects[0], examination.layerEffects[1]).map { $0 + $1 }
    let effects = zip(examination.equilibrium.scores, Florentine.ownScores).map { $0 - $1 }
    #expect(largestDifference(sums, effects) < 1e-11)
  }

  @Test func `A family without ties has no network score`() throws {
    #expect(try florentine(FlorentineOracle.mixes[0]).networkScores[11] == nil)
  }

  /// Ridolfi has no business ties, so its network is its marriages: Medici, Strozzi, Tornabuoni.
  @Test func `Friends' own scores are means of own scores`() throws {
    let own = Florentine.ownScores
    let value = try florentine(FlorentineOracle.mixes[0]).friendsOwnScores[12]
    #expect(isClose(value, (own[8] + own[14] + own[15]) / 3))
  }

  /// Source: reference numbers, `small.json`, measures_wealth_marriage: linear maps do not change Moran's I.
  @Test func `Own scores over marriages have the oracle's Moran's I, with esda's standard deviation`() throws {
    let findings = try florentine(FlorentineOracle.mixes[0]).findings()
    let row = try #require(findings.measure("moran_i", of: "own_score", on: "marriage"))
    #expect(isClose(row.value, -0.34396538220551376))
    #expect(isClose(row.sd.map { $0 * $0 }, 0.03573296940813483))
  }

  /// Source: as above, esda_p_rand.
  @Test func `Own scores over marriages have esda's analytic p`() throws {
    let findings = try florentine(FlorentineOracle.mixes[0]).findings()
    let row = findings.measure("moran_i", of: "own_score", on: "marriage")
    #expect(isClose(row?.p, 0.14937229851284503))
  }

  @Test func `Measures on ties are over families with ties in them`() throws {
    let findings = try florentine(FlorentineOracle.mixes[0]).findings()
    let counts = ["marriage", "business", "combined"].map { findings.measure("geary_c", of: "own_score", on: $0)?.n }
    #expect(counts == [15, 11, 15])
  }

  @Test func `A layer of share 0 is not measured`() throws {
    let findings = try florentine(FlorentineOracle.mixes[2]).findings()
    #expect(!findings.measures.contains { $0.on == "business" })
  }

  // MARK: Karate club

  /// Source: reference numbers, `small.json`, karate, fj_weighted_a0.8.
  @Test func `Public scores of the karate club are the oracle's within the bound`() throws {
    let equilibrium = try karate().equilibrium
    #expect(largestDifference(equilibrium.scores, KarateOracle.scores) <= equilibrium.bound.value + 5e-13)
  }

  /// Source: reference numbers, `small.json`, karate, fj_weighted_a0.8_measures.
  @Test(
    arguments: [
      ("gini", "", "", nil, 0.032743751148769124), ("theil", "", "", nil, 0.0016488042428931889),
      ("theil_between", "", "club", nil, 0.00027745198415173554),
      ("theil_within", "", "club", nil, 0.001371352258741527),
      ("assortativity", "friendship", "", true, 0.21061679842975228),
      ("moran_i", "friendship", "", true, 0.2366508238124317),
      ("geary_c", "friendship", "", true, 0.7845200061573204),
    ] as [(String, String, String, Bool?, Double)])
  func `Measures of their public scores are the oracle's`(
    measure: String, on: String, by: String, weighted: Bool?, reference: Double
  ) throws {
    let findings = try karate().findings()
    let row = findings.measure(measure, of: "public_score", on: on, by: by, weighted: weighted)
    #expect(isClose(row?.value, reference))
  }

  /// Source: as above, VI_rand.
  @Test func `Moran's I of their public scores has the oracle's standard deviation under randomisation`() throws {
    let scores = try karate().equilibrium.scores
    let frame = TieFrame(Karate.weighted, isWeighted: true)
    let null = try #require(MoranMoments(frame).moran(scores, tied: frame.tied))
    #expect(isClose(null.deviation * null.deviation, 0.012520845346337581))
    #expect(isClose(null.expected, -0.030303030303030304))
  }

  /// Source: reference numbers, `small.json`, karate, modularity_club_weighted.
  ///
  /// With one layer the combined graph has its weights, scaled.
  @Test func `The modularity of the clubs is the oracle's`() throws {
    let row = try karate().findings().measure("modularity", on: "combined", by: "club")
    #expect(isClose(row?.value, 0.39143756676224206))
  }

  @Test func `The modularity of communities is that of their partition`() throws {
    let examination = try karate()
    let communities = try #require(examination.communities)
    let reference = try communities.partition.modularity(on: Karate.weighted)
    #expect(isClose(examination.findings().communities?.modularity, reference))
  }

  /// The best known modularity without weights is 0.4197896 (`max_modularity_known`); Leiden reaches it for most seeds.
  @Test func `Communities of the unweighted club have a modularity near the best known`() throws {
    let found = try Communities.find(in: Karate.unweighted, resolution: 1, seed: 1)
    let modularity = try #require(found.modularity)
    #expect(modularity > 0.41 && modularity <= 0.41978961209730437 + 1e-12)
  }

  // MARK: Models

  /// Source: reference numbers, `small.json`, karate, degroot_limit_weighted.
  @Test func `DeGroot's consensus of the karate club is the oracle's`() throws {
    let scores = try examined(Karate.society()) { $0.model = .deGroot }.equilibrium.scores
    #expect(scores.allSatisfy { isClose($0, 640.8832648463098) })
  }

  @Test func `DeGroot takes susceptibility 1 whatever was asked for`() throws {
    let findings = try examined(Karate.society()) { settings in
      settings.model = .deGroot
      settings.susceptibility = .constant(0.3)
    }.findings()
    #expect(findings.propagation.meanSusceptibility == 1)
  }

  @Test func `People without ties get the lowest score if isolation is punished`() throws {
    let scores = try examined(Florentine.society()) { $0.isolates = .floor }.equilibrium.scores
    #expect(scores[11] == 350)
  }

  @Test func `One person alone can be examined`() throws {
    let society = Society.made(ownScores: [600], layers: [.made(.of(1, arcs: []))])
    let findings = try examined(society) { $0.permutations = .count(9) }.findings()
    #expect(findings.publicScores.mean == 600 && findings.society.isolated == 1)
  }

  @Test func `Two people and a crowd without ties can be examined`() throws {
    var random = RandomSocieties(5)
    let society = Society.made(ownScores: random.scores(50), layers: [.made(.of(50, pairs: [(3, 40)]))])
    let row = try examined(society) { $0.permutations = .count(9) }.findings()
      .measure("moran_i", of: "own_score", on: "friendship")
    #expect(isClose(row?.value, -1) && row?.n == 2)
  }
}
