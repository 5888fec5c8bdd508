import Compute

/// Many short texts, all their bytes in one piece of memory: ids, or a column of a file.
///
/// A text becomes a `String` when it is asked for; those of up to 15 bytes need no memory of their own even then. Takes 8
/// bytes a text beside the text's own UTF-8 bytes.
public struct TextList: Sendable, Equatable, RandomAccessCollection, ExpressibleByArrayLiteral {
  /// The texts' bytes, one text after the other.
  package let bytes: SharedBuffer<UInt8>
  /// Where each text begins, and where the last one ends: one more than texts, rising, from 0.
  package let offsets: SharedBuffer<Int64>

  /// No text.
  public init() { self.init(EmptyCollection<String>()) }

  /// Texts one after the other.
  public init(_ texts: some Sequence<String>) {
    var builder = Builder()
    for text in texts { builder.append(text) }
    self = builder.finished()
  }

  /// Texts one after the other.
  public init(arrayLiteral texts: String...) { self.init(texts) }

  /// Texts as they lie in memory.
  ///
  /// - Precondition: offsets are as described, and the bytes of each text are UTF-8.
  package init(bytes: SharedBuffer<UInt8>, offsets: SharedBuffer<Int64>) {
    self.bytes = bytes
    self.offsets = offsets
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// How many texts there are.
  public var endIndex: Int { offsets.count - 1 }

  /// One text.
  public subscript(position: Int) -> String {
    let start = Int(offsets[position])
    let span = bytes.span.extracting(start..<Int(offsets[position + 1]))
    return unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the UTF-8 bytes of one text.
  package func withBytes<Result>(of position: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(Int(offsets[position])..<Int(offsets[position + 1])))
  }

  /// The texts of several lists, one list after the other.
  init(joining lists: [TextList], threads: ThreadCount) {
    if lists.count == 1 {
      self = lists[0]
      return
    }
    var textStarts = [0]
    var byteStarts = [0]
    for list in lists {
      textStarts.append(textStarts[textStarts.count - 1] + list.count)
      byteStarts.append(byteStarts[byteStarts.count - 1] + list.bytes.count)
    }
    let bytes = Workspace<UInt8>(count: byteStarts[lists.count])
    let offsets = Workspace<Int64>(count: textStarts[lists.count] + 1)
    offsets[textStarts[lists.count]] = Int64(byteStarts[lists.count])
    Parallel.forEach(lists.count, threads: threads) { part in
      let list = lists[part]
      bytes.copy(list.bytes, to: byteStarts[part])
      for text in 0..<list.count { offsets[textStarts[part] + text] = Int64(byteStarts[part]) + list.offsets[text] }
    }
    self.init(bytes: bytes.frozen(bytes.count), offsets: offsets.frozen(offsets.count))
  }

  /// The texts at some positions, in their order.
  func picking(_ positions: [Int]) -> TextList {
    var builder = Builder()
    for position in positions { withBytes(of: position) { builder.append(utf8: $0) } }
    return builder.finished()
  }

  /// The same texts, and empty ones after them.
  func padded(to count: Int) -> TextList {
    var builder = Builder()
    for position in indices { withBytes(of: position) { builder.append(utf8: $0) } }
    while builder.count < count { builder.append("") }
    return builder.finished()
  }

  /// Whether both hold the same texts in the same order, compared as `String`s are.
  public static func == (one: TextList, other: TextList) -> Bool { one.elementsEqual(other) }

  /// Makes a list text by text.
  package struct Builder {
    private var bytes: [UInt8] = []
    private var offsets: [Int64] = [0]

    package init() {}

    /// How many texts there are so far.
    package var count: Int { offsets.count - 1 }

    /// One of the texts so far.
    package subscript(position: Int) -> String {
      withBytes(of: position) { text in
        unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
      }
    }

    /// Calls `body` with the UTF-8 bytes of one of the texts so far.
    package func withBytes<Result>(of position: Int, _ body: (Span<UInt8>) -> Result) -> Result {
      body(bytes.span.extracting(Int(offsets[position])..<Int(offsets[position + 1])))
    }

    /// Whether one of the texts so far has exactly these bytes.
    func holds(_ text: Span<UInt8>, at position: Int) -> Bool {
      let start = Int(offsets[position])
      guard Int(offsets[position + 1]) - start == text.count else { return false }
      for index in text.indices where bytes[start + index] != text[index] { return false }
      return true
    }

    /// Adds a text.
    package mutating func append(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      offsets.append(Int64(bytes.count))
    }

    /// Adds a text by its UTF-8 bytes.
    package mutating func append(utf8 text: Span<UInt8>) {
      unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      offsets.append(Int64(bytes.count))
    }

    /// The list.
    package func finished() -> TextList { TextList(bytes: SharedBuffer(bytes), offsets: SharedBuffer(offsets)) }
  }
}
