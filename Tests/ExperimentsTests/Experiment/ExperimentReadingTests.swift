import GraphModel
import Propagation
import Simulation
import Testing

@testable import Experiments

struct ExperimentReadingTests {
  private static let scenario = """
    scenario:
      society: nowhere
      periods: 5
      twins: none
      communities: none
      rewiring: {rule: cost}

    """

  @Test func `a grid has every combination, the first factor slowest`() throws {
    let experiment = try Study.experiment(
      Self.scenario + """
        factors:
          susceptibility: {setting: propagation.susceptibility, values: [0, 0.5]}
          review: {setting: rewiring.review, from: 0.1, to: 0.4, count: 3, scale: log}
        outcomes: {spread: own_sd}
        """)
    #expect(
      experiment.cells.map(\.label) == [
        "susceptibility=0, review=0.1", "susceptibility=0, review=0.2", "susceptibility=0, review=0.4",
        "susceptibility=0.5, review=0.1", "susceptibility=0.5, review=0.2", "susceptibility=0.5, review=0.4",
      ])
    #expect(experiment.cells[4].scenario.propagation.susceptibility == .constant(0.5))
    #expect(experiment.cells[4].scenario.rewiring?.review == 0.2)
    #expect(experiment.cells.allSatisfy { $0.scenario.periods == 5 && $0.scenario.twins == [] })
  }

  @Test func `one at a time goes from the first values, and compares with them`() throws {
    let experiment = try Study.experiment(
      Self.scenario + """
        design: one-at-a-time
        factors:
          propagation.susceptibility: [0.5, 0, 0.9]
          rule: {arms: {cost: none, blind: {rewiring.rule: blind}}}
        outcomes: {spread: own_sd}
        """)
    #expect(
      experiment.cells.map(\.label) == [
        "propagation.susceptibility=0.5, rule=cost", "propagation.susceptibility=0, rule=cost",
        "propagation.susceptibility=0.9, rule=cost", "propagation.susceptibility=0.5, rule=blind",
      ])
    #expect(experiment.comparisons.map(\.against) == ["0.5", "cost"])
    #expect(experiment.cells[3].scenario.rewiring?.choice == .blind)
  }

  @Test func `an arm can change several settings, and switch a section off`() throws {
    let experiment = try Study.experiment(
      Self.scenario + """
        factors:
          policy:
            arms:
              nothing: {rewiring: none, periods: 7}
              something: {rewiring.review: 0.3, propagation.susceptibility: 0.2}
        outcomes: {spread: own_sd}
        """)
    #expect(experiment.cells[0].scenario.rewiring == nil)
    #expect(experiment.cells[0].scenario.periods == 7)
    #expect(experiment.cells[1].scenario.rewiring?.review == 0.3)
    #expect(experiment.cells[1].scenario.propagation.susceptibility == .constant(0.2))
  }

  @Test func `sampled designs stay in their ranges, whole numbers whole`() throws {
    for design in ["latin-hypercube", "sobol"] {
      let experiment = try Study.experiment(
        Self.scenario + """
          design: \(design)
          points: 16
          factors:
            susceptibility: {setting: propagation.susceptibility, from: 0.2, to: 0.8}
            candidates: {setting: rewiring.candidates, from: 1, to: 4}
            noise: {setting: rewiring.noise, from: 0.1, to: 10, scale: log}
          outcomes: {spread: own_sd}
          """)
      #expect(experiment.cells.count == (design == "sobol" ? 16 * 5 : 16))
      let candidates = experiment.cells.compactMap { $0.scenario.rewiring?.candidates }
      #expect(Set(candidates) == [1, 2, 3, 4])
      for cell in experiment.cells {
        let noise = try #require(cell.scenario.rewiring?.noise)
        #expect(0.1...10 ~= noise)
        guard case .constant(let susceptibility) = cell.scenario.propagation.susceptibility else {
          Issue.record("the susceptibility is a number")
          continue
        }
        #expect(0.2...0.8 ~= susceptibility)
        #expect(cell.values[0].number == susceptibility)
      }
      // Half of a logarithmic range lies below the geometric mean of its ends.
      let low = experiment.cells.count { ($0.scenario.rewiring?.noise ?? 0) < 1 }
      #expect(abs(low - experiment.cells.count / 2) <= 2)
    }
  }

  @Test func `twins that no outcome asks for are left out, those that one does are kept`() throws {
    let text = """
      scenario:
        society: nowhere
        periods: 5
        twins: [blind, rewiring]
        rewiring: {rule: cost}
      outcomes:
        effect: {measure: own_assortativity, less_twin: blind}
      """
    #expect(try Study.experiment(text).cells[0].scenario.twins == [.blind])
  }

  @Test func `the template is an experiment`() throws {
    // Its scenario is a file that is not here: put one in its place.
    let text = Experiment.template.replacing("scenario: datasets/scenarios/village.yaml", with: Self.scenario)
    let experiment = try Study.experiment(text)
    #expect(experiment.cells.count == 24)
    #expect(experiment.outcomes.map(\.name) == ["sorting", "gap", "dropped", "sorted_by", "circles"])
  }

  @Test(arguments: [
    ("factors: {susceptability: [0, 1]}", "\"susceptability\" is no setting of a scenario"),
    ("factors: {propagation.susceptibility: [0, 2]}", "is \"2\"; a number from 0 to 1"),
    ("factors: {propagation.susceptibility: [0, 0]}", "has \"0\" twice"),
    ("factors: {review: {setting: rewiring.review, from: 0.5, to: 0.1, count: 3}}", "above that of \"from\""),
    ("factors: {review: {setting: rewiring.review, from: 0.1, to: 0.5}}", "needs a \"count\""),
    ("factors: {review: {setting: rewiring.review, from: 0, to: 0.5, count: 3, scale: log}}", "a number above 0"),
    ("factors: {review: {setting: rewiring.review}}", "needs one of \"values\""),
    ("design: grit", "is \"grit\" (did you mean \"grid\"?)"),
    ("points: 5", "belongs to the designs"),
    ("replicates: 0", "a whole number from 1"),
    ("seed: -1", "a whole number from 0"),
    ("level: 95", "such as 0.95"),
    ("society: each", "a section \"generate\" was expected"),
    ("random_numbers: same", "common or independent"),
    ("until: spread < 1", "is no stopping rule"),
    ("until: spred ci-width < 1", "did you mean \"spread\""),
    ("until: spread difference ci-width < 1", "nothing is compared"),
    ("compare: {review: 1}", "which is no factor"),
    ("factors: {propagation.susceptibility: [0, 1], Propagation.Susceptibility: [0]}", "twice but for capitals"),
    ("factors: {seed: [1, 2]}", "a study sets \"seed\" itself"),
    ("factors: {a: {setting: periods, values: [1]}, periods: [2]}", "\"a\" and \"periods\" both vary \"periods\""),
    ("factors: {a: {arms: {x: {rewiring: none}}}, rewiring.review: [0.1]}", "both vary \"rewiring\""),
    ("replicates: 10000001", "a whole number from 1 to 10000000"),
    ("replicats: 3", "did you mean \"replicates\""),
    ("set: {periods: many}", "\"periods\" is \"many\""),
  ])
  func `what is wrong is told with its line`(line: String, message: String) throws {
    let text = Self.scenario + "outcomes: {spread: own_sd}\n" + line + "\n"
    let error = #expect(throws: ReadingError.self) { try Study.experiment(text) }
    let problem = try #require(error?.problems.first)
    #expect(problem.message.contains(message), "\(problem)")
    #expect(problem.file == "study.yaml")
    #expect(problem.line == 8, "\(problem)")
  }

  @Test(arguments: [
    ("{spread: {measure: own_sd, last: 3, at: 2}}", "has several of"),
    ("{spread: {measure: own_sd, take: median}}", "mean, sum, lowest or highest"),
    ("{spread: {measure: own_sd, above: 3, take: sum}}", "has several of"),
    ("{spread: {measure: own_sd, from: 5, to: 3}}", "5 or more was expected"),
    ("{spread: {measure: gini, of: own_score, twin: blind}}", "twins have the numbers of periods.csv only"),
    ("{spread: {measure: own_sd, statistic: sd}}", "\"by\" and one of"),
    ("{spread: {mesure: own_sd}}", "did you mean \"measure\""),
    ("{spread: }", "has no measure"),
    ("{a b: own_sd}", "is no name of an outcome"),
    ("{}", "is empty"),
    ("{spread: {measure: own_sd, at: 99}}", "but no run has more than 5 periods"),
    ("{spread: {measure: own_sd, from: 6}}", "but no run has more than 5 periods"),
  ])
  func `outcomes that cannot be are told`(outcomes: String, message: String) throws {
    let error = #expect(throws: ReadingError.self) {
      try Study.experiment(Self.scenario + "outcomes: " + outcomes)
    }
    let problems = try #require(error?.problems)
    #expect(problems.contains { $0.message.contains(message) && $0.line == 7 }, "\(problems)")
  }

  @Test func `more cells and runs than anybody could want are refused before they are made`() throws {
    let values = "[" + (0..<100).map { "0.\(100 + $0)" }.joined(separator: ", ") + "]"
    let settings = ["rewiring.review", "rewiring.noise", "rewiring.friends_of_friends", "propagation.susceptibility"]
    let factors = settings.map { "  \($0): \(values)" }.joined(separator: "\n")
    let error = #expect(throws: ReadingError.self) {
      try Study.experiment(Self.scenario + "outcomes: {spread: own_sd}\nfactors:\n" + factors)
    }
    #expect(error?.problems.first?.message.contains("the factors make 100000000 cells") == true)
    let runs = #expect(throws: ReadingError.self) {
      try Study.experiment(
        Self.scenario
          + "outcomes: {spread: own_sd}\nreplicates: 1000000\nfactors:\n  f: {setting: rewiring.review, values: \(values)}"
      )
    }
    #expect(runs?.problems.first?.message.contains("are 100000000 runs") == true)
  }

  @Test func `a range steps from end to end`() {
    let range = Factor.Range(low: 1, high: 9, isLogarithmic: false, isWhole: true)
    #expect(range.values(3) == [1, 5, 9])
    #expect([0, 0.112, 0.9999].map(range.value) == [1, 2, 9])
    let ratio = Factor.Range(low: 0.01, high: 100, isLogarithmic: true, isWhole: false)
    #expect(ratio.values(5).map { ($0 * 1e6).rounded() / 1e6 } == [0.01, 0.1, 1, 10, 100])
  }
}
