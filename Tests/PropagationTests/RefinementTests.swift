import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

/// What happens to scores after a change that reaches too many people to be pushed from one to the next.
struct RefinementTests {
  /// People tied to many, half of the seeds in one undirected layer, the others in a directed one as well.
  private struct Crowd {
    let society: Society
    let shares: [Double]
    let susceptibility: [Double]
    var own: [Double]

    init(seed: UInt64, people: Int = 120, tiesPerPerson: Int = 20) {
      var draws = RandomStream(seed: seed, stream: 21)
      var layers = RandomSociety.large(seed: seed, people: people, tiesPerPerson: tiesPerPerson).layers
      if seed % 2 == 1 {
        var arcs = ArcList()
        for person in 0..<people {
          for _ in 0..<tiesPerPerson / 2 { arcs.append(person, draws.integer(below: people), 0.1 + draws.uniform()) }
        }
        layers.append(
          Layer(
            name: "follows", kind: .friendship, isDirected: true, isWeighted: true,
            ties: TieTable(personCount: people, arcs: arcs)))
      }
      let most = [0.5, 0.9, 0.99, 0.999][Int(seed / 2 % 4)]
      susceptibility = (0..<people).map { _ in most * (0.8 + 0.2 * draws.uniform()) }
      own = (0..<people).map { _ in 350 + 600 * draws.uniform() }
      society = Society(ownScores: own, layers: layers)
      shares = [0.6, 0.4].dropLast(2 - layers.count)
    }

    var model: FriedkinJohnsen {
      FriedkinJohnsen(
        network: InfluenceMatrix(society, shares: shares), ownScores: society.ownScores, susceptibility: susceptibility)
    }

    /// Gives everyone another own score.
    mutating func change(_ scores: inout EditableEquilibrium, _ draws: inout RandomStream) {
      for person in own.indices {
        own[person] = 350 + 600 * draws.uniform()
        scores.setOwnScore(own[person], of: person)
      }
    }

    var exact: [Double] {
      DenseInfluence(society, shares: shares, isPooled: false).equilibrium(susceptibility, own)
    }
  }

  @Test(arguments: 0..<16 as Range<UInt64>)
  func `The true error after sweeps is never above the bound, nor the bound above the tolerance`(seed: UInt64) throws {
    var crowd = Crowd(seed: seed)
    let settings = SolverSettings(tolerance: 1e-7)
    var scores = try EditableEquilibrium(crowd.model, crowd.model.equilibrium(settings), settings)
    var draws = RandomStream(seed: seed, stream: 22)
    for _ in 0..<2 {
      crowd.change(&scores, &draws)
      let settlement = try scores.settle()
      #expect(settlement.method == .refine)
      #expect(settlement.bound <= 1e-7)
      #expect(distance(scores.scores, crowd.exact) <= settlement.bound + 1e-11)
    }
  }

  @Test(arguments: [Solver.fixedPoint, .sor, .chebyshev, .cg, .bicgstab])
  func `Every solver sweeps as well`(solver: Solver) throws {
    var crowd = Crowd(seed: 2)
    let settings = SolverSettings(tolerance: 1e-7, solver: solver)
    var scores = try EditableEquilibrium(crowd.model, crowd.model.equilibrium(settings), settings)
    var draws = RandomStream(seed: 2, stream: 22)
    crowd.change(&scores, &draws)
    #expect(try scores.settle().method == .refine)
    #expect(scores.bound <= 1e-7)
    #expect(distance(scores.scores, crowd.exact) <= scores.bound + 1e-11)
  }

  @Test func `A solver for mutual influence gives way once a tie goes one way`() throws {
    var crowd = Crowd(seed: 2)
    let settings = SolverSettings(tolerance: 1e-7, solver: .cg)
    var scores = try EditableEquilibrium(crowd.model, crowd.model.equilibrium(settings), settings)
    var draws = RandomStream(seed: 2, stream: 22)
    scores.setTie(2, from: 0, to: 60, layer: 0, isMutual: false)
    crowd.change(&scores, &draws)
    #expect(try scores.settle().method == .refine)
    #expect(scores.bound <= 1e-7)
  }

  @Test(arguments: [2, 3])
  func `The number of threads changes no bit`(threads: Int) throws {
    let crowd = Crowd(seed: 4, people: 4_000)
    let settled = try [1, threads].map { count in
      let settings = SolverSettings(tolerance: 1e-7, threads: ThreadCount(count))
      var scores = try EditableEquilibrium(crowd.model, crowd.model.equilibrium(settings), settings)
      for person in 0..<10 { scores.setOwnScore(350, of: person) }
      let settlement = try scores.settle()
      #expect(settlement.method == .refine)
      return (scores.scores, settlement)
    }
    #expect(settled[0].0 == settled[1].0)
    #expect(settled[0].1 == settled[1].1)
  }

  @Test func `What lacks little takes few sweeps`() throws {
    let model = Crowd(seed: 4, people: 2_000).model
    let residuals = model.ownScores.map { ($0 - 650) / 600 }
    let sweeps = [1.0, 1e-4].map { size in
      model.correction(
        of: residuals.map { $0 * size }, to: 1e-8, by: .cg, spectralRadius: 0.99, limit: 1_000,
        SolverSettings(tolerance: 1e-7)
      ).sweeps
    }
    #expect(sweeps[1] <= sweeps[0] * 2 / 3)
  }

  @Test func `People in another order lack the same`() throws {
    let crowd = Crowd(seed: 4)
    var people = Array(0..<Int32(crowd.own.count))
    var random = RandomStream(seed: 4, stream: 9)
    random.shuffle(&people)
    let society = Society(
      name: "shuffled", people: crowd.society.people, scale: crowd.society.scale, ownScores: crowd.society.ownScores,
      layers: crowd.society.layers, wishes: SocietyWishes(), order: PeopleOrder(SharedBuffer(people)))
    let other = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: crowd.shares), ownScores: society.ownScores,
      susceptibility: crowd.susceptibility)
    let residuals = crowd.own.map { ($0 - 650) / 600 }
    let corrections = [crowd.model, other].map { model in
      model.correction(
        of: residuals, to: 1e-12, by: .cg, spectralRadius: 0.99, limit: 1_000, SolverSettings(tolerance: 1e-9)
      ).values
    }
    #expect(distance(corrections[0], corrections[1]) < 1e-9)
  }

  @Test func `Where sweeps get no further it is solved anew`() throws {
    var crowd = Crowd(seed: 4)
    let model = crowd.model
    let settings = SolverSettings(tolerance: 1e-7, maximumRounds: 4)
    var scores = try EditableEquilibrium(model, model.equilibrium(SolverSettings(tolerance: 1e-7)), settings)
    var draws = RandomStream(seed: 4, stream: 22)
    crowd.change(&scores, &draws)
    #expect(try scores.settle().method == .solve)
    #expect(distance(scores.scores, crowd.exact) <= scores.bound)
  }
}
