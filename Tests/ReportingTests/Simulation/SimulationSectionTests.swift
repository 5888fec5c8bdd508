import GraphModel
import Propagation
import Testing

@testable import Reporting
@testable import Simulation

/// Tables and sentences of the sections below the findings.
struct SimulationSectionTests {
  private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") }

  @Test func `Series are drawn with their ends and extremes, in ASCII too`() {
    let made = MadeUp([.made(0), .made(1, own: 610, assortativity: 0.1, dropped: 4, changed: 2), .made(2, own: 605)])
    #expect(
      text(made.report(isPlain: true).overTime).contains(
        """
        OVER TIME                                              a line from period 0 to 2

                                 0 2  first   last  lowest  highest
          own score, mean        _"~  600.0  605.0   600.0    610.0
          own score, sd          ---   50.0   50.0    50.0     50.0
          public score, mean     ---  610.0  610.0   610.0    610.0
          public score, sd       ---   40.0   40.0    40.0     40.0
          assortativity, own     "_"  0.200  0.200   0.100    0.200
          assortativity, public  "_"  0.500  0.500   0.400    0.500
          between share, own     ---  30.0%  30.0%   30.0%    30.0%
          between share, public  ---  30.0%  30.0%   30.0%    30.0%
          ties of friendship     ---    400    400     400      400
          ties dropped            "_      4      0       0        4
          ties made               "_      2      0       0        2
          people without ties    ---      0      0       0        0
        """))
  }

  @Test func `Only series that there are have a line`() {
    let made = MadeUp([.made(0, assortativity: nil, between: nil), .made(1, assortativity: nil, between: nil)]) {
      $0.on = []
    }
    let titles = made.report().overTime.dropFirst(3).prefix(6).map { $0.prefix(22).trimmed }
    #expect(
      titles == [
        "own score, mean", "own score, sd", "public score, mean", "public score, sd", "ties of friendship",
        "people without ties",
      ])
  }

  @Test(arguments: [(3, 1), (1, 3)])
  func `A twin has the series of the run, where only one of the two needs a series`(run: Int, twin: Int) {
    let made = MadeUp([.made(0), .made(1, isolated: 1, friendless: run)]) {
      $0.twins = [.made(.rewiring, [.made(0), .made(1, isolated: 1, friendless: twin)])]
    }
    let row = made.report(width: 100).twins.first { $0.contains("people without friends") }
    let fields = (row ?? "").split(separator: " ").suffix(3)
    #expect(Array(fields) == ["\(run)", "\(twin)", run > twin ? "+2" : "-2"])
  }

  @Test func `Flows between tiers are shares of the tier people come from`() {
    let flows = [[3, 1], [0, 6]]
    let made = MadeUp([.made(0, tiers: [4, 6]), .made(1, tiers: [3, 7], flows: flows)]) { $0.cuts = [600] }
    #expect(
      text(made.report(isPlain: true).tiers)
        == """
        TIERS                                                           1 change of tier

          tier       first  last  change
          from 600       6     7      +1  ########################
          below 600      4     3      -1  ##########

          from, to   from 600  below 600
          from 600   100.0% #          -
          below 600   25.0% :    75.0% #
          Of people in the tier at the left, where they are a period later, over all
          periods; -: none. Shorrocks' mobility of a period: 0.250 (0: everyone stays;
          1: the next tier does not depend on the last).
        """)
  }

  @Test func `Tiers with long names have numbers where the table would be too wide`() {
    let flows = (0..<5).map { row in (0..<5).map { $0 == row ? 40 : 0 } }
    let made = MadeUp([.made(0), .made(1, flows: flows)]) { ($0.scale, $0.cuts) = (.unit, Scale.unit.cuts) }
    #expect(text(made.report(width: 72).tiers).contains("  from, to               5         4"))
  }

  @Test func `More tiers than a table holds are told as staying and moving`() {
    let cuts = (1...20).map { 350 + 25 * Double($0) }
    let flows = (0...20).map { row in (0...20).map { $0 == row ? 3 : $0 == row + 1 ? 1 : 0 } }
    let tiers = [Int](repeating: 9, count: 21)
    let made = MadeUp([.made(0, tiers: tiers), .made(1, tiers: tiers, flows: flows)]) { $0.cuts = cuts }
    #expect(text(made.report().tiers).contains("  375 to 400   75.0%  25.0%     0.0%"))
  }

  @Test func `Many looks share lines, and their events add up`() {
    let looks = (0...30).map {
      SimulationFindings.Look(period: $0, communities: 5, births: $0 == 0 ? 5 : 1, splits: 0, deaths: 1, merges: 0)
    }
    let lines = MadeUp([.made(0), .made(30)]) { $0.looks = looks }.report().communities
    let rows = lines.dropFirst(3).prefix(12)
    #expect(rows.first == "  0                   5")
    #expect(rows.last == "  28 to 30            5       3       0       3       0")
    let births = rows.dropFirst().map { row in Int(row.split(separator: " ").suffix(4).first ?? "") ?? 0 }
    #expect(births.reduce(0, +) == 30)
  }

  @Test func `Those excluded are counted, with reasons and how long`() {
    let made = MadeUp([.made(0), .made(1)]) {
      $0.exclusion = .init(
        ever: 12, now: 4, again: 3, meanPeriods: 2.5, reasons: ["payments": 3, "score": 9, "contagion": 3])
    }
    #expect(
      text(made.report().excluded)
        == """
        EXCLUDED                                                        by the blacklist

                                     people  of all
          listed at some time            12    6.0%
          listed in the last period       4    2.0%
          listed more than once           3    1.5%
          Listings by reason: a low score 9, contagion 3 and missed payments 3. Whoever
          was listed was so for 2.5 periods on average, spells that still go on counted
          up to now.
        """)
  }

  @Test func `A twin stands beside the run, with the difference`() {
    let made = MadeUp([.made(0), .made(1, own: 620, ties: 405, dropped: 2, changed: 7)]) {
      $0.twins = [.made(.blind, [.made(0), .made(1, assortativity: 0.25, ties: 404, dropped: 2, changed: 6)])]
    }
    let lines = text(made.report().twins)
    #expect(lines.contains("  last values            this run  blind   diff."))
    #expect(lines.contains("  own score, mean           620.0  600.0   +20.0"))
    #expect(lines.contains("  assortativity, own        0.200  0.250  -0.050"))
    #expect(lines.contains("  ties of friendship          405    404      +1"))
    #expect(
      flat(lines).contains(
        "- blind: as many ties are dropped and made, at random, but for 1 fewer made in all. Public scores are 3.2 points apart on average: here 120 are higher and 70 lower, 10 the same within the error bounds."
      ))
  }

  @Test func `Points are the whole change of the sum, or it is said that they are not`() {
    func points(_ effort: Double) -> String {
      text(MadeUp([.made(0), .made(1, own: 620) { ($0.effort, $0.decay) = (effort, -1000) }]).report().points)
    }
    #expect(
      points(5000)
        == """
        POINTS                                                          over all periods

          own scores moved by    points  a person
          effort               +5,000.0     +25.0
          decay                -1,000.0      -5.0
          all together         +4,000.0     +20.0
          This is the whole change of the sum of own scores.
        """)
    #expect(
      flat(points(5001)).hasSuffix(
        "These do not add up: the sum of own scores changed by +4000.0 points. That is an error of the program."))
  }

  // MARK: How it went

  private func course(_ course: Course, horizon: Int = 40, _ records: [PeriodRecord] = [.made(0), .made(9)]) -> String {
    let made = MadeUp(records) { ($0.course, $0.horizon) = (course, horizon) }
    return flat(text(Array(made.report().course.dropFirst(2))))
  }

  @Test func `A course is told in plain words`() {
    #expect(
      course(.settled(since: 6)).hasPrefix(
        "At rest: from period 6 on no tie, tier or listing changed and no score moved beyond the tolerance. It stopped there, 31 periods early."
      ))
    #expect(
      course(.cycle(length: 2, since: 4), horizon: 9).hasPrefix(
        "Going round: the whole state comes back every 2 periods, and has done so twice, from period 4 on. Scores"))
    #expect(course(.running).hasPrefix("Not at its end: 9 of 40 periods. Scores"))
    #expect(
      course(.fluctuating, horizon: 9).hasPrefix(
        "Still moving at the horizon, after too few periods to tell a drift from noise. Scores"))
    #expect(
      course(.fluctuating, (0...40).map { .made($0) }).hasPrefix(
        "Still moving at the horizon, but back and forth, or too little in one direction to tell it from noise."))
    #expect(
      course(.running, horizon: 0, [.made(0)]).hasPrefix("Nothing has moved yet: period 0 is all there is. Scores"))
  }

  @Test func `A drift names the series that drift`() {
    let records = (0...40).map { PeriodRecord.made($0, own: 600 + 2 * Double($0)) }
    #expect(
      course(.drift, records).hasPrefix(
        "Still going one way at the horizon: over the last half of the periods the mean own score rose (+40.0), by more than the noise. What comes later is not told."
      ))
  }

  @Test func `Sweeps are told beside those of period 0`() {
    #expect(
      course(.fluctuating, horizon: 9).hasSuffix(
        "Scores settled in 12 sweeps in period 0, 2.0 a period afterwards; 18 fewer in all than if each period took as many as period 0. No public score of any period is off by more than 0.0010 points."
      ))
  }

  @Test func `Scores that did not settle are counted`() {
    #expect(
      course(.fluctuating, horizon: 9, [.made(0), .made(9, outcome: .notConverged)]).contains(
        "NOT SETTLED to the tolerance in 1 period."))
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
