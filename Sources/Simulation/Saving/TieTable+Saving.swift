import Compute
import GraphModel

extension TieTable {
  /// The arrays of the rows, in the form in which they are stored.
  func save(as name: String, in arrays: inout SavedArrays) {
    switch rows.offsets {
    case .narrow(let buffer): arrays[name + ".offsets"] = .uint32(buffer)
    case .wide(let buffer): arrays[name + ".offsets"] = .int64(buffer)
    }
    arrays[name + ".neighbors"] = .int32(rows.columns)
    switch rows.values {
    case .equal(let weight): arrays[name + ".weight"] = SavedArray([weight])
    case .narrow(let buffer): arrays[name + ".weights"] = .float32(buffer)
    case .wide(let buffer): arrays[name + ".weights"] = .float64(buffer)
    }
  }

  /// The table that was saved under a name.
  ///
  /// - Throws: `Damage` if a part is missing or the lengths do not fit together.
  init(saved name: String, people: Int, _ arrays: SavedArrays) throws(SavedArrays.Damage) {
    let damage = SavedArrays.Damage(name: name)
    let offsets: SparseRows.Offsets
    let last: Int
    switch arrays[name + ".offsets"] {
    case .uint32(let buffer)? where buffer.count == people + 1: (offsets, last) = (.narrow(buffer), Int(buffer[people]))
    case .int64(let buffer)? where buffer.count == people + 1: (offsets, last) = (.wide(buffer), Int(buffer[people]))
    default: throw damage
    }
    guard case .int32(let neighbors)? = arrays[name + ".neighbors"], neighbors.count == last else { throw damage }
    let values: SparseRows.Values
    switch (arrays[name + ".weights"], arrays[name + ".weight"]) {
    case (.float32(let buffer)?, nil) where buffer.count == last: values = .narrow(buffer)
    case (.float64(let buffer)?, nil) where buffer.count == last: values = .wide(buffer)
    case (nil, .float64(let buffer)?) where buffer.count == 1: values = .equal(buffer[0])
    default: throw damage
    }
    self.init(rows: SparseRows(offsets: offsets, columns: neighbors, columnCount: people, values: values))
  }
}
