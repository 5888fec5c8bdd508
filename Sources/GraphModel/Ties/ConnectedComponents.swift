extension TieTable {
  /// The connected components, numbered by size: people who reach each other when directions are ignored.
  ///
  /// A person without ties is a component of one.
  ///
  /// - Complexity: O((people + arcs) log people) by merging sets.
  public var connectedComponents: Partition {
    var parent = Array(0..<personCount)
    func root(_ person: Int) -> Int {
      var person = person
      while parent[person] != person {
        parent[person] = parent[parent[person]]
        person = parent[person]
      }
      return person
    }
    for person in 0..<personCount {
      forEachTie(of: person) { neighbor, _ in
        let one = root(person)
        let other = root(neighbor)
        // The smaller index becomes the root, so the answer does not depend on the order of ties.
        if one < other { parent[other] = one } else { parent[one] = other }
      }
    }
    return Partition(bySize: (0..<personCount).map { Optional(root($0)) })
  }
}
