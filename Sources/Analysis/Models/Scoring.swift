import Compute
import GraphModel
import Propagation

/// From own scores to public scores, by one of the models.
enum Scoring: Sendable {
  /// Friedkin and Johnsen, DeGroot, or downward drag.
  case contraction(FriedkinJohnsen)
  /// Hegselmann and Krause.
  case boundedConfidence(BoundedConfidence)
  /// Deffuant and others.
  case meetings(PairwiseMeetings)
  /// Thresholds: who turns falls to the floor, the others keep their own score.
  case threshold(ThresholdContagion, own: [Double], floor: Double)
  /// Wei and others: the posterior, spread over the scale.
  case posterior(SignalPosterior, own: [Double], scale: Scale)

  /// The public scores.
  func settle(_ solve: Solve) -> Equilibrium {
    switch self {
    case .contraction(let model): return solve(model)
    case .boundedConfidence(let model):
      return Equilibrium(model.opinions(solve.limited), rounds: solve.rounds, tolerance: solve.limited.tolerance)
    case .meetings(let model):
      return Equilibrium(model.opinions(solve.limited), rounds: solve.rounds, tolerance: solve.limited.tolerance)
    case .threshold(let model, let own, let floor):
      let cascade = model.cascade(threads: solve.limited.threads).after(solve.rounds ?? .max)
      return Equilibrium(
        exact: zip(own, cascade.round).map { $1 == nil ? $0 : floor }, own: own, rounds: cascade.rounds,
        isWhole: solve.rounds == nil)
    case .posterior(let model, let own, let scale):
      let chances = model.posteriors(threads: solve.limited.threads)
      return Equilibrium(exact: chances.map { scale.low + scale.width * $0 }, own: own, rounds: 1)
    }
  }
}

/// The model that the settings ask for, with all that it needs but own scores and ties.
struct ScoringRule: Sendable {
  let settings: AnalysisSettings
  let scale: Scale
  /// One threshold a person; empty for other models.
  private let thresholds: [Double]
  /// Who has turned at the start, if a column says so.
  private let marked: [Bool]?
  /// What is said where the user did not.
  let notices: [Notice]

  var parameters: ModelParameters { settings.parameters }
  /// How near a score must be, in points.
  var confidence: Double { parameters.confidence ?? scale.width / 5 }
  /// The own score from which on a signal is high.
  var highFrom: Double { parameters.highFrom ?? (scale.low + scale.high) / 2 }
  /// The own score below which people have turned at the start.
  var turnedBelow: Double {
    if case .below(let score)? = parameters.starts { return score }
    return scale.cuts.first ?? scale.low
  }

  /// Who has turned at the start, in words.
  var startsText: String {
    if case .column(let name)? = parameters.starts { return "column \(name)" }
    return "below \(Numerals.plain(turnedBelow))"
  }

  /// The threshold in words.
  var thresholdText: String {
    switch parameters.threshold {
    case .constant(let value): Numerals.plain(value)
    case .column(let name): "column \(name)"
    }
  }

  /// The rule for a society.
  ///
  /// - Throws: a `usage` error for a column that is not there or a number out of range, `badData` for values of a column.
  init(_ society: Society, _ settings: AnalysisSettings) throws(ReadingError) {
    self.settings = settings
    scale = society.scale
    let parameters = settings.parameters
    var notices: [Notice] = []
    var thresholds: [Double] = []
    var marked: [Bool]?
    switch settings.model {
    case .friedkinJohnsen, .deGroot, .downwardDrag: break
    case .hegselmannKrause, .deffuant:
      if parameters.confidence == nil {
        notices.append(
          Notice(
            .assumed,
            "scores within \(Numerals.plain(society.scale.width / 5)) points count, a fifth of the scale (--confidence)"
          ))
      }
    case .threshold:
      thresholds = try Self.thresholds(parameters.threshold, society)
      if case .column(let name)? = parameters.starts { marked = try Self.marked(name, society) }
      if parameters.starts == nil {
        notices.append(
          Notice(
            .assumed,
            "those with an own score below \(Numerals.plain(society.scale.cuts.first ?? society.scale.low)), the lowest tier, have turned at the start (--turned)"
          ))
      }
    case .posterior:
      if parameters.highFrom == nil {
        notices.append(
          Notice(
            .assumed,
            "own scores from \(Numerals.plain((society.scale.low + society.scale.high) / 2)), the middle of the scale, are high signals (--high-from)"
          ))
      }
    }
    self.thresholds = thresholds
    self.marked = marked
    self.notices = notices
  }

