import Compute
import Foundation
import Testing

@testable import Simulation

struct HolmeNewmanTests {
  private func random(_ index: Int) -> RandomStream { RandomStream(seed: 21, stream: 940, index: UInt64(index)) }

  private func draw(_ index: Int, people: Int = 60, phi: Double = 0.4, isSimple: Bool = false) -> HolmeNewman {
    var random = random(index)
    return .random(
      people: people, meanDegree: 4, peoplePerOpinion: 5, phi: phi, isSimple: isSimple, random: &random)
  }

  // MARK: One step

  /// 0 and 1 are tied, 0 and 2 agree.
  ///
  /// 0 takes over 1's opinion or moves the tie to 0 or 2; 1 takes over 0's or moves it to 1
  /// alone; 2 has no ties. Chi squared with 5 degrees of freedom is above 25.74 once in 10,000 (scipy's
  /// `chi2.isf(1e-4, 5)`); the seed is fixed.
  @Test func `Each outcome of a step is as likely as the rule says`() {
    let phi = 0.3
    let start = HolmeNewman(people: 3, ties: [(0, 1)], opinions: [0, 1, 0], phi: phi)
    let expected: [(HolmeNewman.Step, Double)] = [
      (.nothing, 1.0 / 3), (.adoption(person: 0, friend: 1), (1 - phi) / 3),
      (.adoption(person: 1, friend: 0), (1 - phi) / 3), (.move(.init(tie: 0, person: 0, old: 1, new: 0)), phi / 6),
      (.move(.init(tie: 0, person: 0, old: 1, new: 2)), phi / 6),
      (.move(.init(tie: 0, person: 1, old: 0, new: 1)), phi / 3),
    ]
    var counts = [Int](repeating: 0, count: expected.count)
    var random = random(1)
    let draws = 30_000
    for _ in 0..<draws {
      var society = start
      let step = society.step(&random)
      for (outcome, entry) in expected.enumerated() where entry.0 == step { counts[outcome] += 1 }
    }
    let square = zip(counts, expected).reduce(0) { sum, entry in
      let mean = Double(draws) * entry.1.1
      return sum + (Double(entry.0) - mean) * (Double(entry.0) - mean) / mean
    }
    #expect(counts.reduce(0, +) == draws && square < 25.74)
  }

  @Test func `With two people's ties kept simple, nobody withdraws and nobody is tied twice`() {
    var random = random(2)
    for _ in 0..<2_000 {
      var alone = HolmeNewman(people: 3, ties: [(0, 1)], opinions: [0, 1, 2], phi: 1, isSimple: true)
      #expect(alone.step(&random) == .nothing)
      var tied = HolmeNewman(people: 3, ties: [(0, 1), (0, 2)], opinions: [0, 0, 1], phi: 1, isSimple: true)
      #expect(tied.step(&random) == .nothing)
    }
  }

