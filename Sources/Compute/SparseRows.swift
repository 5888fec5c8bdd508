import CKernels

/// A sparse matrix by rows, in the narrowest form that loses nothing.
///
/// Column numbers have 32 bits. Row offsets have 32 bits while they fit, else 64. Values are not stored at all when all
/// are equal, have 32 bits when each of them is exactly a `Float`, and 64 otherwise. What is computed does not depend on
/// the form: a value is widened before it is used.
///
/// Memory: 4, 8 or 12 bytes an entry and 4 or 8 a row. Whoever makes one promises that offsets rise from 0 to the number
/// of entries and that columns are in range; nothing is checked when rows are read.
@safe public struct SparseRows: @unchecked Sendable {
  // @unchecked: the memory never changes, and the owners below keep it alive.

  /// Where rows begin.
  package enum Offsets: Sendable {
    /// In 32 bits.
    case narrow(SharedBuffer<UInt32>)
    /// In 64 bits.
    case wide(SharedBuffer<Int64>)

    /// How many there are: one more than rows.
    package var count: Int {
      switch self {
      case .narrow(let buffer): buffer.count
      case .wide(let buffer): buffer.count
      }
    }
  }

  /// The values of the entries.
  package enum Values: Sendable {
    /// Every entry has this one.
    case equal(Double)
    /// Each in 32 bits.
    case narrow(SharedBuffer<Float>)
    /// Each in 64 bits.
    case wide(SharedBuffer<Double>)
  }

  /// How many rows there are.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int
  /// How many entries there are.
  public let entryCount: Int
  @usableFromInline let offsets32: UnsafePointer<UInt32>?
  @usableFromInline let offsets64: UnsafePointer<Int64>?
  @usableFromInline let columnBase: UnsafePointer<Int32>
  @usableFromInline let narrowBase: UnsafePointer<Float>?
  @usableFromInline let wideBase: UnsafePointer<Double>?
  @usableFromInline let constant: Double
  /// Where rows begin, as stored.
  package let offsets: Offsets
  /// The column of each entry, row after row.
  package let columns: SharedBuffer<Int32>
  /// The values, as stored.
  package let values: Values

  /// A matrix of parts that fit together.
  ///
  /// - Precondition: see the type; only the lengths are checked.
  package init(offsets: Offsets, columns: SharedBuffer<Int32>, columnCount: Int, values: Values) {
    precondition(offsets.count > 0, "there is one offset more than rows")
    rowCount = offsets.count - 1
    self.columnCount = columnCount
    entryCount = columns.count
    self.offsets = offsets
    self.columns = columns
    self.values = values
    switch offsets {
    case .narrow(let buffer): unsafe (offsets32, offsets64) = unsafe (buffer.address, nil)
    case .wide(let buffer): unsafe (offsets32, offsets64) = unsafe (nil, buffer.address)
    }
    unsafe columnBase = columns.address
    switch values {
    case .equal(let value):
      unsafe (narrowBase, wideBase) = (nil, nil)
      constant = value
    case .narrow(let buffer):
      precondition(buffer.count == columns.count, "one value an entry")
      unsafe (narrowBase, wideBase) = unsafe (buffer.address, nil)
      constant = 0
    case .wide(let buffer):
      precondition(buffer.count == columns.count, "one value an entry")
      unsafe (narrowBase, wideBase) = unsafe (nil, buffer.address)
      constant = 0
    }
  }

  /// Whether both stand in the same memory.
  package func hasStorage(of other: SparseRows) -> Bool {
    unsafe columnBase == other.columnBase && rowCount == other.rowCount && entryCount == other.entryCount
      && narrowBase == other.narrowBase && wideBase == other.wideBase
  }

  // MARK: Reading

  /// The entries of a row, in the order of all entries.
  @inlinable public func entries(of row: Int) -> Range<Int> {
    precondition(row >= 0 && row < rowCount, "row out of range")
    if let offsets = unsafe offsets32 { return unsafe Int(offsets[row])..<Int(offsets[row + 1]) }
    if let offsets = unsafe offsets64 { return unsafe Int(offsets[row])..<Int(offsets[row + 1]) }
    return 0..<0
  }

