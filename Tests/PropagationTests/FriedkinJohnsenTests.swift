import GraphModel
import Propagation
import TestSupport
import Testing

struct FriedkinJohnsenTests {
  // MARK: Friedkin and Johnsen 1999

  private static var four: FriedkinJohnsen {
    var arcs = ArcList()
    for (person, row) in Reference.four.enumerated() {
      for (other, weight) in row.enumerated() where weight > 0 { arcs.append(person, other, weight) }
    }
    return FriedkinJohnsen(
      network: InfluenceMatrix(TieTable(personCount: 4, arcs: arcs)), ownScores: Reference.fourOwnScores,
      susceptibility: Reference.fourSusceptibility)
  }

  @Test func `The four people of Friedkin and Johnsen end as computed`() {
    #expect(relativeDistance(Self.four.tight.scores, Reference.fourScores) < 1e-10)
  }

  /// The published end is 60, 60, 75, 75.
  @Test func `The four people of Friedkin and Johnsen end as published`() {
    #expect(Self.four.tight.scores.map { $0.rounded() } == [60, 60, 75, 75])
  }

  @Test(arguments: 0..<4)
  func `A row of V of the four people is as computed`(person: Int) {
    #expect(relativeDistance(Self.four.reach[person], Reference.fourReach[person]) < 1e-10)
  }

  // MARK: Florentine families

  private static func florentine(_ susceptibility: [Double], shares: [Double] = [0.5, 0.5]) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(Florentine.society, shares: shares), ownScores: Florentine.ownScores,
      susceptibility: susceptibility)
  }

  private static let florentineMixes = [
    ([0.5, 0.5], Reference.florentineHalfHalf), ([0.7, 0.3], Reference.florentineMostlyMarriage),
    ([1, 0], Reference.florentineMarriage), ([0, 1], Reference.florentineBusiness),
  ]

  @Test(arguments: florentineMixes)
  func `The Florentine families end as computed for each mix of layers`(shares: [Double], scores: [Double]) {
    let model = Self.florentine([Double](repeating: 0.5, count: 16), shares: shares)
    #expect(relativeDistance(model.tight.scores, scores) < 1e-10)
  }

  @Test func `The Florentine families end as computed for mixed susceptibilities`() {
    let scores = Self.florentine(Reference.florentineSusceptibility).tight.scores
    #expect(relativeDistance(scores, Reference.florentineMixedSusceptibility) < 1e-10)
  }

  @Test func `Whom the Medici move is as computed`() {
    let column = Self.florentine(Reference.florentineSusceptibility).reachColumn(Florentine.medici)
    #expect(relativeDistance(column, Reference.mediciColumn) < 1e-10)
  }

  @Test func `Who moves the Medici is as computed`() {
    let row = Self.florentine(Reference.florentineSusceptibility).reach[Florentine.medici]
    #expect(relativeDistance(row, Reference.mediciRow) < 1e-10)
  }

  @Test func `The mean influence of each family is as computed`() {
    let reach = Self.florentine(Reference.florentineSusceptibility).reach
    let means = (0..<16).map { column in reach.reduce(0) { $0 + $1[column] } / 16 }
    #expect(relativeDistance(means, Reference.florentineInfluence) < 1e-10)
  }

  @Test func `What the others lose if the Strozzi own 100 less is as computed`() {
    let model = Self.florentine(Reference.florentineSusceptibility)
    var own = Florentine.ownScores
    own[Florentine.strozzi] -= 100
    let losses = zip(model.with(ownScores: own).tight.scores, model.tight.scores).map { $0 - $1 }
    #expect(relativeDistance(losses, Reference.strozziShock) < 1e-10)
  }

  @Test func `The Pucci, who have no ties, keep their own score`() {
    let scores = Self.florentine([Double](repeating: 1, count: 16)).tight.scores
    #expect(scores[Florentine.pucci] == 350)
  }

  // MARK: Karate club

  private static func karate(_ susceptibility: [Double]) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: InfluenceMatrix(Karate.society, shares: [1]), ownScores: Karate.ownScores, susceptibility: susceptibility
    )
  }

  @Test func `The karate club ends as computed`() {
    let scores = Self.karate([Double](repeating: 0.8, count: 34)).tight.scores
    #expect(relativeDistance(scores, Reference.karateWeighted) < 1e-10)
  }

  @Test func `The karate club with the degree rule ends as computed`() throws {
    let susceptibility = try Susceptibility.degree.values(for: Karate.society, shares: [1])
    #expect(relativeDistance(Self.karate(susceptibility).tight.scores, Reference.karateUnit) < 1e-10)
  }

  @Test func `Who moves the first of the karate club is its personalised PageRank`() {
    let row = Self.karate([Double](repeating: 0.85, count: 34)).reach[0]
    #expect(relativeDistance(row, Reference.karatePageRank) < 1e-10)
  }

  // MARK: Edges of the model

  @Test func `A person without ties counts as susceptibility 0`() {
    #expect(Self.florentine([Double](repeating: 0.9, count: 16)).susceptibility[Florentine.pucci] == 0)
  }

  @Test func `Somebody tied only to the same person keeps the own score`() {
    let society = Society(ownScores: [432], layers: [.directed("follows", people: 1, weighted: [(0, 0, 2)])])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: [432], susceptibility: [0.7])
    #expect(distance(model.tight.scores, [432]) < 1e-9)
  }
}
