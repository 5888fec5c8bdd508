import Analysis
import GraphModel

/// How divided public scores are.
struct Discord: Sendable {
  /// `P(z) = sum_i (z_i - mean)^2`.
  let polarisation: Double
  /// `D(z) = sum_{i,j tied} w_ij (z_i - z_j)^2`, each tie once.
  let disagreement: Double

  /// That of some scores.
  ///
  /// - Complexity: O(people + ties).
  init(of scores: [Double], on ties: TieTable) {
    polarisation = Conflict.polarisation(scores)
    disagreement = Conflict.disagreement(scores, on: ties)
  }
}

/// What the adversary wants as much of as possible: `f(z) = p P(z) + d D(z)`.
///
/// It is a quadratic form of public scores, `f(z) = z' M z` with `M = p (I - 11'/n) + d L`, L the Laplacian of the ties.
struct Objective: Sendable {
  /// The three objectives of the paper.
  enum Kind: String, CaseIterable, Sendable {
    /// `D`.
    case disagreement
    /// `P`.
    case polarisation
    /// `P + (n / m) D`, for n people and m ties.
    ///
    /// It is n times the sum of two means, that of P over people and that of D over ties.
    case sum
  }

  private let polarisationWeight: Double
  private let disagreementWeight: Double

  /// An objective on an undirected layer.
  init(_ kind: Kind, on layer: Layer) {
    switch kind {
    case .disagreement: (polarisationWeight, disagreementWeight) = (0, 1)
    case .polarisation: (polarisationWeight, disagreementWeight) = (1, 0)
    case .sum:
      // Without ties there is no disagreement, whatever its weight.
      (polarisationWeight, disagreementWeight) = (1, Double(layer.ties.personCount) / Double(max(1, layer.tieCount)))
    }
  }

  /// `f`.
  func value(of discord: Discord) -> Double {
    polarisationWeight * discord.polarisation + disagreementWeight * discord.disagreement
  }

  /// `M z`, half of how fast f grows with each public score.
  ///
  /// - Complexity: O(people + ties).
  func slopes(at scores: [Double], on ties: TieTable) -> [Double] {
    let mean = scores.reduce(0, +) / Double(scores.count)
    return scores.indices.map { person in
      let score = scores[person]
      var differences = 0.0
      ties.forEachTie(of: person) { other, weight in differences += weight * (score - scores[other]) }
      return polarisationWeight * (score - mean) + disagreementWeight * differences
    }
  }
}
