import Compute
import GraphModel

/// An array of NumPy in memory: header and elements.
struct NumberArray: Sendable {
  /// The elements, in the memory they came in.
  private enum Elements: Sendable {
    case bytes([UInt8])
    case narrow([Int32])
    case wide([Int64])
    case numbers([Double])
  }

  private let elements: Elements
  /// Everything in front of the elements.
  let header: [UInt8]

  /// Bytes, as `|u1`, or as another type of NumPy that has them.
  init(_ bytes: [UInt8], dtype: String = "|u1", shape: [Int]? = nil) {
    elements = .bytes(bytes)
    header = ArrayHeader.bytes(dtype: dtype, shape: shape ?? [bytes.count])
  }

  /// Whole numbers of 32 bits.
  init(_ numbers: [Int32], shape: [Int]? = nil) {
    elements = .narrow(numbers)
    header = ArrayHeader.bytes(dtype: ArrayHeader.Kind.int32.rawValue, shape: shape ?? [numbers.count])
  }

  /// Whole numbers of 64 bits.
  init(_ numbers: [Int64]) {
    elements = .wide(numbers)
    header = ArrayHeader.bytes(.int64, count: numbers.count)
  }

  /// Numbers of 64 bits.
  init(_ numbers: [Double]) {
    elements = .numbers(numbers)
    header = ArrayHeader.bytes(.float64, count: numbers.count)
  }

  /// Texts, as their UTF-8 bytes one after the other and where each begins.
  static func texts(_ texts: TextList) -> (bytes: NumberArray, offsets: NumberArray) {
    (NumberArray(Array(texts.bytes)), NumberArray(Array(texts.offsets)))
  }

  /// Some texts of a list, in the same form.
  static func texts(_ graph: ExportedGraph) -> (bytes: NumberArray, offsets: NumberArray) {
    guard graph.choice != nil else { return texts(graph.allIds) }
    var builder = TextList.Builder()
    for node in 0..<graph.nodeCount { builder.append(utf8: graph.allIds.utf8(of: graph.row(of: node))) }
    return texts(builder.finished())
  }

  /// The values of a column of a graph; `nil` for text.
  ///
  /// Truths are `|b1`, whole numbers `<i8`, and numbers `<f8`. Where one is missing all are `<f8`, and it is NaN.
  static func column(_ column: Column, of graph: ExportedGraph) -> NumberArray? {
    let nodes = 0..<graph.nodeCount
    switch column.kind {
    case .string: return nil
    case .double: break
    case .int, .long:
      let numbers = nodes.compactMap { column.whole(graph.row(of: $0)) }
      if numbers.count == nodes.count { return NumberArray(numbers) }
    case .boolean:
      let truths = nodes.compactMap { column.truth(graph.row(of: $0)) }
      if truths.count == nodes.count { return NumberArray(truths.map { $0 ? 1 : 0 }, dtype: "|b1") }
    }
    return NumberArray(nodes.map { column.number(graph.row(of: $0)) ?? .nan })
  }

  /// How many bytes there are, the header's included.
  var byteCount: Int {
    switch elements {
    case .bytes(let values): header.count + values.count
    case .narrow(let values): header.count + 4 * values.count
    case .wide(let values): header.count + 8 * values.count
    case .numbers(let values): header.count + 8 * values.count
    }
  }

  /// Calls `body` with the header and the elements, as bytes.
  func forEachPiece(_ body: (Span<UInt8>) throws(ExportError) -> Void) throws(ExportError) {
    try body(header.span)
    switch elements {
    case .bytes(let values): try body(values.span)
    case .narrow(let values): try Self.withBytes(values.span, body)
    case .wide(let values): try Self.withBytes(values.span, body)
    case .numbers(let values): try Self.withBytes(values.span, body)
    }
  }

  private static func withBytes<Element: BitwiseCopyable>(
    _ values: Span<Element>, _ body: (Span<UInt8>) throws(ExportError) -> Void
  ) throws(ExportError) {
    try body(unsafe Span<UInt8>(_bytes: values.bytes))
  }

  /// Writes the array as a file of its own.
  ///
  /// - Returns: how many bytes it has.
  func write(to path: String) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    try forEachPiece { (bytes) throws(ExportError) in try sink.write(bytes) }
    try sink.close()
    return byteCount
  }
}
