import Compute
import Foundation
import GraphModel
import Testing

struct TimestampTests {
  @Test(
    arguments: [
      ("0", 0), ("1700000000", 1_700_000_000), ("-86400", -86_400), ("1.5", 1.5), ("1e9", 1e9), ("2023", 2023),
    ] as [(String, Double)])
  func `a number is Unix seconds`(text: String, seconds: Double) {
    #expect(Timestamp.seconds(text) == seconds)
  }

  /// Days by hand: 2000-03-01 is 11,017 days after 1970-01-01 (30 years with 7 leap days, then 31 + 29 days).
  @Test(
    arguments: [
      ("1970-01-01", 0), ("1970-01-02", 86_400), ("1969-12-31", -86_400), ("2000-03-01", 951_868_800),
      ("1970-01-01T00:00", 0), ("1970-01-01T01:02", 3720), ("1970-01-01T01:02:03", 3723),
      ("1970-01-01 01:02:03", 3723), ("1970-01-01t01:02:03z", 3723), ("1970-01-01T01:02:03.25Z", 3723.25),
    ] as [(String, Double)])
  func `dates and date-times are UTC`(text: String, seconds: Double) {
    #expect(Timestamp.seconds(text) == seconds)
  }

  @Test(
    arguments: [
      ("1970-01-01T12:00+01:00", 39_600), ("1970-01-01T12:00-01:00", 46_800), ("1970-01-01T12:00+0530", 23_400),
      ("1970-01-01T00:00:00.5+00:00", 0.5), ("1970-01-01T23:59:59-23:59", 172_739),
    ] as [(String, Double)])
  func `an offset is taken off`(text: String, seconds: Double) {
    #expect(Timestamp.seconds(text) == seconds)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "1904-02-29", "0000-02-29", "2400-02-29"])
  func `leap days are read`(text: String) throws {
    let next = text.replacing("-02-29", with: "-03-01")
    #expect(try #require(Timestamp.seconds(text)) + Timestamp.day == Timestamp.seconds(next))
  }

  @Test(
    arguments: [
      "2023-02-29", "1900-02-29", "2100-02-29", "2023-02-30", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00",
      "2023-01-32",
    ])
  func `dates that do not exist are refused`(text: String) {
    #expect(Timestamp.seconds(text) == nil)
  }

  @Test(
    arguments: [
      "2023-01-01T24:00", "2023-01-01T12:60", "2023-01-01T12:00:60", "2023-01-01T12:00+24:00",
      "2023-01-01T12:00+01:60",
    ])
  func `times that do not exist are refused`(text: String) {
    #expect(Timestamp.seconds(text) == nil)
  }

  @Test(
    arguments: [
      "", "yesterday", "2023-01", "2023-1-1", "23-01-01", "2023/01/01", "01.02.2023", "2023-01-01T", "2023-01-01T12",
      "2023-01-01T12:0", "2023-01-01T12:00:", "2023-01-01T12:00:00.", "2023-01-01Z", "2023-01-01T12:00 Z",
      "2023-01-01T12:00Z+01:00", "2023-01-01T12:00+1", "2023-01-01x", " 2023-01-01", "2023-01-01 ", "+2023-01-01",
      "２０２３-01-01", "1e999", "nan", "2023-01-01T12:00,5",
    ])
  func `a text in another form is refused`(text: String) {
    #expect(Timestamp.seconds(text) == nil)
  }

  /// 9999-12-31T23:59:59Z is 253402300799, year 0 begins at -62167219200 (Python: `calendar.timegm`, and 366 days less
  /// than its year 1).
  @Test(arguments: [("253402300799", true), ("253402300800", false), ("-62167219200", true), ("-62167219201", false)])
  func `numbers beyond the years 0 to 9999 are refused`(text: String, isRead: Bool) {
    #expect((Timestamp.seconds(text) != nil) == isRead)
  }

  /// The 14th of November 2023 in milliseconds; in seconds it would be the year 55,840.
  @Test func `milliseconds are refused`() {
    #expect(Timestamp.seconds("1700000000000") == nil)
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `random moments from 1900 to 2100 are read as Foundation reads them`(seed: UInt64) {
    let texts = Self.moments(seed: seed, years: 1900..<2101).map(Self.iso)
    #expect(texts.map(Timestamp.seconds) == texts.map { try? Date($0, strategy: .iso8601).timeIntervalSince1970 })
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `an offset moves a random moment by itself`(seed: UInt64) {
    var random = RandomStream(seed: seed, stream: 104)
    let mistakes = Self.moments(seed: seed, years: 1900..<2101).filter { moment in
      let hours = random.integer(below: 24)
      let minutes = random.integer(below: 60)
      let text = Self.iso(moment).dropLast() + "-\(Self.padded(hours, 2)):\(Self.padded(minutes, 2))"
      let expected = Timestamp.seconds(Self.iso(moment)).map { $0 + Double(3600 * hours + 60 * minutes) }
      return Timestamp.seconds(String(text)) != expected
    }
    #expect(mistakes.isEmpty)
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (86_400, "1970-01-02"), (3723, "1970-01-01T01:02:03Z"), (-1, "1969-12-31T23:59:59Z"),
      (0.25, "1970-01-01"), (253_402_300_800, "10000-01-01"),
    ] as [(Double, String)])
  func `a moment is written as a date, with a time if it is not midnight`(seconds: Double, text: String) {
    #expect(Timestamp.text(seconds) == text)
  }

  /// Padgett's families lived before 1582, where the Julian calendar would give other days.
  @Test(arguments: 0..<5 as Range<UInt64>)
  func `a random moment of the first ten thousand years is written as it was read`(seed: UInt64) {
    let texts = Self.moments(seed: seed, years: 1..<10_000).map(Self.iso)
    #expect(texts.map { Timestamp.seconds($0).map(Timestamp.text) } == texts)
  }

  @Test(arguments: [1e15, 1e300, -1e15, -1e300])
  func `a moment far beyond any calendar is written as its seconds`(seconds: Double) {
    #expect(Timestamp.text(seconds) == "\(Numerals.plain(seconds)) s")
  }

  private typealias Moment = (year: Int, month: Int, day: Int, second: Int)

  /// A hundred moments, none of them midnight.
  private static func moments(seed: UInt64, years: Range<Int>) -> [Moment] {
    var random = RandomStream(seed: seed, stream: 105)
    return (0..<100).map { _ in
      let year = years.lowerBound + random.integer(below: years.count)
      let month = 1 + random.integer(below: 12)
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      return (year, month, 1 + random.integer(below: days), 1 + random.integer(below: 86_399))
    }
  }

  private static func iso(_ moment: Moment) -> String {
    let date = "\(padded(moment.year, 4))-\(padded(moment.month, 2))-\(padded(moment.day, 2))"
    let time = [moment.second / 3600, moment.second / 60 % 60, moment.second % 60].map { padded($0, 2) }
    return "\(date)T\(time.joined(separator: ":"))Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
