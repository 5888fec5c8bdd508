import Experiments
import Testing

struct ReplicateSeedsTests {
  private static func seeds(_ count: Int, seed: UInt64 = 7) -> [UInt64] {
    let seeds = ReplicateSeeds(seed: seed, randomNumbers: .common)
    return (1...count).map { seeds.run(replicate: $0, cell: 1) }
  }

  @Test func `the same seed gives the same seeds, another one others`() {
    #expect(Self.seeds(100) == Self.seeds(100))
    #expect(Set(Self.seeds(100)).isDisjoint(with: Self.seeds(100, seed: 8)))
  }

  @Test func `the first thousand replicates stay when there are ten thousand`() {
    #expect(Self.seeds(10_000).prefix(1000) == Self.seeds(1000)[...])
    #expect(Set(Self.seeds(10_000)).count == 10_000)
  }

  @Test func `with common random numbers cells share a seed, without they do not`() {
    let common = ReplicateSeeds(seed: 1, randomNumbers: .common)
    #expect(common.run(replicate: 3, cell: 1) == common.run(replicate: 3, cell: 2))
    let independent = ReplicateSeeds(seed: 1, randomNumbers: .independent)
    let all = (1...30).flatMap { cell in (1...30).map { independent.run(replicate: $0, cell: cell) } }
    #expect(Set(all).count == 900)
  }

  @Test func `seeds of a society are not those of runs`() {
    let seeds = ReplicateSeeds(seed: 1, randomNumbers: .common)
    #expect(Set((1...1000).map(seeds.society)).isDisjoint(with: Self.seeds(1000, seed: 1)))
  }

  @Test func `seeds are whole numbers of a double`() {
    #expect(Self.seeds(1000).allSatisfy { $0 < 1 << 53 && UInt64(Double($0)) == $0 })
  }

  // Serial correlation of 10,000 uniform numbers at lag 1 has a standard deviation of 0.01: beyond 0.04 lies one test in
  // 16,000. Seeds are fixed, so the test always says the same.
  @Test func `neighbouring seeds are uncorrelated`() {
    let numbers = Self.seeds(10_001).map { Double($0) * 0x1p-53 - 0.5 }
    let products = zip(numbers, numbers.dropFirst()).map(*)
    let correlation = products.reduce(0, +) / numbers.map { $0 * $0 }.reduce(0, +)
    #expect(abs(correlation) < 0.04)
  }
}
