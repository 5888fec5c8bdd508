/// Who is in two lists of people, by id.
struct PersonPairs {
  /// The people in both, in the order of the first list: where they stand in each.
  let both: [(first: Int, second: Int)]
  /// The places of those who are in the first list only.
  let onlyFirst: [Int]
  /// The places of those who are in the second list only.
  let onlySecond: [Int]

  /// Whether nobody is in both.
  var isEmpty: Bool { both.isEmpty }

  /// Two lists of ids, in each of which no id stands twice.
  init(_ first: [String], _ second: [String]) {
    let places = Dictionary(uniqueKeysWithValues: second.enumerated().map { ($1, $0) })
    var isMet = [Bool](repeating: false, count: second.count)
    var both: [(first: Int, second: Int)] = []
    var alone: [Int] = []
    for (place, id) in first.enumerated() {
      if let other = places[id] {
        both.append((place, other))
        isMet[other] = true
      } else {
        alone.append(place)
      }
    }
    self.both = both
    onlyFirst = alone
    onlySecond = isMet.indices.filter { !isMet[$0] }
  }
}