  @Test func `People without ties change nothing`() {
    var society = HolmeNewman(people: 5, ties: [], opinions: [0, 1, 2, 3, 4], phi: 0.5)
    var random = random(3)
    for _ in 0..<100 { #expect(society.step(&random) == .nothing) }
    #expect(society.isSettled)
  }

  // MARK: Many steps

  /// Whom ties join, in no order of their ends.
  private func pairs(_ ties: [(Int, Int)]) -> [[Int]] { ties.map { [min($0.0, $0.1), max($0.0, $0.1)] } }

  /// Everything that is counted along the way, counted again.
  private func expectConsistent(_ society: HolmeNewman, _ ties: [(Int, Int)], _ opinions: [Int]) {
    #expect(pairs(society.ties) == pairs(ties))
    #expect(society.opinions == opinions)
    #expect(society.discordCount == ties.count { opinions[$0.0] != opinions[$0.1] })
    #expect(society.isSettled == ties.allSatisfy { opinions[$0.0] == opinions[$0.1] })
    let most = Dictionary(grouping: opinions) { $0 }.values.map(\.count).max() ?? 0
    #expect(society.largestShare == Double(most) / Double(opinions.count))
  }

  @Test(arguments: 0..<6, [false, true])
  func `What steps say they did is what is there afterwards`(index: Int, isSimple: Bool) {
    var society = draw(index, people: 12 + 8 * index, phi: 0.5, isSimple: isSimple)
    var ties = society.ties
    var opinions = society.opinions
    var random = random(100 + index)
    for count in 0..<3_000 {
      switch society.step(&random) {
      case .nothing: break
      case .adoption(let person, let friend):
        #expect(opinions[person] != opinions[friend])
        #expect(ties.contains { $0 == (person, friend) || $0 == (friend, person) })
        opinions[person] = opinions[friend]
      case .move(let move):
        let (one, other) = ties[move.tie]
        #expect((one, other) == (move.person, move.old) || (other, one) == (move.person, move.old))
        #expect(opinions[move.new] == opinions[move.person])
        ties[move.tie] = (one, other) == (move.person, move.old) ? (one, move.new) : (move.new, other)
      }
      if count % 50 == 0 { expectConsistent(society, ties, opinions) }
    }
    expectConsistent(society, ties, opinions)
    if isSimple {
      #expect(ties.allSatisfy { $0.0 != $0.1 })
      #expect(Set(pairs(ties)).count == ties.count)
    }
  }

  @Test func `A sweep tells of every tie it moves`() {
    var society = draw(7)
    var expected = pairs(society.ties)
    var random = random(7)
    for _ in 0..<20 {
      society.sweep(&random) { move in
        #expect(expected[move.tie] == [min(move.person, move.old), max(move.person, move.old)])
        expected[move.tie] = [min(move.person, move.new), max(move.person, move.new)]
      }
      #expect(pairs(society.ties) == expected)
    }
  }

  @Test func `A sweep is a step for each person`() {
    var (one, other) = (draw(8), draw(8))
    var (first, second) = (random(8), random(8))
    one.sweep(&first)
    for _ in 0..<one.peopleCount { other.step(&second) }
    #expect(one.opinions == other.opinions && first.next() == second.next())
  }

  @Test(arguments: 0..<5)
  func `What is settled stays settled`(index: Int) {
    var society = draw(10 + index)
    var random = random(200 + index)
    let steps = society.settle(&random)
    #expect(steps > 0 && society.isSettled)
    let opinions = society.opinions
    for _ in 0..<20 { society.sweep(&random) }
    #expect(society.isSettled && society.opinions == opinions)
  }

  @Test func `Settling stops at the limit`() {
    var society = draw(9)
    var random = random(9)
    #expect(society.settle(&random, limit: 17) == 17)
  }

  @Test func `Without moves ties stay, without adoptions opinions do`() {
    var random = random(11)
    var still = draw(11, phi: 0)
    let ties = still.ties
    for _ in 0..<50 { still.sweep(&random) }
    #expect(still.ties.elementsEqual(ties, by: ==))
    var stubborn = draw(12, phi: 1)
    let opinions = stubborn.opinions
    _ = stubborn.settle(&random)
    #expect(stubborn.opinions == opinions && stubborn.isSettled)
  }

  /// Whoever is drawn takes over a friend's opinion, so an opinion wins with its share of all ends of ties: 1/2 for the
  /// centre of a star.
  ///
  /// The other way round it would be 1/17 for four leaves.
  ///
  /// Source: K. Suchecki, V. M. Eguiluz, M. San Miguel, "Conservation laws for the voter model in complex networks",
  /// Europhys. Lett. 69 (2005) 228-234. Of 4,000 runs the share is off by more than 0.04 once in 2 million; the seed is
  /// fixed.
  @Test func `The centre of a star convinces its leaves half of the time`() {
    let start = HolmeNewman(people: 5, ties: [(0, 1), (0, 2), (0, 3), (0, 4)], opinions: [1, 0, 0, 0, 0], phi: 0)
    var random = random(13)
    let runs = 4_000
    var wins = 0
    for _ in 0..<runs {
      var society = start
      _ = society.settle(&random)
      if society.opinions == [1, 1, 1, 1, 1] { wins += 1 }
    }
    #expect((Double(wins) / Double(runs) - 0.5).magnitude < 0.04)
  }

  // MARK: The start

  @Test func `Numbers of pairs name every pair once`() {
    var pairs: [[Int]] = []
    for high in 1..<40 { for low in 0..<high { pairs.append([high, low]) } }
    #expect(
      pairs.indices.allSatisfy {
        let ends = HolmeNewman.ends(ofPair: $0)
        return [ends.0, ends.1] == pairs[$0]
      })
    for high in [2_147_483_647, 94_906_267, 94_906_266] {
      let first = high * (high - 1) / 2
      #expect(HolmeNewman.ends(ofPair: first) == (high, 0))
      #expect(HolmeNewman.ends(ofPair: first - 1) == (high - 1, high - 2))
    }
  }

