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
    var ties: [Ends] = []
    var weights: [Double] = []
    var arcs = ArcList()
    for person in 0..<personCount {
      forEachTie(of: person) { neighbor, weight in
        if neighbor == person {
          arcs.append(person, person, weight)
        } else if isDirected || person < neighbor {
          ties.append(Ends(Int32(truncatingIfNeeded: person), Int32(truncatingIfNeeded: neighbor)))
          weights.append(weight)
        }
      }
    }
    Ends.exchange(&ties, isDirected: isDirected, random: &random)
    arcs.reserveCapacity(arcCount)
    for (tie, weight) in zip(ties, weights) {
      if isDirected {
        arcs.append(Int(tie.source), Int(tie.target), weight)
      } else {
        arcs.appendTie(Int(tie.source), Int(tie.target), weight)
      }
    }
    return TieTable(personCount: personCount, arcs: arcs, threads: threads)
  }

  /// Whom a tie joins; both stand in one place, as they are read together and in no order.
  private struct Ends {
    var source: Int32
    var target: Int32

    init(_ source: Int32, _ target: Int32) {
      self.source = source
      self.target = target
    }

    /// The pair as a set knows it.
    func pair(isDirected: Bool) -> (Int, Int) {
      isDirected || source < target ? (Int(source), Int(target)) : (Int(target), Int(source))
    }

    static func exchange(_ ties: inout [Ends], isDirected: Bool, random: inout RandomStream) {
      let count = ties.count
      guard count > 1 else { return }
      var present = PairTable()
      present.clear(for: count)
      for tie in ties {
        let pair = tie.pair(isDirected: isDirected)
        present.insert(pair.0, pair.1)
      }
      var list = ties.mutableSpan
      for _ in 0..<TieTable.exchangesPerTie * count {
        let first = random.integer(below: count)
        let second = random.integer(below: count)
        var (one, other) = (list[first], list[second])
        // An undirected tie has no first end: either of the second one's may be exchanged.
        if !isDirected, random.next() & 1 == 1 { other = Ends(other.target, other.source) }
        guard first != second, one.source != other.target, other.source != one.target else { continue }
        let (old, older) = (one.pair(isDirected: isDirected), other.pair(isDirected: isDirected))
        swap(&one.target, &other.target)
        let (new, newer) = (one.pair(isDirected: isDirected), other.pair(isDirected: isDirected))
        guard !present.contains(new.0, new.1), !present.contains(newer.0, newer.1) else { continue }
        present.remove(old.0, old.1)
        present.remove(older.0, older.1)
        present.insert(new.0, new.1)
        present.insert(newer.0, newer.1)
        list[first] = one
        list[second] = other
      }
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
