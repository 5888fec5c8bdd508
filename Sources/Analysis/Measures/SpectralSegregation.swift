import Compute
import GraphModel

/// The spectral segregation index: how much of their time people spend among those of their group who do so themselves.
///
/// `B` are the ties, row-normalised over everyone, between people of one group. Each connected component of a group has
/// the largest eigenvalue `lambda` of its part of B, and its people `lambda x_i / mean(x)` for the eigenvector x. From 0
/// (no tie inside the group) to 1 (a closed circle) for a component; a person can lie above 1. It jumps when one tie joins
/// two components of a group.
///
/// Source: F. Echenique, R. G. Fryer, "A measure of segregation based on social interactions", Quarterly Journal of
/// Economics 122 (2007) 441-485.
public struct SpectralSegregation: Sendable {
  /// One index a person; 0 without ties inside the group, `nil` for people of no group or without ties.
  public let people: [Double?]
  /// The mean over each group's people with ties, group 1 first, or `nil` if nobody has any.
  public let groups: [Double?]

  /// The mean over all people of a group with ties, or `nil`.
  public var mean: Double? {
    let values = people.compactMap { $0 }
    return values.isEmpty ? nil : values.compensatedMean
  }

  /// How exactly the eigenvalues are found.
  enum Precision {
    /// Enclosed within 1e-12, at most 10,000 rounds.
    case full
    /// Within 1e-4, at most 200 rounds: for random societies, whose spread is far wider.
    case quick

    var width: Double { self == .full ? 1e-12 : 1e-4 }
    var rounds: Int { self == .full ? 10_000 : 200 }
  }

  /// The index of ties and groups.
  ///
  /// - Parameters:
  ///   - ties: the ties; components follow them in both directions.
  ///   - isWeighted: whether weights count.
  ///   - partition: the groups.
  /// - Complexity: O(arcs) for each round of the power iteration, which ends when the eigenvalue is enclosed within 1e-12
  ///   (Collatz 1942), at most 10,000 rounds a component.
  public init(_ ties: TieTable, isWeighted: Bool, by partition: Partition) {
    self.init(ties, isWeighted: isWeighted, by: partition, precision: .full)
  }

  init(_ ties: TieTable, isWeighted: Bool, by partition: Partition, precision: Precision) {
    let count = ties.personCount
    var inside = ArcList()
    var isTied = [Bool](repeating: false, count: count)
    for person in 0..<count where partition.parts[person] > 0 {
      let sum = isWeighted ? ties.strength(of: person) : Double(ties.degree(of: person))
      guard sum > 0 else { continue }
      isTied[person] = true
      ties.forEachTie(of: person) { neighbor, weight in
        if partition.parts[neighbor] == partition.parts[person] {
          inside.append(person, neighbor, (isWeighted ? weight : 1) / sum)
        }
      }
    }
    let table = TieTable(personCount: count, arcs: inside)
    let components = table.connectedComponents(isSymmetric: false)
    var people = [Double?](repeating: nil, count: count)
    for person in 0..<count where isTied[person] { people[person] = 0 }
    for members in components.members where members.count > 1 || table.degree(of: members[0]) > 0 {
      let values = Self.indices(of: members, table, precision)
      for (person, value) in zip(members, values) { people[person] = value }
    }
    self.people = people
    groups = partition.members.map { members in
      let values = members.compactMap { people[$0] }
      return values.isEmpty ? nil : values.compensatedMean
    }
  }

  /// `lambda x_i / mean(x)` by power iteration of `(I + B) / 2`, which has no period.
  private static func indices(of members: [Int], _ table: TieTable, _ precision: Precision) -> [Double] {
    var place: [Int: Int] = [:]
    for (position, person) in members.enumerated() { place[person] = position }
    // The component's own rows, once.
    var starts = [0]
    var neighbors: [Int] = []
    var weights: [Double] = []
    for person in members {
      table.forEachTie(of: person) { neighbor, weight in
        guard let other = place[neighbor] else { return }
        neighbors.append(other)
        weights.append(weight)
      }
      starts.append(neighbors.count)
    }
    var vector = [Double](repeating: 1, count: members.count)
    var next = vector
    var eigenvalue = 0.0
    for round in 1...precision.rounds {
      // The bounds cost more than the sums do, and are looked at now and then.
      let isChecked = round % 4 == 0 || round == precision.rounds
      var bounds = (low: Double.infinity, high: 0.0)
      do {
        let (starts, neighbors, weights) = (starts.span, neighbors.span, weights.span)
        let values = vector.span
        var target = next.mutableSpan
        for position in values.indices {
          var sum = 0.0
          for tie in starts[position]..<starts[position + 1] { sum += weights[tie] * values[neighbors[tie]] }
          target[position] = (values[position] + sum) / 2
          if isChecked, values[position] > 0 {
            bounds.low = min(bounds.low, sum / values[position])
            bounds.high = max(bounds.high, sum / values[position])
          }
        }
      }
      let mean = next.compensatedMean
      for position in vector.indices { vector[position] = next[position] / mean }
      guard isChecked else { continue }
      // Where not everyone leads to everyone the bounds do not close, and the growth of the sum tells the eigenvalue.
      let isEnclosed = bounds.high - bounds.low <= precision.width
      eigenvalue = isEnclosed ? (bounds.low + bounds.high) / 2 : max(0, 2 * mean - 1)
      if isEnclosed { break }
    }
    return vector.map { eigenvalue * $0 }
  }
}
