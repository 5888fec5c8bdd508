import Compute

/// An order of people in which those who are tied stand near each other.
///
/// Whoever computes along ties reads scores near each other then, and a processor keeps what is near in its caches. It
/// is worth that only where the scores of everyone are much larger than caches; the numbers are the same in any order.
public struct PeopleOrder: Sendable {
  /// How many places away a friend's score is near: 16,384, which is 128 KB of scores.
  static let reach = 1 << 14
  /// From how many people on the scores, 32 MB and more, are much larger than caches.
  static let worthwhileFrom = 4_000_000
  /// How much larger the share of near ties has to become.
  static let worthwhileGain = 0.2

  /// How often half of the people look round.
  static let halfRounds = 12

  /// The person at each place: everyone once.
  @usableFromInline package let people: SharedBuffer<Int32>
  /// Each person's place.
  @usableFromInline package let places: SharedBuffer<Int32>

  /// An order.
  ///
  /// - Parameter people: everyone from 0 on, once.
  package init(_ people: SharedBuffer<Int32>) {
    self.people = people
    places = SharedBuffer(count: people.count) { places in
      let people = people.span
      for place in people.indices { places[Int(people[place])] = Int32(place) }
    }
  }

  /// The order of circles: people by the label they end with when everyone takes, again and again, the label that most
  /// of their ties have; inside a circle as before.
  ///
  /// Labels are spread by halves: which half of the people look round is drawn from the round and the person, and they
  /// see the labels as they were before. Ties weigh the same whatever their weight, and so do layers. Whoever has no
  /// majority takes the label of the smallest hash. The order depends on the ties alone.
  ///
  /// Source: U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in
  /// large-scale networks", Phys. Rev. E 76 (2007) 036106; for orders: P. Boldi, M. Rosa, M. Santini, S. Vigna, "Layered
  /// label propagation", WWW (2011).
  ///
  /// - Complexity: O(arcs) for each of 6 rounds; memory: 8 bytes a person.
  package static func ofCircles(
    _ layers: [TieTable], personCount: Int, threads: ThreadCount, progress: Progress = .silent
  ) -> PeopleOrder {
    var labels = (0..<personCount).map { Int32($0) }
    var next = labels
    let blocks = Blocks.ranges(count: personCount, target: 1 << 15) { person in
      layers.reduce(4) { $0 + $1.degree(of: person) }
    }
    guard let first = layers.first else { return PeopleOrder(byLabels: labels) }
    let others = layers.dropFirst()
    for half in 0..<halfRounds {
      Parallel.fill(&next, blocks: blocks, threads: threads) { block, slice in
        var tally = Tally()
        let labels = labels.span
        for person in block {
          let own = labels[person]
          guard mixed(UInt64(person), half / 2) & 1 == UInt64(half & 1) else {
            slice[person - block.lowerBound] = own
            continue
          }
          tally.reset(degree: others.reduce(first.degree(of: person)) { $0 + $1.degree(of: person) })
          first.forEachTie(of: person) { neighbor, _ in if neighbor != person { tally.add(labels[neighbor]) } }
          for ties in others {
            ties.forEachTie(of: person) { neighbor, _ in if neighbor != person { tally.add(labels[neighbor]) } }
          }
          slice[person - block.lowerBound] = tally.commonest(own, half / 2)
        }
        progress.advance(by: block.count)
      }
      swap(&labels, &next)
    }
    return PeopleOrder(byLabels: labels)
  }

  /// People by rising label, inside a label by rising index.
  private init(byLabels labels: [Int32]) {
    var starts = [Int32](repeating: 0, count: labels.count + 1)
    for label in labels { starts[Int(label) + 1] += 1 }
    for label in labels.indices { starts[label + 1] += starts[label] }
    self.init(
      SharedBuffer(count: labels.count) { people in
        for (person, label) in labels.enumerated() {
          people[Int(starts[Int(label)])] = Int32(person)
          starts[Int(label)] += 1
        }
      })
  }

  /// How many ties have each label, for one person after another.
  private struct Tally {
    /// Open addressing: label + 1, or 0 where nothing is.
    private var labels: [Int32] = []
    private var counts: [Int32] = []
    /// The places in use.
    private var used: [Int32] = []

    /// Makes room for the labels of a person's ties; nothing is counted.
    mutating func reset(degree: Int) {
      for place in used {
        labels[Int(place)] = 0
        counts[Int(place)] = 0
      }
      used.removeAll(keepingCapacity: true)
      guard labels.count < 2 * degree else { return }
      let capacity = 1 << (Int.bitWidth - (2 * degree - 1).leadingZeroBitCount)
      labels = [Int32](repeating: 0, count: capacity)
      counts = labels
    }

    /// Counts one more tie with a label.
    mutating func add(_ label: Int32) {
      let mask = labels.count - 1
      var place = Int(truncatingIfNeeded: UInt32(bitPattern: label) &* 0x9E37_79B1 >> 7) & mask
      while labels[place] != label + 1 {
        if labels[place] == 0 {
          labels[place] = label + 1
          used.append(Int32(place))
          break
        }
        place = (place + 1) & mask
      }
      counts[place] += 1
    }

