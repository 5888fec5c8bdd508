import Compute
import GraphModel

/// What dropping or making a tie does to the own public score of a person, everyone else's score as it is.
///
/// The row of `W` is re-normalised and re-mixed as a whole: in the per-layer mix a layer that loses its last tie gives its
/// share to the others, and a person who loses the last tie of all falls back on the own score. The gain is
/// `a (C(N') - C(N))` with N the network score, N' that of the changed row, and C the identity, or `min(s, .)` for a
/// network that pulls down only. It is the first step of what follows: the changed score comes back through others in
/// further steps, which a person does not foresee.
///
/// For one layer it is `a w / (1 - w) (N - x_j)` for a dropped tie of mixed weight w, and
/// `a w / (1 + w) (x_j - N)` for a new one of w times the person's other weights.
package struct TieGains: Sendable {
  private let model: FriedkinJohnsen
  private let scores: [Double]
  /// For each active layer the sum `(A_l x)_i`.
  private var sums: [[Double]]
  /// For each active layer the sum of weights `d_il`.
  private var strengths: [[Double]]
  /// For each active layer how many ties a person has.
  private var degrees: [[Int32]]

  /// The gains for a model at some public scores.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - scores: `x`, one a person.
  ///   - threads: how many threads work at once.
  /// - Complexity: O(people + arcs); each gain afterwards O(layers).
  package init(_ model: FriedkinJohnsen, scores: [Double], threads: ThreadCount) {
    precondition(scores.count == model.network.personCount, "one score a person")
    self.model = model
    self.scores = scores
    let network = model.network
    sums = network.ties.map { ties in
      var sums = [Double](repeating: 0, count: network.personCount)
      Parallel.fill(&sums, blocks: network.blocks, threads: threads) { block, slice in
        ties.weightedSums(of: scores.span, for: block, into: &slice)
      }
      return sums
    }
    strengths = network.ties.map { $0.strengths(threads: threads) }
    degrees = network.ties.map { ties in (0..<network.personCount).map { Int32(ties.degree(of: $0)) } }
  }

  /// What a person's public score gains by losing the tie to another one, in points.
  ///
  /// - Parameters:
  ///   - person: whose score.
  ///   - other: the friend who is dropped.
  ///   - weight: the weight of the tie.
  ///   - layer: the position of the layer in the society; a layer that does not count gives 0.
  package func dropping(_ person: Int, _ other: Int, weight: Double, layer: Int) -> Double {
    change(person, other, weight: -weight, ties: -1, layer: layer)
  }

  /// What a person's public score gains by a new tie to another one, in points.
  package func adding(_ person: Int, _ other: Int, weight: Double, layer: Int) -> Double {
    change(person, other, weight: weight, ties: 1, layer: layer)
  }

  /// Counts a tie as dropped from now on.
  package mutating func drop(_ person: Int, _ other: Int, weight: Double, layer: Int) {
    guard let slot = model.network.layers.firstIndex(of: layer) else { return }
    degrees[slot][person] -= 1
    let isLast = degrees[slot][person] == 0
    sums[slot][person] = isLast ? 0 : sums[slot][person] - weight * scores[other]
    strengths[slot][person] = isLast ? 0 : max(strengths[slot][person] - weight, 0)
  }

  private func change(_ person: Int, _ other: Int, weight: Double, ties: Int32, layer: Int) -> Double {
    let susceptibility = model.askedSusceptibility[person]
    guard susceptibility > 0, let slot = model.network.layers.firstIndex(of: layer) else { return 0 }
    return susceptibility
      * (company(person, weight: weight, of: scores[other], ties: ties, slot: slot) - company(person))
  }

  /// What the network says to a person, after a change in one layer; the own score if there is no network.
  private func company(
    _ person: Int, weight: Double = 0, of score: Double = 0, ties: Int32 = 0, slot: Int = -1
  ) -> Double {
    let network = model.network
    let own = model.ownScores[person]
    var numerator = 0.0
    var denominator = 0.0
    for layer in network.ties.indices {
      let isChanged = layer == slot
      let degree = degrees[layer][person] + (isChanged ? ties : 0)
      let strength = strengths[layer][person] + (isChanged ? weight : 0)
      guard degree > 0, strength > 0 else { continue }
      let sum = sums[layer][person] + (isChanged ? weight * score : 0)
      let share = network.layerWeights[layer]
      numerator += network.mix == .pooled ? share * sum : share * sum / strength
      denominator += network.mix == .pooled ? share * strength : share
    }
    guard denominator > 0 else { return own }
    let company = numerator / denominator
    return model.pull == .down ? min(own, company) : company
  }
}
