import Compute

/// Opinions and ties that change together: the model of Holme and Newman.
///
/// At each step somebody, i, is drawn. Without ties nothing happens. With probability `phi` one of i's ties, drawn at
/// random whomever it joins, is moved: its other end becomes somebody drawn from all with i's opinion. Otherwise i takes
/// over the opinion of a friend, drawn by a tie. In the end no tie joins two opinions. With a small `phi` nearly everyone
/// is then of one opinion, with a large one every opinion keeps about its own people; between them lies a transition, at
/// `phi` = 0.458 (8) for a mean degree of 4 and 10 people an opinion.
///
/// Everyone with i's opinion includes i and i's friends: so two people can come to have several ties, and a person a tie
/// to the same person, which has two ends there and changes nobody. That is how the published numbers come about. With
/// `isSimple` a move that would make a self-tie or a second tie is not made; then fewer opinions last, and the transition
/// comes at a larger `phi`: at 0.458 half of 3,200 people agree in the end, not one in thirty.
///
/// Source: P. Holme, M. E. J. Newman, "Nonequilibrium phase transition in the coevolution of networks and opinions", Phys.
/// Rev. E 74 (2006) 056108.
public struct HolmeNewman: Sendable {
  /// What a step did.
  public enum Step: Sendable, Equatable {
    /// Nothing.
    case nothing
    /// Somebody took over the opinion of a friend who had another one.
    case adoption(person: Int, friend: Int)
    /// A tie was moved.
    case move(Move)
  }

  /// A tie that got another end.
  public struct Move: Sendable, Equatable {
    /// The position of the tie in `ties`, which stays the same.
    public let tie: Int
    /// Who moved it, and keeps it.
    public let person: Int
    /// Who lost it.
    public let old: Int
    /// Who got it.
    public let new: Int
  }

  /// The probability of a move.
  public let phi: Double
  /// Whether two people have one tie at most, and nobody has one alone.
  public let isSimple: Bool
  /// Each person's opinion, from 0 on.
  public private(set) var opinions: [Int]
  /// How many ties join two opinions.
  public private(set) var discordCount = 0

  /// Ends of ties: those of tie t are 2t and 2t + 1.
  private var ends: [Int32]
  /// The ends that are each person.
  private var endsOf: [[Int32]]
  /// Where each end stands in the list of its person.
  private var placeOfEnd: [Int32]
  /// The people of each opinion.
  private var holders: [[Int32]]
  /// Where each person stands in the list of the opinion.
  private var placeOfPerson: [Int32]

  /// People with ties and opinions.
  ///
  /// - Parameters:
  ///   - people: how many people there are, 1 or more.
  ///   - ties: whom each tie joins.
  ///   - opinions: one a person, 0 or more; best without large gaps, as each number up to the largest takes memory.
  ///   - phi: the probability of a move, from 0 to 1.
  ///   - isSimple: whether two people have one tie at most, and nobody has one alone. The given ties are like that, too.
  /// - Complexity: O(people + ties + largest opinion).
  public init(people: Int, ties: [(Int, Int)], opinions: [Int], phi: Double, isSimple: Bool = false) {
    precondition(people > 0 && opinions.count == people, "one opinion a person")
    precondition(opinions.allSatisfy { $0 >= 0 }, "opinions are numbered from 0")
    precondition(phi >= 0 && phi <= 1, "phi is a probability")
    self.phi = phi
    self.isSimple = isSimple
    self.opinions = opinions
    ends = []
    ends.reserveCapacity(2 * ties.count)
    placeOfEnd = []
    placeOfEnd.reserveCapacity(2 * ties.count)
    endsOf = [[Int32]](repeating: [], count: people)
    for (one, other) in ties {
      precondition(min(one, other) >= 0 && max(one, other) < people, "a tie joins people")
      precondition(one != other || !isSimple, "nobody has a tie alone")
      for person in [one, other] {
        placeOfEnd.append(Int32(endsOf[person].count))
        endsOf[person].append(Int32(ends.count))
        ends.append(Int32(person))
      }
      if opinions[one] != opinions[other] { discordCount += 1 }
    }
    holders = [[Int32]](repeating: [], count: (opinions.max() ?? 0) + 1)
    placeOfPerson = []
    placeOfPerson.reserveCapacity(people)
    for (person, opinion) in opinions.enumerated() {
      placeOfPerson.append(Int32(holders[opinion].count))
      holders[opinion].append(Int32(person))
    }
    precondition(!isSimple || endsOf.indices.allSatisfy { hasNoRepeats($0) }, "two people have one tie at most")
  }

