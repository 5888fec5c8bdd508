import Compute

extension TieTable {
  /// The connected components, numbered by size: people who reach each other when directions are ignored.
  ///
  /// A person without ties is a component of one.
  ///
  /// People are merged along their first two ties; what is left to look at is then mostly one large component, and a
  /// symmetric table lets the rows inside it be passed over, as each tie out of it is seen from its other end. Source:
  /// M. Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity computation via subgraph sampling", IPDPS
  /// 2018 (Afforest).
  ///
  /// - Parameter isSymmetric: whether every arc has its reverse.
  /// - Complexity: O((people + arcs) log people) by merging sets.
  public func connectedComponents(isSymmetric: Bool = false) -> Partition {
    var sets = DisjointSets(count: personCount)
    guard isSymmetric else {
      for person in 0..<personCount { forEachTie(of: person) { neighbor, _ in sets.merge(person, neighbor) } }
      return sets.partition
    }
    let sample = 2
    for person in 0..<personCount {
      for arc in arcs(of: person).prefix(sample) { sets.merge(person, rows.column(at: arc)) }
    }
    let largest = sets.probablyLargest()
    for person in 0..<personCount where sets.root(person) != largest {
      for arc in arcs(of: person).dropFirst(sample) { sets.merge(person, rows.column(at: arc)) }
    }
    return sets.partition
  }

  /// The connected components, directions ignored, of any table.
  public var connectedComponents: Partition { connectedComponents(isSymmetric: false) }
}

/// Sets of people that are merged; the smallest index of a set stands for it, so the order of merging does not matter.
private struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  mutating func root(_ person: Int) -> Int {
    var person = person
    while true {
      let parent = Int(parents[person])
      if parent == person { return person }
      let next = parents[parent]
      parents[person] = next
      person = Int(next)
    }
  }

  mutating func merge(_ one: Int, _ other: Int) {
    if parents[one] == parents[other] { return }
    let first = root(one)
    let second = root(other)
    if first < second { parents[second] = Int32(first) } else if second < first { parents[first] = Int32(second) }
  }

  /// The set that most of some evenly spread people belong to.
  mutating func probablyLargest() -> Int {
    var counts: [Int: Int] = [:]
    var best = (root: -1, count: 0)
    for person in stride(from: 0, to: parents.count, by: max(1, parents.count / 1024)) {
      let root = root(person)
      let count = counts[root, default: 0] + 1
      counts[root] = count
      if count > best.count { best = (root, count) }
    }
    return best.root
  }

  var partition: Partition {
    var sets = self
    return Partition(bySizeOf: (0..<parents.count).map { sets.root($0) }, labelCount: parents.count)
  }
}
