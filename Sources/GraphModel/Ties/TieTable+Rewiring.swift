import Compute

extension TieTable {
  /// How often an exchange is tried for each tie: the number that igraph's `rewire` takes, too.
  package static let exchangesPerTie = 10

  /// The same people with as many ties each, between others: a random table with the same degrees.
  ///
  /// Again and again two ties exchange ends, `a-b, c-d` becoming `a-d, c-b`, unless that would make a self-tie or a second
  /// tie of two people. A refused exchange counts as one tried, so that every such table is reached equally often in the
  /// end. Each tie takes its weight along: degrees stay, strengths do not. Of directed ties the targets are exchanged, and
  /// in- and out-degrees stay both. Self-ties stay where they are.
  ///
  /// Source: S. Maslov, K. Sneppen, "Specificity and stability in topology of protein networks", Science 296 (2002) 910;
  /// ten exchanges a tie: R. Milo et al., "On the uniform generation of random graphs with prescribed degree sequences",
  /// arXiv cond-mat/0312028 (2003). Exchanges cannot turn a directed triangle round, which matters in tiny graphs only.
  ///
  /// - Parameters:
  ///   - isDirected: whether arcs can go one way only; `false` promises a symmetric table.
  ///   - random: where the draws come from.
  ///   - threads: how many threads compress the result.
  /// - Complexity: O(arcs) tries of O(1), one thread.
  package func rewired(isDirected: Bool, random: inout RandomStream, threads: ThreadCount = .one) -> TieTable {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var weights: [Double] = []
    var arcs = ArcList()
    for person in 0..<personCount {
      forEachTie(of: person) { neighbor, weight in
        if neighbor == person {
          arcs.append(person, person, weight)
        } else if isDirected || person < neighbor {
          sources.append(Int32(truncatingIfNeeded: person))
          targets.append(Int32(truncatingIfNeeded: neighbor))
          weights.append(weight)
        }
      }
    }
    exchange(&sources, &targets, isDirected: isDirected, random: &random)
    arcs.reserveCapacity(arcCount)
    for tie in weights.indices {
      if isDirected {
        arcs.append(Int(sources[tie]), Int(targets[tie]), weights[tie])
      } else {
        arcs.appendTie(Int(sources[tie]), Int(targets[tie]), weights[tie])
      }
    }
    return TieTable(personCount: personCount, arcs: arcs, threads: threads)
  }

  private func exchange(
    _ sources: inout [Int32], _ targets: inout [Int32], isDirected: Bool, random: inout RandomStream
  ) {
    let count = sources.count
    guard count > 1 else { return }
    func pair(_ one: Int32, _ other: Int32) -> (Int, Int) {
      isDirected || one < other ? (Int(one), Int(other)) : (Int(other), Int(one))
    }
    var present = PairTable()
    present.clear(for: count)
    for tie in 0..<count {
      let (one, other) = pair(sources[tie], targets[tie])
      present.insert(one, other)
    }
    for _ in 0..<Self.exchangesPerTie * count {
      let first = random.integer(below: count)
      let second = random.integer(below: count)
      // An undirected tie has no first end: either of the second one's may be exchanged.
      if !isDirected, random.next() & 1 == 1 { swap(&sources[second], &targets[second]) }
      let (a, b, c, d) = (sources[first], targets[first], sources[second], targets[second])
      guard first != second, a != d, c != b else { continue }
      let (one, other) = (pair(a, d), pair(c, b))
      guard !present.contains(one.0, one.1), !present.contains(other.0, other.1) else { continue }
      let (old, older) = (pair(a, b), pair(c, d))
      present.remove(old.0, old.1)
      present.remove(older.0, older.1)
      present.insert(one.0, one.1)
      present.insert(other.0, other.1)
      targets[first] = d
      targets[second] = b
    }
  }
}

extension Society {
  /// The same people and own scores with the ties of every layer between others, see `TieTable.rewired`.
  ///
  /// What payments weigh from row to row is not kept: ties are read by their weights. Each row still has the shares of
  /// its own ties.
  package func rewired(random: inout RandomStream) -> Society {
    var layers: [Layer] = []
    for layer in self.layers {
      layers.append(
        Layer(
          name: layer.name, kind: layer.kind, isDirected: layer.isDirected, isWeighted: layer.isWeighted,
          ties: layer.ties.rewired(isDirected: layer.isDirected, random: &random), share: layer.share))
    }
    return Society(
      name: name, people: people, scale: scale, ownScores: ownScores, layers: layers, wishes: wishes)
  }
}
