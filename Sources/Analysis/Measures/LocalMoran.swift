import Compute
import GraphModel

/// Who resembles their network, person by person: Anselin's local Moran's I, with a conditional permutation test.
///
/// `I_i = z_i (W z)_i / m2`, with z the scores less their mean over people with ties, `m2 = sum z^2 / n` and W the
/// row-standardised weights. Above 0: a high person among high ones, or a low one among low ones. Below 0: a person unlike
/// their network. The mean over people whose row is not empty is Moran's I, an identity.
///
/// The test holds a person's own score and deals all others over everyone else with ties: would a network drawn at random
/// be as extreme? Many people are tested at once, so some are extreme by chance: `q` is the smallest rate of false
/// discoveries at which a person would be named.
///
/// Sources: L. Anselin, "Local indicators of spatial association", Geographical Analysis 27 (1995) 93-115, equations 12 and
/// 13; Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", J. Royal Statist. Soc. B 57 (1995) 289-300. It is
/// `localmoran` of R's spdep; Python's esda has it times `(n - 1) / n`.
public struct LocalMoran: Sendable {
  /// What a person's place is, where it is more than chance.
  public enum Spot: String, Sendable, Codable, CaseIterable {
    /// High among high: a hot spot.
    case hot
    /// Low among low: a cold spot.
    case cold
    /// High among low.
    case highAmongLow = "high-among-low"
    /// Low among high.
    case lowAmongHigh = "low-among-high"
  }

  /// The rate of false discoveries at which people are named.
  public static let level = 0.05
  /// The stream of random numbers of draws; the index is the draw.
  static let stream: UInt32 = 2

  /// `I_i`; `nil` for people without ties of their own, and for everyone without spread.
  public let values: [Double?]
  /// The two-sided p of each person, the observed network counted among the draws; `nil` where there is no value.
  public let p: [Double?]
  /// The p adjusted for the number of people: at or below a level, that share of those named is false on average.
  public let q: [Double?]
  /// What each person is, or `nil` if q is above the level.
  public let spots: [Spot?]
  /// How many networks were drawn for each person.
  public let draws: Int

  /// The indices of scores on ties.
  ///
  /// - Parameters:
  ///   - scores: one a person.
  ///   - frame: the ties; row i are those whom i is compared with.
  ///   - draws: how many networks are drawn for each person, 1 or more.
  ///   - seed: of the draws; all people share them, each in the order of their own ties.
  ///   - threads: how many threads work at once.
  ///   - progress: told of each draw.
  /// - Complexity: O(arcs) and, with weights, O(arcs) a draw; without, O(people) a draw.
  package init(
    _ scores: [Double], on frame: TieFrame, draws: Int, seed: UInt64, threads: ThreadCount = .one,
    progress: Progress = .silent
  ) {
    self.draws = draws
    let mean = frame.tied.lazy.map { scores[$0] }.compensatedMean
    let centered = scores.map { $0 - mean }
    let square = frame.tied.lazy.map { centered[$0] * centered[$0] }.compensatedMean
    let count = scores.count
    guard let first = frame.tied.first, square > 0, frame.tied.contains(where: { scores[$0] != scores[first] }) else {
      (values, p, q, spots) = (
        [Double?](repeating: nil, count: count), [Double?](repeating: nil, count: count),
        [Double?](repeating: nil, count: count), [Spot?](repeating: nil, count: count)
      )
      return
    }
    var sums = [Double](repeating: 0, count: count)
    Parallel.fill(&sums, blocks: frame.blocks, threads: threads) { block, slice in
      frame.ties.weightedSums(of: centered.span, for: block, isCounting: !frame.isWeighted, into: &slice)
    }
    let observed = sums
    values = (0..<count).map { person in
      frame.outgoing[person] > 0 ? centered[person] * (observed[person] / frame.outgoing[person]) / square + 0 : nil
    }
    let networks = RandomNetworks(
      frame, centered: centered, sums: observed, slack: 1e-12 * square.squareRoot(), seed: seed)
    let tallies = networks.tallies(draws: draws, threads: threads, progress: progress)
    p = (0..<count).map { person in
      guard frame.outgoing[person] > 0 else { return nil }
      // Nobody is more extreme than somebody at the mean, whatever the network.
      if centered[person] == 0 { return 1 }
      let extreme = min(tallies[person].above, tallies[person].below)
      return min(1, 2 * Double(1 + extreme) / Double(1 + draws))
    }
    q = Self.adjusted(p)
    spots = q.enumerated().map { person, q in
      guard let q, q <= Self.level else { return nil }
      switch (centered[person] > 0, observed[person] > 0) {
      case (true, true): return .hot
      case (false, false): return .cold
      case (true, false): return .highAmongLow
      case (false, true): return .lowAmongHigh
      }
    }
  }

