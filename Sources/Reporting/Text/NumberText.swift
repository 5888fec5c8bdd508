import Foundation

/// Numbers as a reader wants them: few digits, no locale.
enum NumberText {
  /// A number with a fixed count of decimals; `-0` is `0`.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    return text.first == "-" && text.allSatisfy({ "-0.".contains($0) }) ? String(text.dropFirst()) : text
  }

  /// A number with a fixed count of decimals, `-` where there is none.
  static func fixed(_ value: Double?, _ decimals: Int) -> String { value.map { fixed($0, decimals) } ?? "-" }

  /// A number that somebody gave, as short as it can be written.
  static func plain(_ value: Double) -> String {
    value.rounded() == value && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
  }

  /// A change, always with its sign.
  static func signed(_ value: Double, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    return text.hasPrefix("-") || Double(text) == 0 ? text : "+" + text
  }

  /// The same number with thousands set apart.
  static func grouped(_ text: String) -> String {
    guard let start = text.firstIndex(where: \.isNumber) else { return text }
    let end = text[start...].firstIndex { !$0.isNumber } ?? text.endIndex
    guard let whole = Int(text[start..<end]) else { return text }
    return text[..<start] + count(whole) + text[end...]
  }

  /// A share of the whole as a percentage.
  static func percent(_ value: Double?) -> String { value.map { fixed(100 * $0, 1) + "%" } ?? "-" }

  /// A p value: three decimals, or how small it is.
  static func p(_ value: Double?) -> String {
    guard let value else { return "-" }
    return value < 0.001 ? "<.001" : String(fixed(value, 3).drop { $0 == "0" })
  }

  /// A bound in two digits, rounded up so that it still holds.
  static func bound(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    var exponent = Int(log10(value).rounded(.down))
    var digits = Int((value / pow(10, Double(exponent - 1))).rounded(.up))
    if digits >= 100 { (digits, exponent) = (10, exponent + 1) }
    let rounded = Double(digits) * pow(10, Double(exponent - 1))
    return exponent >= -3 && exponent <= 5
      ? String(format: "%.\(max(0, 1 - exponent))f", rounded) : String(format: "%.1e", rounded)
  }

  /// A number in three digits.
  static func short(_ value: Double) -> String { String(format: "%.3g", value) }

  /// A large or small number in three digits and a power of ten.
  static func scientific(_ value: Double) -> String { String(format: "%.2e", value) }

  /// A count with thousands set apart.
  static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  /// A count and its noun: `1 person`, `2 people`.
  static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count(value)) \(value == 1 ? one : many ?? one + "s")"
  }

  /// How many decimals scores need on a scale of a width: points on Zhima's, thousandths on the unit scale.
  static func decimals(forWidth width: Double) -> Int {
    width >= 100_000 ? 0 : width >= 100 ? 1 : width >= 10 ? 2 : width >= 1 ? 3 : 5
  }
}
