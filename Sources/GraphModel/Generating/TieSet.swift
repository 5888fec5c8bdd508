import Compute

/// Ties without repeats, in order, drawn in parallel.
///
/// They stand in runs: run r holds the ties whose lower index lies in `r * width ..< (r + 1) * width`. The runs depend on
/// the numbers of people and expected ties only, so that the bits do not depend on the number of threads.
package struct TieSet: Sendable {
  /// About how many ties a run has, and how many a block draws.
  static let blockSize = 1 << 15

  /// How many people there are.
  package let people: Int
  /// The ties of each run, rising.
  private(set) var runs: [[DrawnTie]]
  private let width: Int

  /// No ties yet.
  ///
  /// - Parameters:
  ///   - people: how many people there are, below 2^31.
  ///   - expected: about how many ties will be drawn.
  init(people: Int, expected: Int) {
    let count = max(1, min(people, (expected + Self.blockSize - 1) / Self.blockSize))
    self.people = people
    width = max(1, (people + count - 1) / count)
    runs = [[DrawnTie]](repeating: [], count: max(1, (people + width - 1) / width))
  }

  /// How many ties there are.
  package var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// How many ties carry a mark.
  var markedCount: Int { runs.reduce(0) { $0 + $1.count { $0.isMarked } } }

  /// The pairs of people, lower index first, in order.
  package var pairs: [(Int, Int)] { runs.flatMap { $0.map { ($0.lower, $0.upper) } } }

  /// Whether two people are tied; O(log(ties in the run)).
  func contains(_ one: Int, _ other: Int) -> Bool {
    let tie = DrawnTie(one, other)
    let run = runs[tie.lower / width]
    var low = 0
    var high = run.count
    while low < high {
      let middle = (low + high) / 2
      if run[middle].pair < tie.pair { low = middle + 1 } else { high = middle }
    }
    return low < run.count && run[low].pair == tie.pair
  }

  /// Draws ties in blocks and adds those that are new.
  ///
  /// - Parameters:
  ///   - blocks: how many blocks are drawn.
  ///   - threads: how many threads work at once.
  ///   - draw: appends the ties of a block; called once a block, in any order, on any thread.
  /// - Returns: the ties that were left out because their pair is there already, in order. Of several with the same pair
  ///   one without a mark stays, if there is one.
  @discardableResult
  mutating func insert(blocks: Int, threads: ThreadCount, _ draw: (Int, inout [DrawnTie]) -> Void) -> [DrawnTie] {
    let runCount = runs.count
    let width = width
    let parts = Parallel.map(blocks, threads: threads) { block in
      var ties: [DrawnTie] = []
      ties.reserveCapacity(Self.blockSize + Self.blockSize / 8)
      draw(block, &ties)
      return Part(ties, runs: runCount, width: width)
    }
    let old = runs
    runs = []
    let merged = Parallel.map(runCount, threads: threads) { run in
      Self.merged(old[run], parts, run: run, first: run * width, width: width)
    }
    runs = merged.map(\.ties)
    return merged.flatMap(\.repeats)
  }

  private static func merged(
    _ old: [DrawnTie], _ parts: [Part], run: Int, first: Int, width: Int
  ) -> (ties: [DrawnTie], repeats: [DrawnTie]) {
    let added = parts.reduce(0) { $0 + $1.starts[run + 1] - $1.starts[run] }
    if added == 0 { return (old, []) }
    // Sorted by counting on the lower index; the ties of one person are few.
    var ends = [Int](repeating: 0, count: width + 1)
    for tie in old { ends[tie.lower - first + 1] += 1 }
    for part in parts {
      for index in part.starts[run]..<part.starts[run + 1] { ends[part.ties[index].lower - first + 1] += 1 }
    }
    for row in 0..<width { ends[row + 1] += ends[row] }
    var ties = [DrawnTie](repeating: DrawnTie(0, 0), count: old.count + added)
    func place(_ tie: DrawnTie) {
      let row = tie.lower - first
      ties[ends[row]] = tie
      ends[row] += 1
    }
    for tie in old { place(tie) }
    for part in parts {
      for index in part.starts[run]..<part.starts[run + 1] { place(part.ties[index]) }
    }
    var start = 0
    for row in 0..<width {
      sort(&ties, start..<ends[row])
      start = ends[row]
    }
    return split(ties)
  }

  /// Sorts a part of a list.
  private static func sort(_ ties: inout [DrawnTie], _ range: Range<Int>) {
    if range.count > 48 { return ties[range].sort() }
    for index in range.dropFirst() {
      let tie = ties[index]
      var hole = index
      while hole > range.lowerBound, tie < ties[hole - 1] {
        ties[hole] = ties[hole - 1]
        hole -= 1
      }
      ties[hole] = tie
    }
  }

  /// Keeps the first of each pair.
  private static func split(_ sorted: [DrawnTie]) -> (ties: [DrawnTie], repeats: [DrawnTie]) {
    var ties = sorted
    var repeats: [DrawnTie] = []
    var kept = 0
    for tie in sorted {
      if kept > 0, ties[kept - 1].pair == tie.pair {
        repeats.append(tie)
      } else {
        ties[kept] = tie
        kept += 1
      }
    }
    ties.removeLast(ties.count - kept)
    return (ties, repeats)
  }

  /// The ties of a block, ordered by run.
  private struct Part: Sendable {
    let ties: [DrawnTie]
    let starts: [Int]

    init(_ drawn: [DrawnTie], runs: Int, width: Int) {
      var starts = [Int](repeating: 0, count: runs + 1)
      for tie in drawn { starts[tie.lower / width + 1] += 1 }
      for run in 0..<runs { starts[run + 1] += starts[run] }
      var next = starts
      var ties = drawn
      for tie in drawn {
        let run = tie.lower / width
        ties[next[run]] = tie
        next[run] += 1
      }
      self.ties = ties
      self.starts = starts
    }
  }
}
