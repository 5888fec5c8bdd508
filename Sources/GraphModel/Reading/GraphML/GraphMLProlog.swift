import Compute

/// What stands in front of a GraphML file's first element.
///
/// A document type is the only place that can declare entities, which expand without bound or reach for other files.
/// It is refused here, before any parser sees it.
enum GraphMLProlog {
  /// Whether a text looks like XML: it begins with an XML declaration, a document type, a comment, or `<graphml`.
  static func isXML(_ bytes: SharedBuffer<UInt8>) -> Bool {
    let start = afterBlanks(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    return ["<?xml", "<!", "<graphml"].contains { begins(bytes, at: start, with: $0) }
  }

  /// What is wrong in front of the first element, or `nil`.
  static func problem(in input: InputFile) -> InputProblem? {
    let bytes = input.bytes
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func refuse(_ message: String) -> InputProblem {
      let line = 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A }
      return InputProblem(file: input.name, line: line, message)
    }
    while true {
      position = afterBlanks(bytes, from: position)
      let end: String
      if begins(bytes, at: position, with: "<!--") {
        end = "-->"
      } else if begins(bytes, at: position, with: "<?") {
        end = "?>"
      } else if begins(bytes, at: position, with: "<!") {
        return refuse("there is a document type (<!DOCTYPE>), which may declare entities; none was expected")
      } else {
        return nil
      }
      guard let past = firstPast(end, in: bytes, from: position) else { return nil }
      if begins(bytes, at: position, with: "<?xml"), let name = encoding(bytes[position..<past]),
        !["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased())
      {
        return refuse("the text says that it is \(name); UTF-8 was expected")
      }
      position = past
    }
  }

  /// The encoding that an XML declaration names, or `nil`.
  private static func encoding(_ declaration: some Collection<UInt8>) -> String? {
    let text = String(decoding: declaration, as: UTF8.self)
    guard let start = text.firstRange(of: "encoding")?.upperBound else { return nil }
    let parts = text[start...].split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
    return parts.count > 1 ? String(parts[1]) : nil
  }

  private static func afterBlanks(_ bytes: SharedBuffer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    return position
  }

  private static func begins(_ bytes: SharedBuffer<UInt8>, at position: Int, with text: String) -> Bool {
    bytes[min(position, bytes.count)...].starts(with: text.utf8)
  }

  private static func firstPast(_ end: String, in bytes: SharedBuffer<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      if begins(bytes, at: position, with: end) { return position + end.utf8.count }
      position += 1
    }
    return nil
  }
}
