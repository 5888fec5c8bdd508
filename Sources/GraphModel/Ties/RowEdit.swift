import Compute

/// Rows copied with changes: one walk counts what each row will have, a second one writes.
struct RowEdit {
  private let old: TieTable
  private let edits: EditsByRow
  private let factor: Double
  private let floor: Double
  private let threads: ThreadCount
  private let blocks: [Range<Int>]
  /// Whether arcs of rows without changes can fall below the floor.
  private let isForgetting: Bool
  /// The weight that all arcs had, times the factor; 0, which no weight is, if weights are stored.
  private let constant: Double
  /// Whether the weights that were there are 32-bit floats for sure.
  private let isNarrowAlready: Bool

  /// What a block of rows will have.
  private struct Tally: Sendable {
    var count = 0
    var fit = NarrowestWeights.Fit()
    var isForgetting = false
  }

  /// Where weights are written.
  private enum Room {
    case equal(Double)
    case narrow(Workspace<Float>)
    case wide(Workspace<Double>)
  }

  init(_ old: TieTable, _ edits: EditsByRow, factor: Double, floor: Double, threads: ThreadCount) {
    self.old = old
    self.edits = edits
    self.factor = factor
    self.floor = floor
    self.threads = threads
    blocks = old.rowBlocks(arcsPerBlock: 1 << 16)
    switch old.rows.values {
    case .equal(let weight):
      constant = weight * factor
      precondition(constant < .infinity, "weights of ties are finite")
      isForgetting = constant < floor
      isNarrowAlready = Double(Float(constant)) == constant
    case .narrow:
      constant = 0
      isForgetting = floor > 0
      isNarrowAlready = factor == 1
    case .wide:
      constant = 0
      isForgetting = floor > 0
      isNarrowAlready = false
    }
  }

  /// The changed table.
  func table() -> TieTable {
    let degrees = Workspace<Int32>(count: old.personCount)
    let tallies = Parallel.map(blocks.count, threads: threads) { tally(blocks[$0], degrees) }
    let isSameArcs = edits.changes.isEmpty && !tallies.contains(where: \.isForgetting)
    if isSameArcs, factor == 1 { return old }
    var starts = [0]
    for tally in tallies { starts.append(starts[starts.count - 1] + tally.count) }
    let count = starts[blocks.count]
    let room = emptyRoom(tallies.reduce(into: NarrowestWeights.Fit()) { $0.add($1.fit) }, count)
    let columns = isSameArcs ? nil : Workspace<Int32>(count: count)
    Parallel.forEach(blocks.count, threads: threads) { write(blocks[$0], degrees, from: starts[$0], columns, room) }
    let values: SparseRows.Values =
      switch room {
      case .equal(let weight): .equal(weight)
      case .narrow(let weights): .narrow(weights.frozen(count))
      case .wide(let weights): .wide(weights.frozen(count))
      }
    return TieTable(
      rows: SparseRows(
        offsets: isSameArcs ? old.rows.offsets : offsets(degrees, starts),
        columns: columns?.frozen(count) ?? old.rows.columns, columnCount: old.personCount, values: values))
  }

  // MARK: The first walk

  private func tally(_ block: Range<Int>, _ degrees: Workspace<Int32>) -> Tally {
    var tally = Tally()
    for person in block {
      let old = old.arcs(of: person)
      var degree = 0
      if isForgetting || !edits.range(of: person).isEmpty {
        forEachNewTie(of: person) { _, weight, isChanged in
          degree += 1
          if isChanged || tellsMore(about: tally.fit) { tally.fit.add(weight) }
        }
        if degree < old.count { tally.isForgetting = true }
      } else {
        degree = old.count
        lookAtWeights(old, &tally.fit)
      }
      degrees[person] = Int32(degree)
      tally.count += degree
    }
    return tally
  }

