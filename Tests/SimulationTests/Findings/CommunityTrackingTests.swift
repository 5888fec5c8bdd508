import Compute
import Foundation
import GraphModel
import Simulation
import Testing

/// A partition with the parts that are written: one character a person, `.` for people who belong to none.
private func parted(_ text: String) -> Partition { Partition(bySize: text.map { $0 == "." ? nil : $0 }) }

/// What happened at the last of several looks.
private func last(_ looks: String..., overlap: Double = 0.3) -> (changes: CommunityChanges, labels: [Int]) {
  var tracking = CommunityTracking(overlap: overlap)
  var changes = tracking.follow(parted(looks[0]), period: 0)
  for (period, look) in looks.enumerated().dropFirst() { changes = tracking.follow(parted(look), period: period) }
  return (changes, tracking.labels)
}

private typealias Event = CommunityChanges.Event

extension CommunityChanges.Event {
  fileprivate static func of(
    _ kind: CommunityChanges.Kind, _ label: Int, from: [Int], _ people: Int
  ) throws -> CommunityChanges.Event {
    // The initialiser is the module's own; events are read like a checkpoint's.
    let text = #"{"kind":"\#(kind.rawValue)","label":\#(label),"from":\#(from),"people":\#(people)}"#
    return try JSONDecoder().decode(CommunityChanges.Event.self, from: Data(text.utf8))
  }
}

// All expected labels and events are by hand, from the definitions.
@Suite struct CommunityTrackingTests {
  @Test func `At the first look labels are the numbers by size, and all are born`() throws {
    let (changes, labels) = last("aabbb.")
    #expect(labels == [2, 2, 1, 1, 1, 0])
    #expect(try changes.events == [.of(.birth, 1, from: [], 3), .of(.birth, 2, from: [], 2)])
    #expect(changes.before == 0 && changes.now == 2 && changes.period == 0)
  }

  @Test func `A community that others outgrow keeps its label`() throws {
    let (changes, labels) = last("aaabb...", "aaabbbbb")
    #expect(labels == [1, 1, 1, 2, 2, 2, 2, 2])
    #expect(try changes.events == [.of(.continuation, 1, from: [1], 3), .of(.continuation, 2, from: [2], 5)])
  }

  @Test func `Of two halves the one with the first person goes on, the other has split`() throws {
    let (changes, labels) = last("aaaa", "bbcc")
    #expect(labels == [1, 1, 2, 2])
    #expect(try changes.events == [.of(.continuation, 1, from: [1], 2), .of(.split, 2, from: [1], 2)])
  }

  @Test func `Of two equal ones that merge the smaller label goes on`() throws {
    let (changes, labels) = last("aabb", "cccc")
    #expect(labels == [1, 1, 1, 1])
    #expect(try changes.events == [.of(.continuation, 1, from: [1], 4), .of(.merge, 1, from: [2], 2)])
  }