  // MARK: What there is

  /// How many people there are.
  public var peopleCount: Int { opinions.count }

  /// Whom each tie joins, in the order they were given.
  public var ties: [(Int, Int)] {
    (0..<ends.count / 2).map { (Int(ends[2 * $0]), Int(ends[2 * $0 + 1])) }
  }

  /// Whether no tie joins two opinions: everyone agrees with everyone in reach, for good.
  public var isSettled: Bool { discordCount == 0 }

  /// The share of people who hold the commonest opinion.
  ///
  /// - Complexity: O(largest opinion).
  public var largestShare: Double { Double(holders.lazy.map(\.count).max() ?? 0) / Double(peopleCount) }

  // MARK: What happens

  /// One step.
  ///
  /// - Complexity: O(1) for a move, O(degree) for another opinion.
  @discardableResult
  public mutating func step(_ random: inout RandomStream) -> Step {
    let person = random.integer(below: peopleCount)
    let degree = endsOf[person].count
    guard degree > 0 else { return .nothing }
    let end = Int(endsOf[person][random.integer(below: degree)]) ^ 1
    if random.uniform() < phi { return move(end, of: person, &random) }
    let friend = Int(ends[end])
    guard opinions[friend] != opinions[person] else { return .nothing }
    adopt(opinions[friend], by: person)
    return .adoption(person: person, friend: friend)
  }

  /// As many steps as there are people.
  ///
  /// - Parameters:
  ///   - random: where the draws come from.
  ///   - onMove: told of each tie that is moved. A tie can be moved more than once.
  public mutating func sweep(_ random: inout RandomStream, onMove: (Move) -> Void = { _ in }) {
    for _ in 0..<peopleCount {
      if case .move(let move) = step(&random) { onMove(move) }
    }
  }

  /// Steps until no tie joins two opinions, or until there have been too many.
  ///
  /// - Parameters:
  ///   - random: where the draws come from.
  ///   - limit: the largest number of steps.
  /// - Returns: how many steps there were.
  public mutating func settle(_ random: inout RandomStream, limit: Int = .max) -> Int {
    var steps = 0
    while !isSettled, steps < limit {
      step(&random)
      steps += 1
    }
    return steps
  }

  private mutating func move(_ end: Int, of person: Int, _ random: inout RandomStream) -> Step {
    let opinion = opinions[person]
    let new = Int(holders[opinion][random.integer(below: holders[opinion].count)])
    let old = Int(ends[end])
    guard new != old, !isSimple || (new != person && !isTied(person, to: new)) else { return .nothing }
    let last = endsOf[old].removeLast()
    if last != end {
      endsOf[old][Int(placeOfEnd[end])] = last
      placeOfEnd[Int(last)] = placeOfEnd[end]
    }
    placeOfEnd[end] = Int32(endsOf[new].count)
    endsOf[new].append(Int32(end))
    ends[end] = Int32(new)
    if opinions[old] != opinion { discordCount -= 1 }
    return .move(Move(tie: end / 2, person: person, old: old, new: new))
  }

  private mutating func adopt(_ opinion: Int, by person: Int) {
    let before = opinions[person]
    for end in endsOf[person] where Int(ends[Int(end) ^ 1]) != person {
      let other = opinions[Int(ends[Int(end) ^ 1])]
      if other == before { discordCount += 1 } else if other == opinion { discordCount -= 1 }
    }
    let last = holders[before].removeLast()
    if last != person {
      holders[before][Int(placeOfPerson[person])] = last
      placeOfPerson[Int(last)] = placeOfPerson[person]
    }
    placeOfPerson[person] = Int32(holders[opinion].count)
    holders[opinion].append(Int32(person))
    opinions[person] = opinion
  }

  private func isTied(_ person: Int, to other: Int) -> Bool {
    endsOf[person].contains { Int(ends[Int($0) ^ 1]) == other }
  }

  private func hasNoRepeats(_ person: Int) -> Bool {
    let friends = endsOf[person].map { ends[Int($0) ^ 1] }.sorted()
    return zip(friends, friends.dropFirst()).allSatisfy { $0 != $1 }
  }
}
