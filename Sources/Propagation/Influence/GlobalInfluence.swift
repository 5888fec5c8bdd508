import Compute
import Foundation
import GraphModel

/// How much each person's own score moves a weighted sum of public scores: `c = V' q`, with `V = dx*/ds`.
///
/// `V = (I - A W)^-1 (I - A)`, so `c = (I - A) y` with `(I - W' A) y = q`. With `q = 1/n` for everyone, `c_j` is the
/// number of points by which the mean public score rises if person j's own score rises by one; with `q` = 1 for person
/// i alone it is row i of V: who moves i. Entries are 0 or more and sum to the sum of `q`, as rows of V sum to 1.
public struct Influence: Sendable {
  /// `c`, one entry a person, in points of the weighted sum a point of own score.
  public let shares: [Double]
  /// `y`, from which shares are `(1 - a) y`, closed classes aside.
  let values: [Double]
  /// How far `shares` can be from the truth, the errors of all people together; infinite if no bound is known.
  public let bound: Double
  /// How often ties were gone over.
  public let rounds: Int
  /// Whether the bound is within the tolerance that was asked for.
  public let isCertified: Bool
}

extension FriedkinJohnsen {
  /// Everyone's influence on a weighted sum of public scores, by one adjoint solve.
  ///
  /// With `r = q + W' A y - y`, the errors of `(I - A)(q + W' A y)` add up to at most `alpha |r|_1`: they are
  /// `(I - A)(I - W' A)^-1 W' A r`, columns of `(I - A)(I - W' A)^-1` (rows of V) sum to 1, and those of `W' A` to a.
  /// Where `W` is reversible, with row sums D before averaging, `y = q + D W x` for `x = A W x + A D^-1 q`, which
  /// conjugate gradients solve. Otherwise stabilised biconjugate gradients bring y near, unless plain iteration takes no
  /// more than 40 rounds. In the end y is iterated until the bound holds. A closed class with susceptibility 1 counts as
  /// one person, whose influence is divided by the stationary distribution of the class.
  ///
  /// - Parameters:
  ///   - weights: `q`, one a person, 0 or more.
  ///   - settings: the tolerance is that of the errors' sum, relative to the sum of `weights`.
  /// - Complexity: O(people + arcs) a round; memory 8 bytes a person and layer, and the turned ties of directed layers.
  public func influence(on weights: [Double], _ settings: SolverSettings) -> Influence {
    precondition(pull == .both, "influence is that of linear models")
    precondition(weights.count == network.personCount, "one weight a person")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are 0 or more")
    let total = weights.compensatedSum
    guard total > 0 else {
      return Influence(shares: weights, values: weights, bound: 0, rounds: 0, isCertified: true)
    }
    // Closed classes settle among themselves; from outside they stand fixed.
    let classes = closedClasses(settings)
    var settled = self
    if !classes.isEmpty {
      var susceptibility = susceptibility
      for person in classes.flatMap(\.members) { susceptibility[person] = 0 }
      settled = FriedkinJohnsen(network: network, ownScores: ownScores, susceptibility: susceptibility)
    }
    var search = AdjointSearch(settled, weights: weights, total: total, settings: settings)
    search.run()
    var shares = zip(search.values, settled.susceptibility).map { $0 * (1 - $1) }
    var bound = search.bound
    for group in classes {
      let mass = group.members.map { shares[$0] }.compensatedSum
      let inside = StationaryDistribution(
        of: group.members, in: network, maximumRounds: settings.maximumRounds)
      for (member, share) in zip(group.members, inside.shares) { shares[member] = mass * share }
      bound += mass > 0 ? mass * inside.bound : 0
    }
    return Influence(
      shares: shares, values: search.values, bound: bound, rounds: search.rounds,
      isCertified: bound <= settings.tolerance * total)
  }

  /// Row of V: how much each person's own score moves one person's public score.
  ///
  /// - Returns: shares that sum to 1.
  public func sources(of person: Int, _ settings: SolverSettings) -> Influence {
    var weights = [Double](repeating: 0, count: network.personCount)
    weights[person] = 1
    return influence(on: weights, settings)
  }

  /// By which layers each person's influence leaves: the part of `y_j` that comes through each active layer,
  /// `(A_l' (c_l a y))_j`.
  ///
  /// - Returns: the parts of one person, computed from the person's followers when asked.
  public func departures(of influence: Influence, threads: ThreadCount = .one) -> (Int) -> [Double] {
    let columns = network.columns(threads: threads)
    return { person in
      columns.indices.map { layer in
        var sum = 0.0
        columns[layer].forEachTie(of: person) { follower, weight in
          sum += network.factors[layer][follower] * weight * susceptibility[follower] * influence.values[follower]
        }
        return sum
      }
    }
  }

