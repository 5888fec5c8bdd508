import Compute

/// Looks through texts from a file that nobody vouches for.
struct TextCheck {
  /// Where the texts begin, as a file.
  let offsets: MappedArray
  /// Their bytes, as a file.
  let bytes: MappedArray
  /// Whether a text may be empty.
  let allowsEmpty: Bool

  /// The texts; only what `problem` finds nothing wrong with may be used.
  var texts: TextList { TextList(bytes: bytes.buffer(of: UInt8.self), offsets: offsets.buffer(of: Int64.self)) }

  /// The first thing that is wrong, or `nil`: offsets rise from 0 to the number of bytes, and each text is UTF-8 without
  /// control characters.
  func problem(threads: ThreadCount) -> InputProblem? {
    if let message = OffsetCheck.problem(offsets.buffer(of: Int64.self), end: bytes.count, threads: threads) {
      return InputProblem(file: offsets.name, message)
    }
    let texts = self.texts
    let blocks = Blocks.even(count: texts.count, size: 1 << 14)
    let found = Parallel.map(blocks.count, threads: threads) { block -> String in
      for position in blocks[block] {
        let problem = texts.withBytes(of: position, Self.problem)
        if !problem.isEmpty { return "text \(position) \(problem)" }
      }
      return ""
    }
    return found.first { !$0.isEmpty }.map { InputProblem(file: bytes.name, $0) } ?? emptyText(texts)
  }

  private func emptyText(_ texts: TextList) -> InputProblem? {
    guard !allowsEmpty else { return nil }
    let span = texts.offsets.span
    for position in 0..<texts.count where span[position] == span[position + 1] {
      return InputProblem(file: offsets.name, "text \(position) is empty; a person's id was expected")
    }
    return nil
  }

  /// What is wrong with one text; empty for nothing.
  private static func problem(_ text: Span<UInt8>) -> String {
    var isPlain = true
    for index in text.indices {
      let byte = text[index]
      if byte >= 0x80 {
        isPlain = false
      } else if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        return "holds a control character; plain text was expected"
      }
    }
    if isPlain { return "" }
    guard (try? UTF8Span(validating: text)) != nil else { return "is not valid UTF-8" }
    // U+FFFE and U+FFFF, which XML cannot hold.
    for index in text.indices.dropLast(2)
    where text[index] == 0xEF && text[index + 1] == 0xBF && text[index + 2] >= 0xBE {
      return "holds a character that XML does not allow; plain text was expected"
    }
    return ""
  }
}

/// Looks through offsets from a file that nobody vouches for.
enum OffsetCheck {
  /// What is wrong, or `nil`: they begin with 0, never fall, and end with `end`.
  static func problem<Offset: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ offsets: SharedBuffer<Offset>, end: Int, threads: ThreadCount
  ) -> String? {
    guard offsets.count > 0 else { return "there is no offset; one more than rows was expected" }
    guard offsets[0] == 0 else { return "the first offset is \(offsets[0]); 0 was expected" }
    let last = offsets[offsets.count - 1]
    guard last == end else { return "the last offset is \(last); \(end) was expected" }
    let blocks = Blocks.even(count: offsets.count - 1, size: 1 << 16)
    let found = Parallel.map(blocks.count, threads: threads) { block -> Int in
      let span = offsets.span
      for position in blocks[block] where span[position + 1] < span[position] { return position + 1 }
      return -1
    }
    guard let position = found.first(where: { $0 >= 0 }) else { return nil }
    return
      "offset \(position) is \(offsets[position]), below the one before it; \(offsets[position - 1]) or more was expected"
  }
}
