import Compute
import GraphModel

/// The Hegselmann-Krause model: in each round everyone takes the mean of those within epsilon, oneself included.
///
/// All move at once, from `x(0) = s`. Among everyone it is the classical model, a plain mean over all `x_j` with
/// `|x_j - x_i| <= epsilon`. Among ties it is the mean over oneself and the ties within epsilon,
/// `x_i' = (x_i / d_i + sum_j W_ij x_j) / (1 / d_i + sum_j W_ij)`, where an arc `i -> j` says that i is influenced by j and
/// `d_i` is how many arcs person i has over the active layers: oneself weighs as one average tie. So equal weights on a
/// complete graph without self-ties are the classical model; a self-tie weighs besides. A person without ties keeps the
/// own score.
///
/// A difference of epsilon counts as within it, also where rounding pushed it above by up to 16 units of rounding of the
/// largest own score.
///
/// Source: R. Hegselmann, U. Krause, "Opinion dynamics and bounded confidence: models, analysis and simulation", Journal
/// of Artificial Societies and Social Simulation 5(3) (2002) 2.
public struct BoundedConfidence: Sendable {
  /// `W`; among everyone only its number of people counts.
  public let network: InfluenceMatrix
  /// `s`, one a person, in points.
  public let ownScores: [Double]
  /// `epsilon`, in points, 0 or more.
  public let confidence: Double
  /// Whom people listen to.
  public let partners: Partners
  let reach: ConfidenceReach

  /// The model.
  ///
  /// - Parameters:
  ///   - network: `W`.
  ///   - ownScores: `s`, one a person, at most 1e100 in magnitude.
  ///   - confidence: `epsilon`, in points, 0 or more; infinite trusts everyone.
  ///   - partners: whom people listen to.
  public init(network: InfluenceMatrix, ownScores: [Double], confidence: Double, partners: Partners) {
    precondition(ownScores.count == network.personCount, "one score a person")
    precondition(ownScores.allSatisfy { $0.magnitude <= 1e100 }, "own scores are at most 1e100")
    precondition(confidence >= 0, "confidence is 0 or more")
    self.network = network
    self.ownScores = ownScores
    self.confidence = confidence
    self.partners = partners
    reach = ConfidenceReach(confidence: confidence, ownScores: ownScores)
  }

  /// The scores after rounds from the own scores, until they have settled.
  ///
  /// They have settled after a round in which no score changed by more than the tolerance and in which who trusts whom did
  /// not change. One round at least is done. The tolerance is about the last change, not about the distance to the limit.
  /// The bits are the same for any number of threads.
  ///
  /// - Parameter settings: tolerance in points, largest number of rounds, threads and progress; the solver has no meaning.
  /// - Complexity: among everyone O(people log people) once and O(people) a round; among ties O(people + arcs) a round.
  public func opinions(_ settings: SolverSettings) -> Opinions {
    switch partners {
    case .everyone: opinionsAmongEveryone(settings)
    case .ties: opinionsAmongTies(settings)
    }
  }

  /// The groups into which scores have gathered, seen with this model's partners and confidence.
  ///
  /// - Parameter scores: one a person, in points; usually those of `opinions`.
  public func clusters(of scores: [Double]) -> OpinionClusters {
    OpinionClusters(scores, network: network, partners: partners, reach: reach)
  }
}
