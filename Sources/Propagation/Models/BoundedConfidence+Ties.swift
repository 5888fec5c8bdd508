import Compute
import GraphModel

extension BoundedConfidence {
  /// Rounds among ties.
  func opinionsAmongTies(_ settings: SolverSettings) -> Opinions {
    var scores = ownScores
    var previous = ownScores
    var rounds = 0
    var change = 0.0
    var isSettled = false
    while !isSettled && rounds < settings.maximumRounds {
      swap(&previous, &scores)
      change = step(previous, into: &scores, threads: settings.threads)
      rounds += 1
      settings.progress.advance(by: 1)
      isSettled = change <= settings.tolerance && isTrustSame(in: previous, scores, threads: settings.threads)
    }
    return Opinions(
      scores: scores, previousScores: previous, rounds: rounds, change: change, isSettled: isSettled)
  }

  /// One round, and the largest change in it.
  private func step(_ scores: [Double], into result: inout [Double], threads: ThreadCount) -> Double {
    let changes = Parallel.fill(&result, blocks: network.blocks, threads: threads) { block, slice in
      var change = 0.0
      for person in block {
        let own = scores[person]
        // Differences from one's own score: whoever agrees with all trusted ties stays exactly.
        var pull = CompensatedSum()
        var weights = CompensatedSum()
        network.forEachWeight(of: person) { other, weight in
          guard reach.covers(own, scores[other]) else { return }
          pull.add(weight * (scores[other] - own))
          weights.add(weight)
        }
        let degree = network.degree(of: person)
        let value = degree > 0 ? own + pull.value / (1 / Double(degree) + weights.value) : own
        change = max(change, (value - own).magnitude)
        slice[person - block.lowerBound] = value
      }
      return change
    }
    return changes.max() ?? 0
  }

  /// Whether the same arcs are within reach for two lists of scores.
  private func isTrustSame(in one: [Double], _ other: [Double], threads: ThreadCount) -> Bool {
    Parallel.map(network.blocks.count, threads: threads) { block in
      network.blocks[block].allSatisfy { person in
        var isSame = true
        network.forEachInfluence(on: person) { friend in
          if reach.covers(one[person], one[friend]) != reach.covers(other[person], other[friend]) { isSame = false }
        }
        return isSame
      }
    }.allSatisfy { $0 }
  }
}

extension InfluenceMatrix {
  /// How many arcs a person's row has over the active layers.
  func degree(of person: Int) -> Int {
    ties.indices.reduce(0) { $0 + (factors[$1][person] > 0 ? ties[$1].degree(of: person) : 0) }
  }
}
