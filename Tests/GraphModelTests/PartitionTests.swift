import Compute
import GraphModel
import Testing

struct PartitionTests {
  @Test func `parts are numbered from 1, the largest first`() {
    #expect(Partition(bySize: ["b", "a", "a", "c", "a", "b"]).parts == [2, 1, 1, 3, 1, 2])
  }

  @Test func `parts of one size are ordered by their smallest index`() {
    #expect(Partition(bySize: [9, 3, 9, 3, 1]).parts == [1, 2, 1, 2, 3])
  }

  @Test func `people without a label belong to none`() {
    #expect(Partition(bySize: [nil, "a", nil, "b", "b"]).parts == [0, 2, 0, 1, 1])
  }

  @Test func `the count does not count those who belong to none`() {
    #expect(Partition(bySize: [nil, "a", nil, "b", "b"]).count == 2)
  }

  @Test func `sizes are those of the parts, part 1 first`() {
    #expect(Partition(bySize: [nil, 1, 2, 2, 2, 3, 3]).sizes == [3, 2, 1])
  }

  @Test func `members are the indices of each part, rising`() {
    #expect(Partition(bySize: [7, 8, nil, 8, 8]).members == [[1, 3, 4], [0]])
  }

  @Test func `nobody has no parts`() {
    #expect(Partition(bySize: [String?]()).count == 0)
  }

  @Test func `people who all belong to none have no parts`() {
    #expect(Partition(bySize: [nil, nil] as [Int?]).sizes.isEmpty)
  }

  @Test func `a column divides people by its values, missing ones apart`() {
    let column = AttributeColumn(name: "club", values: ["x", "", "y", "y"])
    #expect(Partition.by(column).partition.parts == [2, 0, 1, 1])
  }

  @Test func `the names of a column's parts stand in the order of the parts`() {
    let column = AttributeColumn(name: "club", values: ["x", "", "y", "y"])
    #expect(Partition.by(column).names == ["y", "x"])
  }

  @Test func `people whose value is NA in a column of numbers belong to none`() {
    let column = AttributeColumn(name: "club", values: ["1", "NA", "2", "2"])
    #expect(Partition.by(column).partition.parts == [2, 0, 1, 1])
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `sizes never rise from part to part`(seed: UInt64) {
    let sizes = Partition(bySize: Self.labels(seed: seed)).sizes
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `other names for the labels give the same partition`(seed: UInt64) {
    let labels = Self.labels(seed: seed)
    #expect(Partition(bySize: labels) == Partition(bySize: labels.map { $0.map { "label \(100 - $0)" } }))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a partition of a partition is the same`(seed: UInt64) {
    let partition = Partition(bySize: Self.labels(seed: seed))
    #expect(Partition(bySize: partition.parts.map { $0 == 0 ? nil : $0 }) == partition)
  }

  private static func labels(seed: UInt64) -> [Int?] {
    var random = RandomStream(seed: seed, stream: 102)
    return (0..<60).map { _ in
      let label = random.integer(below: 12)
      return label == 0 ? nil : label
    }
  }
}
