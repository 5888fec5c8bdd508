/// The first lines of a text file: what its format is known by.
struct FileHead {
  /// A line without its end.
  struct Line {
    /// Its number, from 1.
    let number: Int
    /// Its bytes, without blanks before.
    let bytes: ArraySlice<UInt8>
    /// The offset in bytes of the line below.
    let end: Int

    /// The text, each invalid byte replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The words of a line, cut at blanks.
    var words: [String] {
      bytes.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the line is a comment, by its first byte.
    var isComment: Bool { bytes.first == UInt8(ascii: "#") || bytes.first == UInt8(ascii: "%") }
  }

  /// How many bytes are looked at.
  static let length = 1 << 16

  /// The file's name.
  let file: String
  /// Where the text begins: behind a byte order mark.
  let start: Int
  /// The bytes that are looked at.
  let bytes: [UInt8]
  /// Whether these are all the bytes of the file.
  let isWhole: Bool
  /// The lines that are not blank, up to the first hundred below the comments.
  let lines: [Line]

  init(_ input: InputFile) {
    file = input.name
    bytes = Array(input.bytes.prefix(Self.length))
    isWhole = bytes.count == input.bytes.count
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lines = Self.lines(bytes, from: start, isWhole: isWhole)
  }

  /// The first line that is not blank.
  var first: Line? { lines.first }

  /// The first line that is neither blank nor begins with `#`.
  var firstRecord: ArraySlice<UInt8>? { lines.first { $0.bytes.first != UInt8(ascii: "#") }?.bytes }

  /// The first line that is neither blank nor a comment of any kind.
  var firstData: Line? { lines.first { !$0.isComment } }

  private static func lines(_ bytes: [UInt8], from start: Int, isWhole: Bool) -> [Line] {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var lines: [Line] = []
    var position = start
    var number = 1
    var records = 0
    while position < bytes.count, records < 100 {
      let found = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      // A line that is cut off tells nothing, unless it is all there is.
      if found == nil, !isWhole, !lines.isEmpty { break }
      let end = found ?? bytes.count
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      let next = min(bytes.count, end + (isPair ? 2 : 1))
      let content = bytes[position..<end].drop(while: isBlank)
      if !content.isEmpty {
        let line = Line(number: number, bytes: content, end: next)
        lines.append(line)
        if !line.isComment { records += 1 }
      }
      position = next
      number += 1
    }
    return lines
  }
}