  /// The model with these ties and own scores.
  ///
  /// - Parameters:
  ///   - network: `W`.
  ///   - own: own scores, isolation punished if that is asked for.
  ///   - susceptibility: `a`, for models that have it.
  ///   - order: whose own score each person has, if they were dealt out: marks go along with scores.
  ///   - seed: of meetings.
  func scoring(
    network: InfluenceMatrix, own: [Double], susceptibility: [Double], order: [Int]? = nil, seed: UInt64
  ) -> Scoring {
    switch settings.model {
    case .friedkinJohnsen, .deGroot, .downwardDrag:
      return .contraction(
        FriedkinJohnsen(network: network, ownScores: own, susceptibility: susceptibility, pull: settings.pull))
    case .hegselmannKrause:
      return .boundedConfidence(
        BoundedConfidence(network: network, ownScores: own, confidence: confidence, partners: parameters.partners))
    case .deffuant:
      return .meetings(
        PairwiseMeetings(
          network: network, ownScores: own, confidence: confidence, step: parameters.step,
          partners: parameters.partners, seed: seed))
    case .threshold:
      let starts =
        marked.map { marked in order.map { $0.map { marked[$0] } } ?? marked } ?? own.map { $0 < turnedBelow }
      return .threshold(
        ThresholdContagion(network: network, thresholds: thresholds, starts: starts), own: own, floor: scale.low)
    case .posterior:
      return .posterior(
        SignalPosterior(
          network: network, signals: own.map { $0 >= highFrom }, error: parameters.signalError,
          same: parameters.tieSame, different: parameters.tieDifferent), own: own, scale: scale)
    }
  }

  private static func thresholds(
    _ number: ModelParameters.Number, _ society: Society
  ) throws(ReadingError) -> [Double] {
    switch number {
    case .constant(let value): return [Double](repeating: value, count: society.count)
    case .column(let name):
      let column = try column(name, society, option: "--threshold", also: "neither a number nor ")
      return try values(of: column, society, "a threshold from 0 to 1") { text in
        Numerals.number(text).flatMap { (0...1).contains($0) ? $0 : nil }
      }
    }
  }

  private static func marked(_ name: String, _ society: Society) throws(ReadingError) -> [Bool] {
    let column = try column(name, society, option: "--turned", also: "neither below:SCORE nor ")
    return try values(of: column, society, "true or false, yes or no, 1 or 0") { text in
      switch text.lowercased() {
      case "true", "yes", "1": true
      case "false", "no", "0", "": false
      default: nil
      }
    }
  }

  private static func column(
    _ name: String, _ society: Society, option: String, also: String
  ) throws(ReadingError) -> AttributeColumn {
    if let column = society.people.attribute(named: name) { return column }
    let names = society.people.attributes.map(\.name).joined(separator: ", ")
    throw ReadingError(
      .usage,
      [
        InputProblem(
          file: option, "\"\(name)\" is \(also)a column; the columns are \(names.isEmpty ? "none" : names)")
      ])
  }

  private static func values<Value>(
    of column: AttributeColumn, _ society: Society, _ expected: String, _ value: (String) -> Value?
  ) throws(ReadingError) -> [Value] {
    var log = ProblemLog()
    var values: [Value] = []
    for person in 0..<society.count {
      let text = column.values[person]
      if let value = value(text) {
        values.append(value)
      } else {
        log.add(
          society.people.problem(person: person, column: column.name, "\"\(text)\" is not \(expected)"))
      }
    }
    try log.check()
    return values
  }
}
