import Compute
import Foundation
import Testing

struct SparseRowsTests {
  /// Small whole numbers: every sum and product is exact, whatever the order.
  @Test(arguments: SparseRows.Width.allCases.filter(\.isHere), 0...19)
  func `a row's sum is the naive one for every length`(width: SparseRows.Width, length: Int) {
    let vector = (0..<40).map { Double($0 * $0 - 500) }
    let columns = (0..<length).map { Int32($0 * 7 % 40) }
    let values = (0..<length).map { Double($0 % 5 + 1) }
    let naive = zip(columns, values).reduce(0.0) { $0 + $1.1 * vector[Int($1.0)] }
    #expect(Self.row(columns, .wide(SharedBuffer(values)), vector, width) == naive)
  }

  /// 1e16 + 1 is 1e16, so the result tells which numbers met: numbers 0 and 4 first, then 2 and 6, and so on.
  @Test(arguments: SparseRows.Width.allCases.filter(\.isHere))
  func `partial sums are added in the documented order`(width: SparseRows.Width) {
    let vector = [1e16, 5, 1, 7, -1e16, 11, 1, 13, 3]
    let columns = (0..<9).map { Int32($0) }
    // ((0+8 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)), where 1e16 + 3 is 1e16 + 4.
    let expected = (((1e16 + 3) + -1e16) + (1 + 1)) + ((5 + 11) + (7 + 13))
    #expect(Self.row(columns, .equal(1), vector, width) == expected)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `all instructions give the bits of the eight partial sums`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 3)
    let vector = (0..<200).map { _ in random.normal() * pow(2, Double(random.integer(below: 30))) }
    let columns = (0..<random.integer(below: 70)).map { _ in Int32(random.integer(below: 200)) }
    let values = columns.map { _ in random.uniform() + 1e-3 }
    let expected = Self.eightSums(columns, values, vector)
    for width in SparseRows.Width.allCases where width.isHere {
      #expect(Self.row(columns, .wide(SharedBuffer(values)), vector, width) == expected, "\(width)")
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `narrow values give the bits of wide ones`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 4)
    let vector = (0..<50).map { _ in random.normal() }
    let columns = (0..<random.integer(below: 99)).map { _ in Int32(random.integer(below: 50)) }
    let narrow = columns.map { _ in Float(random.uniform()) }
    let equal = Double(Float(random.uniform())) / 3
    for width in SparseRows.Width.allCases where width.isHere {
      #expect(
        Self.row(columns, .narrow(SharedBuffer(narrow)), vector, width)
          == Self.row(columns, .wide(SharedBuffer(narrow.map(Double.init))), vector, width))
      #expect(
        Self.row(columns, .equal(equal), vector, width)
          == Self.row(columns, .wide(SharedBuffer(columns.map { _ in equal })), vector, width))
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `wide offsets, lists of rows and single rows give the bits of a range`(seed: UInt64) {
    let (offsets, columns, values, vector) = Self.matrix(seed: seed)
    let narrow = SparseRows(
      offsets: .narrow(SharedBuffer(offsets.map(UInt32.init))), columns: SharedBuffer(columns), columnCount: 40,
      values: .wide(SharedBuffer(values)))
    let wide = SparseRows(
      offsets: .wide(SharedBuffer(offsets.map(Int64.init))), columns: SharedBuffer(columns), columnCount: 40,
      values: .wide(SharedBuffer(values)))
    let expected = Self.sums(narrow, vector)
    #expect(Self.sums(wide, vector) == expected)
    #expect((0..<40).map { narrow.multiply($0, by: vector.span) } == expected)
    let order = (0..<40).map { Int32(39 - $0) }
    var listed = [Double](repeating: .nan, count: 40)
    var span = listed.mutableSpan
    narrow.multiply(order.span, by: vector.span, into: &span)
    #expect(listed == expected.reversed())
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `another order of rows and columns keeps the bits of every sum`(seed: UInt64) {
    let (offsets, columns, values, vector) = Self.matrix(seed: seed)
    var rows = (0..<40).map { Int32($0) }
    var random = RandomStream(seed: seed, stream: 6)
    random.shuffle(&rows)
    var places = rows
    for (place, row) in rows.enumerated() { places[Int(row)] = Int32(place) }
    for (wide, stored) in [
      (false, SparseRows.Values.wide(SharedBuffer(values))), (true, .narrow(SharedBuffer(values.map { Float($0) }))),
      (false, .equal(0.3)),
    ] {
      let matrix = SparseRows(
        offsets: wide ? .wide(SharedBuffer(offsets.map(Int64.init))) : .narrow(SharedBuffer(offsets.map(UInt32.init))),
        columns: SharedBuffer(columns), columnCount: 40, values: stored)
      let moved = matrix.rearranged(rows: SharedBuffer(rows), places: SharedBuffer(places), threads: ThreadCount(2))
      let expected = Self.sums(matrix, vector)
      #expect(Self.sums(moved, rows.map { vector[Int($0)] }) == rows.map { expected[Int($0)] })
    }
  }

  /// (d/8 + 12) eps/2 of the sum of magnitudes, as promised, against a sum in twice the precision.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the rounding error is within the stated bound`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 5)
    let vector = (0..<200).map { _ in random.normal() * pow(2, Double(random.integer(below: 30))) }
    let columns = (0..<random.integer(below: 400)).map { _ in Int32(random.integer(below: 200)) }
    let values = columns.map { _ in random.uniform() + 1e-3 }
    let picked = columns.map { vector[Int($0)] }
    let magnitudes = zip(values, picked).map { abs($0 * $1) }.reduce(0, +)
    let error = Self.row(columns, .wide(SharedBuffer(values)), vector, nil) - Self.doubledDot(values, picked)
    #expect(abs(error) <= (Double(columns.count) / 8 + 12) * (Double.ulpOfOne / 2) * magnitudes)
  }

