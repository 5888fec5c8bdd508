import Analysis
import GraphModel
import Propagation
import Testing

@testable import Reporting

/// What the report says about how sure the numbers are.
struct OutcomeTests {
  private func report(_ society: Society = Fixture.town(), _ change: (inout AnalysisSettings) -> Void) throws -> String
  {
    let findings = try Fixture.findings(society) {
      $0.permutations = .count(0)
      change(&$0)
    }
    return flat(TextReport(findings, width: 120, ink: .plain).text())
  }

  @Test func `A certified result says how far off a score can be`() throws {
    let text = try report { _ in }
    #expect(text.contains(/Certified: no public score is off by more than [0-9.]+e-0[78] points \([0-9]+ rounds\)\./))
  }

  @Test func `A tolerance below the rounding of numbers is said to be so`() throws {
    let text = try report { $0.stop = .tolerance(1e-300) }
    #expect(text.contains("As exact as 64-bit numbers allow: no public score is off by more than "))
    #expect(text.contains("the tolerance asked for lies below"))
  }

  @Test func `Rounds as asked say how far the equilibrium is`() throws {
    let text = try report { $0.stop = .rounds(3) }
    #expect(text.contains(/3 rounds as asked; public scores are within [0-9.]+ points of the equilibrium\./))
  }

  @Test func `No rounds claim no bound`() throws {
    let text = try report { $0.stop = .rounds(0) }
    #expect(text.contains("0 rounds as asked; the distance to the equilibrium is not known."))
  }

  @Test func `Scores that did not converge are said so in capitals`() throws {
    let text = try report { $0.maximumRounds = 2 }
    #expect(text.contains("NOT CONVERGED after 2 rounds: scores may be off by "))
    #expect(!text.contains("Certified"))
  }

  @Test func `A cycle is told with its length, and nothing is called certified`() throws {
    let text = try report(Fixture.directedCycle(of: 6)) { $0.model = .deGroot }
    #expect(text.contains("go round in a cycle of 6 for ever; shown is the time average, 425.0."))
    #expect(!text.contains("Certified"))
  }

  @Test func `People whom no own view reaches are named, with what they agree on`() throws {
    let society = Society(
      name: "test", people: People(ids: ["ann", "bob", "cid"]), scale: .zhima, ownScores: [400, 500, 900],
      layers: [Fixture.layer("friendship", people: 3, [(0, 1), (1, 2), (2, 0)])])
    let text = try report(society) { $0.model = .deGroot }
    #expect(
      text.contains(
        "Nobody with an own view reaches 3 people (ann, bob, cid): they agree on 600.0 among themselves."))
  }

  @Test func `Of many in a group the first ten are named`() throws {
    let text = try report(Fixture.directedCycle(of: 12)) { $0.model = .deGroot }
    #expect(text.contains("reaches 12 people (p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, ...)"))
  }

  @Test func `Nobody moves without susceptibility, and nobody is listed`() throws {
    let text = try report { $0.susceptibility = .constant(0) }
    #expect(text.contains("0 gained, 0 lost, 13 stayed within the error."))
    #expect(!text.contains("gained most"))
  }

  @Test func `The model is named beside the title`() throws {
    #expect(try report { $0.model = .deGroot }.contains("WHAT THE NETWORK DID TO SCORES DeGroot"))
    #expect(try report { _ in }.contains("WHAT THE NETWORK DID TO SCORES susceptibility 0.5"))
  }
}