  @Test func `Four that make one without a likeness to any have merged into one that is born`() throws {
    let (changes, labels) = last("aabbccdd", "eeeeeeee")
    #expect(labels == [Int](repeating: 5, count: 8))
    #expect(
      try changes.events == [
        .of(.birth, 5, from: [1, 2, 3, 4], 8), .of(.merge, 5, from: [1], 2), .of(.merge, 5, from: [2], 2),
        .of(.merge, 5, from: [3], 2), .of(.merge, 5, from: [4], 2),
      ])
  }

  @Test func `A community of people who belonged to none is born`() throws {
    let (changes, labels) = last("aa..", "aabb")
    #expect(labels == [1, 1, 2, 2])
    #expect(try changes.events == [.of(.continuation, 1, from: [1], 2), .of(.birth, 2, from: [], 2)])
  }

  @Test func `A community whose people belong to none dies, and its label is not used again`() throws {
    let (changes, _) = last("aabb", "aa..")
    #expect(try changes.events == [.of(.continuation, 1, from: [1], 2), .of(.death, 2, from: [], 2)])
    #expect(last("aabb", "aa..", "aabb").labels == [1, 1, 3, 3])
  }

  @Test func `A small one lost among people who belonged to none dies, and theirs is born`() throws {
    let (changes, labels) = last("aa.....", "bbbbbbb")
    #expect(labels == [Int](repeating: 2, count: 7))
    #expect(try changes.events == [.of(.birth, 2, from: [], 7), .of(.death, 1, from: [], 2)])
  }

  @Test func `When everyone is reshuffled all die and all are born`() {
    let (changes, labels) = last("aaaabbbbccccdddd", "abcdabcdabcdabcd")
    #expect(Set(labels) == [5, 6, 7, 8])
    #expect((changes.deaths, changes.births, changes.events.count) == (4, 4, 8))
  }

  @Test func `An overlap that is just reached is a match`() {
    #expect(last("aaaaaaaaaa", "bbb.......").changes.continuations == 1)
    #expect(last("aaaaaaaaaa", "bbb.......", overlap: 0.31).changes.continuations == 0)
  }

  @Test func `The largest overlap is matched first`() {
    // The first shares 3 of 6 with b and 3 of 8 with c; then the second would go on as b, but the first is closer.
    #expect(last("aaaaaa..", "bbbccccc").labels == [1, 1, 1, 2, 2, 2, 2, 2])
    #expect(last("aaaabb", "abbbbb").labels == [3, 1, 1, 1, 1, 1])
  }

  @Test func `The account closes, and every label ends or starts once, over random looks`() {
    var random = RandomStream(seed: 7, stream: 1)
    for _ in 0..<100 {
      let people = 1 + random.integer(below: 60)
      var tracking = CommunityTracking(overlap: 0.05 + 0.95 * random.uniform())
      var parts = [Int](repeating: 0, count: people)
      var old: Set<Int> = []
      var used: Set<Int> = []
      for period in 0..<12 {
        let range = 1 + random.integer(below: 8)
        let moving = random.uniform()
        for person in 0..<people where random.uniform() < moving { parts[person] = random.integer(below: range) - 1 }
        let changes = tracking.follow(Partition(bySize: parts.map { $0 < 0 ? nil : $0 }), period: period)
        let now = Set(tracking.labels.filter { $0 > 0 })
        #expect(changes.now == now.count && changes.before == old.count)
        #expect(changes.now == changes.before + changes.births + changes.splits - changes.deaths - changes.merges)
        let starts = changes.events.filter { [.continuation, .birth, .split].contains($0.kind) }.map(\.label)
        let goesOn = changes.events.filter { $0.kind == .continuation }.map(\.label)
        let dead = changes.events.filter { $0.kind == .death }.map(\.label)
        let ends = goesOn + dead + changes.events.filter { $0.kind == .merge }.flatMap(\.from)
        #expect(starts.sorted() == now.sorted() && ends.sorted() == old.sorted())
        #expect(used.isDisjoint(with: now.subtracting(old)))
        used.formUnion(now)
        old = now
      }
    }
  }

  @Test func `How the parts are numbered does not matter`() {
    // Dealing keeps numbers, so that here the larger part is 2, then of two equal parts the one with the first person.
    let odd = [parted("aaabb").dealt([0, 3, 4, 4, 3]), parted("aabb").dealt([2, 3, 0, 1, 4].map { $0 % 4 })]
    #expect(odd.map(\.parts) == [[1, 2, 2, 2, 2], [2, 2, 1, 1, 1]])
    let even = [parted("abbbb"), parted("aabbb")]
    let halves = [parted("aabb.").dealt([2, 3, 0, 1, 4]), parted("aabb.")]
    #expect(halves.map(\.parts) == [[2, 2, 1, 1, 0], [1, 1, 2, 2, 0]])
    var one = CommunityTracking()
    var other = CommunityTracking()
    for (period, (left, right)) in zip(odd + [halves[0]], even + [halves[1]]).enumerated() {
      #expect(one.follow(left, period: period) == other.follow(right, period: period))
      #expect(one == other)
    }
  }

  @Test func `It goes on from a checkpoint as if nothing had been`() throws {
    var tracking = CommunityTracking(overlap: 0.4)
    _ = tracking.follow(parted("aabb.cc"), period: 3)
    let text = try JSONEncoder().encode(tracking)
    var read = try JSONDecoder().decode(CommunityTracking.self, from: text)
    #expect(read == tracking)
    #expect(read.follow(parted("aaab.bb"), period: 5) == tracking.follow(parted("aaab.bb"), period: 5))
    #expect(read == tracking)
  }
}
