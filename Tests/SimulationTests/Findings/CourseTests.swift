import Compute
import Foundation
import Simulation
import Testing

/// A period in which something moves, unless said otherwise.
private func motion(
  _ period: Int, change: Double = 1, ties: Int = 0, status: Int = 0, digest: UInt64, series: [Double] = []
) -> PeriodMotion {
  PeriodMotion(
    period: period, ownChange: change, publicChange: change, tieChanges: ties, statusChanges: status, digest: digest,
    series: series)
}

/// The courses after each of several states, in all of which something moves.
private func courses(_ digests: [UInt64], settlePeriods: Int = 3) -> [Course] {
  var detector = CourseDetector(settlePeriods: settlePeriods, tolerance: 0, smallestDrifts: [])
  return digests.enumerated().map { detector.see(motion($0, digest: $1)) }
}

@Suite struct CourseTests {
  @Test func `So many quiet periods in a row have settled, from the first of them on`() {
    var detector = CourseDetector(settlePeriods: 3, tolerance: 0.5, smallestDrifts: [])
    let changes = [0.6, 0.5, 0.1, 0.6, 0.5, 0.1, 0, 0.2]
    let seen = changes.enumerated().map { detector.see(motion(10 + $0, change: $1, digest: UInt64($0))) }
    #expect(seen.prefix(6).allSatisfy { $0 == .running })
    #expect(Array(seen.suffix(2)) == [.settled(since: 14), .settled(since: 14)])
  }

  @Test func `A tie, a tier or a change that is no number is motion`() {
    var detector = CourseDetector(settlePeriods: 1, tolerance: 0.5, smallestDrifts: [])
    #expect(detector.see(motion(1, change: 0, ties: 1, digest: 1)) == .running)
    #expect(detector.see(motion(2, change: 0, status: 1, digest: 2)) == .running)
    #expect(detector.see(motion(3, change: .nan, digest: 3)) == .running)
    #expect(detector.see(motion(4, change: 0, digest: 3)) == .settled(since: 4))
    #expect(detector.see(motion(5, change: 9, digest: 5)) == .running)
  }

  @Test func `With 0 periods to settle it is said at the horizon alone`() {
    var detector = CourseDetector(settlePeriods: 0, tolerance: 0, smallestDrifts: [])
    for period in 0..<9 { #expect(detector.see(motion(period, change: 0, digest: 1)) == .running) }
    #expect(detector.atHorizon() == .settled(since: 0))
  }

  @Test func `A cycle is one when two full turns have been seen`() {
    let seen = courses([7, 8, 1, 2, 3, 1, 2, 3, 1])
    #expect(seen.prefix(8).allSatisfy { $0 == .running })
    #expect(seen[8] == .cycle(length: 3, since: 2))
    #expect(courses([1, 1, 2, 1, 1, 2, 1]).last == .cycle(length: 3, since: 0))
  }

  @Test func `A state that comes back once is no cycle`() {
    #expect(courses([1, 2, 3, 1, 4, 5, 6]).allSatisfy { $0 == .running })
    #expect(courses([1, 2, 3, 1, 2, 4, 1, 2, 5]).allSatisfy { $0 == .running })
  }

  @Test func `A cycle that has been left is no cycle any more`() {
    #expect(courses([1, 2, 1, 2, 1, 3]).suffix(2) == [.cycle(length: 2, since: 0), .running])
  }

  @Test func `A state that stands still is no cycle`() {
    #expect(courses([1, 1, 1, 1, 1, 1, 1]).allSatisfy { $0 == .running })
    var detector = CourseDetector(settlePeriods: 99, tolerance: 1, smallestDrifts: [])
    for period in 0..<20 { #expect(detector.see(motion(period, digest: UInt64(period % 2))) == .running) }
  }

  @Test func `A long cycle with still parts is found`() {
    let turn: [UInt64] = [1, 1, 1, 1, 1, 2, 2, 3]
    #expect(courses([9] + turn + turn + [1]).last == .cycle(length: 8, since: 1))
  }

  @Test func `At the horizon a series that goes one way drifts, another fluctuates`() {
    func course(_ value: (Int) -> Double, smallest: Double = 1) -> Course {
      var detector = CourseDetector(settlePeriods: 3, tolerance: 0, smallestDrifts: [1, smallest])
      for period in 0..<40 {
        _ = detector.see(motion(period, digest: UInt64(period), series: [.nan, value(period)]))
      }
      return detector.atHorizon()
    }
    #expect(course { 0.1 * Double($0) } == .drift)
    #expect(course { 600 - 2 * Double($0) + sin(Double($0) * 7) } == .drift)
    #expect(course { sin(Double($0) * 7) } == .fluctuating)
    #expect(course { _ in 5 } == .fluctuating)
    // Over the last 20 periods it goes 1.9.
    #expect(course({ 0.1 * Double($0) }, smallest: 1.95) == .fluctuating)
    // What went one way in the first half only.
    #expect(course { $0 < 20 ? Double($0) : 20 + sin(Double($0) * 7) } == .fluctuating)
    #expect(course { 10 * exp(-Double($0) / 10) } == .drift)
  }

  @Test func `It goes on from a checkpoint as if nothing had been`() throws {
    var detector = CourseDetector(settlePeriods: 3, tolerance: 0, smallestDrifts: [1])
    for period in 0..<5 { _ = detector.see(motion(period, digest: UInt64(period % 3) &- 2, series: [Double(period)])) }
    var read = try JSONDecoder().decode(CourseDetector.self, from: JSONEncoder().encode(detector))
    #expect(read == detector)
    for period in 5..<9 {
      let next = motion(period, digest: UInt64(period % 3) &- 2, series: [1])
      #expect(read.see(next) == detector.see(next))
    }
  }

  @Test(arguments: [
    (Course.settled(since: 4), #"{"kind":"settled","since":4}"#),
    (.cycle(length: 2, since: 3), #"{"kind":"cycle","length":2,"since":3}"#), (.drift, #"{"kind":"drift"}"#),
    (.fluctuating, #"{"kind":"fluctuating"}"#), (.running, #"{"kind":"running"}"#),
  ])
  func `A course is written plainly and read back`(_ course: Course, _ text: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(course), as: UTF8.self) == text)
    #expect(try JSONDecoder().decode(Course.self, from: Data(text.utf8)) == course)
  }
}