  @Test(arguments: [(2, 1.0), (50, 4.0), (101, 3.0), (9, 8.0), (7, 0.0)])
  func `The start has as many ties as asked for, all different, none alone`(people: Int, degree: Double) {
    var random = random(14)
    let society = HolmeNewman.random(
      people: people, meanDegree: degree, peoplePerOpinion: 10, phi: 0.5, random: &random)
    #expect(society.ties.count == Int((Double(people) * degree / 2).rounded()))
    #expect(society.ties.allSatisfy { $0.0 > $0.1 })
    #expect(Set(society.ties.map { [$0.0, $0.1] }).count == society.ties.count)
    #expect(society.opinions.allSatisfy { $0 < max(1, people / 10) })
  }

  /// Each of the 15 sets of two of six pairs, and each of four pairs of opinions: chi squared with 14 and 3 degrees of
  /// freedom is above 36.12 and 16.27 once in 1,000 (scipy's `chi2.isf(0.001, df)`); the seed is fixed.
  @Test func `Every set of ties and every opinion is equally likely at the start`() {
    var sets: [[[Int]]: Int] = [:]
    var opinions: [[Int]: Int] = [:]
    let draws = 6_000
    var random = random(15)
    for _ in 0..<draws {
      let society = HolmeNewman.random(people: 4, meanDegree: 1, peoplePerOpinion: 2, phi: 0.5, random: &random)
      sets[society.ties.map { [$0.0, $0.1] }.sorted { $0.lexicographicallyPrecedes($1) }, default: 0] += 1
      opinions[Array(society.opinions[0..<2]), default: 0] += 1
    }
    func square(_ counts: [Int]) -> Double {
      let mean = Double(draws) / Double(counts.count)
      return counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
    }
    #expect(sets.count == 15 && square(Array(sets.values)) < 36.12)
    #expect(opinions.count == 4 && square(Array(opinions.values)) < 16.27)
  }

  // MARK: The transition

  /// 800 people.
  ///
  /// Below the transition the share does not depend on how many people there are: the published one of 3,200
  /// is .75. Above it, groups stay about as large as at the start, where the largest of 80 with 10 people on average has
  /// 19; at 0.6 they are twice that.
  ///
  /// Of 400 runs with other seeds the share was .757 on average, with a standard deviation of .040, and .0456 and .0090: so
  /// means of 4 and of 8 of them drawn anew are outside not once and 41 times in a million; the seeds are fixed.
  @Test(arguments: zip([0.3, 0.6], [(4, 0.65, 0.86), (8, 0.03, 0.06)]))
  func `One opinion wins below the transition, none above it`(phi: Double, expected: (Int, Double, Double)) {
    let (runs, low, high) = expected
    let shares = Parallel.map(runs, threads: ThreadCount(2)) { run in
      var random = random(1_000 + run)
      var society = HolmeNewman.random(
        people: 800, meanDegree: 4, peoplePerOpinion: 10, phi: phi, random: &random)
      _ = society.settle(&random)
      return society.largestShare
    }
    let mean = shares.reduce(0, +) / Double(runs)
    #expect(mean > low && mean < high, "\(mean)")
  }
}
