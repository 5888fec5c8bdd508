import Compute
import GraphModel

/// How far ties stay inside groups, from one walk over them.
///
/// Only people who belong to a group count, and arcs between two of them. An undirected tie is two arcs, a self-tie one.
public struct Segregation: Sendable {
  /// The weight of arcs inside each group, group 1 first.
  let within: [Double]
  /// The weight of arcs that start in each group.
  let outgoing: [Double]
  /// The weight of arcs that end in each group.
  let incoming: [Double]
  /// How many people each group has.
  let sizes: [Int]

  private var total: Double { outgoing.compensatedSum }
  private var inside: Double { within.compensatedSum }

  /// The ties of a table, seen by groups.
  ///
  /// - Parameters:
  ///   - ties: the ties.
  ///   - isWeighted: whether weights count; otherwise every arc counts 1.
  ///   - partition: the groups.
  ///   - threads: how many threads work at once.
  public init(_ ties: TieTable, isWeighted: Bool, by partition: Partition, threads: ThreadCount = .one) {
    let both = Self.all(ties, by: [partition], threads: threads)[0]
    self = isWeighted ? both.weighted : both.unweighted
  }

  /// The ties of a table, seen by several divisions of people, with weights and without, in one walk over them.
  ///
  /// - Complexity: O(people + arcs times partitions + all groups of each block of arcs).
  static func all(
    _ ties: TieTable, by partitions: [Partition], threads: ThreadCount = .one
  ) -> [(weighted: Segregation, unweighted: Segregation)] {
    let width = partitions.count
    // A person's groups stand side by side: a neighbour's are read at once.
    var labels = [Int32](repeating: 0, count: ties.personCount * width)
    for (index, partition) in partitions.enumerated() {
      for (person, part) in partition.parts.enumerated() { labels[person * width + index] = Int32(part) }
    }
    // Group g of a partition has its sums at the partition's start + g - 1.
    let starts = partitions.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    // A block's arcs are at least as many as the groups whose sums it has.
    let blocks = ties.rowBlocks(arcsPerBlock: max(1 << 15, 4 * starts[width]))
    let tallies = Parallel.map(blocks.count, threads: threads) { block -> [Tally] in
      var tallies = [Tally](repeating: Tally(), count: starts[width])
      let labels = labels.span
      var inside = [Tally.Sum](repeating: Tally.Sum(), count: width)
      var all = inside
      for person in blocks[block] {
        let own = person * width
        for index in 0..<width {
          inside[index] = Tally.Sum()
          all[index] = Tally.Sum()
        }
        ties.forEachTie(of: person) { neighbor, weight in
          for index in 0..<width {
            let (part, other) = (labels[own + index], labels[neighbor * width + index])
            guard part > 0, other > 0 else { continue }
            all[index].add(weight)
            if part == other {
              inside[index].add(weight)
            } else {
              tallies[starts[index] + Int(other) - 1].incoming.add(weight)
            }
          }
        }
        for index in 0..<width where labels[own + index] > 0 {
          let group = starts[index] + Int(labels[own + index]) - 1
          tallies[group].within.add(inside[index])
          tallies[group].incoming.add(inside[index])
          tallies[group].outgoing.add(all[index])
        }
      }
      return tallies
    }
    return partitions.indices.map { index in
      let groups = starts[index]..<starts[index + 1]
      func sums(_ value: (Tally) -> Double) -> [Double] {
        groups.map { group in
          var sum = CompensatedSum()
          for block in tallies { sum.add(value(block[group])) }
          return sum.value
        }
      }
      let sizes = partitions[index].sizes
      return (
        weighted: Segregation(
          within: sums(\.within.weight), outgoing: sums(\.outgoing.weight), incoming: sums(\.incoming.weight),
          sizes: sizes),
        unweighted: Segregation(
          within: sums(\.within.count), outgoing: sums(\.outgoing.count), incoming: sums(\.incoming.count),
          sizes: sizes)
      )
    }
  }

  private init(within: [Double], outgoing: [Double], incoming: [Double], sizes: [Int]) {
    self.within = within
    self.outgoing = outgoing
    self.incoming = incoming
    self.sizes = sizes
  }

  /// A group's sums in one block.
  private struct Tally: Sendable {
    /// Arcs by weight and by number.
    struct Sum: Sendable {
      var weight = 0.0
      var count = 0.0

      mutating func add(_ weight: Double) {
        self.weight += weight
        count += 1
      }

      mutating func add(_ other: Sum) {
        weight += other.weight
        count += other.count
      }
    }

    var within = Sum()
    var outgoing = Sum()
    var incoming = Sum()
  }

  /// Categorical assortativity, at most 1 (all ties inside groups); 0 as in random mixing, below that groups avoid
  /// themselves.
  ///
  /// `r = (sum_g e_gg - sum_g a_g b_g) / (1 - sum_g a_g b_g)`, with `e` the shares of arcs between groups, `a` and `b` its
  /// row and column sums. Source: M. E. J. Newman, "Mixing patterns in networks", Phys. Rev. E 67 (2003) 026126, eq. 2.
  ///
  /// - Returns: `nil` without arcs, or if all of them start and end in one group.
  public var assortativity: Double? {
    let total = total
    guard total > 0 else { return nil }
    let chance = zip(outgoing, incoming).map { $0 / total * ($1 / total) }.compensatedSum
    guard chance < 1 else { return nil }
    return min(1, (inside / total - chance) / (1 - chance))
  }

  /// The E-I index, -1 (all ties inside groups) to 1 (all between): `(E - I) / (E + I)`.
  ///
  /// It depends on the sizes and the number of groups. Source: D. Krackhardt, R. N. Stern, "Informal networks and
  /// organizational crises", Social Psychology Quarterly 51 (1988) 123-140.
  ///
  /// - Returns: `nil` without arcs.
  public var externalInternal: Double? { total > 0 ? min(1, max(-1, (total - 2 * inside) / total)) : nil }

  /// The share of a group's arcs that stay inside, 0 to 1, or `nil` without arcs.
  public func homophily(of group: Int) -> Double? {
    outgoing[group] > 0 ? min(1, within[group] / outgoing[group]) : nil
  }

  /// Inbreeding homophily of a group: `(H - w) / (1 - w)`, with w the group's share of people.
  ///
  /// 1 all ties inside, 0 as many as its size would give, below that the group looks outside.
  ///
  /// Source: J. S. Coleman, "Relational analysis", Human Organization 17 (1958) 28-36, as in S. Currarini, M. O. Jackson,
  /// P. Pin, "An economic model of friendship", Econometrica 77 (2009) 1003-1045.
  ///
  /// - Returns: `nil` without arcs, or if everyone is in the group.
  public func inbreeding(of group: Int) -> Double? {
    let share = Double(sizes[group]) / Double(sizes.reduce(0, +))
    guard let homophily = homophily(of: group), share < 1 else { return nil }
    return (homophily - share) / (1 - share)
  }

  /// Coleman's homophily index of a group: the same with `w = (n_g - 1) / (n - 1)`, as nobody chooses themselves.
  ///
  /// Below chance it is divided by w instead, so that -1 means no tie inside. Source: Coleman 1958.
  ///
  /// - Returns: `nil` without arcs, or if everyone is in the group.
  public func coleman(of group: Int) -> Double? {
    let people = sizes.reduce(0, +)
    guard people > 1 else { return nil }
    let share = Double(sizes[group] - 1) / Double(people - 1)
    guard let homophily = homophily(of: group), share < 1 else { return nil }
    return homophily >= share ? (homophily - share) / (1 - share) : (homophily - share) / share
  }
}
