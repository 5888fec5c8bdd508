import Compute
import Foundation
import GraphModel
import Simulation
import Testing

@testable import Experiments

struct StudyFindingsTests {
  private static func findings(_ text: String, people: Int = 12) throws -> (StudyFindings, StudyStore) {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Study.work(try Study.experiment(text), in: folder, people: people)
    return (try store.findings(), store)
  }

  private static let scenario = """
    scenario:
      society: nowhere
      periods: 2
      communities: none
      settle_periods: 0
      events: {deeds: {rate: 1, sd: 20}}
      rewiring: {rule: cost, review: 0.5}

    """

  @Test func `a cell's summary is that of its runs`() throws {
    let (findings, store) = try Self.findings(StudyStoreTests.text)
    var filter = StudyListing.Filter()
    filter.outcomes = ["spread"]
    filter.values = [("susceptibility", "0.5")]
    let numbers = try store.listing(of: .results, filter).rows.map { row -> Double in
      guard case .number(let value) = row[7] else { return .nan }
      return value
    }
    #expect(numbers.count == 6)
    let summary = try #require(findings.outcomes[0].cells[1].summary)
    #expect(summary.mean == numbers.compensatedMean)
    #expect(summary.t == SampleSummary.tInterval(numbers, level: 0.95))
    #expect(findings.outcomes.map(\.title) == ["spread", "places [north]", "places [south]"])
  }

  @Test func `a group that some runs do not have is missing there`() throws {
    let (findings, _) = try Self.findings(
      Self.scenario.replacing("communities: none", with: "communities: {resolution: 1}") + """
        factors: {resolution: {setting: communities.resolution, values: [0.2, 3]}}
        replicates: 3
        outcomes: {own: {measure: own_score, by: first_community}}
        """)
    let last = try #require(findings.outcomes.last)
    #expect(last.cells.map(\.runs) == [3, 3])
    #expect(last.cells[0].missing == ["no such group": 3])
    #expect(last.cells[1].missing.isEmpty)
  }

  @Test func `differences pair replicates, cell by cell and over all`() throws {
    let (findings, _) = try Self.findings(
      Self.scenario + """
        factors:
          susceptibility: {setting: propagation.susceptibility, values: [0, 0.5]}
          rule: {arms: {cost: none, blind: {rewiring.rule: blind}, off: {rewiring: none}}}
        replicates: 4
        outcomes: {dropped: {measure: dropped, from: 1, take: sum}}
        compare: {rule: off}
        """)
    let differences = findings.outcomes[0].differences
    #expect(
      differences.map { "\($0.level) \($0.others)" } == [
        "cost susceptibility=0", "cost susceptibility=0.5", "cost all", "blind susceptibility=0",
        "blind susceptibility=0.5", "blind all",
      ])
    // Without rewiring nothing is dropped, so that a difference is what was dropped.
    for difference in differences.prefix(2) {
      let cell = try #require(findings.outcomes[0].cells.first { $0.cell == difference.cell }?.summary)
      #expect(abs(cell.mean - (difference.difference?.mean ?? .nan)) < 1e-9)
    }
    let all = try #require(differences[2].difference)
    let parts = differences.prefix(2).compactMap { $0.difference?.mean }
    #expect(abs(all.mean - (parts[0] + parts[1]) / 2) < 1e-9)
    let effects = try #require(findings.outcomes[0].mainEffects)
    #expect(effects.wholeReplicates == 4)
    #expect(effects.factors[1].levels.map { $0.mean }.last == 0)
  }

  @Test func `common random numbers make the arms go together`() throws {
    func correlation(_ numbers: String) throws -> Double {
      let (findings, _) = try Self.findings(
        StudyStoreTests.text.replacing("replicates: 6", with: "replicates: 40\nrandom_numbers: \(numbers)"))
      return try #require(findings.outcomes[0].differences[0].difference?.correlation)
    }
    #expect(try correlation("common") > 0.9)
    // Of 40 pairs that have nothing to do with each other beyond 0.5 lies one correlation in 1,000.
    #expect(try abs(correlation("independent")) < 0.5)
  }

  @Test func `the sensitivities of a sampled design point at the factor that matters`() throws {
    for design in ["sobol", "latin-hypercube"] {
      let (findings, _) = try Self.findings(
        """
        scenario:
          society: nowhere
          periods: 1
          communities: none
          settle_periods: 0
          events: {deeds: {rate: 4, mean: 5, sd: 1}}
        design: \(design)
        points: \(design == "sobol" ? 32 : 40)
        factors:
          mean: {setting: events.deeds.mean, from: 0, to: 10}
          susceptibility: {setting: propagation.susceptibility, from: 0, to: 0.9}
        replicates: 1
        outcomes: {own: own_mean}
        """, people: 30)
      let outcome = findings.outcomes[0]
      if design == "sobol" {
        let indices = try #require(outcome.sobol)
        #expect(indices.first[0].value > 0.9)
        // No own score depends on the company one keeps here.
        #expect(indices.total[1].value == 0)
      } else {
        let regression = try #require(outcome.regression)
        #expect(regression.coefficients[0].value > 0.95)
        #expect(abs(regression.coefficients[1].value) < 0.2)
        #expect((regression.rSquared ?? 0) > 0.9)
      }
    }
  }

  @Test func `findings are the same when they are read back from JSON`() throws {
    let (findings, _) = try Self.findings(StudyStoreTests.text)
    let data = try JSONEncoder().encode(findings)
    #expect(try JSONDecoder().decode(StudyFindings.self, from: data) == findings)
  }

  // A person's own score moves by a Poisson number of deeds, 2 on average, of 3 points on average: over one period the mean
  // of own scores rises by 6 points, exactly. 1,000 studies of 12 replicates: of intervals that cover 95 in 100, fewer
  // than 930 or more than 970 of them hold the mean in one of 270 tests (binomial, sd 6.9). Seeds are fixed, so the test
  // always says the same.
  @Test func `intervals of a mean that is known hold it in 93 to 97 of 100 studies`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (studies, size) = (1000, 12)
    let experiment = try Study.experiment(
      """
      scenario:
        society: nowhere
        periods: 1
        communities: none
        settle_periods: 0
        propagation: {susceptibility: 0}
        events: {deeds: {rate: 2, mean: 3, sd: 10}}
      replicates: \(studies * size)
      outcomes: {own: {measure: own_mean, change: true}}
      series: none
      """)
    let store = try Study.work(experiment, in: folder, people: 4)
    let numbers = try store.listing(of: .results, StudyListing.Filter()).rows.map { row -> Double in
      guard case .number(let value) = row[6] else { return .nan }
      return value
    }
    #expect(numbers.count == studies * size)
    let covered = (0..<studies).count { study in
      let own = Array(numbers[study * size..<(study + 1) * size])
      return SampleSummary.tInterval(own, level: 0.95)?.contains(6) == true
    }
    #expect((930...970).contains(covered), "\(covered)")
  }
}
