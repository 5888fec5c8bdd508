import Foundation

/// Times as they stand in files: Unix seconds, or ISO 8601 dates and date-times.
public enum Timestamp {
  /// How many seconds a day has.
  public static let day = 86_400.0

  /// The Unix seconds a text stands for, or `nil`.
  ///
  /// A number is Unix seconds. Otherwise `YYYY-MM-DD`, alone or followed by `T` or a space and `HH:MM[:SS[.fraction]]`
  /// and an optional `Z` or `+HH[:]MM`. Without a zone the time is UTC. The calendar is the proleptic Gregorian one; dates
  /// that do not exist are refused.
  public static func seconds(_ text: String) -> Double? {
    if let number = Numerals.number(text) { return number.isFinite ? number : nil }
    var scanner = Scanner(text)
    guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
      let day = scanner.digits(2), (1...12).contains(month), (1...daysInMonth(month, year)).contains(day)
    else { return nil }
    let date = Double(daysSince1970(year, month, day)) * Self.day
    if scanner.isAtEnd { return date }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" ") else { return nil }
    guard let hour = scanner.digits(2), hour < 24, scanner.take(":"), let minute = scanner.digits(2), minute < 60
    else { return nil }
    var time = Double(hour * 3600 + minute * 60)
    if scanner.take(":") {
      guard let second = scanner.digits(2), second < 60 else { return nil }
      time += Double(second)
      if scanner.take(".") {
        guard let fraction = scanner.fraction() else { return nil }
        time += fraction
      }
    }
    if scanner.isAtEnd || ((scanner.take("Z") || scanner.take("z")) && scanner.isAtEnd) { return date + time }
    let isBehind = scanner.take("-")
    guard isBehind || scanner.take("+"), let hours = scanner.digits(2), hours < 24 else { return nil }
    _ = scanner.take(":")
    guard let minutes = scanner.digits(2), minutes < 60, scanner.isAtEnd else { return nil }
    let offset = Double(hours * 3600 + minutes * 60)
    return date + time + (isBehind ? offset : -offset)
  }

  /// The date or date-time of Unix seconds, in UTC, to the second.
  public static func text(_ seconds: Double) -> String {
    let date = Date(timeIntervalSince1970: seconds)
    let text = date.ISO8601Format()
    return text.hasSuffix("T00:00:00Z") ? String(text.prefix(10)) : text
  }

  /// The number of days from 1970-01-01 to a date.
  ///
  /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", 2013.
  static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func daysInMonth(_ month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private struct Scanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Character) -> Bool {
      guard let byte = character.asciiValue, rest.first == byte else { return false }
      rest.removeFirst()
      return true
    }

    mutating func digits(_ count: Int) -> Int? {
      guard rest.count >= count else { return nil }
      var value = 0
      for _ in 0..<count {
        let byte = rest.removeFirst()
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }

    mutating func fraction() -> Double? {
      let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      return Double("0." + String(Substring(digits)))
    }
  }
}
