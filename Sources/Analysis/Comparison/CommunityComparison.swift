import GraphModel

/// Which communities of two runs are the same people, and where the people of each went.
public struct CommunityComparison: Sendable, Equatable, Codable {
  /// Where the people of a community of the first run are in the second.
  public struct Flow: Sendable, Equatable, Codable {
    /// The community's number in the first run.
    public let community: Int
    /// How many of its people are in both runs.
    public let people: Int
    /// The communities of the second run they are in, most people first, at most `shownCount`.
    public let to: [Part]
    /// How many are in others.
    public let elsewhere: Int
    /// How many are in none.
    public let none: Int
  }

  /// Some people of a community of the first run, who are together in one of the second.
  public struct Part: Sendable, Equatable, Codable {
    /// The community's number in the second run.
    public let community: Int
    /// How many people.
    public let people: Int
    /// Their share of the people of the first run's community, 0 to 1.
    public let share: Double
  }

  /// How many communities the people in both runs have in the first one.
  public let first: Int
  /// How many they have in the second.
  public let second: Int
  /// How many people are in a community in both.
  public let people: Int
  /// Normalised mutual information, 0 to 1 (the same), see `PartitionAgreement`; `nil` if undefined.
  public let normalisedMutualInformation: Double?
  /// The adjusted Rand index, 1 the same, 0 as by chance; `nil` if undefined.
  public let adjustedRand: Double?
  /// People in a community in the first run and in none in the second.
  public let left: Int
  /// People in none in the first run and in a community in the second.
  public let joined: Int
  /// People who are with the largest part of their community in the second run.
  public let together: Int
  /// Where the people of each community of the first run went, in the order of their numbers.
  public let flows: [Flow]

  /// How many destinations are told of each community.
  static let shownCount = 5

  /// Whether everybody is in the same company.
  public var isSame: Bool {
    left + joined == 0 && together == people && flows.allSatisfy { $0.to.count <= 1 } && first == second
  }

  /// `nil` if one of the runs has no communities, or nobody is in both.
  init?(_ one: ComparedRun.People, _ other: ComparedRun.People, _ pairs: PersonPairs) {
    guard let before = one.communities, let after = other.communities, !pairs.isEmpty else { return nil }
    let labels = pairs.both.map { (before[$0.first], after[$0.second]) }
    func partition(_ numbers: [Int]) -> Partition { Partition(bySize: numbers.map { $0 > 0 ? $0 : nil }) }
    let agreement = PartitionAgreement(partition(labels.map(\.0)), partition(labels.map(\.1)))
    people = agreement.people
    normalisedMutualInformation = agreement.normalisedMutualInformation
    adjustedRand = agreement.adjustedRand
    left = labels.count { $0.0 > 0 && $0.1 == 0 }
    joined = labels.count { $0.0 == 0 && $0.1 > 0 }
    first = Set(labels.map(\.0)).subtracting([0]).count
    second = Set(labels.map(\.1)).subtracting([0]).count
    var counts: [Int: [Int: Int]] = [:]
    for (from, to) in labels where from > 0 { counts[from, default: [:]][to, default: 0] += 1 }
    flows = counts.sorted { $0.key < $1.key }.map { Flow($0.key, $0.value) }
    together = flows.reduce(0) { $0 + ($1.to.first?.people ?? 0) }
  }
}

extension CommunityComparison.Flow {
  /// A community and how many of its people are in each of the second run; 0 is none.
  fileprivate init(_ community: Int, _ counts: [Int: Int]) {
    let all = counts.values.reduce(0, +)
    let sorted = counts.filter { $0.key > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    self.community = community
    people = all
    to = sorted.prefix(CommunityComparison.shownCount).map { number, count in
      CommunityComparison.Part(community: number, people: count, share: Double(count) / Double(all))
    }
    elsewhere = sorted.dropFirst(CommunityComparison.shownCount).reduce(0) { $0 + $1.value }
    none = counts[0] ?? 0
  }
}