  /// Whether weights that were there can change what is known of the form.
  @inline(__always)
  private func tellsMore(about fit: NarrowestWeights.Fit) -> Bool {
    fit.isEqual ? fit.first != constant : fit.isNarrow && !isNarrowAlready
  }

  /// Takes the weights of a row without changes into account, as long as they tell more.
  @inline(__always)
  private func lookAtWeights(_ arcs: Range<Int>, _ fit: inout NarrowestWeights.Fit) {
    guard !arcs.isEmpty, tellsMore(about: fit) else { return }
    switch old.rows.values {
    case .equal(let weight): fit.add(weight * factor)
    case .narrow(let weights): lookAtWeights(weights, arcs, &fit)
    case .wide(let weights): lookAtWeights(weights, arcs, &fit)
    }
  }

  private func lookAtWeights<Value: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
    _ weights: SharedBuffer<Value>, _ arcs: Range<Int>, _ fit: inout NarrowestWeights.Fit
  ) {
    let weights = weights.span
    for arc in arcs {
      fit.add(Double(weights[arc]) * factor)
      guard tellsMore(about: fit) else { return }
    }
  }

  /// Calls `body` with each neighbour and weight that a row will have, neighbours rising, and whether an edit named it.
  @inline(__always)
  private func forEachNewTie(of person: Int, _ body: (Int, Double, Bool) -> Void) {
    let changes = edits.changes.span
    let range = edits.range(of: person)
    var next = range.lowerBound
    old.forEachTie(of: person) { neighbor, weight in
      while next < range.upperBound, Int(changes[next].target) < neighbor {
        takeNewTie(changes, &next, range.upperBound, body)
      }
      var sum = weight * factor
      let isChanged = next < range.upperBound && Int(changes[next].target) == neighbor
      if isChanged {
        if changes[next].isDrop {
          sum = 0
          next += 1
        }
        add(changes, &next, range.upperBound, neighbor, to: &sum)
      }
      keep(neighbor, sum, isChanged, body)
    }
    while next < range.upperBound { takeNewTie(changes, &next, range.upperBound, body) }
  }

  /// The next change makes an arc that was not there.
  @inline(__always)
  private func takeNewTie(
    _ changes: Span<TieEdits.Change>, _ next: inout Int, _ end: Int, _ body: (Int, Double, Bool) -> Void
  ) {
    let neighbor = Int(changes[next].target)
    var sum = 0.0
    add(changes, &next, end, neighbor, to: &sum)
    keep(neighbor, sum, true, body)
  }

  /// Adds the weights of all further changes of an arc.
  @inline(__always)
  private func add(
    _ changes: Span<TieEdits.Change>, _ next: inout Int, _ end: Int, _ neighbor: Int, to sum: inout Double
  ) {
    while next < end, Int(changes[next].target) == neighbor {
      precondition(!changes[next].isDrop, "an arc that is dropped is there, and is dropped once")
      sum += changes[next].weight
      next += 1
    }
  }

  @inline(__always)
  private func keep(_ neighbor: Int, _ weight: Double, _ isChanged: Bool, _ body: (Int, Double, Bool) -> Void) {
    precondition(weight < .infinity, "weights of ties are finite")
    // What was dropped has a weight of 0.
    if weight > 0, weight >= floor { body(neighbor, weight, isChanged) }
  }

  // MARK: The second walk

  private func emptyRoom(_ fit: NarrowestWeights.Fit, _ count: Int) -> Room {
    guard let first = fit.first else { return .equal(1) }
    if fit.isEqual { return .equal(first) }
    return fit.isNarrow ? .narrow(Workspace(count: count)) : .wide(Workspace(count: count))
  }

  /// Writes the rows of a block; what lies between two changed rows is copied in one piece.
  private func write(
    _ block: Range<Int>, _ degrees: Workspace<Int32>, from start: Int, _ columns: Workspace<Int32>?, _ room: Room
  ) {
    var place = start
    var copied = (from: old.arcs(of: block.lowerBound).lowerBound, to: start)
    for person in block {
      let arcs = old.arcs(of: person)
      if edits.range(of: person).isEmpty, Int(degrees[person]) == arcs.count {
        place += arcs.count
        continue
      }
      copy(copied.from..<arcs.lowerBound, to: copied.to, columns, room)
      switch room {
      case .equal:
        forEachNewTie(of: person) { neighbor, _, _ in
          columns?[place] = Int32(truncatingIfNeeded: neighbor)
          place += 1
        }
      case .narrow(let weights):
        forEachNewTie(of: person) { neighbor, weight, _ in
          columns?[place] = Int32(truncatingIfNeeded: neighbor)
          weights[place] = Float(weight)
          place += 1
        }
      case .wide(let weights):
        forEachNewTie(of: person) { neighbor, weight, _ in
          columns?[place] = Int32(truncatingIfNeeded: neighbor)
          weights[place] = weight
          place += 1
        }
      }
      copied = (arcs.upperBound, place)
    }
    copy(copied.from..<old.arcs(of: block.upperBound - 1).upperBound, to: copied.to, columns, room)
  }

  /// Copies arcs of rows without changes.
  private func copy(_ arcs: Range<Int>, to place: Int, _ columns: Workspace<Int32>?, _ room: Room) {
    columns?.copy(old.rows.columns, arcs, to: place)
    switch (old.rows.values, room) {
    case (_, .equal): break
    case (.narrow(let values), .narrow(let weights)) where factor == 1: weights.copy(values, arcs, to: place)
    case (.wide(let values), .wide(let weights)) where factor == 1: weights.copy(values, arcs, to: place)
    case (_, .narrow(let weights)): scale(arcs, to: place, weights)
    case (_, .wide(let weights)): scale(arcs, to: place, weights)
    }
  }

  private func scale<Weight: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
    _ arcs: Range<Int>, to place: Int, _ weights: Workspace<Weight>
  ) {
    switch old.rows.values {
    case .equal(let weight):
      var target = weights.mutableSpan(place..<place + arcs.count)
      for step in target.indices { target[step] = Weight(weight * factor) }
    case .narrow(let values): scale(values, arcs, to: place, weights)
    case .wide(let values): scale(values, arcs, to: place, weights)
    }
  }

  private func scale<Value: BinaryFloatingPoint & BitwiseCopyable & Sendable, Weight>(
    _ values: SharedBuffer<Value>, _ arcs: Range<Int>, to place: Int, _ weights: Workspace<Weight>
  ) where Weight: BinaryFloatingPoint & BitwiseCopyable & Sendable {
    var target = weights.mutableSpan(place..<place + arcs.count)
    let source = values.span
    var largest = 0.0
    for step in target.indices {
      let product = Double(source[arcs.lowerBound + step]) * factor
      largest = max(largest, product)
      target[step] = Weight(product)
    }
    precondition(largest < .infinity, "weights of ties are finite")
  }

  private func offsets(_ degrees: Workspace<Int32>, _ starts: [Int]) -> SparseRows.Offsets {
    starts[blocks.count] <= Int(UInt32.max)
      ? .narrow(offsets(of: UInt32.self, degrees, starts)) : .wide(offsets(of: Int64.self, degrees, starts))
  }

  private func offsets<Offset: FixedWidthInteger & BitwiseCopyable & Sendable>(
    of type: Offset.Type, _ degrees: Workspace<Int32>, _ starts: [Int]
  ) -> SharedBuffer<Offset> {
    let offsets = Workspace<Offset>(count: old.personCount + 1)
    Parallel.forEach(blocks.count, threads: threads) { block in
      var place = Offset(starts[block])
      for person in blocks[block] {
        place += Offset(degrees[person])
        offsets[person + 1] = place
      }
    }
    return offsets.frozen(old.personCount + 1)
  }
}
