import GraphModel
import Simulation

extension GraphRecorder {
  /// Everything that was collected, as arrays.
  func save(in arrays: inout SavedArrays) {
    history.save(as: "graph.ties", in: &arrays)
    for (position, snapshot) in snapshots.enumerated() { snapshot.save(as: "graph.people-\(position)", in: &arrays) }
  }

  /// What had been collected up to a checkpoint.
  init(
    _ society: SimulatedSociety, layers: [TieHistory.LayerEntry], periods: [Int], _ arrays: SavedArrays
  ) throws(SavedArrays.Damage) {
    var snapshots: [PeopleSnapshot] = []
    for (position, period) in periods.enumerated() {
      snapshots.append(
        try PeopleSnapshot(
          saved: "graph.people-\(position)", period: period, people: society.firstSociety.count, arrays))
    }
    self.init(
      society, history: try TieHistory(saved: "graph.ties", layers: layers, arrays), snapshots: snapshots)
  }
}
