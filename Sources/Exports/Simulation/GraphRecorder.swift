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

  /// The ties that a society begins with.
  init(_ society: SimulatedSociety) {
    let layers = society.layers
    let kept = layers.indices.filter { $0 != society.paymentLayer }
    places = layers.indices.map { kept.firstIndex(of: $0) }
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
    let kept = society.layers.indices.filter { $0 != society.paymentLayer }
    places = society.layers.indices.map { kept.firstIndex(of: $0) }
    self.history = history
    self.snapshots = snapshots
  }

  /// Takes the period that has just ended.
  ///
  /// - Parameter isDue: whether everyone's values are kept.
  mutating func take(_ society: SimulatedSociety, isDue: Bool) {
    var gone: Set<SIMD3<Int>> = []
    for change in society.tieChanges {
      guard let place = places[change.layer] else { continue }
      switch change.kind {
      case .made:
        history.made(change.source, change.target, layer: place, weight: change.weight, period: society.period)
      case .dropped:
        // Somebody may drop a tie in the very period in which the scheme cuts it.
        let isFirst = gone.insert(SIMD3(place, change.source, change.target)).inserted
        if isFirst { history.dropped(change.source, change.target, layer: place, period: society.period) }
      case .declined: break
      }
    }
    if isDue { snapshots.append(society.snapshot) }
  }
}