  /// Each p times the number of them over its rank, made to rise (Benjamini and Hochberg 1995).
  static func adjusted(_ p: [Double?]) -> [Double?] {
    let order = p.indices.filter { p[$0] != nil }.sorted { (p[$0] ?? 1, $0) < (p[$1] ?? 1, $1) }
    var adjusted = [Double?](repeating: nil, count: p.count)
    var least = 1.0
    for (rank, person) in order.enumerated().reversed() {
      least = min(least, (p[person] ?? 1) * Double(order.count) / Double(rank + 1))
      adjusted[person] = least
    }
    return adjusted
  }
}

/// Networks drawn for everyone at once, sixteen at a time.
///
/// A draw is a sequence of people without repeats. It serves everybody: a person takes as many from its start as they have
/// ties, passing over themselves, which is a draw without replacement from everyone else.
private struct RandomNetworks {
  /// How often a drawn network lay at or above the observed one, and at or below it.
  struct Tally: Sendable, BitwiseCopyable {
    var above: Int32 = 0
    var below: Int32 = 0
  }

  private static let lanes = 16
  private let frame: TieFrame
  private let centered: [Double]
  private let sums: [Double]
  private let slack: Double
  private let seed: UInt64
  /// How many people a sequence has.
  private let length: Int

  init(_ frame: TieFrame, centered: [Double], sums: [Double], slack: Double, seed: UInt64) {
    self.frame = frame
    self.centered = centered
    self.sums = sums
    self.slack = slack
    self.seed = seed
    let degree = frame.tied.lazy.map { frame.ties.degree(of: $0) }.max() ?? 0
    length = min(frame.tied.count, degree + 1)
  }

  func tallies(draws: Int, threads: ThreadCount, progress: Progress) -> [Tally] {
    var tallies = [Tally](repeating: Tally(), count: centered.count)
    for start in stride(from: 0, to: draws, by: Self.lanes) {
      let count = min(Self.lanes, draws - start)
      let batch = Batch(
        Parallel.map(count, threads: threads) { sequence(UInt64(start + $0)) }, centered, counts: !frame.isWeighted)
      Parallel.fill(&tallies, blocks: frame.blocks, threads: threads) { block, slice in
        tally(block, batch, &slice)
      }
      progress.advance(by: count)
    }
    return tallies
  }

  /// The people of a draw.
  private func sequence(_ draw: UInt64) -> [Int32] {
    var random = RandomStream(seed: seed, stream: LocalMoran.stream, index: draw)
    let people = frame.tied
    var drawn: [Int32] = []
    drawn.reserveCapacity(length)
    if length < people.count / 4 {
      var seen = Set<Int>(minimumCapacity: length)
      while drawn.count < length {
        let place = random.integer(below: people.count)
        if seen.insert(place).inserted { drawn.append(Int32(people[place])) }
      }
      return drawn
    }
    var places = Array(0..<people.count)
    for position in 0..<length {
      places.swapAt(position, position + random.integer(below: people.count - position))
      drawn.append(Int32(people[places[position]]))
    }
    return drawn
  }

