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
  private let network: InfluenceMatrix
  private let pull: FriedkinJohnsen.Pull
  /// For each layer of the society its position among those that count, or -1.
  private let slots: [Int]
  /// What is known of each person, one after the other, so that it lies together in memory: susceptibility, own score,
  /// public score, then for each layer that counts `(A_l x)_i`, `d_il` and the number of ties.
  private var rows: [Double]
  private let stride: Int

  private static let headLength = 3
  private static let partLength = 3

  /// The gains for a model at some public scores.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - scores: `x`, one a person.
  ///   - threads: how many threads work at once.
  /// - Complexity: O(people + arcs); each gain afterwards O(layers).
  package init(_ model: FriedkinJohnsen, scores: [Double], threads: ThreadCount) {
    let network = model.network
    precondition(scores.count == network.personCount, "one score a person")
    self.network = network
    pull = model.pull
    slots = (0...(network.layers.max() ?? 0)).map { network.layers.firstIndex(of: $0) ?? -1 }
    let stride = Self.headLength + Self.partLength * network.ties.count
    self.stride = stride
    rows = [Double](repeating: 0, count: stride * network.personCount)
    let blocks = network.blocks
    let places = blocks.map { $0.lowerBound * stride..<$0.upperBound * stride }
    Parallel.fill(&rows, blocks: places, threads: threads) { place, slice in
      let people = place.lowerBound / stride..<place.upperBound / stride
      var sums = [Double](repeating: 0, count: people.count)
      for person in people {
        let row = (person - people.lowerBound) * stride
        slice[row] = model.askedSusceptibility[person]
        slice[row + 1] = model.ownScores[person]
        slice[row + 2] = scores[person]
      }
      for layer in network.ties.indices {
        let (ties, shares, factors) = (network.ties[layer], network.shares[layer], network.factors[layer])
        var span = sums.mutableSpan
        ties.weightedSums(of: scores.span, for: people, into: &span)
        for person in people {
          let part = (person - people.lowerBound) * stride + Self.headLength + Self.partLength * layer
          slice[part] = span[person - people.lowerBound]
          // In either mix the factor of a layer's weights is its share over their sum.
          slice[part + 1] = factors[person] > 0 ? shares[person] / factors[person] : 0
          slice[part + 2] = Double(ties.degree(of: person))
        }
      }
    }
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
    guard let slot = slot(of: layer) else { return }
    let part = person * stride + Self.headLength + Self.partLength * slot
    rows[part + 2] -= 1
    let isLast = rows[part + 2] == 0
    rows[part] = isLast ? 0 : rows[part] - weight * rows[other * stride + 2]
    rows[part + 1] = isLast ? 0 : max(rows[part + 1] - weight, 0)
  }

  private func slot(of layer: Int) -> Int? { layer < slots.count && slots[layer] >= 0 ? slots[layer] : nil }

  private func change(_ person: Int, _ other: Int, weight: Double, ties: Double, layer: Int) -> Double {
    let rows = rows.span
    let susceptibility = rows[person * stride]
    guard susceptibility > 0, let slot = slot(of: layer) else { return 0 }
    let score = rows[other * stride + 2]
    return susceptibility
      * (company(person, rows, weight: weight, of: score, ties: ties, slot: slot) - company(person, rows))
  }

  /// What the network says to a person, after a change in one layer; the own score if there is no network.
  private func company(
    _ person: Int, _ rows: Span<Double>, weight: Double = 0, of score: Double = 0, ties: Double = 0, slot: Int = -1
  ) -> Double {
    let row = person * stride
    let own = rows[row + 1]
    var numerator = 0.0
    var denominator = 0.0
    for layer in network.layerWeights.indices {
      let part = row + Self.headLength + Self.partLength * layer
      let isChanged = layer == slot
      let degree = rows[part + 2] + (isChanged ? ties : 0)
      let strength = rows[part + 1] + (isChanged ? weight : 0)
      guard degree > 0, strength > 0 else { continue }
      let sum = rows[part] + (isChanged ? weight * score : 0)
      let share = network.layerWeights[layer]
      numerator += network.mix == .pooled ? share * sum : share * sum / strength
      denominator += network.mix == .pooled ? share * strength : share
    }
    guard denominator > 0 else { return own }
    let company = numerator / denominator
    return pull == .down ? min(own, company) : company
  }
}