  /// Column of V: by how many points each public score rises if one person's own score rises by one point.
  ///
  /// - Parameters:
  ///   - person: whose own score.
  ///   - settings: the tolerance is that of one entry, a number from 0 to 1.
  public func reach(of person: Int, _ settings: SolverSettings) -> Equilibrium {
    var own = [Double](repeating: 0, count: network.personCount)
    own[person] = 1
    return with(ownScores: own).equilibrium(settings)
  }
}

/// The way to one solution of `(I - W' A) y = q`.
private struct AdjointSearch {
  private let model: FriedkinJohnsen
  private let map: AdjointMap
  private let weights: [Double]
  private let total: Double
  private let settings: SolverSettings
  private let alpha: Double
  /// `q + W' A y` for the last y.
  private(set) var values: [Double]
  /// The sum of the errors of `(I - A) y` at most.
  private(set) var bound = Double.infinity
  private(set) var rounds = 0

  init(_ model: FriedkinJohnsen, weights: [Double], total: Double, settings: SolverSettings) {
    self.model = model
    self.weights = weights
    self.total = total
    self.settings = settings
    map = AdjointMap(model, threads: settings.threads)
    alpha = model.susceptibility.max() ?? 0
    values = weights
  }

  mutating func run() {
    if model.network.isSymmetric { jump() } else if expectedRounds > FriedkinJohnsen.cheapRounds { approach() }
    var previous = values
    var stall = Stall()
    while rounds < settings.maximumRounds {
      swap(&previous, &values)
      let change = map.apply(previous, adding: weights, into: &values)
      rounds += 1
      settings.progress.advance(by: 1)
      let rounding = map.roundingError(total, values.compensatedSum)
      bound = alpha * change + rounding
      if bound <= settings.tolerance * total || change <= rounding / 4 || stall.lasts(change, round: rounds) { return }
    }
  }

  /// `y = q + D W x`, with x by conjugate gradients.
  private mutating func jump() {
    let network = model.network
    let constant = weights.indices.map { person in
      let strength = network.strengths[person]
      return strength > 0 ? model.susceptibility[person] * (weights[person] / strength) : 0
    }
    let system = LinearSystem(
      network: network, susceptibility: model.susceptibility, constant: constant, threads: settings.threads,
      progress: settings.progress)
    guard var solver = Solver.cg.acceleration(of: system, spectralRadius: 1) else { return }
    var scores = constant
    let target = settings.tolerance * total / (4 * network.strengths.compensatedSum)
    guard target > 0 else { return }
    let attempt = solver.improve(&scores, to: target, limit: settings.maximumRounds)
    rounds += attempt.applications
    let averages = network.networkScores(scores, threads: settings.threads)
    let jumped = weights.indices.map { weights[$0] + network.strengths[$0] * (averages[$0] ?? 0) }
    start(from: jumped)
  }

  /// About how many rounds of plain iteration from q would take.
  private var expectedRounds: Double {
    guard alpha > 0 else { return 1 }
    return alpha < 1 ? log(min(settings.tolerance, 0.5)) / log(alpha) : .infinity
  }

  /// `y` near the solution, by stabilised biconjugate gradients; after a breakdown what was reached, if it is nearer
  /// than q.
  private mutating func approach() {
    let system = AdjointSystem(map: map, weights: weights, progress: settings.progress)
    var residual = weights
    var least = system.residual(values, into: &residual)
    rounds += 1
    var solver = BiconjugateGradients(system: system)
    // Half of the tolerance is for rounding.
    let target = settings.tolerance * total / 2
    // Room for the solver, a residual of what it reached, and the application that is bounded.
    while least > target, rounds + 3 <= settings.maximumRounds {
      let before = (values: values, least: least)
      var reached = values
      let attempt = solver.improve(&reached, to: target, limit: settings.maximumRounds - rounds - 2)
      rounds += attempt.applications
      guard start(from: reached) else { return }
      least = system.residual(values, into: &residual)
      rounds += 1
      if !(least < before.least) { values = before.values }
      guard least <= before.least / 2 else { return }
    }
  }

  /// Goes on from a solver's answer, if it is one at all.
  ///
  /// No entry of the solution is below that of q, so raising entries to that takes none away from it.
  @discardableResult
  private mutating func start(from answer: [Double]) -> Bool {
    guard answer.allSatisfy(\.isFinite) else { return false }
    values = zip(answer, weights).map { max($0, $1) }
    return true
  }
}
