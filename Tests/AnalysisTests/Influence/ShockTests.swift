import Compute
import GraphModel
import Propagation
import Testing

@testable import Analysis

struct ShockTests {
  /// `0.2 + 0.6 frac((i + 1) 0.7548776662466927)`, as in the reference numbers.
  private static let susceptibility = AttributeColumn(
    name: "susceptibility",
    values: (0..<16).map { person in
      let product = Double(person + 1) * 0.7548776662466927
      return String(0.2 + 0.6 * (product - product.rounded(.down)))
    })

  private func florentine() throws -> SettledSociety { try settled(Florentine.society([Self.susceptibility])) }

  /// `shock_Strozzi_minus100` of the reference numbers: made with numpy from the inverse of I - AW.
  @Test func `The Strozzi lose 100 points`() throws {
    let shock = try Shock([.shift(person: "Strozzi", points: -100)], florentine(), grouping: nil, top: 3).findings
    #expect(shock.thresholds == [0.1, 1, 5, 10])
    #expect(shock.all.byThreshold[1] == 7)
    #expect(shock.all.byThreshold[2] == 4)
    #expect(abs(shock.all.total - -103.58884943168496) <= 16 * shock.bound)
    #expect(shock.top.map(\.id) == ["Strozzi", "Ridolfi", "Castellani"])
    #expect(abs(shock.top[0].change - -63.7557825584556) < 1e-6)
    #expect(shock.top.map(\.distance) == [0, 1, 1])
  }

  @Test func `Distances, tiers and what comes through layers add up`() throws {
    let society = try florentine()
    let shock = try Shock([.shift(person: "Strozzi", points: -100)], society, grouping: nil, top: 3).findings
    #expect(shock.byDistance.map(\.people) == [1, 4, 5, 5, 1])
    #expect(shock.byDistance.last?.name == "not connected")
    #expect(abs(shock.byDistance.map(\.total).reduce(0, +) - shock.all.total) < 1e-9)
    #expect(abs(shock.ownTotal + shock.layerTotals.reduce(0, +) - shock.all.total) < 1e-9)
    // (1 - a) of the Strozzi times 100.
    #expect(abs(shock.ownTotal - -100 * (1 - 0.393898996220235)) < 1e-5)
    #expect(shock.tierTransitions.flatMap { $0 }.reduce(0, +) == 16)
    #expect(abs(shock.meanAfter - shock.meanBefore - shock.all.total / 16) < 1e-9)
  }

  @Test func `Several changes at once are those one after the other`() throws {
    let changes: [SocietyChange] = [
      .shift(person: "Strozzi", points: -100), .set(person: "Medici", score: 400),
      .cut(one: "Medici", other: "Salviati", layer: "marriage"),
      .tie(one: "Pucci", other: "Medici", weight: 1, layer: "business"),
    ]
    let shock = try Shock(changes, florentine(), grouping: nil, top: 1)
    var own = Florentine.ownScores
    own[14] -= 100
    own[8] = 400
    let marriage = Florentine.marriage.arcList { !Set([$0, $1]).isSubset(of: [8, 13]) }
    var business = Florentine.business.arcList { _, _ in true }
    business.appendTie(11, 8)
    let changed = Society(
      name: "changed", people: People(ids: Florentine.families, attributes: [Self.susceptibility]), scale: .zhima,
      ownScores: own,
      layers: [
        .made("marriage", TieTable(personCount: 16, arcs: marriage)),
        .made("business", TieTable(personCount: 16, arcs: business)),
      ])
    let fresh = try settled(changed).equilibrium
    for (person, score) in fresh.scores.enumerated() {
      #expect(abs(shock.after[person] - score) <= shock.findings.bound + fresh.bound.value)
    }
  }

  @Test func `Who is blacklisted has the lowest score, whoever the friends are`() throws {
    let shock = try Shock([.blacklist(person: "Medici")], florentine(), grouping: nil, top: 1)
    #expect(shock.after[8] == 350)
    #expect(shock.findings.all.largest < -200)
  }

