import CKernels

/// What occurs in a piece of text that a simple parser must know of before it starts.
package struct TextScan: Sendable, Equatable {
  /// How many line feeds there are.
  package let lineFeeds: Int
  /// Whether there is a control character other than tab, line feed and carriage return.
  package let hasControl: Bool
  /// Whether there is a byte from 128 on, so that the text is not plain ASCII.
  package let hasHighBytes: Bool

  /// Looks through bytes.
  ///
  /// - Complexity: O(count), at about the speed of memory.
  package init(_ bytes: Span<UInt8>) {
    var lines: Int64 = 0
    let flags = unsafe bytes.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe ck_scan_text(base, Int64(buffer.count), &lines)
    }
    lineFeeds = Int(lines)
    hasControl = flags & Int32(ck_has_control) != 0
    hasHighBytes = flags & Int32(ck_has_high) != 0
  }
}
