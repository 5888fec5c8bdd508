import Compute
import TestSupport
import Testing

@testable import GraphModel

struct PeopleOrderTests {
  /// Circles of ten people who all know each other, dealt like cards.
  ///
  /// Person p is in circle p mod `circles`. A tie leads on from each circle to the next.
  private static func dealt(circles: Int) -> TieTable {
    var arcs = ArcList()
    for circle in 0..<circles {
      for one in 0..<10 {
        for other in 0..<one { arcs.appendTie(one * circles + circle, other * circles + circle, 1) }
      }
      if circle > 0 { arcs.appendTie(circle, circles + circle - 1, 1) }
    }
    return TieTable(personCount: 10 * circles, arcs: arcs)
  }

  @Test func `Circles stand together`() {
    let order = PeopleOrder.ofCircles([Self.dealt(circles: 12)], personCount: 120, threads: .one)
    let circles = order.people.map { Int($0) % 12 }
    let changes = zip(circles, circles.dropFirst()).count { $0 != $1 }
    #expect(changes == 11)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Everyone is there once, and the places are the people's`(seed: UInt64) {
    let society = RandomSociety.draw(seed: seed, people: 1...40)
    let order = PeopleOrder.ofCircles(society.layers.map(\.ties), personCount: society.count, threads: .one)
    #expect(order.people.sorted() == (0..<Int32(society.count)).map { $0 })
    #expect(order.people.indices.allSatisfy { order.places[Int(order.people[$0])] == $0 })
  }

  @Test(arguments: [2, 5])
  func `The order is the same for any number of threads`(threads: Int) {
    let society = RandomSociety.large(seed: 4, people: 30_000, tiesPerPerson: 5)
    let ties = society.layers.map(\.ties)
    let alone = PeopleOrder.ofCircles(ties, personCount: society.count, threads: .one)
    let together = PeopleOrder.ofCircles(ties, personCount: society.count, threads: ThreadCount(threads))
    #expect(Array(alone.people) == Array(together.people))
  }

  @Test func `Without ties everyone stays in place`() {
    let order = PeopleOrder.ofCircles([], personCount: 5, threads: .one)
    #expect(Array(order.people) == [0, 1, 2, 3, 4])
    #expect(PeopleOrder.nearShare([], in: order, threads: .one) == 1)
  }

  @Test func `What is arranged and restored is as it was`() {
    let order = PeopleOrder(SharedBuffer([2, 0, 3, 1]))
    let arranged = order.arranged([10.0, 11, 12, 13], threads: .one)
    #expect(arranged == [12, 10, 13, 11])
    #expect(order.restored(arranged, threads: .one) == [10, 11, 12, 13])
  }

  /// Two people 20,000 places apart, side by side in the order: 0, 20,000, then everyone else.
  @Test func `A tie is near within 16,384 places`() {
    let ties = TieTable(
      personCount: 20_001,
      arcs: {
        var arcs = ArcList()
        arcs.appendTie(0, 20_000, 1)
        arcs.appendTie(3, 3 + 16_384, 1)
        return arcs
      }())
    let order = PeopleOrder(SharedBuffer([0, 20_000] + (1..<20_000).map { Int32($0) }))
    #expect(PeopleOrder.nearShare([ties], in: nil, threads: .one) == 0.5)
    #expect(PeopleOrder.nearShare([ties], in: order, threads: .one) == 1)
  }

  @Test(arguments: [
    ([0, 1, 3], "element 2 is 3; 0 to 2 was expected"), ([0, -1, 1], "element 1 is -1; 0 to 2 was expected"),
    ([0, 2, 0], "element 2 is 0 again; each person once was expected"),
  ])
  func `A list that is no order is told`(people: [Int32], problem: String) {
    #expect(PeopleOrder.problem(SharedBuffer(people)) == problem)
  }

  @Test func `Small societies are reordered only if that is asked for`() {
    let society = Society(
      ownScores: [Double](repeating: 500, count: 120),
      layers: [
        Layer(
          name: "friendship", kind: .friendship, isDirected: false, isWeighted: false, ties: Self.dealt(circles: 12))
      ])
    #expect(Rearrangement.of(society, .auto, threads: .one) == nil)
    #expect(Rearrangement.of(society, .never, threads: .one) == nil)
    #expect(Rearrangement.of(society, .always, threads: .one)?.nearAfter == 1)
  }
}
