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

  /// Whether the iteration came to rest for every piece of every group; those of the others are `nil`.
  ///
  /// It does where ties are mutual. One-way ties can be too loose for it.
  public let isSettled: Bool

  /// The mean over all people of a group with ties, or `nil`.
  public var mean: Double? {
    guard isSettled else { return nil }
    let values = people.compactMap { $0 }
    return values.isEmpty ? nil : values.compensatedMean
  }

  /// The index of ties and groups.
  ///
  /// - Parameters:
  ///   - ties: the ties; components follow them in both directions.
  ///   - isWeighted: whether weights count.
  ///   - partition: the groups.
  /// - Complexity: O(arcs) for each round of the power iteration, at most 10,000 a component; where ties are mutual and it
  ///   is slow, O(arcs) for each step of conjugate gradients.
  public init(_ ties: TieTable, isWeighted: Bool, by partition: Partition) {
    let isMutual = SymmetryCheck.problem(ties, threads: .one) == nil
    self.init(ties, isWeighted: isWeighted, by: partition, isMutual: isMutual, precision: .full)
  }

  /// - Parameter isMutual: whether the table is known to be symmetric.
  init(
    _ ties: TieTable, isWeighted: Bool, by partition: Partition, isMutual: Bool, precision: SpectralComponent.Precision
  ) {
    let count = ties.personCount
    var inside = ArcList()
    var strengths = [Double](repeating: 0, count: count)
    for person in 0..<count where partition.parts[person] > 0 {
      let sum = isWeighted ? ties.strength(of: person) : Double(ties.degree(of: person))
      guard sum > 0 else { continue }
      strengths[person] = sum
      ties.forEachTie(of: person) { neighbor, weight in
        if partition.parts[neighbor] == partition.parts[person] {
          inside.append(person, neighbor, (isWeighted ? weight : 1) / sum)
        }
      }
    }
    let table = TieTable(personCount: count, arcs: inside)
    let components = table.connectedComponents(isSymmetric: false)
    var people = [Double?](repeating: nil, count: count)
    for person in 0..<count where strengths[person] > 0 { people[person] = 0 }
    var unsettled = Set<Int>()
    for members in components.members where members.count > 1 || table.degree(of: members[0]) > 0 {
      let component = SpectralComponent(members, table, strengths: isMutual ? strengths : nil)
      let values = component.indices(precision)
      for (position, person) in members.enumerated() { people[person] = values?[position] }
      if values == nil { unsettled.insert(partition.parts[members[0]]) }
    }
    self.people = people
    isSettled = unsettled.isEmpty
    groups = partition.members.enumerated().map { slot, members in
      let values = members.compactMap { people[$0] }
      return values.isEmpty || unsettled.contains(slot + 1) ? nil : values.compensatedMean
    }
  }
}
