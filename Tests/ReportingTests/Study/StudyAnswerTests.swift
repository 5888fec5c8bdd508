import Testing

@testable import Experiments
@testable import Reporting

/// Sentences say what numbers say, and no more.
struct StudyAnswerTests {
  private static let susceptibility = MadeUpStudy.numbers("susceptibility", [0, 0.25, 0.5, 0.75])

  private static func answer(_ findings: StudyFindings) -> String {
    StudyReport(findings, width: 100, ink: .plain).answer(findings.outcomes[0])
  }

  @Test func `What rises is said to rise, from end to end`() {
    let answer = Self.answer(MadeUpStudy.of([Self.susceptibility]) { ($0[0].number ?? 0) + 0.1 * $1 })
    #expect(answer.hasPrefix("It rises with susceptibility, from "))
    #expect(answer.contains(" at 0 to ") && answer.hasSuffix(" at 0.75."))
  }

  @Test func `What falls is said to fall, though levels stand in another order`() {
    let factor = MadeUpStudy.numbers("susceptibility", [0.75, 0, 0.25])
    let answer = Self.answer(MadeUpStudy.of([factor]) { 5 - ($0[0].number ?? 0) + 0.1 * $1 })
    #expect(answer.hasPrefix("It falls with susceptibility, from "))
    #expect(answer.contains(" at 0 to ") && answer.hasSuffix(" at 0.75."))
  }

  @Test func `Where intervals overlap there is no difference beyond chance`() {
    let answer = Self.answer(MadeUpStudy.of([Self.susceptibility], value: { 0.001 * ($0[0].number ?? 0) + $1 }))
    #expect(answer.hasPrefix("No difference beyond chance between the levels of susceptibility: means go from "))
  }

  @Test func `A paired difference tells what overlapping intervals do not`() {
    // All chance is shared: intervals of cells overlap, differences are exact.
    let findings = MadeUpStudy.of([MadeUpStudy.arms("rule", ["control", "cost"])], compare: ["rule": "control"]) {
      $0.outcomes[0].value = { values, replicate, chance in
        Double(replicate) + 0.01 * chance + (values[0].level == 1 ? 0.5 : 0)
      }
    } value: { _, _ in
      nil
    }
    let cells = findings.outcomes[0].cells.compactMap { $0.summary?.t }
    #expect(cells.count == 2 && cells[0].high > cells[1].low)
    #expect(Self.answer(findings).hasPrefix("It is higher with rule=cost ("))
  }

  @Test func `A turn in between is told where it differs from both ends`() {
    let answer = Self.answer(
      MadeUpStudy.of([Self.susceptibility]) { values, chance in
        [0, 5, 5, 1][values[0].level ?? 0] + 0.1 * chance
      })
    #expect(answer.hasPrefix("It rises with susceptibility, from "))
    #expect(answer.contains(" at 0.25, and falls again to "))
  }

  @Test func `Where the outcome goes down and up again it does not rise`() {
    let answer = Self.answer(
      MadeUpStudy.of([Self.susceptibility]) { values, chance in
        [5, 4, 0, 7][values[0].level ?? 0] + 0.1 * chance
      })
    #expect(answer.hasPrefix("It falls with susceptibility, from "))
    #expect(answer.contains(" at 0.5, and rises again to "))
  }

  @Test func `What goes up in some cells and down in others is not told by its mean`() {
    let answer = Self.answer(
      MadeUpStudy.of([Self.susceptibility, MadeUpStudy.arms("rule", ["control", "cost"])]) { values, chance in
        let place = Double(values[0].level ?? 0)
        return (values[1].level == 0 ? 3 * place : -place) + 0.1 * chance
      })
    #expect(answer.contains("goes different ways with susceptibility, up in some cells and down in others"))
  }

  @Test func `Where the ends are alike, the turn is told`() {
    let answer = Self.answer(
      MadeUpStudy.of([Self.susceptibility]) { values, chance in
        [0, 5, 2, 0][values[0].level ?? 0] + 0.1 * chance
      })
    #expect(answer.hasPrefix("It rises with susceptibility, from "))
    #expect(answer.contains(" at 0.25, and falls again to "))
  }

  @Test func `Of several factors those that do something come first`() {
    let factors = [MadeUpStudy.arms("side", ["left", "right"]), Self.susceptibility]
    let answer = Self.answer(MadeUpStudy.of(factors) { ($0[1].number ?? 0) + 0.1 * $1 })
    #expect(answer.hasPrefix("It rises with susceptibility, from "))
    #expect(answer.contains("That is over all values of the others. No difference beyond chance by side."))
  }

  @Test func `Differences from a level are counted`() {
    let answer = Self.answer(
      MadeUpStudy.of([Self.susceptibility], compare: ["susceptibility": "0"]) { ($0[0].number ?? 0) + 0.1 * $1 })
    #expect(answer.contains("Of the differences from susceptibility=0, all 3 lie beyond chance."))
  }

  @Test(arguments: [
    ("undefined", "It is not defined in any of 32 runs: never above: 32 of 32."),
    ("all failed", "Nothing is known: no run succeeded."), ("constant", "It is 0 in every run of every cell."),
    ("unmoved", "Nothing that varies changes it: the mean is 3.5 (95% interval 1.5 to 5.5) in every cell."),
  ])
  func `Where there is nothing to find, that is said`(name: String, answer: String) {
    #expect(Self.answer(MadeUpStudy.named(name)) == answer)
  }

  @Test func `One run a cell supports no difference`() {
    let answer = Self.answer(MadeUpStudy.of([Self.susceptibility], { $0.replicates = 1 }) { ($0[0].number ?? 0) + $1 })
    #expect(answer.hasPrefix("It goes from "))
    #expect(answer.hasSuffix("how much of that is chance cannot be told from one run each."))
    #expect(Self.answer(MadeUpStudy.named("one run")).hasSuffix("how much of that is chance cannot be told."))
  }

  @Test func `Numbers that are missing are counted`() {
    let answer = Self.answer(MadeUpStudy.named("undefined in runs"))
    #expect(answer.contains(/Defined in \d+ of 32 runs: means are of those alone\./))
  }

  @Test func `Sampled factors are told by coefficient, those without effect apart`() {
    let factors = [MadeUpStudy.range("susceptibility", 0, 1), MadeUpStudy.range("review", 0, 1)]
    let answer = Self.answer(
      MadeUpStudy.of(
        factors,
        { ($0.design, $0.replicates) = (.latinHypercube(points: 40), 1) },
        value: { -2 * ($0[0].number ?? 0) + 0.2 * $1 }))
    #expect(answer.hasPrefix("It falls with susceptibility (-"))
    #expect(answer.contains("No linear effect beyond chance of review."))
  }

  @Test func `Shares of variance are told of those that have one`() {
    let answer = Self.answer(MadeUpStudy.named("sobol"))
    #expect(answer.contains(/goes with one factor alone: \d+% with susceptibility \(/))
    #expect(answer.contains("Nothing beyond chance goes with review alone."))
  }

  @Test func `No sentence holds what is not a number`() {
    for (name, findings) in MadeUpStudy.all {
      let report = StudyReport(findings, width: 100, ink: .plain)
      for outcome in findings.outcomes {
        let answer = report.answer(outcome)
        #expect(!answer.isEmpty && !answer.contains(/\bnan\b|\binf\b|\bnil\b|Optional/), "\(name): \(answer)")
      }
    }
  }
}
