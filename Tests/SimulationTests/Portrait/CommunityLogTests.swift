import Compute
import GraphModel
import Testing

@testable import Simulation

struct CommunityLogTests {
  private typealias Life = SimulationPortrait.Life
  private let numbers = DrawnNumbers(scale: 600)

  /// The log and the changes of looks at people who are parted by letters; `.` for none.
  private func looks(_ texts: String...) -> (log: CommunityLog, looks: [CommunityChanges]) {
    follow(texts.map { text in Partition(bySize: text.map { $0 == "." ? nil : $0 }) })
  }

  private func follow(_ partitions: [Partition]) -> (log: CommunityLog, looks: [CommunityChanges]) {
    var tracking = CommunityTracking()
    var log = CommunityLog()
    var looks: [CommunityChanges] = []
    for (look, partition) in partitions.enumerated() {
      looks.append(tracking.follow(partition, period: 2 * look))
      log.append(states(tracking.labels), period: 2 * look)
    }
    return (log, looks)
  }

  /// Scores that tell who belongs to a community.
  private func states(_ labels: [Int]) -> [CommunityState] {
    Set(labels).subtracting([0]).sorted().map { label in
      let members = labels.indices.filter { labels[$0] == label }
      let mean = Double(members.reduce(0, +)) / Double(members.count)
      return CommunityState(label: label, people: members.count, meanOwnScore: mean, meanPublicScore: -mean)
    }
  }

  @Test func `A community that ends in another has gone into it`() {
    let (log, changes) = looks("aaaabb", "aaaaaa")
    let (lives, leftOut) = log.lives(changes, numbers)
    #expect(leftOut == 0)
    #expect(
      lives == [
        Life(
          label: 1, periods: [0, 2], people: [4, 6], ownScores: [1.5, 2.5], publicScores: [-1.5, -2.5], from: [],
          into: nil),
        Life(label: 2, periods: [0], people: [2], ownScores: [4.5], publicScores: [-4.5], from: [], into: 1),
      ])
  }

  @Test func `What breaks off comes from the one it left, and what dies goes nowhere`() {
    let (log, changes) = looks("aaaaaabb", "aaaabb..")
    let lives = log.lives(changes, numbers).lives
    #expect(lives.map(\.label) == [1, 2, 3])
    #expect(lives.map(\.periods) == [[0, 2], [0], [2]])
    #expect(lives.map(\.from) == [[], [], [1]])
    #expect(lives.map(\.into) == [nil, nil, nil])
  }

  @Test func `One that several become comes from all of them`() {
    let (log, changes) = looks("aabbccdd", "zzzzzzzz")
    let lives = log.lives(changes, numbers).lives
    #expect(lives[0].label == 5 && lives[0].from == [1, 2, 3, 4])
    #expect(lives.dropFirst().allSatisfy { $0.into == 5 })
  }

  @Test func `The largest at any time are told first, and the rest is counted`() {
    let (log, changes) = looks("aaabbbbc", "aaaaabcc", "aabbbbcc")
    let all = log.lives(changes, numbers).lives
    let (some, leftOut) = log.lives(changes, numbers, limit: 1)
    #expect(some == Array(all.prefix(1)) && leftOut == all.count - 1)
    let sizes = all.map { $0.people.max() ?? 0 }
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test func `At each look those alive are exactly the communities, and the account of lives closes`() {
    var random = RandomStream(seed: 11, stream: 3)
    for _ in 0..<60 {
      var parts = [Int](repeating: 0, count: 1 + random.integer(below: 60))
      let partitions = (0..<10).map { _ in
        let range = 1 + random.integer(below: 8)
        let moving = random.uniform()
        for person in parts.indices where random.uniform() < moving { parts[person] = random.integer(below: range) - 1 }
        return Partition(bySize: parts.map { $0 < 0 ? nil : $0 })
      }
      let (log, changes) = follow(partitions)
      let (lives, leftOut) = log.lives(changes, numbers, limit: .max)
      #expect(leftOut == 0)
      #expect(Set(lives.map(\.label)).count == lives.count)
      for (partition, change) in zip(partitions, changes) {
        let here = lives.filter { $0.periods.contains(change.period) }
        #expect(here.count == change.now)
        let people = here.flatMap { life in zip(life.periods, life.people).filter { $0.0 == change.period }.map(\.1) }
        #expect(people.sorted() == partition.sizes.sorted())
        let ended = lives.filter { $0.periods.last == change.period - 2 }
        #expect(ended.count { $0.into != nil } == change.merges && ended.count { $0.into == nil } == change.deaths)
        #expect(ended.allSatisfy { $0.into.map { into in here.contains { $0.label == into } } ?? true })
        let begun = here.filter { $0.periods.first == change.period }
        #expect(begun.count == change.births + change.splits)
        #expect(begun.allSatisfy { $0.from.allSatisfy { from in lives.contains { $0.label == from } } })
      }
      // From the first look to the last one of each, none is missing.
      #expect(lives.allSatisfy { zip($0.periods.dropFirst(), $0.periods).allSatisfy { $0 - $1 == 2 } })
    }
  }

  @Test func `It is saved and restored`() throws {
    let (log, _) = looks("aaabbbbc", "aaaaabcc", "........")
    var arrays = SavedArrays()
    log.save(as: "log", in: &arrays)
    #expect(try CommunityLog(saved: "log", arrays) == log)
    arrays["log.people"] = SavedArray([1])
    #expect(throws: SavedArrays.Damage.self) { try CommunityLog(saved: "log", arrays) }
  }
}
