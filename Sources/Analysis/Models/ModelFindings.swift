import Compute
import GraphModel
import Propagation

/// Clusters of opinion, and what confidence was asked for.
public struct OpinionFindings: Sendable, Equatable, Codable {
  /// People who ended near each other.
  public struct Cluster: Sendable, Equatable, Codable {
    /// How many.
    public let people: Int
    /// Their mean public score.
    public let mean: Double
  }

  /// How near a score must be to count, in points.
  public let confidence: Double
  /// How far people who meet move, as a share of their distance; `nil` where all move at once.
  public let step: Double?
  /// Whose scores are seen.
  public let partners: Partners
  /// How many clusters there are.
  public let count: Int
  /// How many of them have a hundredth of all people or more.
  public let large: Int
  /// The largest, at most 10.
  public let clusters: [Cluster]

  init?(_ examination: Examination) {
    guard let found = examination.opinionClusters else { return nil }
    let rule = examination.rule
    let sizes = found.partition.sizes
    confidence = rule.confidence
    step = examination.settings.model == .deffuant ? rule.parameters.step : nil
    partners = rule.parameters.partners
    count = sizes.count
    large = sizes.count { 100 * $0 >= examination.society.count }
    clusters = zip(sizes, found.means).prefix(10).map { Cluster(people: $0, mean: $1) }
  }
}

/// Who turned, and when.
public struct CascadeFindings: Sendable, Equatable, Codable {
  /// The share of the network that must have turned: a number, or a column.
  public let threshold: String
  /// Who had turned at the start, in words.
  public let starts: String
  /// How many had.
  public let started: Int
  /// How many turned in all, the first ones included.
  public let turned: Int
  /// How many rounds somebody turned in.
  public let rounds: Int
  /// How many turned in each round, from 0 (the start), at most 50.
  public let turnedByRound: [Int]

  init?(_ examination: Examination) {
    guard let cascade = examination.cascade else { return nil }
    threshold = examination.rule.thresholdText
    starts = examination.rule.startsText
    started = cascade.turnedByRound.first ?? 0
    turned = cascade.turnedCount
    rounds = cascade.rounds
    turnedByRound = Array(cascade.turnedByRound.prefix(50))
  }
}

/// What signals said.
public struct SignalFindings: Sendable, Equatable, Codable {
  /// The chance that a signal is wrong.
  public let error: Double
  /// The chance that two people of one type are tied.
  public let tieSame: Double
  /// The chance that two people of different types are tied.
  public let tieDifferent: Double
  /// The own score from which on a signal is high.
  public let highFrom: Double
  /// How many people have a high signal.
  public let highSignals: Int
  /// How many are more likely than not of the high type.
  public let likelyHigh: Int
  /// How many have a high signal and are more likely of the low type, or the other way round: friends outvoted it.
  public let outvoted: Int

  init?(_ examination: Examination) {
    guard case .posterior(let model, _, _) = examination.scoring, let chances = examination.posteriors else {
      return nil
    }
    error = model.error
    tieSame = model.same
    tieDifferent = model.different
    highFrom = examination.rule.highFrom
    highSignals = model.signals.count { $0 }
    likelyHigh = chances.count { $0 > 0.5 }
    outvoted = zip(model.signals, chances).count { $0 ? $1 < 0.5 : $1 > 0.5 }
  }
}

extension Examination {
  /// What the model was given beside own scores and ties, by the names of the options; empty where that is a susceptibility.
  public var parametersAsText: [String: String] {
    let parameters = rule.parameters
    switch settings.model {
    case .friedkinJohnsen, .deGroot, .downwardDrag: return [:]
    case .hegselmannKrause:
      return ["confidence": Numerals.plain(rule.confidence), "partners": parameters.partners.rawValue]
    case .deffuant:
      return [
        "confidence": Numerals.plain(rule.confidence), "partners": parameters.partners.rawValue,
        "step": Numerals.plain(parameters.step),
      ]
    case .threshold: return ["threshold": rule.thresholdText, "turned": rule.startsText]
    case .posterior:
      return [
        "signal_error": Numerals.plain(parameters.signalError), "tie_same": Numerals.plain(parameters.tieSame),
        "tie_different": Numerals.plain(parameters.tieDifferent), "high_from": Numerals.plain(rule.highFrom),
      ]
    }
  }

  /// Clusters of opinion by the final scores; `nil` for models without bounded confidence.
  public var opinionClusters: OpinionClusters? {
    switch scoring {
    case .boundedConfidence(let model): model.clusters(of: equilibrium.scores)
    case .meetings(let model): model.clusters(of: equilibrium.scores)
    default: nil
    }
  }

  /// Who turned, as far as rounds were asked for; `nil` for models without thresholds.
  public var cascade: Cascade? {
    guard case .threshold(let model, _, _) = scoring else { return nil }
    let cascade = model.cascade(threads: settings.threads)
    guard case .rounds(let last) = settings.stop else { return cascade }
    return cascade.after(last)
  }

  /// The chance of being of the high type, one a person; `nil` for other models.
  public var posteriors: [Double]? {
    guard case .posterior(let model, _, _) = scoring else { return nil }
    return model.posteriors(threads: settings.threads)
  }
}
