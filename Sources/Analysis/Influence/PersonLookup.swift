import GraphModel

/// Finds people and layers by what a user calls them.
struct PersonLookup {
  private let society: Society
  private let network: [Int]

  /// - Parameter layers: the positions of the active layers in the society's list.
  init(_ society: Society, layers: [Int]) {
    self.society = society
    network = layers
  }

  /// The index of the person with an id.
  ///
  /// - Throws: a `usage` error that names what asked.
  /// - Complexity: O(people).
  func person(_ id: String, for option: String) throws(ReadingError) -> Int {
    if let person = society.people.index(of: id) { return person }
    let hint = near(id).map { "; did you mean \"\($0)\"?" } ?? ""
    throw ReadingError(.usage, [InputProblem(file: option, "there is no person \"\(id)\"\(hint)")])
  }

  /// The position among the active layers of a layer with a name.
  func layer(_ name: String, for option: String) throws(ReadingError) -> Int {
    if let position = network.firstIndex(where: { society.layers[$0].name == name }) { return position }
    let names = network.map { society.layers[$0].name }.joined(separator: ", ")
    throw ReadingError(
      .usage, [InputProblem(file: option, "there is no layer \"\(name)\" in the mix; the layers are \(names)")])
  }

  /// An id that differs in letter case only, or is begun by the text.
  private func near(_ id: String) -> String? {
    let wanted = id.lowercased()
    return society.people.ids.first { $0.lowercased() == wanted }
      ?? society.people.ids.first { !wanted.isEmpty && $0.lowercased().hasPrefix(wanted) }
  }
}
