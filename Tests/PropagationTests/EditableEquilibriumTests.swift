import Compute
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct EditableEquilibriumTests {
  private let settings = SolverSettings(tolerance: 1e-9)

  private func editable(_ model: FriedkinJohnsen, _ settings: SolverSettings) throws -> EditableEquilibrium {
    try EditableEquilibrium(model, model.equilibrium(settings), settings)
  }

  @Test func `The Strozzi lose 100 points`() throws {
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(Florentine.society, shares: [0.5, 0.5]), ownScores: Florentine.ownScores,
      susceptibility: Reference.florentineSusceptibility)
    let before = model.equilibrium(settings)
    var scores = try EditableEquilibrium(model, before, settings)
    scores.setOwnScore(Florentine.ownScores[Florentine.strozzi] - 100, of: Florentine.strozzi)
    try scores.settle()
    let change = zip(scores.scores, before.scores).map { $0 - $1 }
    #expect(distance(change, Reference.strozziShock) <= scores.bound + before.bound.value)
  }

  /// One random change, made to a list of what the society is and to the scores that follow.
  private struct Draft {
    var own: [Double]
    var susceptibility: [Double]
    var weights: [[Int: [Int: Double]]]
    let isDirected: [Bool]

    init(_ random: RandomModel) {
      own = random.society.ownScores
      susceptibility = random.susceptibility
      isDirected = random.society.layers.map(\.isDirected)
      weights = random.society.layers.map { layer in
        var rows: [Int: [Int: Double]] = [:]
        for person in 0..<random.society.count {
          layer.ties.forEachTie(of: person) { rows[person, default: [:]][$0] = $1 }
        }
        return rows
      }
    }

    mutating func change(_ scores: inout EditableEquilibrium, _ draws: inout RandomStream) {
      let person = draws.integer(below: own.count)
      switch draws.integer(below: 4) {
      case 0:
        own[person] = 350 + 600 * draws.uniform()
        scores.setOwnScore(own[person], of: person)
      case 1:
        susceptibility[person] = 0.95 * draws.uniform()
        scores.setSusceptibility(susceptibility[person], of: person)
      case 2:
        // Away with a tie, if there is one.
        let layer = draws.integer(below: weights.count)
        guard let other = weights[layer][person]?.keys.min() else { return }
        set(0, person, other, layer, &scores)
      default:
        let layer = draws.integer(below: weights.count)
        set(draws.uniform() + 0.1, person, draws.integer(below: own.count), layer, &scores)
      }
    }

    private mutating func set(
      _ weight: Double, _ person: Int, _ other: Int, _ layer: Int, _ scores: inout EditableEquilibrium
    ) {
      scores.setTie(weight, from: person, to: other, layer: layer, isMutual: !isDirected[layer])
      let ends = isDirected[layer] ? [(person, other)] : [(person, other), (other, person)]
      for (one, two) in ends { weights[layer][one, default: [:]][two] = weight > 0 ? weight : nil }
    }

    /// The society as it is now, with the exact scores.
    func exact(_ random: RandomModel) -> [Double] {
      let layers = zip(random.society.layers, weights).map { layer, rows in
        var arcs = ArcList()
        for (person, row) in rows { for (other, weight) in row { arcs.append(person, other, weight) } }
        return Layer(
          name: layer.name, kind: layer.kind, isDirected: layer.isDirected, isWeighted: true,
          ties: TieTable(personCount: own.count, arcs: arcs))
      }
      let society = Society(ownScores: own, layers: layers)
      return DenseInfluence(society, shares: random.shares, isPooled: random.mix == .pooled)
        .equilibrium(susceptibility, own)
    }
  }

  /// Layers that are in the mix from the start, so that positions agree.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `After changes of all kinds the true error is never above the bound`(seed: UInt64) throws {
    let random = RandomModel(seed: seed, seed % 2 == 0 ? .constant : .mixed)
    var draft = Draft(random)
    var scores = try editable(random.model, SolverSettings(tolerance: seed % 3 == 0 ? 1e-3 : 1e-8))
    var draws = RandomStream(seed: seed, stream: 12)
    for _ in 0..<4 {
      for _ in 0...draws.integer(below: 3) { draft.change(&scores, &draws) }
      try scores.settle()
      #expect(distance(scores.scores, draft.exact(random)) <= scores.bound + 1e-11)
      #expect(scores.bound <= scores.tolerance)
    }
  }

  @Test func `Ten thousand changes leave no drift`() throws {
    let random = RandomModel(seed: 7, .mixed, people: 60...60)
    var draft = Draft(random)
    var scores = try editable(random.model, settings)
    var draws = RandomStream(seed: 7, stream: 13)
    for _ in 0..<10_000 {
      draft.change(&scores, &draws)
      try scores.settle()
    }
    #expect(scores.bound <= 1e-9)
    #expect(distance(scores.scores, draft.exact(random)) <= scores.bound + 1e-11)
    let fresh = scores.model().equilibrium(settings)
    #expect(distance(scores.scores, fresh.scores) <= scores.bound + fresh.bound.value)
  }

  @Test func `Whoever loses the last tie has the own score, and the network again with a new one`() throws {
    let society = Society(ownScores: [400, 800], layers: [.undirected("friendship", people: 2, [(0, 1)])])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: [0.5, 0.5])
    var scores = try editable(model, settings)
    let before = scores.scores
    scores.setTie(0, from: 0, to: 1, layer: 0, isMutual: true)
    try scores.settle()
    #expect(scores.scores == [400, 800])
    #expect(scores.susceptibility == [0, 0])
    scores.setTie(3, from: 0, to: 1, layer: 0, isMutual: true)
    try scores.settle()
    #expect(distance(scores.scores, before) <= 2e-9)
    #expect(scores.tieWeight(from: 1, to: 0, layer: 0) == 3)
  }

  @Test func `A change far away costs nothing here`() throws {
    let society = RandomSociety.large(seed: 5, people: 20_000, tiesPerPerson: 3)
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores,
      susceptibility: [Double](repeating: 0.3, count: society.count))
    var scores = try editable(model, SolverSettings(tolerance: 0.1))
    scores.setOwnScore(350, of: 77)
    let settlement = try scores.settle()
    #expect(settlement.method == .push)
    #expect(settlement.arcs < 2_000)
    #expect(distance(scores.scores, scores.model().equilibrium(settings).scores) <= scores.bound + 1e-9)
  }

  @Test func `Susceptibilities of 1 are followed too, and cutting off their anchors is told`() throws {
    let society = Society(
      ownScores: [400, 800, 600], layers: [.undirected("friendship", people: 3, [(0, 1), (1, 2)])])
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores, susceptibility: [1, 1, 0.5])
    var scores = try editable(model, settings)
    scores.setOwnScore(900, of: 2)
    try scores.settle()
    #expect(distance(scores.scores, [900, 900, 900]) <= scores.bound)
    scores.setTie(0, from: 1, to: 2, layer: 0, isMutual: true)
    #expect(throws: EditableEquilibrium.Failure.self) { try scores.settle() }
  }

  @Test func `Without a unique equilibrium there is nothing to follow`() {
    let society = Society(ownScores: [400, 800], layers: [.undirected("friendship", people: 2, [(0, 1)])])
    let model = FriedkinJohnsen.deGroot(
      network: InfluenceMatrix(society, shares: [1]), ownScores: society.ownScores)
    #expect(throws: EditableEquilibrium.Failure.self) { _ = try editable(model, settings) }
  }

  @Test func `What comes through layers and what is held to add up to the score`() throws {
    let random = RandomModel(seed: 21, .mixed)
    let scores = try editable(random.model, SolverSettings(tolerance: 1e-12))
    for person in 0..<random.society.count {
      let held = (1 - scores.susceptibility[person]) * scores.ownScores[person]
      let parts = scores.layerParts(of: person).reduce(0, +)
      #expect(abs(held + parts - scores.scores[person]) < 1e-9)
    }
  }
}
