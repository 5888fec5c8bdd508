import Compute
import GraphModel
import Simulation

extension SimulationFiles {
  /// Writes a checkpoint: all that is needed to go on after this period.
  ///
  /// - Parameter every: how often that is done, for whoever goes on.
  /// - Complexity: O(people + the arcs of layers that have changed), for the simulation and each twin.
  public func checkpoint(_ run: SimulationRun, every: Int) throws(ExportError) {
    let saved = run.saved
    var arrays = saved.arrays
    recorder?.save(in: &arrays)
    try CheckpointFolder(in: folder.partialPath).replace { (path) throws(ExportError) in
      var entries: [String: PackDescription.Array] = [:]
      for name in arrays.names {
        guard let array = arrays[name] else { continue }
        entries[name] = try array.write(folder: path, name: name + ".npy")
      }
      try CheckpointDescription(
        context: context, every: every, tables: growing.map(\.place), graphLayers: recorder?.history.layers,
        graphPeriods: recorder?.snapshots.map(\.period) ?? [], simulation: saved.facts, arrays: entries
      ).write(to: path + "/" + CheckpointDescription.fileName)
    }
  }
}

extension SavedArray {
  /// Writes the array as a file of NumPy.
  fileprivate func write(folder: String, name: String) throws(ExportError) -> PackDescription.Array {
    switch self {
    case .bytes(let buffer): try ArrayFile.write(buffer.span, kind: .byte, folder: folder, name: name)
    case .int32(let buffer): try ArrayFile.write(buffer.span, kind: .int32, folder: folder, name: name)
    case .uint32(let buffer): try ArrayFile.write(buffer.span, kind: .uint32, folder: folder, name: name)
    case .int64(let buffer): try ArrayFile.write(buffer.span, kind: .int64, folder: folder, name: name)
    case .float32(let buffer): try ArrayFile.write(buffer.span, kind: .float32, folder: folder, name: name)
    case .float64(let buffer): try ArrayFile.write(buffer.span, kind: .float64, folder: folder, name: name)
    }
  }
}
