import Compute
import GraphModel
import Propagation

/// What dropping each tie of a person would do, to the person and to the other.
public struct TieInfluence: Sendable, Equatable, Codable {
  /// One tie.
  public struct Row: Sendable, Equatable, Codable {
    /// The other's id.
    public let id: String
    /// The layer.
    public let layer: String
    /// The weight with which the person is influenced.
    public let weight: Double
    /// The part of the person's network score that the tie is, from 0 to 1.
    public let part: Double
    /// The other's public score, in points.
    public let publicScore: Double
    /// By how many points the person's public score would change.
    public let change: Double
    /// By how many points the other's public score would change.
    public let otherChange: Double
  }

  /// The person.
  public let id: String
  /// The person's own score, in points.
  public let ownScore: Double
  /// The person's public score, in points.
  public let publicScore: Double
  /// Ties, those first whose loss helps the person most.
  public let rows: [Row]
  /// Where susceptibilities come from.
  public let susceptibility: String
  /// What was assumed, merged, dropped and ignored.
  public let notices: [Notice]
  /// How far a change can be from the truth, in points.
  public let bound: Double
  /// How many times a residual was pushed on, for all ties.
  public let pushes: Int

  /// Tries each tie by which a person is influenced.
  ///
  /// An undirected tie is lost to both; of a directed layer only the person's own arc is. Changes are told to 1e-5 of the
  /// scale's width, or the tolerance that was asked for.
  ///
  /// - Throws: a `usage` error if there is no such person, or no unique equilibrium to change.
  public static func of(_ id: String, _ settled: SettledSociety) throws(ReadingError) -> TieInfluence {
    let (society, network) = (settled.society, settled.network)
    let person = try PersonLookup(society, layers: network.layers).person(id, for: "--ties-of")
    let model = try settled.linearModel()
    try settled.checkTiesCanChange(for: "--ties-of")
    var live = try settled.editable(for: "--ties-of", standard: 1e-5)
    try live.settled(for: "--ties-of")
    let before = live
    var rows: [Row] = []
    var bound = 0.0
    var pushes = 0
    for layer in network.layers.indices {
      let isDirected = society.layers[network.layers[layer]].isDirected
      var ties: [(other: Int, weight: Double)] = []
      network.forEachTie(of: person, layer: layer) { ties.append(($0, $1)) }
      for (other, weight) in ties where other != person {
        let back = live.tieWeight(from: other, to: person, layer: layer)
        live.setTie(0, from: person, to: other, layer: layer, isMutual: !isDirected)
        settled.floorIsolates([person, other], &live)
        let settlement = try live.settled(for: "--ties-of")
        rows.append(
          Row(
            id: society.people.ids[other], layer: society.layers[network.layers[layer]].name, weight: weight,
            part: network.mixedWeight(weight, of: person, layer: layer), publicScore: before.scores[other],
            change: live.scores[person] - before.scores[person],
            otherChange: live.scores[other] - before.scores[other]))
        bound = max(bound, settlement.bound + before.bound)
        pushes += settlement.pushes
        if isDirected || back == weight {
          live.setTie(weight, from: person, to: other, layer: layer, isMutual: !isDirected)
        } else {
          live.setTie(weight, from: person, to: other, layer: layer, isMutual: false)
          live.setTie(back, from: other, to: person, layer: layer, isMutual: false)
        }
        for end in [person, other] { live.setOwnScore(model.ownScores[end], of: end) }
        try live.settled(for: "--ties-of")
      }
    }
    return TieInfluence(
      id: id, ownScore: society.ownScores[person], publicScore: before.scores[person],
      rows: rows.enumerated().sorted {
        ($1.element.change, $0.offset) < ($0.element.change, $1.offset)
      }.map(\.element), susceptibility: settled.choices.susceptibilityText, notices: settled.notices, bound: bound,
      pushes: pushes)
  }
}

extension SettledSociety {
  /// How good shares of influence have to be: off by 1e-9 at most.
  var influenceSettings: SolverSettings {
    SolverSettings(
      tolerance: 1e-9, maximumRounds: settings.maximumRounds, threads: settings.threads, progress: settings.progress)
  }

  /// Refuses changes of ties where susceptibility follows from ties: it would not follow these.
  func checkTiesCanChange(for option: String) throws(ReadingError) {
    guard choices.followsTies else { return }
    throw ReadingError(
      .usage,
      [
        InputProblem(
          file: option,
          "ties cannot change with --susceptibility degree, which would change with them; a number or a column was expected"
        )
      ])
  }

  /// The scores, ready for changes.
  ///
  /// - Parameters:
  ///   - option: what asks for it, for messages.
  ///   - standard: the error to keep, as a share of the scale's width, if no tolerance was asked for.
  /// - Throws: a `usage` error if the equilibrium is not unique.
  func editable(
    for option: String, standard: Double = Solve.standardTolerance
  ) throws(ReadingError) -> EditableEquilibrium {
    var tolerance = standard * society.scale.width
    if case .tolerance(let points) = settings.stop { tolerance = points }
    let settings = SolverSettings(
      tolerance: tolerance,
      maximumRounds: settings.maximumRounds, threads: settings.threads, progress: settings.progress)
    do {
      return try EditableEquilibrium(linearModel(), equilibrium, settings)
    } catch {
      throw ReadingError(.usage, [InputProblem(file: option, EditableEquilibrium.refusal)])
    }
  }

  /// Gives people without ties what the settings say they have: their own score, or the floor.
  ///
  /// - Parameter asked: own scores that are others than the society's.
  func floorIsolates(_ people: [Int], asked: [Int: Double] = [:], _ live: inout EditableEquilibrium) {
    guard settings.isolates == .floor else { return }
    for person in people {
      let isTied = network.layers.indices.contains { live.hasTie(of: person, layer: $0) }
      let anchor = isTied ? asked[person] ?? society.ownScores[person] : society.scale.low
      if live.ownScores[person] != anchor { live.setOwnScore(anchor, of: person) }
    }
  }
}

extension EditableEquilibrium {
  static let refusal =
    "a group with susceptibility 1 settles among itself, so scores after a change are not unique; give a susceptibility below 1"

  /// Settles.
  ///
  /// - Throws: a `usage` error if there is no unique equilibrium any more.
  @discardableResult
  mutating func settled(for option: String) throws(ReadingError) -> Settlement {
    do { return try settle() } catch {
      throw ReadingError(.usage, [InputProblem(file: option, Self.refusal)])
    }
  }
}
