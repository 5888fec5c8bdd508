import Compute

/// Arcs as they were found, in plain buffers.
///
/// All parts have one length; ends are indices of people.
struct ArcColumns: Sendable {
  let sources: SharedBuffer<Int32>
  let targets: SharedBuffer<Int32>
  /// The weights, positive and finite; `nil`: each counts 1.
  let weights: SharedBuffer<Double>?
  /// Whether each arc between two people stands for its reverse too.
  let isMirrored: Bool

  /// The same arcs with weights in any case, for those that add up.
  fileprivate var withWeights: ArcColumns {
    guard weights == nil else { return self }
    let ones = SharedBuffer<Double>(count: sources.count) { span in for arc in 0..<span.count { span[arc] = 1 } }
    return ArcColumns(sources: sources, targets: targets, weights: ones, isMirrored: isMirrored)
  }
}

/// Arcs into rows by a parallel counting sort in two steps: first by ranges of rows small enough for the processor's
/// cache, then by row and neighbour inside each range.
///
/// Both steps keep the order of the list among equals, so repeats of an arc add up in that order, and a mirrored arc's
/// weight is the same sum in both rows. The table depends on the arcs alone, not on blocks or threads.
///
/// Memory: 14 bytes an arc (6 without weights) while it works, beside the list; the table is made in the same memory.
struct RowSort {
  private let arcs: ArcColumns
  private let personCount: Int
  private let repeats: RepeatRule
  private let threads: ThreadCount
  /// A range of rows holds `1 << shift` of them.
  private let shift: Int
  private let rangeCount: Int
  private let blocks: [Range<Int>]

  init(_ arcs: ArcColumns, personCount: Int, repeats: RepeatRule, threads: ThreadCount) {
    self.arcs = repeats == .add ? arcs.withWeights : arcs
    self.personCount = personCount
    self.repeats = repeats
    self.threads = threads
    let count = arcs.sources.count * (arcs.isMirrored ? 2 : 1)
    var shift = 16
    // About 2^16 arcs a range, but no more than 2^11 ranges: each has a place where it is being written to.
    while shift > 4, personCount >> shift < min(count >> 16, 1 << 11) { shift -= 1 }
    self.shift = shift
    rangeCount = ((personCount - 1) >> shift) + 1
    blocks = Blocks.even(count: arcs.sources.count, size: max(1 << 16, arcs.sources.count / 64))
  }

  /// The rows.
  func table() -> TieTable {
    guard personCount > 0, arcs.sources.count > 0 else {
      return TieTable(
        rows: SparseRows(
          offsets: .narrow(SharedBuffer([UInt32](repeating: 0, count: personCount + 1))), columns: SharedBuffer([]),
          columnCount: personCount, values: .equal(1)))
    }
    var starts = places()
    let count = starts.last ?? 0
    let neighbors = Workspace<Int32>(count: count)
    let weights = arcs.weights.map { _ in Workspace<Double>(count: count) }
    let degrees = Workspace<Int32>(count: personCount)
    let rangeStarts = scatter(&starts, neighbors, weights, degrees, count)
    return compressed(neighbors, weights, degrees, rangeStarts)
  }

  // MARK: First step: into ranges of rows

  /// Where each block's first arc of each range goes, range by range and block by block; then the number of all arcs.
  private func places() -> [Int] {
    let counts = Parallel.map(blocks.count, threads: threads) { block -> [Int] in
      var counts = [Int](repeating: 0, count: rangeCount)
      forEachArc(in: blocks[block]) { source, _, _ in counts[Int(source) >> shift] += 1 }
      return counts
    }
    var places = [Int](repeating: 0, count: rangeCount * blocks.count + 1)
    var sum = 0
    for range in 0..<rangeCount {
      for block in blocks.indices {
        places[range * blocks.count + block] = sum
        sum += counts[block][range]
      }
    }
    places[rangeCount * blocks.count] = sum
    return places
  }

  /// Calls `body` with the ends and the position in the list of each arc, mirrored ones right after their originals.
  @inline(__always)
  private func forEachArc(in block: Range<Int>, _ body: (Int32, Int32, Int) -> Void) {
    let sources = arcs.sources.span
    let targets = arcs.targets.span
    for position in block {
      let (source, target) = (sources[position], targets[position])
      body(source, target, position)
      if arcs.isMirrored, source != target { body(target, source, position) }
    }
  }

  /// Writes the arcs range by range, sorts each range, and leaves each range's rows one after the other at its start.
  ///
  /// - Returns: where each range starts, and the end of the last one.
  private func scatter(
    _ places: inout [Int], _ neighbors: Workspace<Int32>, _ weights: Workspace<Double>?, _ degrees: Workspace<Int32>,
    _ count: Int
  ) -> [Int] {
    let rangeStarts = (0...rangeCount).map { places[$0 * blocks.count] }
    let localRows = Workspace<UInt16>(count: count)
    let mask = Int32(truncatingIfNeeded: (1 << shift) - 1)
    let firstPlaces = places
    Parallel.forEach(blocks.count, threads: threads) { block in
      var next = (0..<rangeCount).map { firstPlaces[$0 * blocks.count + block] }
      let values = arcs.weights
      forEachArc(in: blocks[block]) { source, target, position in
        let range = Int(source) >> shift
        let place = next[range]
        next[range] = place + 1
        localRows[place] = UInt16(truncatingIfNeeded: source & mask)
        neighbors[place] = target
        if let values, let weights { weights[place] = values[position] }
      }
    }
    Parallel.forEach(rangeCount, threads: threads) { range in
      let firstRow = range << shift
      sortRange(
        rangeStarts[range]..<rangeStarts[range + 1], rows: firstRow..<min(personCount, firstRow + 1 << shift),
        localRows, neighbors, weights, degrees)
    }
    return rangeStarts
  }

