import GraphModel

/// Small societies whose communities are known.
enum Examples {
  /// Two cliques of `size` people, 0..<size and size..<2*size, joined by the tie 0 - size; then `isolates` without ties.
  static func twoCliques(of size: Int, isolates: Int = 0, selfTie: Double? = nil) -> TieTable {
    var arcs = ArcList()
    for start in [0, size] {
      for one in start..<start + size {
        for other in one + 1..<start + size { arcs.appendTie(one, other) }
      }
    }
    arcs.appendTie(0, size)
    if let selfTie { arcs.appendTie(1, 1, selfTie) }
    return TieTable(personCount: 2 * size + isolates, arcs: arcs)
  }

  /// A ring of `count` people, each tied to the next three by weights that binary fractions cannot hold.
  static func ring(of count: Int) -> TieTable {
    var arcs = ArcList()
    for person in 0..<count {
      for step in 1...3 { arcs.appendTie(person, (person + step) % count, 0.1) }
    }
    return TieTable(personCount: count, arcs: arcs)
  }

  /// The ties of `ties` with both ends in one part.
  static func ties(_ ties: TieTable, within partition: Partition) -> TieTable {
    var arcs = ArcList()
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { neighbor, weight in
        if partition.parts[person] == partition.parts[neighbor] { arcs.append(person, neighbor, weight) }
      }
    }
    return TieTable(personCount: ties.personCount, arcs: arcs)
  }
}