    /// The label with the largest count, of several the one of the smallest hash; the own one if none has more.
    func commonest(_ own: Int32, _ round: Int) -> Int32 {
      var best = (label: own, count: Int32(0))
      for place in used where labels[Int(place)] == own + 1 { best.count = counts[Int(place)] }
      for place in used {
        let (label, count) = (labels[Int(place)] - 1, counts[Int(place)])
        if count < best.count || label == best.label { continue }
        let isBetter =
          count > best.count
          || (best.label != own && mixed(UInt64(label), round) < mixed(UInt64(best.label), round))
        if isBetter { best = (label, count) }
      }
      return best.label
    }
  }

  /// Bits that look random: the finisher of SplitMix64.
  ///
  /// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA (2014).
  fileprivate static func mixed(_ number: UInt64, _ round: Int) -> UInt64 {
    var bits = number &+ 0x9E37_79B9_7F4A_7C15 &* UInt64(round + 1)
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// What is wrong with a list of people, a sentence without a full stop, or `nil` if everyone is there once.
  package static func problem(_ people: SharedBuffer<Int32>) -> String? {
    var isSeen = [Bool](repeating: false, count: people.count)
    for (place, person) in people.enumerated() {
      guard person >= 0, person < people.count else {
        return "element \(place) is \(person); 0 to \(people.count - 1) was expected"
      }
      if isSeen[Int(person)] { return "element \(place) is \(person) again; each person once was expected" }
      isSeen[Int(person)] = true
    }
    return nil
  }

  // MARK: Whether it pays

  /// The share of arcs that reach no further than `reach` places, from 0 to 1; 1 without arcs.
  ///
  /// - Parameter order: the order of places, or `nil` for the order of indices.
  static func nearShare(_ layers: [TieTable], in order: PeopleOrder?, threads: ThreadCount) -> Double {
    var near = 0
    var all = 0
    for ties in layers {
      let blocks = ties.rowBlocks()
      let counts = Parallel.map(blocks.count, threads: threads) { block -> Int in
        var count = 0
        for person in blocks[block] {
          let place = order.map { Int($0.places[person]) } ?? person
          ties.forEachTie(of: person) { neighbor, _ in
            let other = order.map { Int($0.places[neighbor]) } ?? neighbor
            if (place - other).magnitude <= reach { count += 1 }
          }
        }
        return count
      }
      near += counts.reduce(0, +)
      all += ties.arcCount
    }
    return all > 0 ? Double(near) / Double(all) : 1
  }

  // MARK: Changing the order

  /// One value a place, from one value a person.
  @inlinable package func arranged<Value: BitwiseCopyable & Sendable>(
    _ values: [Value], threads: ThreadCount
  ) -> [Value] {
    Self.picked(values, people, threads)
  }

  /// One value a person, from one value a place.
  @inlinable package func restored<Value: BitwiseCopyable & Sendable>(
    _ values: [Value], threads: ThreadCount
  ) -> [Value] {
    Self.picked(values, places, threads)
  }

  @inlinable static func picked<Value: BitwiseCopyable & Sendable>(
    _ values: [Value], _ positions: SharedBuffer<Int32>, _ threads: ThreadCount
  ) -> [Value] {
    var result = values
    let blocks = Blocks.even(count: values.count, size: 1 << 16)
    Parallel.fill(&result, blocks: blocks, threads: threads) { block, slice in
      let (values, positions) = (values.span, positions.span)
      for index in block { slice[index - block.lowerBound] = values[Int(positions[index])] }
    }
    return result
  }
}

/// When people are put in order.
public enum Reordering: String, Sendable, CaseIterable {
  /// Where it pays: from 4,000,000 people on, if at least 20 in 100 ties more than before become near.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

/// A new order of people and what it does to the ties.
public struct Rearrangement: Sendable {
  /// The order.
  public let order: PeopleOrder
  /// The share of arcs between people who stand near each other, as given; from 0 to 1.
  public let nearBefore: Double
  /// The share in the order.
  public let nearAfter: Double

  /// What there is to say of an order.
  package static func notice(nearBefore: Double, nearAfter: Double) -> Notice {
    func percent(_ share: Double) -> String { "\(Int((100 * share).rounded()))%" }
    return Notice(
      .changed,
      "people are put in the order of their circles while scores settle: \(percent(nearAfter)) of ties are between near "
        + "people, \(percent(nearBefore)) before; results keep the order of the input (pack --reorder)")
  }

  /// The order in which a society is computed with, or `nil` if it stays as it is.
  ///
  /// Decided from the society alone.
  public static func of(
    _ society: Society, _ reordering: Reordering, threads: ThreadCount, progress: Progress = .silent
  ) -> Rearrangement? {
    guard reordering != .never, society.count > 0 else { return nil }
    guard reordering == .always || society.count >= PeopleOrder.worthwhileFrom else { return nil }
    let layers = society.layers.map(\.ties)
    let before = PeopleOrder.nearShare(layers, in: nil, threads: threads)
    guard reordering == .always || before <= 1 - PeopleOrder.worthwhileGain else { return nil }
    let count = society.count
    let phase = Phase("ordering people", .people, total: PeopleOrder.halfRounds * count)
    let order = progress.during(phase) { work in
      work.ties = PeopleOrder.halfRounds / 2 * layers.reduce(0) { $0 + $1.arcCount }
      return PeopleOrder.ofCircles(layers, personCount: count, threads: threads, progress: progress)
    }
    let after = PeopleOrder.nearShare(layers, in: order, threads: threads)
    guard reordering == .always || after >= before + PeopleOrder.worthwhileGain else { return nil }
    return Rearrangement(order: order, nearBefore: before, nearAfter: after)
  }
}
