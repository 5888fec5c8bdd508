/// Times as they stand in files: Unix seconds, or ISO 8601 dates and date-times.
public enum Timestamp {
  /// How many seconds a day has.
  public static let day = 86_400.0

  private static let years0To9999 = -62_167_219_200.0..<253_402_300_800

  /// The Unix seconds a text stands for, or `nil`.
  ///
  /// A number is Unix seconds; beyond the years 0 to 9999 it is refused, which catches milliseconds. Otherwise `YYYY-MM-DD`, alone or followed by `T` or a space and `HH:MM[:SS[.fraction]]`
  /// and an optional `Z` or `+HH[:]MM`. Without a zone the time is UTC. The calendar is the proleptic Gregorian one; dates
  /// that do not exist are refused.
  public static func seconds(_ text: String) -> Double? {
    if let number = Numerals.number(text) { return years0To9999.contains(number) ? number : nil }
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
    if scanner.isAtEnd { return date + time }
    if scanner.take("Z") || scanner.take("z") { return scanner.isAtEnd ? date + time : nil }
    let isBehind = scanner.take("-")
    guard isBehind || scanner.take("+"), let hours = scanner.digits(2), hours < 24 else { return nil }
    _ = scanner.take(":")
    guard let minutes = scanner.digits(2), minutes < 60, scanner.isAtEnd else { return nil }
    let offset = Double(hours * 3600 + minutes * 60)
    return date + time + (isBehind ? offset : -offset)
  }

  /// The same for UTF-8 bytes; the usual forms, whole Unix seconds and `YYYY-MM-DD[THH:MM:SS[Z]]`, need no `String`.
  static func seconds(_ bytes: Span<UInt8>) -> Double? {
    func digits(_ range: Range<Int>) -> Int? {
      var number = 0
      for position in range {
        let digit = bytes[position] &- 0x30
        guard digit <= 9 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    if bytes.count > 0, bytes.count <= 12, let number = digits(0..<bytes.count) {
      return years0To9999.contains(Double(number)) ? Double(number) : nil
    }
    if bytes.count == 10 || bytes.count == 19 || bytes.count == 20, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10), (1...12).contains(month),
      (1...daysInMonth(month, year)).contains(day)
    {
      let date = Double(daysSince1970(year, month, day)) * Self.day
      if bytes.count == 10 { return date }
      if bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A, let hour = digits(11..<13),
        let minute = digits(14..<16), let second = digits(17..<19), hour < 24, minute < 60, second < 60,
        bytes.count == 19 || bytes[19] == 0x5A
      {
        return date + Double(hour * 3600 + minute * 60 + second)
      }
    }
    return unsafe bytes.withUnsafeBufferPointer { unsafe seconds(String(decoding: $0, as: UTF8.self)) }
  }

  /// The date or date-time of Unix seconds, in UTC, to the second.
  public static func text(_ seconds: Double) -> String {
    // Foundation would write dates before 1582 in the Julian calendar, and years above 9999 in its own ways.
    guard seconds.magnitude < 1e15 else { return "\(Numerals.plain(seconds)) s" }
    let whole = Int(seconds.rounded(.down))
    let days = Int((Double(whole) / day).rounded(.down))
    let second = whole - days * 86_400
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number.magnitude)
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let (year, month, day) = date(daysSince1970: days)
    let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
    return second == 0
      ? date : "\(date)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }

  /// The date that is a number of days after 1970-01-01.
  ///
  /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", 2013.
  static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
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
