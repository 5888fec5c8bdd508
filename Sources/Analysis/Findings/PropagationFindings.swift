import Compute
import GraphModel
import Propagation

/// What the network did to scores, and how sure the numbers are.
public struct PropagationFindings: Sendable, Equatable, Codable {
  /// One person whose score moved.
  public struct Mover: Sendable, Equatable, Codable {
    /// The person's id.
    public let id: String
    /// The own score.
    public let ownScore: Double
    /// The public score.
    public let publicScore: Double
    /// Public minus own.
    public let effect: Double
    /// The effect by layer, in the order of `layers`.
    public let effects: [Double]
  }

  /// People who settle among themselves.
  public struct ClosedGroup: Sendable, Equatable, Codable {
    /// How many.
    public let people: Int
    /// The ids of the first of them, at most 10.
    public let ids: [String]
    /// What they agree on, or the time average of their cycle.
    public let value: Double
    /// 1, or the length of their cycle.
    public let period: Int
  }

  /// The model.
  public let model: AnalysisSettings.Model
  /// Where susceptibilities come from.
  public let susceptibility: String
  /// The mean susceptibility of people with ties.
  public let meanSusceptibility: Double
  /// How layers are mixed.
  public let mix: LayerMix
  /// What becomes of people without ties.
  public let isolates: AnalysisSettings.Isolates
  /// How the computation ended.
  public let outcome: Equilibrium.Outcome
  /// How often scores were propagated: applications of F, or sweeps of another solver over all ties.
  public let rounds: Int
  /// The solver that made the answer; `fixed-point` for a number of rounds, never `automatic`.
  public let solver: Solver
  /// The solver that was asked for.
  public let solverRequested: Solver
  /// The solver that was tried first and gave up, or `nil`.
  public let solverAbandoned: Solver?
  /// The error bound that was asked for, in points; `nil` for a number of rounds.
  public let tolerance: Double?
  /// How far any public score can be from the true equilibrium, in points; `nil` if no bound is known.
  public let errorBound: Double?
  /// Where the bound comes from.
  public let boundForm: ErrorBound.Form
  /// The largest change of the last round, in points.
  public let change: Double
  /// People whose public score lies within the bound of a tier's cut; `nil` if no bound is known.
  public let nearCut: Int?
  /// Groups that nobody with a susceptibility below 1 reaches.
  public let closedGroups: [ClosedGroup]
  /// How many closed groups there are in all.
  public let closedGroupCount: Int
  /// People whose score rose by more than the bound; after a number of rounds, by more than rounding.
  public let gained: Int
  /// People whose score fell by more than the bound; after a number of rounds, by more than rounding.
  public let lost: Int
  /// The mean of |public - own|, in points.
  public let meanAbsoluteEffect: Double
  /// The layers that effects are split over.
  public let layers: [String]
  /// The mean of |effect| of each layer, in points.
  public let meanAbsoluteEffects: [Double]
  /// Those who gained most, at most 5.
  public let topGains: [Mover]
  /// Those who lost most, at most 5.
  public let topLosses: [Mover]
  /// Kendall's tau-b of own and public scores, or `nil` where undefined.
  public let rankAgreement: Double?
  /// Clusters of opinion, for models with bounded confidence.
  public let opinions: OpinionFindings?
  /// Who turned, for thresholds.
  public let cascade: CascadeFindings?
  /// What signals said, for the posterior.
  public let signals: SignalFindings?
}

extension PropagationFindings {
  /// How many movers are named.
  static let moverCount = 5

  init(_ examination: Examination, susceptibility: String, tolerance: Double?) {
    let society = examination.society
    let equilibrium = examination.equilibrium
    let effects = zip(equilibrium.scores, society.ownScores).map { $0 - $1 }
    let bound = equilibrium.bound.value
    let noise = bound.isFinite ? bound : 0
    // After a number of rounds the bound says how far the equilibrium still is, not how sure the effects are.
    let doubt = [.rounds, .settled].contains(equilibrium.outcome) ? equilibrium.bound.rounding : noise
    let own = society.ownScores
    /// Those with the largest value, largest first, smaller indices before larger ones; only values above the doubt.
    func movers(_ value: (Double) -> Double) -> [Mover] {
      var first: [Int] = []
      for person in effects.indices {
        let candidate = value(effects[person])
        guard candidate > doubt, first.count < Self.moverCount || candidate > value(effects[first[first.count - 1]])
        else { continue }
        let place = first.firstIndex { candidate > value(effects[$0]) } ?? first.count
        first.insert(person, at: place)
        if first.count > Self.moverCount { first.removeLast() }
      }
      return first.map { person in
        Mover(
          id: society.people.ids[person], ownScore: own[person], publicScore: equilibrium.scores[person],
          effect: effects[person], effects: examination.layerEffects.map { $0[person] })
      }
    }
    let active = examination.susceptibility.indices.filter { examination.network.isTied[$0] }
    self.init(
      model: examination.settings.model, susceptibility: susceptibility,
      meanSusceptibility: active.lazy.map { examination.susceptibility[$0] }.compensatedMean,
      mix: examination.network.mix, isolates: examination.settings.isolates, outcome: equilibrium.outcome,
      rounds: equilibrium.rounds, solver: equilibrium.solver, solverRequested: examination.settings.solver,
      solverAbandoned: equilibrium.abandoned, tolerance: tolerance,
      errorBound: bound.isFinite ? bound : nil, boundForm: equilibrium.bound.form, change: equilibrium.change,
      nearCut: !bound.isFinite
        ? nil
        : active.count { person in
          society.scale.cuts.contains { ($0 - equilibrium.scores[person]).magnitude <= noise }
        },
      closedGroups: equilibrium.closedClasses.prefix(10).map { group in
        ClosedGroup(
          people: group.members.count, ids: group.members.prefix(10).map { society.people.ids[$0] }, value: group.value,
          period: group.period)
      },
      closedGroupCount: equilibrium.closedClasses.count,
      gained: effects.count { $0 > doubt }, lost: effects.count { $0 < -doubt },
      meanAbsoluteEffect: effects.lazy.map(\.magnitude).compensatedMean,
      layers: examination.layerEffects.isEmpty ? [] : examination.network.layers.map { society.layers[$0].name },
      meanAbsoluteEffects: examination.layerEffects.map { $0.lazy.map(\.magnitude).compensatedMean },
      topGains: movers { $0 }, topLosses: movers { -$0 },
      rankAgreement: examination.measures.first { $0.measure == "kendall_tau_b" }?.value,
      opinions: OpinionFindings(examination), cascade: CascadeFindings(examination),
      signals: SignalFindings(examination))
  }
}
