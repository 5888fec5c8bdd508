import Compute
import Foundation
import GraphModel
import Propagation
import Testing

@testable import Analysis

struct PortraitTests {
  private static func made(_ index: Int) -> Society {
    var random = RandomSocieties(7_500 + index)
    return random.society(2 + random.integer(below: 60), pairs: random.integer(below: 120))
  }

  /// Blocks of 20 in a ring, more people than are drawn one by one.
  private static let large: Society = {
    var random = RandomSocieties(7_600)
    let count = 2_400
    var arcs = ArcList()
    for one in 0..<count {
      for other in one + 1..<one / 20 * 20 + 20 where other < count { arcs.appendTie(one, other) }
      if one % 20 == 0 { arcs.appendTie(one, (one + 20) % count) }
    }
    return Society.made(
      ownScores: random.scores(count), layers: [.made(TieTable(personCount: count, arcs: arcs))])
  }()

  @Test(arguments: 0..<30)
  func `Everyone is counted once in densities, bands, rings and people`(index: Int) throws {
    let society = Self.made(index)
    let examination = try examined(society)
    let portrait = try examination.portrait()
    #expect(portrait.density.counts.count == 40 && portrait.density.counts.allSatisfy { $0.count == 40 })
    #expect(portrait.density.counts.joined().reduce(0, +) == society.count)
    #expect(portrait.effects.map(\.people).reduce(0, +) == society.count)
    #expect(portrait.people.people.map(\.id) == Array(society.people.ids))
    #expect(portrait.people.leftOut == 0)
    let influence = try #require(portrait.influence)
    let blast = try #require(influence.blast)
    let top = try #require(society.people.ids.firstIndex(of: blast.id))
    let unreached = examination.network.distances(from: [top], .outward).count { $0 == nil }
    #expect(blast.rings.map(\.people).reduce(0, +) + unreached == society.count)
    #expect(blast.rings.first?.distance == 0 && blast.rings.first?.people == 1)
    #expect(influence.concentration.last == InfluencePortrait.Place(people: society.count, share: 1))
    #expect(portrait.people.people.compactMap(\.influence).compensatedSum.distance(to: 1).magnitude < 1e-6)
  }

  @Test(arguments: 0..<30)
  func `Layers of a band add up to its effect, and bands to the mean effect`(index: Int) throws {
    let examination = try examined(Self.made(index))
    let bands = try examination.portrait().effects
    for band in bands {
      #expect(abs(band.byLayer.compensatedSum - band.meanEffect) < 1e-9)
    }
    let total = bands.map { $0.meanEffect * Double($0.people) }.compensatedSum
    let expected = zip(examination.equilibrium.scores, examination.society.ownScores).map { $0 - $1 }.compensatedSum
    #expect(abs(total - expected) < 1e-6)
  }

  @Test func `The largest influence moves what another own score moves`() throws {
    let portrait = try examined(Florentine.society()).portrait()
    let blast = try #require(portrait.influence?.blast)
    #expect(blast.id == "Medici")
    // A fifth of 600 is 120, and 770 - 100 is on the scale.
    #expect(blast.change == -100)
    let medici = 8
    var own = Florentine.ownScores
    own[medici] -= 100
    let before = try examined(Florentine.society())
    let after = try examined(Society.made(ownScores: own, layers: Florentine.layers))
    let moves = zip(after.equilibrium.scores, before.equilibrium.scores).map { $0 - $1 }
    let distances = before.network.distances(from: [medici], .outward)
    for ring in blast.rings {
      let members = distances.indices.filter { distances[$0] == ring.distance }
      #expect(members.count == ring.people)
      #expect(abs(members.map { moves[$0] }.reduce(0, +) - ring.total) < 0.01)
      #expect(abs((members.map { moves[$0] }.min() ?? 0) - ring.largest) < 0.01)
    }
    // By hand from the lists of marriages and business ties: six and five families, three of them both.
    #expect(blast.rings[1].people == 8)
    #expect(blast.rings.map(\.people).reduce(0, +) == 15)
  }

  @Test func `Families are drawn with their scores and all their ties`() throws {
    let examination = try examined(Florentine.society())
    let drawing = try #require(try examination.portrait().network)
    #expect(drawing.kind == .people && drawing.layout == "fruchterman-reingold" && drawing.seed == 1)
    #expect(drawing.nodes.map(\.label) == Florentine.families)
    #expect(drawing.nodes.map(\.ownScore) == Florentine.ownScores)
    #expect(drawing.nodes.map(\.publicScore) == examination.equilibrium.scores)
    #expect(drawing.nodes[11].community == nil && drawing.nodes[8].community != nil)
    // 20 marriages and 15 business ties, 8 of them between the same families.
    #expect(drawing.ties.count == 27 && drawing.hiddenTies == 0)
    #expect(abs(drawing.ties.map(\.weight).compensatedSum - 1) < 1e-12)
    #expect(zip(drawing.ties, drawing.ties.dropFirst()).allSatisfy { $0.weight <= $1.weight })
    #expect(drawing.ties.allSatisfy { $0.source < $0.target })
    #expect(drawing.nodes.allSatisfy { $0.x == ($0.x * 10_000).rounded() / 10_000 })
  }

