@testable import GraphModel

extension TieSet {
  /// Whether every tie joins two people who exist, the lower index first, and no pair stands twice or out of order.
  var isSound: Bool {
    let pairs = pairs
    let isOrdered = zip(pairs, pairs.dropFirst()).allSatisfy { $0 < $1 }
    return isOrdered && pairs.allSatisfy { $0 >= 0 && $0 < $1 && $1 < people }
  }

  /// How many ties each person has.
  var degrees: [Int] {
    var degrees = [Int](repeating: 0, count: people)
    for (one, other) in pairs {
      degrees[one] += 1
      degrees[other] += 1
    }
    return degrees
  }

  /// The mean over people with two ties or more of the share of pairs of their neighbours that are tied.
  var clustering: Double {
    var neighbours = [[Int]](repeating: [], count: people)
    for (one, other) in pairs {
      neighbours[one].append(other)
      neighbours[other].append(one)
    }
    let shares = neighbours.filter { $0.count > 1 }.map { list in
      var tied = 0
      for (index, one) in list.enumerated() { tied += list[..<index].count { contains(one, $0) } }
      return Double(tied) / Double(list.count * (list.count - 1) / 2)
    }
    return shares.reduce(0, +) / Double(shares.count)
  }
}
