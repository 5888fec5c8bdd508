/// Ids and the indices they have, in the order they came.
struct PersonIndex {
  private(set) var ids: [String] = []
  private var indices: [String: Int32] = [:]

  func index(of id: String) -> Int32? { indices[id] }

  /// The index of an id, new if the id is.
  mutating func add(_ id: String) -> (index: Int32, isNew: Bool) {
    if let index = indices[id] { return (index, false) }
    let index = Int32(ids.count)
    indices[id] = index
    ids.append(id)
    return (index, true)
  }
}
