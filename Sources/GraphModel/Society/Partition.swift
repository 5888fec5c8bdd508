/// A division of the people into numbered parts: communities, groups or tiers.
public struct Partition: Sendable, Equatable {
  /// The part of each person, from 1; 0 for people who belong to none.
  public let parts: [Int]
  /// How many parts there are; the numbers 1...count all occur.
  public let count: Int

  /// A partition by numbers that are taken as they come and renumbered by size.
  ///
  /// The largest part is 1; parts of one size are ordered by their person with the smallest index.
  ///
  /// - Parameter labels: any label a person; `nil` for people who belong to none.
  public init<Label: Hashable>(bySize labels: [Label?]) {
    var slots: [Label: Int] = [:]
    var sizes: [Int] = []
    var slotOf = [Int](repeating: -1, count: labels.count)
    for (person, label) in labels.enumerated() {
      guard let label else { continue }
      let slot = slots[label, default: sizes.count]
      if slot == sizes.count {
        slots[label] = slot
        sizes.append(0)
      }
      sizes[slot] += 1
      slotOf[person] = slot
    }
    self.init(slotOf: slotOf, sizes: sizes)
  }

  /// The same for labels that are small numbers, which need no dictionary.
  ///
  /// - Parameters:
  ///   - labels: one a person, from 0; -1 for people who belong to none.
  ///   - labelCount: above every label.
  /// - Complexity: O(people + labelCount + parts log parts).
  public init(bySizeOf labels: [Int], labelCount: Int) {
    var slots = [Int32](repeating: -1, count: labelCount)
    var sizes: [Int] = []
    var slotOf = [Int](repeating: -1, count: labels.count)
    for (person, label) in labels.enumerated() where label >= 0 {
      if slots[label] < 0 {
        slots[label] = Int32(sizes.count)
        sizes.append(0)
      }
      let slot = Int(slots[label])
      sizes[slot] += 1
      slotOf[person] = slot
    }
    self.init(slotOf: slotOf, sizes: sizes)
  }

  /// A partition by slots in order of first appearance.
  private init(slotOf: [Int], sizes: [Int]) {
    // The sort is stable in the order of the slots by its second key.
    let order = sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    var number = [Int](repeating: 0, count: sizes.count)
    for (position, slot) in order.enumerated() { number[slot] = position + 1 }
    parts = slotOf.map { $0 < 0 ? 0 : number[$0] }
    count = sizes.count
  }

  /// A partition by a column: parts are numbered by size, and `names` gives each part's value.
  ///
  /// - Returns: the partition and the value of each part, part 1 first. People whose value is missing belong to none.
  public static func by(_ column: AttributeColumn) -> (partition: Partition, names: [String]) {
    let partition = Partition(bySize: column.values.indices.map { column.value(of: $0) })
    var names = [String](repeating: "", count: partition.count)
    for (part, value) in zip(partition.parts, column.values) where part > 0 { names[part - 1] = value }
    return (partition, names)
  }

  /// The same parts with other people: person i has the part of person `order[i]`.
  ///
  /// Parts keep their numbers.
  ///
  /// - Parameter order: a permutation of the people.
  package func dealt(_ order: [Int]) -> Partition { Partition(dealt: order.map { parts[$0] }, count: count) }

  private init(dealt parts: [Int], count: Int) {
    self.parts = parts
    self.count = count
  }

  /// A partition whose parts keep the numbers that they have.
  ///
  /// - Precondition: the numbers are 0 for people who belong to no part, else from 1 to `count`, and all of these occur.
  package init(parts: [Int], count: Int) {
    precondition(parts.allSatisfy { (0...count).contains($0) }, "parts are numbered from 1 to \(count)")
    self.init(dealt: parts, count: count)
  }

  /// How many people each part has, part 1 first.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for part in parts where part > 0 { sizes[part - 1] += 1 }
    return sizes
  }

  /// The indices of the people of each part, part 1 first, rising.
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (person, part) in parts.enumerated() where part > 0 { members[part - 1].append(person) }
    return members
  }
}
