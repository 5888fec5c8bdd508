import Compute
import Testing

@testable import GraphModel

/// Random ties with the same degrees.
struct RewiringTests {
  private func random(_ index: Int) -> RandomStream { RandomStream(seed: 11, stream: 910, index: UInt64(index)) }

  /// A random table of ties without repeats, weights differing.
  private func table(_ people: Int, pairs: Int, isDirected: Bool, seed: Int) -> TieTable {
    var random = random(seed)
    var arcs = ArcList()
    for number in 0..<pairs {
      let (one, other) = (random.integer(below: people), random.integer(below: people))
      let weight = 1 + Double(number)
      if isDirected { arcs.append(one, other, weight) } else { arcs.appendTie(one, other, weight) }
    }
    return TieTable(personCount: people, arcs: arcs, repeats: .keepFirst)
  }

  private func arcs(_ table: TieTable) -> [String: Double] {
    var arcs: [String: Double] = [:]
    for person in 0..<table.personCount { table.forEachTie(of: person) { arcs["\(person) \($0)"] = $1 } }
    return arcs
  }

  @Test(arguments: 0..<20)
  func `Undirected ties stay undirected, simple, and as many for everyone`(seed: Int) {
    let before = table(20, pairs: 45, isDirected: false, seed: seed)
    var stream = random(100 + seed)
    let after = before.rewired(isDirected: false, random: &stream)
    for person in 0..<20 { #expect(after.degree(of: person) == before.degree(of: person)) }
    #expect(
      arcs(after).allSatisfy { key, weight in
        let ends = key.split(separator: " ")
        return arcs(after)["\(ends[1]) \(ends[0])"] == weight
      })
    #expect(arcs(after) != arcs(before))
  }

  @Test(arguments: 0..<20)
  func `Directed ties keep everyone's ties in both directions`(seed: Int) {
    let before = table(20, pairs: 60, isDirected: true, seed: seed)
    var stream = random(200 + seed)
    let after = before.rewired(isDirected: true, random: &stream)
    for person in 0..<20 {
      #expect(after.degree(of: person) == before.degree(of: person))
      #expect(after.transposed.degree(of: person) == before.transposed.degree(of: person))
    }
    #expect(arcs(after) != arcs(before))
  }

  @Test(arguments: [true, false])
  func `Every tie takes its weight along, and self-ties stay`(isDirected: Bool) {
    let before = table(15, pairs: 60, isDirected: isDirected, seed: 3)
    var stream = random(300)
    let after = before.rewired(isDirected: isDirected, random: &stream)
    #expect(arcs(after).values.sorted() == arcs(before).values.sorted())
    #expect(before.selfTieCount > 0)
    for person in 0..<15 { #expect(after.hasTie(from: person, to: person) == before.hasTie(from: person, to: person)) }
  }

  @Test func `One tie, a triangle and a star have nowhere to go`() {
    for pairs in [[(0, 1)], [(0, 1), (1, 2), (0, 2)], [(0, 1), (0, 2), (0, 3)]] {
      var list = ArcList()
      for (one, other) in pairs { list.appendTie(one, other) }
      let before = TieTable(personCount: 4, arcs: list)
      var stream = random(400)
      #expect(arcs(before.rewired(isDirected: false, random: &stream)) == arcs(before))
    }
  }

  /// Of the 15 graphs on six people in which everyone has one tie, each should come about equally often: chi squared with
  /// 14 degrees of freedom is above 36.12 once in 1,000 (scipy's `chi2.isf(0.001, 14)`); the seed is fixed.
  @Test func `All graphs with the same degrees come about equally often`() {
    var list = ArcList()
    for pair in 0..<3 { list.appendTie(2 * pair, 2 * pair + 1) }
    let matching = TieTable(personCount: 6, arcs: list)
    var counts: [[String]: Int] = [:]
    let draws = 3_000
    for draw in 0..<draws {
      var stream = random(1_000 + draw)
      counts[arcs(matching.rewired(isDirected: false, random: &stream)).keys.sorted(), default: 0] += 1
    }
    let expected = Double(draws) / 15
    let square = counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(counts.count == 15 && square < 36.12)
  }

  /// The set behind it, against one of the standard library, over many steps.
  @Test func `A table of pairs forgets what is removed and nothing else`() {
    var random = random(500)
    var table = PairTable()
    table.clear(for: 64)
    var reference = Set<[Int]>()
    for _ in 0..<20_000 {
      let pair = [random.integer(below: 9), random.integer(below: 9)]
      if reference.contains(pair) {
        table.remove(pair[0], pair[1])
        reference.remove(pair)
      } else if reference.count < 64 {
        let isNew = table.insert(pair[0], pair[1])
        #expect(isNew)
        reference.insert(pair)
      }
      let other = [random.integer(below: 9), random.integer(below: 9)]
      #expect(table.contains(other[0], other[1]) == reference.contains(other))
    }
  }
}
