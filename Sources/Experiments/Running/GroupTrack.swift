import Analysis
import Compute
import GraphModel
import Simulation

/// The groups of an outcome, and a statistic of each, period by period.
struct GroupTrack {
  private let value: OutcomeMeasure.PersonValue
  private let statistic: OutcomeMeasure.GroupStatistic
  /// The people of each group.
  private let members: [[Int]]
  /// The groups' names, sorted.
  let names: [String]
  /// For each group its number by period.
  private(set) var numbers: [[Int: Double?]]

  /// The groups that people can be divided into beside columns, as they were in period 0: communities, tiers of own scores.
  ///
  /// Tiers of public scores are moved by what an experiment varies, and would be other people in each cell.
  private static let known = ["first_community", "first_tier"]

  /// The groups of an outcome in a society of period 0.
  ///
  /// - Returns: `nil` for an outcome that is not of groups.
  /// - Throws: `badData` for a column that is not there.
  init?(_ outcome: Outcome, _ society: SimulatedSociety) throws(ReadingError) {
    guard case .group(let value, let statistic, let by) = outcome.measure else { return nil }
    self.value = value
    self.statistic = statistic
    var named: [(name: String, members: [Int])] = []
    switch by {
    case "first_tier": named = Self.numbered(society.firstOwnTiers)
    case "first_community":
      guard let labels = society.communityLabels else {
        throw Self.problem(outcome, "communities are not looked for in this scenario (communities)")
      }
      named = Self.numbered(labels)
    default:
      let people = society.firstSociety.people
      guard let column = people.attribute(named: by) else {
        let names = people.attributes.map(\.name) + Self.known
        let hint = NearestWord.hint(NearestWord.nearest(to: by, among: names))
        throw Self.problem(
          outcome, "there is no column \"\(by)\"\(hint); expected one of \(names.joined(separator: ", "))")
      }
      let (partition, names) = Partition.by(column)
      var members = [[Int]](repeating: [], count: names.count)
      for (person, part) in partition.parts.enumerated() where part > 0 { members[part - 1].append(person) }
      named = zip(names, members).map { ($0, $1) }.sorted { GroupOrder.precedes($0.0, $1.0) }
    }
    guard !named.isEmpty, named.count <= 1000 else {
      throw Self.problem(outcome, "\"\(by)\" makes \(named.count) groups; 1 to 1000 were expected")
    }
    names = named.map(\.name)
    members = named.map(\.members)
    numbers = named.map { _ in [:] }
  }

  private static func problem(_ outcome: Outcome, _ message: String) -> ReadingError {
    ReadingError(.badData, [InputProblem(file: "outcomes", "outcome \"\(outcome.name)\": \(message)")])
  }

  /// Groups by numbers from 1; 0 is in none.
  private static func numbered(_ labels: [Int]) -> [(name: String, members: [Int])] {
    var members: [Int: [Int]] = [:]
    for (person, label) in labels.enumerated() where label > 0 { members[label, default: []].append(person) }
    return members.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) }
  }

  /// Takes down the period that has just ended.
  mutating func see(_ society: SimulatedSociety) {
    let values = values(society)
    for (group, people) in members.enumerated() {
      let own = people.map { values[$0] }
      let number: Double =
        switch statistic {
        case .mean: own.compensatedMean
        case .sd: Spread.variance(own).squareRoot()
        case .median: Quantiles.quantile(own.sorted(), 0.5)
        }
      numbers[group][society.period] = number
    }
  }

  private func values(_ society: SimulatedSociety) -> [Double] {
    switch value {
    case .ownScore: society.ownScores
    case .publicScore: society.publicScores
    case .peerEffect: zip(society.publicScores, society.ownScores).map { $0 - $1 }
    case .effort: society.effort
    case .listed: society.isListed.map { $0 ? 1 : 0 }
    case .tier: society.tiers.map { Double($0 + 1) }
    }
  }
}