  /// Counts the networks of a batch for a block of people.
  private func tally(_ block: Range<Int>, _ batch: Batch, _ slice: inout MutableSpan<Tally>) {
    let values = batch.values.span
    let totals = batch.totals.span
    var weights: [Double] = []
    for person in block where frame.outgoing[person] > 0 {
      // A self-tie is held, as the person is.
      var held = 0.0
      var drawn: SIMD16<Double>
      let ties: Int
      if frame.isWeighted {
        weights.removeAll(keepingCapacity: true)
        frame.ties.forEachTie(of: person) { neighbor, weight in
          if neighbor == person { held += weight * centered[person] } else { weights.append(weight) }
        }
        ties = weights.count
        drawn = SIMD16(repeating: held)
        for position in 0..<ties { drawn += weights[position] * values[position] }
      } else {
        let isHeld = frame.ties.hasTie(from: person, to: person)
        held = isHeld ? centered[person] : 0
        ties = frame.ties.degree(of: person) - (isHeld ? 1 : 0)
        drawn = SIMD16(repeating: held) + totals[ties]
      }
      for meeting in batch.meetings(of: person) where meeting.position < ties {
        drawn[meeting.lane] =
          frame.isWeighted
          ? held + batch.sum(weights, lane: meeting.lane, without: meeting.position)
          : drawn[meeting.lane] - values[meeting.position][meeting.lane] + values[ties][meeting.lane]
      }
      let slack = slack * frame.outgoing[person]
      let place = person - block.lowerBound
      slice[place].above += Int32(Self.count(drawn .>= sums[person] - slack))
      slice[place].below += Int32(Self.count(drawn .<= sums[person] + slack))
    }
  }

  private static func count(_ mask: SIMDMask<SIMD16<Int64>>) -> Int64 {
    SIMD16<Int64>(repeating: 0).replacing(with: 1, where: mask).wrappedSum()
  }

  /// Sixteen sequences side by side.
  private struct Batch: Sendable {
    /// Where somebody occurs in a sequence.
    struct Meeting: Sendable {
      let person: Int32
      let lane: Int
      let position: Int
    }

    /// The value of the person at a position of each sequence; no number where there is no sequence.
    let values: [SIMD16<Double>]
    /// The sums of the values before a position, if weights do not count.
    let totals: [SIMD16<Double>]
    private let meetings: [Meeting]

    init(_ sequences: [[Int32]], _ centered: [Double], counts: Bool) {
      let length = sequences[0].count
      var values = [SIMD16<Double>](repeating: SIMD16(repeating: .nan), count: length)
      var meetings: [Meeting] = []
      meetings.reserveCapacity(length * sequences.count)
      for (lane, people) in sequences.enumerated() {
        for (position, person) in people.enumerated() {
          values[position][lane] = centered[Int(person)]
          meetings.append(Meeting(person: person, lane: lane, position: position))
        }
      }
      meetings.sort { ($0.person, $0.lane) < ($1.person, $1.lane) }
      self.values = values
      self.meetings = meetings
      var totals: [SIMD16<Double>] = []
      if counts {
        var total = SIMD16<Double>(repeating: 0)
        totals.append(total)
        for value in values {
          total += value
          totals.append(total)
        }
      }
      self.totals = totals
    }

    /// Where a person occurs.
    func meetings(of person: Int) -> ArraySlice<Meeting> {
      let key = Int32(truncatingIfNeeded: person)
      var low = 0
      var high = meetings.count
      while low < high {
        let middle = (low + high) / 2
        if meetings[middle].person < key { low = middle + 1 } else { high = middle }
      }
      var end = low
      while end < meetings.count, meetings[end].person == key { end += 1 }
      return meetings[low..<end]
    }

    /// The weighted sum over a sequence, passing over one position.
    func sum(_ weights: [Double], lane: Int, without position: Int) -> Double {
      weights.indices.reduce(0) { $0 + weights[$1] * values[$1 < position ? $1 : $1 + 1][lane] }
    }
  }
}
