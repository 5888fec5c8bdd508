import Testing

@testable import Analysis
@testable import Reporting
@testable import Simulation

/// The five findings, word by word, on findings that are made up.
struct SimulationFindingTests {
  // MARK: The gap

  @Test func `A gap that opens is told with its size, beside what chance gives`() {
    let made = MadeUp([.made(0), .made(1, between: 0.345, gap: 92)]) {
      $0.measures = [
        MeasureRow(
          "variance_between_share", of: "own_score", by: "first_community", value: 0.3, n: 200, expected: 0.0201)
      ]
    }
    #expect(
      made.finding("gap")
        == "The gap between communities is wider: the share of the variance of own scores that lies between the communities of period 0 went from 30.0% to 34.5% (+4.5pp); chance alone gives 2.0%. In points, the distance from the lowest to the highest mean went from 80.0 to 92.0 (+12.0). Of public scores, which show exposure and not sorting, the share went from 30.0% to 34.5% (+4.5pp)."
    )
  }

  @Test(arguments: [
    (0.25, "The gap between communities is narrower: the share"),
    (0.309, "The gap between communities is about as wide as it was: the share"),
    (0.3, "The gap between communities is as wide as it was: the share"),
  ])
  func `The first words fit where the gap went`(share: Double, words: String) {
    #expect(MadeUp([.made(0), .made(1, between: share)]).finding("gap").hasPrefix(words))
  }

  @Test func `A gap that nobody looked for is not told`() {
    let made = MadeUp([.made(0, between: nil, gap: nil), .made(1, between: nil, gap: nil)]) { $0.looks = [] }
    #expect(made.finding("gap") == "Not told: communities were not looked for.")
  }

  @Test(arguments: [
    (1, 50.0, "Not told: period 0 has one community only."),
    (0, 50.0, "Not told: period 0 has no community, as nobody has a tie."),
    (4, 0.0, "Not told: all own scores are equal."),
  ])
  func `A gap that is not defined has a reason`(communities: Int, sd: Double, text: String) {
    let made = MadeUp([.made(0, sd: sd, between: nil, gap: nil)]) {
      $0.looks = [.init(period: 0, communities: communities, births: communities, splits: 0, deaths: 0, merges: 0)]
    }
    #expect(made.finding("gap") == text)
  }

  @Test func `A gap that is lost on the way has its last value`() {
    let made = MadeUp([.made(0), .made(1, between: 0.1), .made(2, sd: 0, between: nil)])
    #expect(made.finding("gap").contains("was 10.0% when it was last defined. At the end it is not defined."))
  }

  // MARK: Sorting

  @Test func `Sorting that falls is said to fall`() {
    let made = MadeUp([.made(0), .made(1, assortativity: -0.05, dropped: 30, changed: 1)])
    #expect(
      made.finding("sorting")
        == "Friends are less alike in own scores: the assortativity over ties of friendship went from 0.200 to -0.050 (-0.250); unrelated scores give about 0, give or take 0.05 or more. Of public scores, which settle on these very ties, it went from 0.500 to 0.250 (-0.250). 30 ties were dropped by choice and 1 made."
    )
  }

  @Test(arguments: [
    (0.3, "Friends are more alike in own scores: the"),
    (0.19, "Friends are about as alike in own scores as they were: the"),
    (0.2, "Friends are as alike in own scores as they were: the"),
  ])
  func `The first words fit where sorting went`(assortativity: Double, words: String) {
    #expect(MadeUp([.made(0), .made(1, assortativity: assortativity)]).finding("sorting").hasPrefix(words))
  }

  @Test(arguments: [(16, "0.25"), (1064, "0.03"), (12_000_000, "0.0003")])
  func `The spread of unrelated scores never shows as nothing`(ties: Int, deviation: String) {
    let made = MadeUp([.made(0), .made(1, ties: ties)])
    #expect(made.finding("sorting").contains("unrelated scores give about 0, give or take \(deviation) or more."))
  }

  @Test func `Changes of ties stand beside those that noise alone brings`() {
    let made = MadeUp([.made(0), .made(1, dropped: 30, changed: 12)]) {
      $0.twins = [.made(.network, [.made(0), .made(1, dropped: 25, changed: 11)])]
    }
    #expect(
      made.finding("sorting").hasSuffix(
        "30 ties were dropped by choice and 12 made (25 and 11 in the twin where the network pulls nobody)."))
  }

  @Test func `Without a rule of rewiring it is said that none is on`() {
    let made = MadeUp([.made(0), .made(1)]) { ($0.on, $0.rewiring) = ([], nil) }
    #expect(made.finding("sorting").hasSuffix("No tie was dropped or made by choice: no rule of rewiring is on."))
  }

  @Test func `Sorting without ties is not told`() {
    let made = MadeUp([.made(0, assortativity: nil, ties: 0)])
    #expect(made.finding("sorting") == "Not told: over ties of friendship, no tie is there. No tie has changed yet.")
  }

  // MARK: Scores

  @Test func `Scores are told with where their points came from`() {
    let made = MadeUp([
      .made(0),
      .made(1, own: 590, shown: 595) {
        $0.missed = -3000
        $0.effort = 1000
        $0.held = 0.5
      },
    ])
    #expect(
      made.finding("scores")
        == "Own scores are lower: their mean went from 600.0 to 590.0 (-10.0), that of public scores went from 610.0 to 595.0 (-15.0). The spread (sd) of own scores stayed at 50.0. Points a person: missed payments -15.0, effort +5.0."
    )
  }

  @Test func `Scores that nobody saw are called so`() {
    let made = MadeUp([.made(0), .made(1)]) { $0.announcement = nil }
    #expect(
      made.finding("scores")
        == "Own scores are as high as they were: their mean stayed at 600.0, that of public scores, which nobody saw, stayed at 610.0. The spread (sd) of own scores stayed at 50.0. No rule moved an own score."
    )
  }

  // MARK: Exclusion

  @Test func `Exclusion tells who was listed and who is alone`() {
    let made = MadeUp([.made(0, isolated: 1), .made(1, isolated: 4, listed: 1)]) {
      $0.exclusion = .init(ever: 12, now: 1, again: 3, meanPeriods: 2.5, reasons: ["score": 15])
    }
    #expect(
      made.finding("exclusion")
        == "12 people (6.0%) were on the blacklist at some time, 3 of them more than once, 1 person (0.5%) in the last period. 4 people (2.0%) have no tie that counts, 1 at first."
    )
  }

  @Test(arguments: [
    (0, 0, "Everyone has a tie that counts."), (1, 1, "1 person (0.5%) has no tie that counts, as at first."),
    (2, 0, "Nobody is without a tie that counts, 2 at first."),
  ])
  func `Without a blacklist people without ties are told`(first: Int, last: Int, text: String) {
    let made = MadeUp([.made(0, isolated: first), .made(1, isolated: last)])
    #expect(made.finding("exclusion") == "There is no blacklist. \(text)")
  }

  @Test func `A blacklist that lists nobody is told in one sentence`() {
    let made = MadeUp([.made(0), .made(1)]) {
      $0.exclusion = .init(ever: 0, now: 0, again: 0, meanPeriods: nil, reasons: [:])
    }
    #expect(made.finding("exclusion") == "Nobody was ever on the blacklist. Everyone has a tie that counts.")
  }
}
