import Compute
import Testing

@testable import GraphModel

struct RowSortTests {
  /// Enough people and arcs for several ranges of rows and several blocks, with a hub and many repeats.
  @Test(arguments: [1, 2] as [UInt64], [RepeatRule.add, .keepFirst])
  func `a large table is the same for any number of threads`(seed: UInt64, repeats: RepeatRule) {
    let columns = Self.columns(seed: seed, people: 5_000, arcs: 200_000)
    let one = RowSort(columns, personCount: 5_000, repeats: repeats, threads: .one).table()
    for threads in [2, 3, 7] {
      let other = RowSort(columns, personCount: 5_000, repeats: repeats, threads: ThreadCount(threads)).table()
      #expect(one.allArcs == other.allArcs)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a large table holds what a dictionary of its arcs holds`(seed: UInt64) {
    let columns = Self.columns(seed: seed, people: 3_000, arcs: 150_000)
    var sums: [UInt64: Double] = [:]
    for arc in 0..<columns.sources.count {
      let (source, target) = (columns.sources[arc], columns.targets[arc])
      let weight = columns.weights?[arc] ?? 1
      sums[UInt64(source) << 32 | UInt64(target), default: 0] += weight
      if source != target { sums[UInt64(target) << 32 | UInt64(source), default: 0] += weight }
    }
    let expected = sums.keys.sorted().map { Arc(Int($0 >> 32), Int($0 & 0xFFFF_FFFF), sums[$0] ?? 0) }
    #expect(RowSort(columns, personCount: 3_000, repeats: .add, threads: ThreadCount(2)).table().allArcs == expected)
  }

  /// Sums of tenths depend on the order of addition, so equal bits say that both rows added in the same order.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a mirrored tie has the same bits in both rows`(seed: UInt64) {
    let columns = Self.columns(seed: seed, people: 300, arcs: 100_000)
    let table = RowSort(columns, personCount: 300, repeats: .add, threads: ThreadCount(3)).table()
    #expect(table.allArcs == table.transposed(threads: ThreadCount(2)).allArcs)
  }

  @Test func `arcs without weights count 1 and add up where that is the rule`() {
    let columns = ArcColumns(
      sources: SharedBuffer([0, 0, 1]), targets: SharedBuffer([1, 1, 1]), weights: nil, isMirrored: false)
    let added = RowSort(columns, personCount: 2, repeats: .add, threads: .one).table()
    #expect(added.allArcs == [Arc(0, 1, 2), Arc(1, 1, 1)])
    let first = RowSort(columns, personCount: 2, repeats: .keepFirst, threads: .one).table()
    #expect(first.allArcs == [Arc(0, 1, 1), Arc(1, 1, 1)])
  }

  /// A hub at 0, weights of tenths, one arc in four a repeat of an earlier pair.
  private static func columns(seed: UInt64, people: Int, arcs: Int) -> ArcColumns {
    var random = RandomStream(seed: seed, stream: 101)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var weights: [Double] = []
    for arc in 0..<arcs {
      if arc > 10, random.integer(below: 4) == 0 {
        let earlier = random.integer(below: arc)
        sources.append(sources[earlier])
        targets.append(targets[earlier])
      } else {
        sources.append(Int32(random.integer(below: people)))
        targets.append(random.integer(below: 10) == 0 ? 0 : Int32(random.integer(below: people)))
      }
      weights.append(Double(1 + random.integer(below: 30)) / 10)
    }
    return ArcColumns(
      sources: SharedBuffer(sources), targets: SharedBuffer(targets), weights: SharedBuffer(weights), isMirrored: true)
  }
}
