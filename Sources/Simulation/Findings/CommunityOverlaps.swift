import GraphModel

/// How many people the communities of two looks share.
///
/// Communities are called by position: old ones by that of the last look, new ones by size, then by their first person,
/// whatever their numbers in the partition.
struct CommunityOverlaps {
  /// Who goes on as whom, by position.
  struct Matches {
    /// The new community that each old one goes on as.
    var newOf: [Int?]
    /// The old community that each new one was.
    var oldOf: [Int?]
  }

  /// An old and a new community that share somebody.
  private struct Pair {
    let old: Int
    let new: Int
    let shared: Int
    /// How many people are in either.
    let union: Int
  }

  /// The position of each person's new community, from 1; 0 for people who belong to none.
  let slots: [Int32]
  /// How many people each old community has.
  let oldSizes: [Int]
  /// How many people each new community has.
  let newSizes: [Int]
  /// The new community that has more than half of each old one.
  let mainNew: [Int?]
  /// The old community that more than half of each new one comes from.
  let mainOld: [Int?]
  private let pairs: [Pair]

  /// Counts what is shared.
  ///
  /// - Parameters:
  ///   - old: the position of each person's old community, from 1; 0 for none.
  ///   - oldCount: how many old communities there are.
  ///   - partition: the new communities.
  init(old: [Int32], oldCount: Int, _ partition: Partition) {
    let canonical = Partition(bySizeOf: partition.parts.map { $0 - 1 }, labelCount: partition.count)
    var oldSizes = [Int](repeating: 0, count: oldCount)
    for slot in old where slot > 0 { oldSizes[Int(slot) - 1] += 1 }
    let members = canonical.members
    var mainNew = [Int?](repeating: nil, count: oldCount)
    var mainOld = [Int?](repeating: nil, count: members.count)
    var pairs: [Pair] = []
    var shared = [Int](repeating: 0, count: oldCount)
    for (new, people) in members.enumerated() {
      var met: [Int] = []
      for person in people where old[person] > 0 {
        let slot = Int(old[person]) - 1
        if shared[slot] == 0 { met.append(slot) }
        shared[slot] += 1
      }
      for slot in met {
        let count = shared[slot]
        shared[slot] = 0
        pairs.append(Pair(old: slot, new: new, shared: count, union: oldSizes[slot] + people.count - count))
        if 2 * count > oldSizes[slot] { mainNew[slot] = new }
        if 2 * count > people.count { mainOld[new] = slot }
      }
    }
    slots = canonical.parts.map { Int32($0) }
    self.oldSizes = oldSizes
    newSizes = members.map(\.count)
    self.mainNew = mainNew
    self.mainOld = mainOld
    self.pairs = pairs
  }

  /// Matches one to one, the largest Jaccard overlap first; overlaps are compared as fractions, without rounding.
  ///
  /// - Parameters:
  ///   - threshold: the smallest overlap of a match.
  ///   - labels: of the old communities; of equal overlaps the smaller label goes first, then the earlier new community.
  func matches(from threshold: Double, labels: [Int]) -> Matches {
    let close = pairs.filter { Double($0.shared) / Double($0.union) >= threshold }.sorted { one, other in
      let left = one.shared * other.union
      let right = other.shared * one.union
      return left != right ? left > right : (labels[one.old], one.new) < (labels[other.old], other.new)
    }
    var matches = Matches(
      newOf: [Int?](repeating: nil, count: oldSizes.count), oldOf: [Int?](repeating: nil, count: newSizes.count))
    for pair in close where matches.newOf[pair.old] == nil && matches.oldOf[pair.new] == nil {
      matches.newOf[pair.old] = pair.new
      matches.oldOf[pair.new] = pair.old
    }
    return matches
  }
}