  /// The column of an entry, in the order of all entries.
  @inlinable public func column(at entry: Int) -> Int {
    precondition(entry >= 0 && entry < entryCount, "entry out of range")
    return unsafe Int(columnBase[entry])
  }

  /// Calls `body` with the column and the value of each entry of a row, in their order.
  @inlinable public func forEachEntry(of row: Int, _ body: (Int, Double) throws -> Void) rethrows {
    let entries = entries(of: row)
    if let wide = unsafe wideBase {
      for entry in entries { unsafe try body(Int(columnBase[entry]), wide[entry]) }
    } else if let narrow = unsafe narrowBase {
      for entry in entries { unsafe try body(Int(columnBase[entry]), Double(narrow[entry])) }
    } else {
      for entry in entries { unsafe try body(Int(columnBase[entry]), constant) }
    }
  }

  /// Whether a row has an entry in a column; columns rise in the row.
  ///
  /// - Complexity: O(log entries of the row).
  package func hasEntry(row: Int, column: Int) -> Bool {
    let entries = entries(of: row)
    var low = entries.lowerBound
    var high = entries.upperBound
    while low < high {
      let middle = (low + high) / 2
      if unsafe Int(columnBase[middle]) < column { low = middle + 1 } else { high = middle }
    }
    return unsafe low < entries.upperBound && Int(columnBase[low]) == column
  }

  // MARK: Another order

  /// The same matrix with rows and columns in another order.
  ///
  /// Row p is what was row `rows[p]`, and its entries come in the sequence they had, so that every sum over a row keeps
  /// its bits. Columns do not rise in rows any more.
  ///
  /// - Parameters:
  ///   - rows: every row once, in the new order.
  ///   - places: the new column of each column.
  ///   - threads: how many threads work at once.
  /// - Complexity: O(entries); takes the memory of another matrix.
  package func rearranged(
    rows: SharedBuffer<Int32>, places: SharedBuffer<Int32>, threads: ThreadCount
  ) -> SparseRows {
    precondition(rows.count == rowCount && places.count == columnCount, "one place a row and a column")
    var starts = [Int](repeating: 0, count: rowCount + 1)
    for place in 0..<rowCount { starts[place + 1] = starts[place] + entries(of: Int(rows[place])).count }
    let offsets: Offsets
    switch self.offsets {
    case .narrow: offsets = .narrow(SharedBuffer(starts.map { UInt32($0) }))
    case .wide: offsets = .wide(SharedBuffer(starts.map { Int64($0) }))
    }
    let columns = Workspace<Int32>(count: entryCount)
    forEachMove(rows, starts, threads) { from, to in
      var target = columns.mutableSpan(to)
      let (source, places) = (self.columns.span, places.span)
      for step in 0..<from.count { target[step] = places[Int(source[from.lowerBound + step])] }
    }
    func moved<Value: BitwiseCopyable & Sendable>(_ values: SharedBuffer<Value>) -> SharedBuffer<Value> {
      let room = Workspace<Value>(count: entryCount)
      forEachMove(rows, starts, threads) { from, to in
        var target = room.mutableSpan(to)
        let source = values.span
        for step in 0..<from.count { target[step] = source[from.lowerBound + step] }
      }
      return room.frozen(entryCount)
    }
    let values: Values
    switch self.values {
    case .equal(let value): values = .equal(value)
    case .narrow(let buffer): values = .narrow(moved(buffer))
    case .wide(let buffer): values = .wide(moved(buffer))
    }
    return SparseRows(
      offsets: offsets, columns: columns.frozen(entryCount), columnCount: columnCount, values: values)
  }

  /// Calls `body` with where each row's entries are and where they go, rows in their new order.
  @inline(__always)
  private func forEachMove(
    _ rows: SharedBuffer<Int32>, _ starts: [Int], _ threads: ThreadCount, _ body: (Range<Int>, Range<Int>) -> Void
  ) {
    let blocks = Blocks.ranges(count: rowCount, target: 1 << 16) { starts[$0 + 1] - starts[$0] + 4 }
    Parallel.forEach(blocks.count, threads: threads) { block in
      let (rows, starts) = (rows.span, starts.span)
      for place in blocks[block] { body(entries(of: Int(rows[place])), starts[place]..<starts[place + 1]) }
    }
  }

