import GraphModel
import Propagation

/// Somebody who takes over one person after another, and gives each the own score that does most for an objective.
///
/// Public scores are linear in own scores, `z = V s`, so an objective `f(z) = z' M z` is a quadratic form of own scores
/// too, and a change of person i's own score by c makes it
///
///     f(z + c V e_i) = f(z) + 2 c (V' M z)_i + c^2 f(V e_i).
///
/// So no candidate needs a solve of its own:
///
/// - `V e_i` is the **reach** of person i, a column of V. What f makes of it does not depend on own scores, so n solves
///   at the beginning serve all changes and all objectives.
/// - `V' M z` is everybody's **influence** on a sum of public scores with the weights `M z`: one adjoint solve, or two, as
///   weights are 0 or more.
///
/// As a function of one own score f is convex, so on [0, 1] it is largest at an end, and nothing between needs a look.
///
/// Source: M. F. Chen, M. Z. Racz, "An adversarial model of network disruption: maximizing disagreement and polarization
/// in social networks", IEEE Trans. Network Science and Engineering 9 (2022) 728-739, arXiv 2003.08377 (2020).
struct Adversary: Sendable {
  /// A person taken over.
  struct Change: Sendable {
    /// Who.
    let person: Int
    /// The own score given: 0 or 1.
    let ownScore: Double
    /// The objective afterwards.
    let value: Double
  }

  /// What the adversary does, and achieves.
  struct Attack: Sendable {
    /// The objective before.
    let start: Double
    /// The changes, in order.
    let changes: [Change]
    /// How far any public score was from the exact one, at most.
    let bound: Double
  }

  private let model: FriedkinJohnsen
  private let layer: Layer
  private let settings: SolverSettings
  /// What the reach of each person amounts to.
  private let reaches: [Discord]

  /// An adversary among people with own scores from 0 to 1 and one undirected layer.
  ///
  /// - Parameters:
  ///   - society: whom it is about; of several layers the first counts.
  ///   - settings: how exact public scores have to be.
  /// - Complexity: a solve for each person.
  init(in society: Society, _ settings: SolverSettings) throws(ReadingError) {
    let layer = society.layers[0]
    // Susceptibility d / (1 + d), with d the strength of a person's ties, is what makes z = (I + L)^-1 s.
    let model = FriedkinJohnsen(
      network: InfluenceMatrix(layer.ties, isDirected: false), ownScores: society.ownScores,
      susceptibility: try Susceptibility.degree.values(for: society, shares: society.layers.map { _ in 1 }))
    reaches = society.people.ids.indices.map { person in
      Discord(of: model.reach(of: person, settings).scores, on: layer.ties)
    }
    self.model = model
    self.layer = layer
    self.settings = settings
  }

  /// Takes over so many people, one after the other, each once.
  ///
  /// Of equals the first in the order of people is taken, and 0 before 1.
  ///
  /// - Complexity: three solves a change.
  func attack(for kind: Objective.Kind, changes count: Int) -> Attack {
    let objective = Objective(kind, on: layer)
    let curvatures = reaches.map { objective.value(of: $0) }
    var own = model.ownScores
    var isTaken = [Bool](repeating: false, count: own.count)
    var equilibrium = model.equilibrium(settings)
    var bound = equilibrium.bound.value
    let start = objective.value(of: Discord(of: equilibrium.scores, on: layer.ties))
    var changes: [Change] = []
    for _ in 0..<count {
      let slopes = influence(on: objective.slopes(at: equilibrium.scores, on: layer.ties))
      var best = (person: 0, ownScore: 0.0, gain: -Double.infinity)
      for person in own.indices where !isTaken[person] {
        for ownScore in [0.0, 1.0] {
          let change = ownScore - own[person]
          let gain = change * (2 * slopes[person] + change * curvatures[person])
          if gain > best.gain { best = (person, ownScore, gain) }
        }
      }
      own[best.person] = best.ownScore
      isTaken[best.person] = true
      // Solved anew and not added up, so that the value told rests on none of the algebra above.
      equilibrium = model.with(ownScores: own).equilibrium(settings)
      bound = max(bound, equilibrium.bound.value)
      let value = objective.value(of: Discord(of: equilibrium.scores, on: layer.ties))
      changes.append(Change(person: best.person, ownScore: best.ownScore, value: value))
    }
    return Attack(start: start, changes: changes, bound: bound)
  }

  /// `V' q` for weights q of either sign, by linearity.
  private func influence(on weights: [Double]) -> [Double] {
    let above = model.influence(on: weights.map { max($0, 0) }, settings).shares
    let below = model.influence(on: weights.map { max(-$0, 0) }, settings).shares
    return zip(above, below).map { $0 - $1 }
  }
}
