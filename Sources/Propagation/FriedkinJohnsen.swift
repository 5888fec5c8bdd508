import Compute
import GraphModel

/// The Friedkin-Johnsen model: `F(x) = A W x + (I - A) s`.
///
/// `s` are own scores, `W` the influence matrix, `A = diag(a)` susceptibilities: 0 keeps the own score whatever the network
/// says, 1 takes the network's mean. With `a = 1` for everyone it is DeGroot's model. A person without ties counts as
/// `a = 0` whatever was asked for.
///
/// Source: N. E. Friedkin, E. C. Johnsen, "Social influence and opinions", J. Math. Sociology 15 (1990) 193-206; "Social
/// influence networks and opinion change", Advances in Group Processes 16 (1999) 1-29.
public struct FriedkinJohnsen: Sendable {
  /// `W`.
  public let network: InfluenceMatrix
  /// `s`, in points.
  public let ownScores: [Double]
  /// Effective `a`, each from 0 to 1; 0 for people without ties.
  public let susceptibility: [Double]
  /// Which way a network pulls.
  public enum Pull: String, Sendable, Codable {
    /// Towards its mean, from either side.
    case both
    /// Down only: `F(x) = A min(s, W x) + (I - A) s`. A network that is better than oneself changes nothing.
    ///
    /// It is the claim taken literally, that friends with low scores bring a score down. Taking a minimum brings no two
    /// vectors further apart, so F contracts as the linear model does, and every bound of that holds.
    case down
  }

  /// Which way the network pulls.
  public let pull: Pull
  /// `a` as asked for, people without ties included.
  let askedSusceptibility: [Double]

  /// The model.
  ///
  /// - Parameters:
  ///   - network: `W`.
  ///   - ownScores: `s`, one a person, at most 1e100 in magnitude.
  ///   - susceptibility: `a`, one a person, each from 0 to 1.
  ///   - pull: which way the network pulls.
  public init(network: InfluenceMatrix, ownScores: [Double], susceptibility: [Double], pull: Pull = .both) {
    precondition(
      ownScores.count == network.personCount && susceptibility.count == network.personCount, "one value a person")
    precondition(susceptibility.allSatisfy { $0 >= 0 && $0 <= 1 }, "susceptibility is from 0 to 1")
    precondition(ownScores.allSatisfy { $0.magnitude <= 1e100 }, "own scores are at most 1e100")
    self.network = network
    self.ownScores = ownScores
    askedSusceptibility = susceptibility
    self.pull = pull
    self.susceptibility = zip(susceptibility, network.isTied).map { $1 ? $0 : 0 }
  }

  /// The DeGroot model: everyone with ties takes the mean of the network.
  ///
  /// Source: M. H. DeGroot, "Reaching a consensus", J. Amer. Statist. Assoc. 69 (1974) 118-121.
  public static func deGroot(network: InfluenceMatrix, ownScores: [Double]) -> FriedkinJohnsen {
    FriedkinJohnsen(
      network: network, ownScores: ownScores,
      susceptibility: [Double](repeating: 1, count: network.personCount))
  }

  /// The same model with other own scores.
  public func with(ownScores: [Double]) -> FriedkinJohnsen {
    FriedkinJohnsen(network: network, ownScores: ownScores, susceptibility: askedSusceptibility, pull: pull)
  }

  /// One application of the map: `F(x)`, and the largest change `|F(x) - x|_inf`.
  ///
  /// - Complexity: O(people + arcs).
  func apply(_ scores: [Double], into result: inout [Double], threads: ThreadCount) -> Double {
    let changes = Parallel.fill(&result, blocks: network.blocks, threads: threads) { block, slice in
      let scores = scores.span
      let own = ownScores.span
      let susceptibility = susceptibility.span
      network.networkScores(block, of: scores, into: &slice)
      var change = 0.0
      for person in block {
        let place = person - block.lowerBound
        let weight = susceptibility[person]
        var value = own[person]
        if weight > 0 {
          let company = pull == .down ? min(slice[place], value) : slice[place]
          value = weight * company + (1 - weight) * value
        }
        change = max(change, (value - scores[person]).magnitude)
        slice[place] = value
      }
      return change
    }
    return changes.max() ?? 0
  }

  /// How far one computed application of F can be from the exact one, for scores of a magnitude: rounding of the sums, of
  /// the factors and of the blend.
  ///
  /// A row of d arcs in L layers has a relative error of at most (d + 4 + 2L + 4) eps / 2; eps instead of eps / 2 leaves
  /// room.
  func roundingError(_ magnitude: Double) -> Double {
    Double(network.maximumDegree + 2 * network.ties.count + 8) * Double.ulpOfOne * magnitude
  }

  /// How each peer effect splits over the layers, for the application of F that made the answer.
  ///
  /// `x_i - s_i = a_i sum_l m_il ((W_l x)_i - s_i)`, where the x on the right is the one F was applied to. It splits the
  /// last step exactly; it is not what would happen if a layer were removed. Where the network pulls down only, whoever it
  /// does not pull has no effect of any layer.
  ///
  /// - Returns: for each active layer (the order of `network.layers`) one effect a person, in points.
  public func attribution(of equilibrium: Equilibrium, threads: ThreadCount = .one) -> [[Double]] {
    let company = pull == .down ? network.networkScores(equilibrium.previousScores, threads: threads) : []
    return network.ties.indices.map { layer in
      var effects = [Double](repeating: 0, count: network.personCount)
      // Without an application of F the public scores are the own scores, and there is nothing to split.
      guard equilibrium.rounds > 0 else { return effects }
      Parallel.fill(&effects, blocks: network.blocks, threads: threads) { block, slice in
        let scores = equilibrium.previousScores.span
        let factors = network.factors[layer]
        let shares = network.shares[layer]
        network.ties[layer].weightedSums(of: scores, for: block, into: &slice)
        for person in block {
          let mean = factors[person] * slice[person - block.lowerBound]
          let own = shares[person] * ownScores[person]
          let isPulled = company.isEmpty || (company[person] ?? .infinity) < ownScores[person]
          slice[person - block.lowerBound] =
            factors[person] > 0 && isPulled ? susceptibility[person] * (mean - own) + 0 : 0
        }
      }
      return effects
    }
  }
}