  @Test func `A large society is drawn as communities`() throws {
    let examination = try examined(Self.large)
    let portrait = try examination.portrait()
    let drawing = try #require(portrait.network)
    let found = try #require(examination.communities).partition
    #expect(drawing.kind == .communities)
    #expect(drawing.nodes.count == min(150, found.count))
    #expect(drawing.hiddenNodes == found.count - drawing.nodes.count)
    #expect(drawing.nodes.map(\.people) == Array(found.sizes.prefix(150)))
    // A ring of ties: each weighs one of all 22,920 ties.
    let between = Self.large.layers[0].ties
    var expected = 0
    for person in 0..<between.personCount {
      between.forEachTie(of: person) { other, _ in
        if other > person, found.parts[person] != found.parts[other], found.parts[person] <= 150,
          found.parts[other] <= 150
        {
          expected += 1
        }
      }
    }
    #expect(abs(drawing.ties.map(\.weight).compensatedSum - Double(expected) / 22_920) < 1e-9)
    #expect(portrait.people.people.count <= PeopleSample.limit && portrait.people.people.count > 1_200)
    #expect(portrait.people.leftOut + portrait.people.people.count == 2_400)
    let most = try #require(
      zip(examination.equilibrium.scores, Self.large.ownScores).map { $0 - $1 }.enumerated().max { $0.1 < $1.1 })
    #expect(portrait.people.people.contains { $0.id == "p\(most.offset)" })
  }

  @Test func `A large society without communities is not drawn`() throws {
    #expect(try examined(Self.large) { $0.findsCommunities = false }.portrait().network == nil)
  }

  @Test func `Only the heaviest ties are drawn`() {
    let ties = (0..<10).map { NetworkDrawing.Tie(source: $0, target: $0 + 1, weight: Double(($0 * 7) % 10)) }
    let kept = NetworkDrawing.Tie.heaviest(ties, limit: 3)
    #expect(kept.ties.map(\.weight) == [7, 8, 9] && kept.hidden == 7)
    let equal = ties.map { NetworkDrawing.Tie(source: $0.source, target: $0.target, weight: 1) }
    #expect(NetworkDrawing.Tie.heaviest(equal, limit: 2).ties.map(\.source) == [1, 0])
  }

  @Test func `Threads change nothing`() throws {
    let one = try examined(Self.large).portrait()
    let two = try examined(Self.large) { $0.threads = ThreadCount(2) }.portrait()
    #expect(one == two)
  }

  @Test func `Without ties there is no network, and nobody moves anybody else`() throws {
    let society = Society.made(ownScores: [400, 500, 900], layers: [.made(TieTable(personCount: 3, arcs: ArcList()))])
    let portrait = try examined(society).portrait()
    #expect(portrait.network == nil)
    #expect(portrait.effects.allSatisfy { $0.meanEffect == 0 })
    #expect(portrait.influence?.blast?.rings.map(\.people) == [1])
    #expect(portrait.people.people.allSatisfy { $0.friendsOwnScore == nil && $0.degree == 0 && $0.community == nil })
  }

  @Test func `One person makes a portrait`() throws {
    let society = Society.made(ownScores: [600], layers: [.made(TieTable(personCount: 1, arcs: ArcList()))])
    let portrait = try examined(society).portrait()
    #expect(portrait.density.low < 600 && portrait.density.high > 600)
    #expect(
      portrait.effects == [
        EffectBand(low: 600, high: 600, people: 1, meanEffect: 0, byLayer: portrait.effects[0].byLayer)
      ])
    #expect(portrait.influence?.concentration == [InfluencePortrait.Place(people: 1, share: 1)])
  }

  @Test func `Equal scores fall into one band and one cell`() throws {
    let society = Society.made(ownScores: [700, 700, 700], layers: [.made(TieTable.of(3, pairs: [(0, 1), (1, 2)]))])
    let portrait = try examined(society).portrait()
    #expect(portrait.effects.map(\.people) == [3])
    #expect(portrait.density.counts.joined().filter { $0 > 0 } == [3])
  }

  @Test(arguments: [AnalysisSettings.Model.downwardDrag, .hegselmannKrause, .deffuant, .threshold, .posterior])
  func `Influence is missing for models that are not linear`(model: AnalysisSettings.Model) throws {
    let portrait = try examined(Florentine.society()) { $0.model = model }.portrait()
    #expect(portrait.influence == nil)
    #expect(portrait.people.people.allSatisfy { $0.influence == nil })
    #expect(portrait.effects.allSatisfy { $0.byLayer.count == (model == .downwardDrag ? 2 : 0) })
  }

  @Test func `Influence is missing after rounds, and where isolation is punished`() throws {
    #expect(try examined(Florentine.society()) { $0.stop = .rounds(3) }.portrait().influence == nil)
    #expect(try examined(Florentine.society()) { $0.isolates = .floor }.portrait().influence == nil)
    #expect(try examined(Florentine.society()) { $0.model = .deGroot }.portrait().influence != nil)
  }

  @Test func `Changes are round numbers`() {
    #expect(
      [600, 550, 1, 100, 99, 3e-7].map { InfluencePortrait.roundPart(of: $0) } == [100, 100, 0.2, 20, 10, 5e-8])
  }
}