  @Test func `Whoever loses the last tie falls to the floor, if isolation is punished`() throws {
    for (isolates, score) in [(AnalysisSettings.Isolates.keep, Florentine.ownScores[0]), (.floor, 350)] {
      let society = try settled(Florentine.society([Self.susceptibility])) { $0.isolates = isolates }
      let shock = try Shock(
        [.cut(one: "Acciaiuoli", other: "Medici", layer: nil)], society, grouping: nil, top: 1)
      #expect(shock.after[0] == score)
    }
  }

  /// With isolates on the floor, cutting a tie of somebody who has others leaves the own score that was asked for.
  @Test func `A cut does not undo another change`() throws {
    let society = try settled(Florentine.society([Self.susceptibility])) { $0.isolates = .floor }
    let cut = SocietyChange.cut(one: "Medici", other: "Salviati", layer: nil)
    let both = try Shock([.set(person: "Medici", score: 400), cut], society, grouping: nil, top: 1)
    let turned = try Shock([cut, .set(person: "Medici", score: 400)], society, grouping: nil, top: 1)
    #expect(largestDifference(both.after, turned.after) <= both.findings.bound + turned.findings.bound)
    #expect(both.after[8] < 600)
    let listed = try Shock([.blacklist(person: "Medici"), cut], society, grouping: nil, top: 1)
    #expect(listed.after[8] == 350)
  }

  @Test func `An own score stops at the end of the scale`() throws {
    let shock = try Shock([.shift(person: "Pucci", points: -5)], florentine(), grouping: nil, top: 1)
    #expect(shock.findings.all.moved == 0)
    #expect(
      shock.findings.notices.last?.text
        == "the own score of Pucci stops at the end of the scale, 350, instead of 345")
  }

  @Test func `Groups are told by what they lose`() throws {
    let column = AttributeColumn(name: "side", values: (0..<16).map { $0 == 8 ? "medici" : "others" })
    let society = try settled(Florentine.society([Self.susceptibility, column]))
    let grouping = try society.grouping(by: "side", orCommunities: false)
    let shock = try Shock([.shift(person: "Medici", points: -50)], society, grouping: grouping, top: 1).findings
    #expect(shock.groupedBy == "side")
    #expect(shock.byGroup.map(\.name) == ["others", "medici"])
    #expect(abs(shock.byGroup.map(\.total).reduce(0, +) - shock.all.total) < 1e-9)
  }

  @Test(arguments: [
    (SocietyChange.shift(person: "medici", points: 1), "there is no person \"medici\"; did you mean \"Medici\"?"),
    (.set(person: "Medici", score: 1000), "1000 is not on the scale; 350 to 950 was expected"),
    (.cut(one: "Medici", other: "Strozzi", layer: nil), "\"Medici\" and \"Strozzi\" are not tied"),
    (.cut(one: "Medici", other: "Medici", layer: nil), "\"Medici\" stands at both ends; two people were expected"),
    (
      .cut(one: "Medici", other: "Pazzi", layer: "work"),
      "there is no layer \"work\" in the mix; the layers are marriage, business"
    ),
    (
      .tie(one: "Medici", other: "Strozzi", weight: 1, layer: nil),
      "there are several layers; A,B,LAYER=WEIGHT with one of marriage, business was expected"
    ),
  ])
  func `What cannot happen is told`(change: SocietyChange, message: String) throws {
    let society = try florentine()
    let error = #expect(throws: ReadingError.self) { try Shock([change], society, grouping: nil, top: 1) }
    #expect(error?.problems.map(\.message) == [message])
    #expect(error?.code == .usage)
  }

  @Test func `Where no equilibrium is unique nothing can be followed`() throws {
    let society = try settled(Florentine.society()) { $0.model = .deGroot }
    let error = #expect(throws: ReadingError.self) {
      try Shock([.shift(person: "Medici", points: 1)], society, grouping: nil, top: 1)
    }
    #expect(error?.problems.first?.message.hasPrefix("a group with susceptibility 1 settles among itself") == true)
  }
}

extension TieTable {
  /// The arcs that a condition on their ends holds for.
  fileprivate func arcList(_ holds: (Int, Int) -> Bool) -> ArcList {
    var arcs = ArcList()
    for person in 0..<personCount {
      forEachTie(of: person) { other, weight in if holds(person, other) { arcs.append(person, other, weight) } }
    }
    return arcs
  }

}
