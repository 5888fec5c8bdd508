import Compute
import GraphModel
import Propagation

/// What public scores would be without a layer: the model settled again with the layer's share given to the others.
///
/// It answers another question than the attribution of the peer effect, which splits the last step of one equilibrium:
/// without a layer everybody's network changes, and the scores that arrive by the other layers change, too.
public struct LayerRemoval: Sendable {
  /// The layer that is left out.
  public let layer: String
  /// The public scores without it, in points.
  public let scores: [Double]
  /// How the computation ended.
  public let outcome: Equilibrium.Outcome
  /// How far a score can be from the truth, in points; `nil` if no bound is known.
  public let bound: Double?
  /// How many people have no tie left.
  public let newlyIsolated: Int
}

extension SettledSociety {
  /// Lets public scores settle without each of the layers that the settings name, once each.
  ///
  /// - Throws: a `usage` error for a layer that is not there, has no share, or is the only one.
  func removals() throws(ReadingError) -> [LayerRemoval] {
    var removals: [LayerRemoval] = []
    for name in settings.withoutLayers {
      let position = society.layers.firstIndex { $0.name == name }
      let active = society.layers.indices.filter { choices.shares[$0] > 0 }
      guard let position, active.contains(position), active.count > 1 else {
        let names = active.map { society.layers[$0].name }.joined(separator: ", ")
        throw ReadingError(
          .usage,
          [
            InputProblem(
              file: "--without-layer",
              position.map { active.contains($0) } == true
                ? "\(name) is the only layer in the mix; nothing is left without it"
                : "\"\(name)\" is no layer in the mix; the layers are \(names)")
          ])
      }
      var shares = choices.shares
      shares[position] = 0
      let rest = shares.reduce(0, +)
      removals.append(removal(of: name, shares: shares.map { $0 / rest }))
    }
    return removals
  }

  private func removal(of name: String, shares: [Double]) -> LayerRemoval {
    let (network, scoring) = scoring(society, shares: shares, seed: settings.seed, threads: settings.threads)
    let equilibrium = settings.progress.during(Phase("settling without \(name)", .rounds)) { work in
      let equilibrium = scoring.settle(solve.fitted(to: scoring))
      work.ties = equilibrium.rounds * network.arcCount
      return equilibrium
    }
    return LayerRemoval(
      layer: name, scores: equilibrium.scores, outcome: equilibrium.outcome,
      bound: equilibrium.bound.value.isFinite ? equilibrium.bound.value : nil,
      newlyIsolated: zip(self.network.isTied, network.isTied).count { $0 && !$1 })
  }
}

/// What leaving out a layer does, in a few numbers.
public struct LayerRemovalFindings: Sendable, Equatable, Codable {
  /// One person whose score hangs on the layer.
  public struct Mover: Sendable, Equatable, Codable {
    /// The person's id.
    public let id: String
    /// The public score with all layers.
    public let publicScore: Double
    /// The public score without the layer.
    public let without: Double
    /// The effect of the layer in the attribution of the peer effect; `nil` for models that have none.
    public let attributed: Double?
  }

  /// The layer that is left out.
  public let layer: String
  /// How the computation without it ended.
  public let outcome: Equilibrium.Outcome
  /// The mean of |change| of public scores, in points.
  public let meanAbsoluteChange: Double
  /// The mean of |effect| of the layer in the attribution, in points; `nil` for models that have none.
  public let meanAbsoluteEffect: Double?
  /// The standard deviation of public scores with all layers.
  public let sd: Double
  /// The standard deviation of public scores without the layer.
  public let sdWithout: Double
  /// How many people are in another tier.
  public let tierChanges: Int
  /// How many people have no tie left.
  public let newlyIsolated: Int
  /// Those whose score changes most, at most 5.
  public let movers: [Mover]

  init(_ removal: LayerRemoval, _ examination: Examination) {
    let society = examination.society
    let scores = examination.equilibrium.scores
    let changes = zip(removal.scores, scores).map { ($0 - $1).magnitude }
    let slot = examination.network.layers.firstIndex { society.layers[$0].name == removal.layer }
    let effects = slot.flatMap { $0 < examination.layerEffects.count ? examination.layerEffects[$0] : nil }
    layer = removal.layer
    outcome = removal.outcome
    meanAbsoluteChange = changes.compensatedMean
    meanAbsoluteEffect = effects?.lazy.map(\.magnitude).compensatedMean
    sd = Spread.variance(scores).squareRoot()
    sdWithout = Spread.variance(removal.scores).squareRoot()
    tierChanges = zip(removal.scores, scores).count { society.scale.tier(of: $0) != society.scale.tier(of: $1) }
    newlyIsolated = removal.newlyIsolated
    let order = changes.risingOrder().reversed().prefix(PropagationFindings.moverCount).map { Int($0) }
    movers = order.filter { changes[$0] > 0 }.map { person in
      Mover(
        id: society.people.ids[person], publicScore: scores[person], without: removal.scores[person],
        attributed: effects?[person])
    }
  }
}