  @Test func `counting leaves the values out`() {
    let rows = SparseRows(
      offsets: .narrow(SharedBuffer([0, 3])), columns: SharedBuffer([0, 1, 2]), columnCount: 3,
      values: .wide(SharedBuffer([5, 6, 7])))
    #expect(rows.multiply(0, by: [1, 10, 100].span, isCounting: true) == 111)
  }

  @Test func `a matrix without columns gives nothing`() {
    let rows = SparseRows(
      offsets: .narrow(SharedBuffer([0])), columns: SharedBuffer([]), columnCount: 0, values: .equal(1))
    #expect(Self.sums(rows, []) == [])
  }

  @Test func `a vector that is too short traps`() async {
    await #expect(processExitsWith: .failure) {
      let rows = SparseRows(
        offsets: .narrow(SharedBuffer([0, 1])), columns: SharedBuffer([1]), columnCount: 2, values: .equal(1))
      _ = rows.multiply(0, by: [1].span)
    }
  }

  @Test(arguments: [-1, 1])
  func `a row that is not there traps`(row: Int) async {
    await #expect(processExitsWith: .failure) { [row] in
      let rows = SparseRows(
        offsets: .narrow(SharedBuffer([0, 1])), columns: SharedBuffer([0]), columnCount: 1, values: .equal(1))
      _ = rows.multiply(row, by: [1].span)
    }
  }

  // MARK: References

  private static func row(
    _ columns: [Int32], _ values: SparseRows.Values, _ vector: [Double], _ width: SparseRows.Width?
  ) -> Double {
    let rows = SparseRows(
      offsets: .narrow(SharedBuffer([0, UInt32(columns.count)])), columns: SharedBuffer(columns),
      columnCount: vector.count, values: values)
    var sums = [Double.nan]
    var span = sums.mutableSpan
    rows.multiply(0..<1, by: vector.span, width: width, into: &span)
    return sums[0]
  }

  private static func sums(_ rows: SparseRows, _ vector: [Double]) -> [Double] {
    var sums = [Double](repeating: .nan, count: rows.rowCount)
    var span = sums.mutableSpan
    rows.multiply(0..<rows.rowCount, by: vector.span, into: &span)
    return sums
  }

  private static func eightSums(_ columns: [Int32], _ values: [Double], _ vector: [Double]) -> Double {
    var sums = [Double](repeating: 0, count: 8)
    for (position, (column, value)) in zip(columns, values).enumerated() {
      sums[position % 8] += value * vector[Int(column)]
    }
    return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]))
  }

  private static func matrix(seed: UInt64) -> ([Int], [Int32], [Double], [Double]) {
    var random = RandomStream(seed: seed, stream: 6)
    var offsets = [0]
    for _ in 0..<40 { offsets.append(offsets[offsets.count - 1] + random.integer(below: 30)) }
    let columns = (0..<offsets[40]).map { _ in Int32(random.integer(below: 40)) }
    return (offsets, columns, columns.map { _ in random.uniform() }, (0..<40).map { _ in random.normal() })
  }

  /// The scalar product as if in twice the precision.
  ///
  /// Source: T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005), Dot2.
  private static func doubledDot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = CompensatedSum()
    for (a, b) in zip(one, other) {
      let product = a * b
      sum.add(product)
      sum.add((-product).addingProduct(a, b))
    }
    return sum.value
  }
}
