import GraphModel
import Testing

@testable import Analysis

struct SocialGapTests {
  /// Parts in the order of their sizes: 1 has 7 people, 2 has 6, 3 has 5, 4 has 4.
  private let labels = [7, 6, 5, 4].flatMap { size in [Int?](repeating: size, count: size) }
  private var partition: Partition { Partition(bySize: labels) }

  private func scores(_ means: [Int: Double]) -> [Double] { labels.map { means[$0 ?? 0] ?? 0 } }

  @Test func `The gap is the distance of the top and the bottom mean`() throws {
    let gap = try SocialGap(scores([7: 500, 6: 700, 5: 450, 4: 600]), by: partition)
    #expect(gap.difference == 250)
  }

  @Test func `The gap names its groups`() throws {
    let gap = try SocialGap(scores([7: 500, 6: 700, 5: 450, 4: 600]), by: partition)
    #expect(gap.top == 2 && gap.bottom == 3)
  }

  @Test func `A group of four is not the top, however high`() throws {
    #expect(try SocialGap(scores([7: 500, 6: 700, 5: 450, 4: 900]), by: partition).topMean == 700)
  }

  @Test func `A group of four is not the bottom, however low`() throws {
    #expect(try SocialGap(scores([7: 500, 6: 700, 5: 450, 4: 350]), by: partition).bottomMean == 450)
  }

  @Test func `Of equal groups the larger is named`() throws {
    let gap = try SocialGap(scores([7: 500, 6: 500, 5: 450, 4: 350]), by: partition)
    #expect(gap.top == 1)
  }

  @Test func `One group of five leaves the gap missing`() {
    #expect(throws: Missing("there are not two groups of 5 people or more")) {
      try SocialGap([1, 2, 3, 4, 5, 6], by: Partition(bySize: [1, 1, 1, 1, 1, 2]))
    }
  }

  @Test func `People of no group do not count`() throws {
    let grouped = Partition(bySize: labels + [nil])
    let gap = try SocialGap(scores([7: 500, 6: 700, 5: 450, 4: 600]) + [1e9], by: grouped)
    #expect(gap.difference == 250)
  }
}
