import Compute

/// Files of ties with everything that occurs in files, for comparing two ways of reading.
struct OddText {
  private var random: RandomStream
  /// Whether rows may be wrong, or written in ways that only the careful reader understands.
  private let isOdd: Bool
  private let lineEnd: String
  private let delimiter: String

  init(seed: UInt64, isOdd: Bool) {
    random = RandomStream(seed: seed, stream: 200)
    self.isOdd = isOdd
    lineEnd = random.integer(below: 3) == 0 ? "\r\n" : "\n"
    delimiter = [",", ";", "\t"][random.integer(below: 3)]
  }

  private mutating func chance(_ one: Int) -> Bool { random.integer(below: one) == 0 }
  private mutating func pick(_ texts: [String]) -> String { texts[random.integer(below: texts.count)] }

  /// A file of ties with weights or, for payments, amounts and times.
  mutating func ties(lines: Int, isTransaction: Bool) -> [UInt8] {
    var bytes: [UInt8] = chance(8) ? [0xEF, 0xBB, 0xBF] : []
    if chance(4) { bytes += Array("# made up\(lineEnd)".utf8) }
    let columns = isTransaction ? ["source", "target", "amount", "time"] : ["source", "note", "target", "weight"]
    bytes += Array((columns.joined(separator: delimiter) + lineEnd).utf8)
    for _ in 0..<lines {
      let last = isTransaction ? time() : number(isTransaction: false)
      let fields =
        isTransaction ? [id(), id(), number(isTransaction: true), last] : [id(), pick(["", "x", "a b"]), id(), last]
      bytes += row(fields)
      if chance(40) { bytes += Array(pick(["", "  ", " \(lineEnd)"]).utf8) + Array(lineEnd.utf8) }
      if isOdd, chance(200) { bytes += oddity() }
    }
    if chance(3) { bytes.removeLast(lineEnd.utf8.count) }
    return bytes
  }

  /// A file of ties with weights and without a header, runs of blanks and tabs between fields.
  mutating func blankSeparated(lines: Int) -> [UInt8] {
    var text = chance(2) ? "# made up\(lineEnd)" : ""
    for _ in 0..<lines {
      var fields = [
        "\(random.integer(below: 90))", pick(["7", "\"x\"", "Zoë", "p1"]), "\(random.integer(below: 9)).5",
      ]
      if isOdd, chance(200) { fields.removeLast() }
      if isOdd, chance(200) { fields.append("1") }
      if isOdd, chance(200) { fields[fields.count - 1] = pick(["x", "-1", "NA"]) }
      text += pick(["", "", " ", "\t"])
      text += fields.joined(separator: pick([" ", "\t", "  ", " \t "])) + pick(["", "", " ", "\t"]) + lineEnd
      if chance(60) { text += " \t" + lineEnd }
    }
    return Array(text.utf8)
  }

  private mutating func row(_ fields: [String]) -> [UInt8] {
    var fields = fields.map { field in
      // A quote inside a quoted field is only right if it is written twice.
      chance(30) && !field.contains("\"") ? "\"\(field)\"" : chance(30) ? " \(field) " : field
    }
    if isOdd, chance(300) { fields.removeLast() }
    if isOdd, chance(300) { fields.append("more") }
    return Array((fields.joined(separator: delimiter) + lineEnd).utf8)
  }

  private mutating func id() -> String {
    if isOdd, chance(400) { return "" }
    switch random.integer(below: 12) {
    case 0: return pick(["Zoë", "Zoe\u{308}", "李雷", "a\u{301}", "á", "👩‍👩‍👧"])
    case 1: return pick(["007", "7", "07", "#x", "NA", "it's", "say \"so\"", "O'Neil & Co", "x\u{7F}"])
    case 2: return "a-rather-long-name-of-somebody-number-\(random.integer(below: 5))"
    default: return "p\(random.integer(below: 60))"
    }
  }

  private mutating func number(isTransaction: Bool) -> String {
    if isOdd, chance(150) {
      return pick([
        "", "NA", "x", "1,5", "nan", "inf", "0x10", "-3", "1e200", "1e-200", "1e999", "--1", "1.", ".", "1e", "+",
      ])
    }
    if isTransaction, chance(10) { return pick(["", "NA"]) }
    switch random.integer(below: 6) {
    case 0: return "\(random.uniform() * 1000)"
    case 1: return "\(random.integer(below: 1_000_000))"
    case 2: return "\(random.uniform())e\(random.integer(below: 40) - 20)"
    case 3:
      return pick([
        "0", "0.0", "-0", "1.0", "+2.5", ".5", "5.", "007", "9007199254740993", "123456789012345678901234567890",
        "0.1000000000000000055511151231257827", "1E5", "1e-99", "1e99", "4.35", "0.000001", "1e-100", "1e100",
        "0.30000000000000004", "179769313486231570.0", "2.2250738585072014e-95",
      ])
    default: return "\(random.integer(below: 100)).\(random.integer(below: 1000))"
    }
  }

  private mutating func time() -> String {
    if isOdd, chance(150) {
      return pick([
        "yesterday", "2025-13-01", "2025-02-30", "1e15", "2025-01-01T25:00", "1735689600000", "2025-1-1", "-1e12",
      ])
    }
    return pick([
      "", "NA", "0", "1735689600", "-86400", "1735689600.5", "2025-01-01", "2024-02-29", "2025-01-01T12:30:45Z",
      "2025-01-01 12:30:45", "2025-01-01T12:30", "2025-01-01T12:30:45.25Z", "2025-01-01T12:30:45+02:00", "1e9",
      "2025-06-30T23:59:59", "20250101",
    ])
  }

  private mutating func oddity() -> [UInt8] {
    switch random.integer(below: 8) {
    case 0: [0x61, 0x2C, 0xFF, 0x0A]
    case 1: [0x61, 0x01, 0x2C, 0x62, 0x0A]
    case 2: Array("\"two\nlines\"\(delimiter)b\(delimiter)c\(delimiter)1\n".utf8)
    case 3: Array("\"a \"\"q\"\"\"\(delimiter)x\(delimiter)b\(delimiter)2\n".utf8)
    case 4: Array("a\(delimiter)x\(delimiter)b\(delimiter)2\r".utf8)
    case 5: Array("\"open\(delimiter)x\(delimiter)b\(delimiter)2\n".utf8)
    case 6: Array("# no comment here\n".utf8)
    default: [0xEF, 0xBF, 0xBF, 0x0A]
    }
  }
}
