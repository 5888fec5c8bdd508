import GraphModel

/// Communities whose labels persist from one look at the society to the next.
///
/// A community that is found is an earlier one if the two share enough people. Of two sets of people, `|both| / |either|`
/// is the Jaccard overlap. Pairs of an old and a new community are matched one to one, the largest overlap first, from
/// `overlap` on; of equal ones the smaller old label goes first, then the larger new community, then the one with the
/// smaller first person. With "most" for more than half:
///
/// - *continuation*: old and new are matched, and the new one has the old one's label;
/// - *split*: a new one without a match, most of whose people come from one old community that has a match;
/// - *birth*: any other new one without a match;
/// - *merge*: an old one without a match, most of whose people are in one new community that has a match, or in one that
///   holds most of another old one without a match as well;
/// - *death*: any other old one without a match.
///
/// People are compared with the last look only: a community that is gone at one look and back at the next is born again.
/// Births and splits take fresh labels, the largest community first; a label is never used again. At the first look
/// everything is born, so labels are the numbers by size.
///
/// Source: overlap matching as in D. Greene, D. Doyle, P. Cunningham, "Tracking the evolution of communities in dynamic
/// social networks", ASONAM 2010, and the six events of G. Palla, A.-L. Barabasi, T. Vicsek, "Quantifying social group
/// evolution", Nature 446 (2007) 664-667. That matches are one to one, and the halves, are ours: they close the account.
public struct CommunityTracking: Sendable, Codable, Equatable {
  /// The Jaccard overlap from which a community is an earlier one, above 0 and up to 1.
  public let overlap: Double
  /// The label of each person's community at the last look; 0 for people who belong to none.
  ///
  /// Empty before the first look.
  public private(set) var labels: [Int] = []
  /// The labels of the communities of the last look, largest community first.
  public private(set) var living: [Int] = []
  /// The period of the last look; `nil` before the first.
  public private(set) var period: Int?
  /// How many labels have been given out.
  public private(set) var labelCount = 0
  /// The position in `living` of each person's community, from 1; 0 for people who belong to none.
  private(set) var slots: [Int32] = []

  /// What is not an array.
  struct Facts: Sendable, Codable {
    let overlap: Double
    let living: [Int]
    let period: Int?
    let labelCount: Int
  }

  /// What is not an array; with `slots` it is all.
  var facts: Facts { Facts(overlap: overlap, living: living, period: period, labelCount: labelCount) }

  /// Tracking as it was.
  init(_ facts: Facts, slots: [Int32]) {
    overlap = facts.overlap
    living = facts.living
    period = facts.period
    labelCount = facts.labelCount
    self.slots = slots
    labels = slots.map { $0 == 0 ? 0 : facts.living[Int($0) - 1] }
  }

  /// No look yet.
  ///
  /// - Parameter overlap: the Jaccard overlap from which a community is an earlier one. 0.3 is Greene and others' choice.
  /// - Precondition: `overlap` is above 0 and at most 1.
  public init(overlap: Double = 0.3) {
    precondition(overlap > 0 && overlap <= 1, "an overlap of \(overlap) is not above 0 and at most 1")
    self.overlap = overlap
  }

  /// Takes the communities that were found at a period; afterwards `labels` has everyone's.
  ///
  /// How the parts are numbered does not matter.
  ///
  /// - Parameters:
  ///   - partition: who belongs to which community.
  ///   - period: when; later than the last look.
  /// - Precondition: the people are those of the last look.
  /// - Complexity: O(people + m log m) with m the pairs of an old and a new community that share somebody.
  public mutating func follow(_ partition: Partition, period: Int) -> CommunityChanges {
    precondition(self.period.map { $0 < period } ?? true, "period \(period) is not after the last look")
    if self.period == nil { slots = [Int32](repeating: 0, count: partition.parts.count) }
    precondition(slots.count == partition.parts.count, "the people are not those of the last look")
    let looks = CommunityOverlaps(old: slots, oldCount: living.count, partition)
    let matches = looks.matches(from: overlap, labels: living)
    var labelOf = [Int](repeating: 0, count: looks.newSizes.count)
    for new in labelOf.indices {
      if let old = matches.oldOf[new] {
        labelOf[new] = living[old]
      } else {
        labelCount += 1
        labelOf[new] = labelCount
      }
    }
    let changes = CommunityChanges(
      period: period, before: living.count, now: labelOf.count,
      events: Self.events(looks, matches, oldLabels: living, newLabels: labelOf))
    self.period = period
    living = labelOf
    slots = looks.slots
    labels = slots.map { $0 == 0 ? 0 : labelOf[Int($0) - 1] }
    return changes
  }

  private static func events(
    _ looks: CommunityOverlaps, _ matches: CommunityOverlaps.Matches, oldLabels: [Int], newLabels: [Int]
  ) -> [CommunityChanges.Event] {
    // Which old communities without a match went, for the most part, into each new one.
    var endedIn = [[Int]](repeating: [], count: newLabels.count)
    for old in oldLabels.indices where matches.newOf[old] == nil {
      if let new = looks.mainNew[old] { endedIn[new].append(old) }
    }
    var events: [CommunityChanges.Event] = []
    for (new, label) in newLabels.enumerated() {
      let people = looks.newSizes[new]
      let takesUp = matches.oldOf[new] != nil || endedIn[new].count > 1
      if matches.oldOf[new] != nil {
        events.append(.init(kind: .continuation, label: label, from: [label], people: people))
      } else if let old = looks.mainOld[new], matches.newOf[old] != nil {
        events.append(.init(kind: .split, label: label, from: [oldLabels[old]], people: people))
      } else {
        let from = takesUp ? endedIn[new].map { oldLabels[$0] }.sorted() : []
        events.append(.init(kind: .birth, label: label, from: from, people: people))
      }
      if takesUp {
        events += endedIn[new].map {
          .init(kind: .merge, label: label, from: [oldLabels[$0]], people: looks.oldSizes[$0])
        }
      }
    }
    for (old, label) in oldLabels.enumerated() where matches.newOf[old] == nil {
      if let new = looks.mainNew[old], matches.oldOf[new] != nil || endedIn[new].count > 1 { continue }
      events.append(.init(kind: .death, label: label, from: [], people: looks.oldSizes[old]))
    }
    let order = CommunityChanges.Kind.allCases
    func rank(_ event: CommunityChanges.Event) -> (Int, Int, Int) {
      (order.firstIndex(of: event.kind) ?? 0, event.label, event.from.first ?? 0)
    }
    return events.sorted { rank($0) < rank($1) }
  }
}
