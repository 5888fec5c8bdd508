import Compute
import GraphModel

/// Which way influence is followed.
public enum InfluenceDirection: Sendable {
  /// From a person to those whom the person influences.
  case outward
  /// From a person to those who influence the person.
  case inward
}

extension InfluenceMatrix {
  /// How many ties lead from the nearest of some people to each person, in any active layer; `nil` where none do.
  ///
  /// - Complexity: O(people + arcs).
  public func distances(
    from people: [Int], _ direction: InfluenceDirection, threads: ThreadCount = .one
  ) -> [Int?] {
    let tables = direction == .inward ? ties : columns(threads: threads)
    var distances = [Int?](repeating: nil, count: personCount)
    var queue: [Int] = []
    for person in people where distances[person] == nil {
      distances[person] = 0
      queue.append(person)
    }
    var head = 0
    while head < queue.count {
      let person = queue[head]
      head += 1
      let next = (distances[person] ?? 0) + 1
      for layer in tables.indices {
        tables[layer].forEachTie(of: person) { other, _ in
          // A tie in a row that counts nothing carries nothing.
          let isFelt = factors[layer][direction == .inward ? person : other] > 0
          if isFelt, distances[other] == nil {
            distances[other] = next
            queue.append(other)
          }
        }
      }
    }
    return distances
  }

  /// How many ties, in all active layers, each person influences others by.
  public func followerCounts(threads: ThreadCount = .one) -> [Int] {
    let columns = columns(threads: threads)
    return (0..<personCount).map { person in columns.reduce(0) { $0 + $1.degree(of: person) } }
  }

  /// Calls `body` with each person that influences a person in an active layer, and the weight of the tie.
  public func forEachTie(of person: Int, layer: Int, _ body: (Int, Double) -> Void) {
    ties[layer].forEachTie(of: person, body)
  }
}
