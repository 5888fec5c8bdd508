import Compute
import GraphModel

extension FriedkinJohnsen {
  /// The groups that nobody with a susceptibility below 1 reaches, with what they settle on.
  ///
  /// The equilibrium exists and is unique if there are none (everyone with `a = 1` has a path to somebody with
  /// `a < 1`). Such a group is a strongly connected set of people that no arc leaves, all with `a = 1`; inside it scores
  /// follow DeGroot from `s`, and everybody tied to it from outside sees it as fixed.
  func closedClasses(_ settings: SolverSettings) -> [ClosedClass] {
    guard susceptibility.contains(1) else { return [] }
    let candidates = peopleWithoutAnchor()
    guard candidates.contains(true) else { return [] }
    return closedComponents(among: candidates).map { settle($0, settings) }
  }

  /// Whether the equilibrium exists and is unique: everyone with `a = 1` has a path to somebody with `a < 1`.
  var hasEquilibrium: Bool { !susceptibility.contains(1) || !peopleWithoutAnchor().contains(true) }

  /// Who has no path to anybody with a susceptibility below 1.
  private func peopleWithoutAnchor() -> [Bool] {
    let count = network.personCount
    var hasAnchor = susceptibility.map { $0 < 1 }
    var queue = (0..<count).filter { hasAnchor[$0] }
    // Who is influenced by whom, turned round: influence travels against the arcs.
    let followers = network.isSymmetric ? network.ties : network.ties.map(\.transposed)
    var head = 0
    while head < queue.count {
      let person = queue[head]
      head += 1
      for layer in followers.indices {
        followers[layer].forEachTie(of: person) { follower, _ in
          if !hasAnchor[follower], network.factors[layer][follower] > 0 {
            hasAnchor[follower] = true
            queue.append(follower)
          }
        }
      }
    }
    return hasAnchor.map { !$0 }
  }

  /// The strongly connected components among the candidates that no arc leaves, each by rising index.
  ///
  /// Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972), with its own stack.
  private func closedComponents(among candidates: [Bool]) -> [[Int]] {
    let count = network.personCount
    var order = [Int](repeating: -1, count: count)
    var lowest = [Int](repeating: 0, count: count)
    var component = [Int](repeating: -1, count: count)
    var isOpen: [Bool] = []
    var members: [[Int]] = []
    var stack: [Int] = []
    var next = 0
    for start in 0..<count where candidates[start] && order[start] < 0 {
      var path: [(person: Int, influences: [Int], position: Int)] = []
      func enter(_ person: Int) {
        order[person] = next
        lowest[person] = next
        next += 1
        stack.append(person)
        var influences: [Int] = []
        network.forEachInfluence(on: person) { influences.append($0) }
        path.append((person, influences, 0))
      }
      enter(start)
      while let top = path.last {
        if top.position < top.influences.count {
          path[path.count - 1].position += 1
          let other = top.influences[top.position]
          if order[other] < 0 {
            enter(other)
          } else if component[other] < 0 {
            lowest[top.person] = min(lowest[top.person], order[other])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.person { lowest[parent] = min(lowest[parent], lowest[top.person]) }
        guard lowest[top.person] == order[top.person] else { continue }
        var group: [Int] = []
        repeat {
          let person = stack.removeLast()
          component[person] = members.count
          group.append(person)
        } while group.last != top.person
        members.append(group.sorted())
        // Components are finished after all those they have arcs to, so a foreign number is final here.
        var leaves = false
        for person in group {
          network.forEachInfluence(on: person) { if component[$0] != members.count - 1 { leaves = true } }
        }
        isOpen.append(leaves)
      }
    }
    return zip(members, isOpen).filter { !$1 }.map(\.0).sorted { $0[0] < $1[0] }
  }

  // MARK: What a class settles on

  /// The value a closed class settles on: `pi' s`, with `pi` the stationary distribution of its part of `W`.
  ///
  /// Where `W` is reversible, `pi` is proportional to the row sums before averaging. Otherwise the lazy chain `(I + W) / 2`,
  /// which has the same `pi` and no period, is applied to `s`: the value always lies between the least and the largest
  /// entry, so half their distance bounds the error.
  private func settle(_ members: [Int], _ settings: SolverSettings) -> ClosedClass {
    let values = members.map { ownScores[$0] }
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    let rounding = roundingError(max(low.magnitude, high.magnitude))
    let period = period(of: members)
    if low == high {
      return ClosedClass(members: members, value: low, period: period, error: rounding, isSettled: true)
    }
    if pull == .down {
      // Nobody of the class is above the mean of the others, so all are equal, and nobody is above the own score.
      return ClosedClass(members: members, value: low, period: 1, error: 0, isSettled: true)
    }
    if network.isSymmetric {
      let weights = members.map { network.strengths[$0] }
      let value = zip(weights, values).map { $0 * $1 }.compensatedSum / weights.compensatedSum
      return ClosedClass(
        members: members, value: min(max(value, low), high), period: period, error: rounding, isSettled: true)
    }
    var scores = ownScores
    var next = ownScores
    var ends = (low: low, high: high)
    var rounds = 0
    var stall = Stall()
    var isSettled = false
    while true {
      let width = ends.high - ends.low
      let isStalled = stall.lasts(width, round: rounds) && width <= 64 * rounding
      isSettled = isStalled || width <= max(settings.tolerance / 8, 4 * rounding)
      if isSettled || rounds >= settings.maximumRounds { break }
      ends = (.infinity, -.infinity)
      for person in members {
        let value = 0.5 * (scores[person] + network.networkScore(of: person, scores.span))
        next[person] = value
        ends = (min(ends.low, value), max(ends.high, value))
      }
      swap(&scores, &next)
      rounds += 1
    }
    let error = (ends.high - ends.low) / 2 + Double(rounds + 1) * rounding
    return ClosedClass(
      members: members, value: ends.low + (ends.high - ends.low) / 2, period: period, error: error,
      isSettled: isSettled)
  }

  /// The period of a strongly connected set: the greatest common divisor of the lengths of its cycles.
  ///
  /// Source: E. V. Denardo, "Periods of connected networks and powers of nonnegative matrices", Math. Oper. Res. 2 (1977).
  private func period(of members: [Int]) -> Int {
    var level = [Int: Int](minimumCapacity: members.count)
    level[members[0]] = 0
    var queue = [members[0]]
    var head = 0
    var divisor = 0
    while head < queue.count {
      let person = queue[head]
      head += 1
      let here = level[person] ?? 0
      network.forEachInfluence(on: person) { other in
        if let there = level[other] {
          divisor = Self.greatestCommonDivisor(divisor, (here + 1 - there).magnitude)
        } else {
          level[other] = here + 1
          queue.append(other)
        }
      }
    }
    return max(1, divisor)
  }

  private static func greatestCommonDivisor(_ one: Int, _ other: UInt) -> Int {
    var (one, other) = (one, Int(other))
    while other != 0 { (one, other) = (other, one % other) }
    return one
  }
}