  // MARK: Sums

  /// The instructions that this machine's processor runs.
  private static let widest = ck_widest()

  /// From how many columns on the vector is so much larger than caches that asking ahead for its elements pays.
  private static let lookAheadFrom = 4_000_000

  /// Which instructions sums may use; all of them give the same bits.
  package enum Width: Int32, CaseIterable, Sendable {
    /// What every processor has.
    case portable = 0
    /// Four numbers at once.
    case avx2 = 1
    /// Eight numbers at once.
    case avx512 = 2

    /// Whether this machine can do it.
    package var isHere: Bool { rawValue <= SparseRows.widest }
  }

  /// For each row of a range the sum of value times `vector[column]`, one after the other from the span's start.
  ///
  /// Eight partial sums are in flight, entry e of a row going to sum `(e - start) mod 8`; they are added as
  /// `((0+4)+(2+6)) + ((1+5)+(3+7))`. Products are rounded before they are added. So the bits depend on the row alone, not
  /// on the machine, the threads or the form of storage, and the rounding error of a row of d entries is at most
  /// `(d/8 + 12) eps/2` relative to the sum of magnitudes.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - vector: one element a column.
  ///   - isCounting: whether every value counts 1, whatever is stored.
  ///   - width: the instructions to use; `nil`: the widest there are.
  ///   - sums: `rows.count` elements at least.
  /// - Complexity: O(entries); bound by the memory's answer to the gathers.
  package func multiply(
    _ rows: Range<Int>, by vector: Span<Double>, isCounting: Bool = false, width: Width? = nil,
    into sums: inout MutableSpan<Double>
  ) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= rowCount && rows.count <= sums.count, "rows out of range")
    unsafe sum(nil, first: rows.lowerBound, count: rows.count, vector, isCounting, width, &sums)
  }

  /// The same for rows in any order.
  package func multiply(_ rows: Span<Int32>, by vector: Span<Double>, into sums: inout MutableSpan<Double>) {
    precondition(rows.count <= sums.count, "more rows than sums")
    for index in rows.indices { precondition(rows[index] >= 0 && rows[index] < rowCount, "row out of range") }
    unsafe rows.withUnsafeBufferPointer { list in
      unsafe sum(list.baseAddress, first: 0, count: list.count, vector, false, nil, &sums)
    }
  }

  /// The sum of one row, in the same order.
  package func multiply(_ row: Int, by vector: Span<Double>, isCounting: Bool = false) -> Double {
    precondition(row >= 0 && row < rowCount, "row out of range")
    var result: InlineArray<1, Double> = [0]
    var span = result.mutableSpan
    unsafe sum(nil, first: row, count: 1, vector, isCounting, nil, &span)
    return result[0]
  }

  private func sum(
    _ list: UnsafePointer<Int32>?, first: Int, count: Int, _ vector: Span<Double>, _ isCounting: Bool, _ width: Width?,
    _ sums: inout MutableSpan<Double>
  ) {
    precondition(vector.count >= columnCount, "one element a column")
    guard count > 0, columnCount > 0 else {
      for index in 0..<count { sums[index] = 0 }
      return
    }
    var rows = unsafe ck_rows(
      offsets32: offsets32, offsets64: offsets64, columns: columnBase, narrow: isCounting ? nil : narrowBase,
      wide: isCounting ? nil : wideBase, constant: isCounting ? 1 : constant, entries: Int64(entryCount))
    let looksAhead: Int32 = vector.count >= Self.lookAheadFrom ? 1 : 0
    unsafe vector.withUnsafeBufferPointer { vector in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        guard let x = vector.baseAddress, let out = sums.baseAddress else { return }
        unsafe ck_row_sums(
          &rows, list, Int64(first), Int64(count), x, out, looksAhead, width?.rawValue ?? Self.widest)
      }
    }
  }
}