  // MARK: Second step: rows

  private func sortRange(
    _ place: Range<Int>, rows: Range<Int>, _ localRows: Workspace<UInt16>, _ neighbors: Workspace<Int32>,
    _ weights: Workspace<Double>?, _ degrees: Workspace<Int32>
  ) {
    var starts = [Int32](repeating: 0, count: rows.count + 1)
    for arc in place { starts[Int(localRows[arc]) + 1] += 1 }
    for row in 0..<rows.count { starts[row + 1] += starts[row] }
    // The arcs row by row, each row in the order of the list.
    var sorted = [Int32](repeating: 0, count: place.count)
    var values = [Double](repeating: 0, count: weights == nil ? 0 : place.count)
    var next = starts
    for arc in place {
      let row = Int(localRows[arc])
      let slot = Int(next[row])
      next[row] += 1
      sorted[slot] = neighbors[arc]
      if let weights { values[slot] = weights[arc] }
    }
    var end = place.lowerBound
    var keys: [UInt64] = []
    for row in 0..<rows.count {
      let slots = Int(starts[row])..<Int(starts[row + 1])
      Self.sort(&sorted, &values, slots, &keys)
      let start = end
      for slot in slots {
        if end > start, neighbors[end - 1] == sorted[slot] {
          if repeats == .add, let weights { weights[end - 1] += values[slot] }
          continue
        }
        neighbors[end] = sorted[slot]
        if let weights { weights[end] = values[slot] }
        end += 1
      }
      degrees[rows.lowerBound + row] = Int32(end - start)
    }
  }

  /// Sorts a row by neighbour, equal ones in their order.
  private static func sort(
    _ neighbors: inout [Int32], _ weights: inout [Double], _ slots: Range<Int>, _ keys: inout [UInt64]
  ) {
    let isWeighted = !weights.isEmpty
    if slots.count <= 24 {
      for slot in slots.dropFirst() {
        let neighbor = neighbors[slot]
        let weight = isWeighted ? weights[slot] : 0
        var place = slot
        while place > slots.lowerBound, neighbors[place - 1] > neighbor {
          neighbors[place] = neighbors[place - 1]
          if isWeighted { weights[place] = weights[place - 1] }
          place -= 1
        }
        neighbors[place] = neighbor
        if isWeighted { weights[place] = weight }
      }
      return
    }
    keys.removeAll(keepingCapacity: true)
    for slot in slots {
      keys.append(UInt64(UInt32(bitPattern: neighbors[slot])) << 32 | UInt64(slot - slots.lowerBound))
    }
    keys.sort()
    let before = isWeighted ? Array(weights[slots]) : []
    for (position, key) in keys.enumerated() {
      neighbors[slots.lowerBound + position] = Int32(bitPattern: UInt32(key >> 32))
      if isWeighted { weights[slots.lowerBound + position] = before[Int(key & 0xFFFF_FFFF)] }
    }
  }

  // MARK: Closing up

  /// Moves ranges together over what repeats have left empty, and chooses the narrowest form.
  private func compressed(
    _ neighbors: Workspace<Int32>, _ weights: Workspace<Double>?, _ degrees: Workspace<Int32>, _ rangeStarts: [Int]
  ) -> TieTable {
    var starts = [Int](repeating: 0, count: rangeCount + 1)
    for range in 0..<rangeCount {
      let rows = range << shift..<min(personCount, (range + 1) << shift)
      var length = 0
      for row in rows { length += Int(degrees[row]) }
      starts[range + 1] = starts[range] + length
      neighbors.move(rangeStarts[range]..<rangeStarts[range] + length, to: starts[range])
      weights?.move(rangeStarts[range]..<rangeStarts[range] + length, to: starts[range])
    }
    let count = starts[rangeCount]
    neighbors.release(count..<neighbors.count)
    weights?.release(count..<neighbors.count)
    let values = weights.map { NarrowestWeights.of($0.frozen(count), threads: threads) } ?? .equal(1)
    return TieTable(
      rows: SparseRows(
        offsets: offsets(degrees, count), columns: neighbors.frozen(count), columnCount: personCount, values: values))
  }

  private func offsets(_ degrees: Workspace<Int32>, _ count: Int) -> SparseRows.Offsets {
    if count <= Int(UInt32.max) {
      return .narrow(
        SharedBuffer(count: personCount + 1) { span in
          for row in 0..<personCount { span[row + 1] = span[row] + UInt32(degrees[row]) }
        })
    }
    return .wide(
      SharedBuffer(count: personCount + 1) { span in
        for row in 0..<personCount { span[row + 1] = span[row] + Int64(degrees[row]) }
      })
  }
}
