import Testing

@testable import Reporting
@testable import Simulation

/// What is said of causes, word by word.
struct SimulationCauseTests {
  private static let records: [PeriodRecord] = [.made(0), .made(1, own: 620, shown: 640, assortativity: 0.1)]

  @Test func `Without a twin it is not told what the rewiring caused`() {
    #expect(
      MadeUp(Self.records).finding("causes")
        == "What the rewiring caused is not told: there is no twin without it (twins: [rewiring]).")
  }

  @Test func `The rewiring's effect is the run minus its twin`() {
    let made = MadeUp(Self.records) {
      $0.twins = [.made(.rewiring, [.made(0), .made(1, own: 610, shown: 650, assortativity: 0.3, between: 0.28)])]
    }
    #expect(
      made.finding("causes")
        == "The rewiring (with minus without it): assortativity of own scores -0.200, own share between communities +2.0pp, mean own score +10.0 and mean public score -10.0."
    )
  }

  @Test func `Where own scores are the same with and without it, that is said`() {
    let made = MadeUp(Self.records) {
      $0.twins = [
        .made(.rewiring, [.made(0), .made(1, own: 620, shown: 630, assortativity: 0.2)]),
        .made(.blind, [.made(0), .made(1, own: 620, shown: 645, assortativity: 0.05)]),
      ]
    }
    #expect(
      made.finding("causes")
        == "The rewiring (with minus without it): assortativity of own scores -0.100 and mean public score +10.0; own scores, and so the gap in them, are the same. Choosing ties (instead of changes at random): assortativity of own scores +0.050 and mean public score -5.0; own scores, and so the gap in them, are the same."
    )
  }

  @Test func `The announcement's effect is told for people too`() {
    let made = MadeUp(Self.records) {
      $0.announcement = 1
      $0.on = []
      $0.twins = [.made(.announcement, [.made(0), .made(1, own: 610, shown: 615)])]
    }
    #expect(
      made.finding("causes")
        == "The announcement (with minus without it): assortativity of own scores -0.100, own share between communities 0.0pp, mean own score +10.0 and mean public score +25.0. Public scores are 3.2 points apart on average: here 120 are higher and 70 lower, 10 the same within the error bounds."
    )
  }

  @Test func `An announcement without a twin is not told`() {
    let made = MadeUp(Self.records) { ($0.announcement, $0.on) = (1, []) }
    #expect(
      made.finding("causes")
        == "What the announcement caused is not told: there is no twin without it (twins: [announcement]).")
  }

  @Test func `Without rewiring the other twins speak`() {
    let made = MadeUp(Self.records) {
      $0.on = ["rewards"]
      $0.twins = [.made(.rewards, [.made(0), .made(1, shown: 630, assortativity: nil, between: nil)])]
    }
    #expect(
      made.finding("causes") == "The rewards (with minus without): mean own score +20.0 and mean public score +10.0.")
  }

  @Test func `Without any twin nothing is told`() {
    #expect(
      MadeUp(Self.records) { $0.on = [] }.finding("causes") == "Not told: no twin with a rule off ran beside (twins).")
  }

  @Test func `In period 0 nothing has a cause`() {
    #expect(MadeUp([.made(0)]).finding("causes") == "Nothing has happened yet that could have a cause.")
  }

  @Test(arguments: [
    ("gap", "people drop friends who score lower,"), ("similarity", "people drop friends who score otherwise,"),
  ])
  func `A rule that assumes sorting is said to prove nothing`(rule: String, words: String) {
    let text = flat(MadeUp(Self.records) { $0.rewiring = rule }.report().heading.joined(separator: "\n"))
    #expect(
      text.hasSuffix(
        "This rule assumes sorting: \(words) whatever that does to their own score. That friends become alike is put in here and does not come out: it proves nothing about the effect of scores."
      ))
  }

  @Test func `Period 0 alone is told in the present`() {
    let made = MadeUp([.made(0)])
    #expect(
      made.finding("gap").hasPrefix(
        "The share of the variance of own scores that lies between the communities of period 0 is 30.0%."))
    #expect(
      made.finding("sorting").hasPrefix("The assortativity of own scores over ties of friendship is 0.200; unrelated"))
    #expect(made.finding("scores").hasPrefix("The mean own score is 600.0, that of public scores is 610.0."))
  }
}
