import Compute

/// A text cut at line ends, so that its pieces can be read at the same time.
///
/// How it is cut has no part in what is read.
struct TextPieces {
  /// Where the pieces lie in the file.
  let ranges: [Range<Int>]
  /// The line each piece begins on, from 1.
  let firstLines: [Int]
  /// How many lines each piece can have at most.
  let lineCounts: [Int]

  /// Cuts a text and looks through it.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - start: where reading begins.
  ///   - line: the line that is on.
  ///   - count: how many pieces are wanted.
  /// - Returns: `nil` if the text holds what a simple parser does not read: control characters or broken UTF-8.
  init?(_ bytes: SharedBuffer<UInt8>, from start: Int, line: Int, count: Int, threads: ThreadCount) {
    ranges = Self.cut(bytes, from: start, count: count)
    let pieces = ranges
    let scans = Parallel.map(pieces.count, threads: threads) { piece -> TextScan? in
      let span = bytes.span.extracting(pieces[piece])
      let scan = TextScan(span)
      if scan.hasControl { return nil }
      return scan.hasHighBytes && !Self.isPlainUnicode(span) ? nil : scan
    }
    var firstLines: [Int] = []
    var lineCounts: [Int] = []
    var line = line
    for scan in scans {
      guard let scan else { return nil }
      firstLines.append(line)
      lineCounts.append(scan.lineFeeds + 1)
      line += scan.lineFeeds
    }
    self.firstLines = firstLines
    self.lineCounts = lineCounts
  }

  private static func cut(_ bytes: SharedBuffer<UInt8>, from start: Int, count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var from = start
    for piece in 1...max(1, count) where from < bytes.count {
      var end = piece == count ? bytes.count : start + (bytes.count - start) / max(1, count) * piece
      end = max(end, from)
      while end < bytes.count, end == from || bytes[end - 1] != 0x0A { end += 1 }
      if end > from { ranges.append(from..<end) }
      from = end
    }
    return ranges
  }

  /// Whether bytes are UTF-8 without the two code points that XML forbids beside control characters.
  private static func isPlainUnicode(_ bytes: Span<UInt8>) -> Bool {
    guard (try? UTF8Span(validating: bytes)) != nil else { return false }
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    for position in 0..<max(0, bytes.count - 2) where bytes[position] == 0xEF {
      if bytes[position + 1] == 0xBF, bytes[position + 2] >= 0xBE { return false }
    }
    return true
  }
}
