import Compute
import Testing

@testable import GraphModel

/// The parts that the generators are made of.
struct GeneratingPartsTests {
  private func text(_ write: (inout ByteText) -> Void) -> String {
    var buffer = ByteText(capacity: 8)
    write(&buffer)
    return buffer.string
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, 12_345, 1_234_567_890, -7, Int.max, Int.min])
  func `a whole number is written as Swift writes it`(number: Int) {
    let written = text { $0.append(number) }
    #expect(written == String(number))
  }

  @Test(arguments: [
    (0, 7, "0000000"), (1234, 7, "0001234"), (12_345_678, 7, "12345678"), (5, 1, "5"),
  ])
  func `a number is padded with zeros, never cut`(number: Int, width: Int, expected: String) {
    let written = text { $0.append(number, width: width) }
    #expect(written == expected)
  }

  @Test(arguments: [
    (1234, 2, "12.34"), (5, 3, "0.005"), (-5, 3, "-0.005"), (1000, 3, "1.000"), (7, 0, "7"), (-1234, 1, "-123.4"),
  ])
  func `a decimal number keeps its places`(number: Int, places: Int, expected: String) {
    let written = text { $0.append(number, places: places) }
    #expect(written == expected)
  }

  @Test(arguments: [(10, "P0000009"), (10_000_000, "P0000009"), (10_000_001, "P00000009")])
  func `text ids are as wide as the last one needs, 7 digits at least`(people: Int, expected: String) {
    let written = text { PersonLabels(.string, people: people).add(9, to: &$0) }
    #expect(written == expected)
  }

  @Test func `integer ids are the indices`() {
    let written = text { PersonLabels(.integer, people: 1000).add(9, to: &$0) }
    #expect(written == "9")
  }

  /// 400,000 draws; each count lies within 5 standard deviations of its mean, which fails once in 400,000 seeds.
  @Test func `an alias table draws in proportion to weights`() {
    let weights = [1.0, 0, 4, 2, 0.5, 8, 0.5]
    let table = AliasTable(weights)
    var stream = RandomStream(seed: 5, stream: 902)
    var counts = [Double](repeating: 0, count: weights.count)
    for _ in 0..<400_000 { counts[table.draw(&stream)] += 1 }
    for (count, weight) in zip(counts, weights) {
      let share = weight / 16
      #expect(abs(count - 400_000 * share) <= 5 * (400_000 * share * (1 - share)).squareRoot())
    }
  }

  @Test func `an alias table of one weight draws it always`() {
    var stream = RandomStream(seed: 1, stream: 903)
    let table = AliasTable([3])
    let draws = (0..<100).map { _ in table.draw(&stream) }
    #expect(draws.allSatisfy { $0 == 0 })
  }

  /// The share below a number, by 100,000 draws: within 5 standard deviations (0.008), which fails once in a million seeds.
  @Test(arguments: [0, 1, 1.5, 2.5, 3])
  func `a bounded power law has its distribution function`(exponent: Double) {
    let law = BoundedPower(low: 2, high: 50, exponent: exponent)
    var stream = RandomStream(seed: 6, stream: 904)
    let draws = (0..<100_000).map { _ in law.draw(&stream) }
    #expect(draws.allSatisfy { $0 >= 2 && $0 <= 50 })
    for value in [3.0, 8, 20] {
      #expect(abs(Double(draws.count { $0 < value }) / 100_000 - law.share(below: value)) < 0.008)
    }
  }

  @Test func `dealing out gives whole numbers near the quotas`() {
    #expect(Apportionment.dealt(10, shares: [1, 1, 2], room: [100, 100, 100]) == [3, 2, 5])
  }

  @Test func `what is full passes its share on`() {
    #expect(Apportionment.dealt(10, shares: [1, 1, 8], room: [100, 100, 2]) == [4, 4, 2])
  }

  @Test func `dealing out may fill all the room`() {
    #expect(Apportionment.dealt(9, shares: [5, 1, 1], room: [1, 3, 5]) == [1, 3, 5])
  }

  @Test func `dealing out is exact for random shares`() {
    var stream = RandomStream(seed: 7, stream: 905)
    for _ in 0..<200 {
      let shares = (0..<20).map { _ in stream.uniform() + 0.01 }
      let room = (0..<20).map { _ in stream.integer(below: 30) }
      let total = stream.integer(below: room.reduce(0, +) + 1)
      let dealt = Apportionment.dealt(total, shares: shares, room: room)
      #expect(dealt.reduce(0, +) == total)
      #expect(zip(dealt, room).allSatisfy { $0 >= 0 && $0 <= $1 })
    }
  }

  /// Both orders of two pairs, added up by hand.
  ///
  /// The chance of each set of two pairs is that of its two orders. 60,000 trials; bounds of 5 standard deviations, which
  /// fail once in 100,000 seeds for 15 sets.
  @Test func `the smallest keys draw one pair after another`() {
    let weights = [1.0, 2, 3, 5]
    let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    let products = pairs.map { weights[$0] * weights[$1] }
    let sum = products.reduce(0, +)
    var counts = [[Double]](repeating: [Double](repeating: 0, count: 6), count: 6)
    for trial in 0..<60_000 {
      var stream = RandomStream(seed: 9, stream: 906, index: UInt64(trial))
      var chosen: [Int] = []
      let all = pairs.indices.map { (Int32($0), Int32($0), products[$0]) }
      for pair in WeightedPairs.smallestKeys(2, of: all, &stream) { chosen.append(Int(pair.one)) }
      counts[min(chosen[0], chosen[1])][max(chosen[0], chosen[1])] += 1
    }
    for one in 0..<6 {
      for other in one + 1..<6 {
        let (p, q) = (products[one] / sum, products[other] / sum)
        let chance = p * q / (1 - p) + q * p / (1 - q)
        let bound = 5 * (60_000 * chance * (1 - chance)).squareRoot()
        #expect(abs(counts[one][other] - 60_000 * chance) <= bound)
      }
    }
  }

  /// How often each of the 190 pairs of 20 people is among the 20 drawn, by either way.
  ///
  /// 10,000 trials of each; bounds of 5.5 standard deviations of the difference, which fail once in 100,000 seeds.
  @Test func `passing over repeats and the smallest keys follow one law`() {
    let weights = (0..<20).map { 1 + Double($0 * $0) / 50 }
    let table = AliasTable(weights)
    var pairs: [(one: Int32, other: Int32, weight: Double)] = []
    for one in 0..<20 {
      for other in one + 1..<20 { pairs.append((Int32(one), Int32(other), weights[one] * weights[other])) }
    }
    var differences = [Int](repeating: 0, count: 400)
    var sums = [Int](repeating: 0, count: 400)
    var seen = PairTable()
    for trial in 0..<10_000 {
      var stream = RandomStream(seed: 10, stream: 907, index: UInt64(trial))
      for pair in WeightedPairs.smallestKeys(20, of: pairs, &stream) {
        differences[Int(pair.one) * 20 + Int(pair.other)] += 1
        sums[Int(pair.one) * 20 + Int(pair.other)] += 1
      }
      WeightedPairs.inside(20, weights: weights[...], table: table, &stream, seen: &seen) { one, other in
        differences[min(one, other) * 20 + max(one, other)] -= 1
        sums[min(one, other) * 20 + max(one, other)] += 1
      }
    }
    #expect(sums.reduce(0, +) == 400_000)
    for (difference, sum) in zip(differences, sums) {
      #expect(abs(Double(difference)) <= 5.5 * Double(sum).squareRoot())
    }
  }

  @Test func `a table of pairs knows what it has and forgets when cleared`() {
    var table = PairTable()
    table.clear(for: 3)
    let before = [table.insert(0, 1), table.insert(0, 2), table.insert(0, 1)]
    #expect(before == [true, true, false])
    table.clear(for: 3)
    let after = table.insert(0, 1)
    #expect(after)
  }
}
