import GraphModel
import Simulation

/// Collects ties and people over time for `dynamic.gexf`.
struct GraphRecorder: Sendable {
  /// Who was tied to whom.
  private(set) var history: TieHistory
  /// What everyone had, at some periods.
  private(set) var snapshots: [PeopleSnapshot] = []
  /// Where each layer of the society stands in the history; `nil` for the one whose ties payments change all the time.
  private let places: [Int?]

  /// Where each layer stands in the history, and which are in it.
  private static func places(_ society: SimulatedSociety) -> (places: [Int?], kept: [Int]) {
    let kept = society.layers.indices.filter { $0 != society.paymentLayer }
    return (society.layers.indices.map { kept.firstIndex(of: $0) }, kept)
  }

  /// The ties that a society begins with.
  init(_ society: SimulatedSociety) {
    let layers = society.layers
    let (places, kept) = Self.places(society)
    self.places = places
    history = TieHistory(
      layers: kept.map { TieHistory.LayerEntry(name: layers[$0].name, isDirected: layers[$0].isDirected) })
    for (place, position) in kept.enumerated() {
      let layer = layers[position]
      for person in 0..<layer.ties.personCount {
        layer.ties.forEachTie(of: person) { neighbor, weight in
          guard layer.isDirected || neighbor >= person else { return }
          history.made(person, neighbor, layer: place, weight: weight, period: society.period)
        }
      }
    }
  }

  /// What had been collected up to a checkpoint.
  init(_ society: SimulatedSociety, history: TieHistory, snapshots: [PeopleSnapshot]) {
    places = Self.places(society).places
    self.history = history
    self.snapshots = snapshots
  }

  /// Takes the period that has just ended.
  ///
  /// - Parameter isDue: whether everyone's values are kept.
  mutating func take(_ society: SimulatedSociety, isDue: Bool) {
    for change in society.tieChanges {
      guard let place = places[change.layer] else { continue }
      switch change.kind {
      case .made:
        history.made(change.source, change.target, layer: place, weight: change.weight, period: society.period)
      case .dropped: history.dropped(change.source, change.target, layer: place, period: society.period)
      case .declined: break
      }
    }
    if isDue { snapshots.append(society.snapshot) }
  }
}
