import Testing

@testable import Experiments
@testable import Reporting

/// The whole report of a study.
struct StudyReportTests {
  /// Names and numbers that are hard to fit.
  private static let wide: StudyFindings = {
    let long = String(repeating: "long-", count: 12)
    return MadeUpStudy.of(
      [
        MadeUpStudy.numbers(long + "a", [0.123456789, 2_000_000.5]), MadeUpStudy.arms(long + "b", [long, "short"]),
        MadeUpStudy.arms(long + "c", ["one", long]),
      ], compare: [long + "b": "short"],
      { study in
        (study.name, study.scenario, study.until, study.isEnough) = (long + long, long, "gap ci-width < 0.001", false)
        (study.failed, study.message) = (25, long + long + long)
      }
    ) { 123_456_789 + 1_000 * $1 + ($0[1].level == 1 ? 5_000 : 0) }
  }()

  private static func text(_ findings: StudyFindings, width: Int = 80, isPlain: Bool = false) -> String {
    StudyReport(findings, width: width, ink: .plain, isPlain: isPlain).text(
      command: "graph-tool sweep made-up.yaml", folder: "made.study",
      files: [.init(path: "study.sqlite", content: "every run")])
  }

  @Test(arguments: [72, 80, 120])
  func `No line is wider than the width, and none ends in a blank`(width: Int) {
    for (name, findings) in MadeUpStudy.all + [("wide", Self.wide)] {
      let lines = Self.text(findings, width: width).split(separator: "\n")
      let odd = lines.filter { $0.count > width || $0.last == " " }
      #expect(odd == [], "\(name)")
    }
  }

  @Test func `In ASCII every report is ASCII`() {
    for (name, findings) in MadeUpStudy.all + [("wide", Self.wide)] {
      let text = Self.text(findings, isPlain: true)
      let strange = text.filter { !$0.isASCII }
      #expect(strange.isEmpty, "\(name): \(strange)")
    }
  }

  @Test func `Colour changes no text`() {
    for (name, findings) in MadeUpStudy.all {
      let colour = StudyReport(findings, width: 80, ink: .colour).text()
      #expect(
        colour.replacing(/\u{1B}\[[0-9;]*m/, with: "") == StudyReport(findings, width: 80, ink: .plain).text(),
        "\(name)")
    }
  }

  @Test func `A study has its sections in this order`() {
    let heads = Self.text(Self.wide).split(separator: "\n").filter { $0.first != " " }.map {
      String($0.prefix { $0 != " " })
    }
    #expect(heads.dropFirst() == ["ANSWERS", "GAP", "RUNS", "WHAT", "THE", "FILES"])
  }

  @Test func `Nothing is written that is no number`() {
    for (name, findings) in MadeUpStudy.all {
      #expect(!Self.text(findings).contains(/\bnan\b|\binf\b|\bnil\b|Optional/), "\(name)")
    }
  }

  @Test func `Cells stand by factor, with intervals on one axis`() {
    let lines = Self.text(MadeUpStudy.named("one number")).split(separator: "\n").map(String.init)
    let head = lines.first { $0.contains("95% interval") }
    #expect(head?.hasPrefix("  susceptibility  n  ") == true)
    #expect(lines.count { $0.contains("●") } == 7)
  }

  @Test func `Missing numbers are told with their reason`() {
    let text = flat(Self.text(MadeUpStudy.named("undefined in a cell")))
    #expect(text.contains("Missing in 1 cell: never above: 8 of 32 runs."))
    #expect(text.contains("0 8 - - - never above"))
  }

  @Test func `Differences say whether they hold 0, and what their arms share`() {
    let findings = MadeUpStudy.of(
      [MadeUpStudy.numbers("susceptibility", [0, 1])], compare: ["susceptibility": "0"],
      { study in
        study.outcomes[0].value = { values, replicate, chance in
          (values[0].number ?? 0) + 0.1 * (Double(replicate) + chance)
        }
      }, value: { _, _ in nil })
    let text = flat(Self.text(findings))
    #expect(text.contains("Against susceptibility=0, in the same replicates:"))
    #expect(text.contains("higher"))
    #expect(
      text.contains(/corr\.: arms correlate by .* with common random numbers a pair is worth [0-9.]+ independent/))
  }

  @Test func `A level with one number is left aside, and not taken for chance`() {
    let findings = MadeUpStudy.of(
      [MadeUpStudy.numbers("susceptibility", [0, 0.5, 1])],
      { study in
        study.outcomes[0].value = { values, replicate, chance in
          let place = values[0].number ?? 0
          return place == 1 && replicate != 3 ? nil : 10 * place + chance
        }
      }, value: { _, _ in nil })
    let text = flat(Self.text(findings))
    #expect(text.contains("(1 level with one number left aside)"))
    #expect(!text.contains("from one run each"))
  }

  @Test func `Means that point another way than the differences do are not told as a finding`() {
    // At 1 the first half of the replicates is missing, whose numbers are low; the others fall by 2.
    let findings = MadeUpStudy.of(
      [MadeUpStudy.numbers("susceptibility", [0, 1])], compare: ["susceptibility": "0"],
      { study in
        study.outcomes[0].value = { values, replicate, chance in
          let level = replicate > 4 ? 10.0 : 0
          if values[0].number == 0 { return level + 0.1 * chance }
          return replicate > 4 ? level - 2 + 0.1 * chance * Double(replicate) : nil
        }
      }, value: { _, _ in nil })
    let text = flat(Self.text(findings))
    #expect(text.contains("but in replicates that have both the difference is -"))
    #expect(!text.contains("It rises with susceptibility"))
  }

  @Test func `Of many cells there is no table, and it is said where there is one`() {
    let text = flat(Self.text(MadeUpStudy.named("latin hypercube")))
    #expect(text.contains("Tables of 40 cells are left out below"))
    #expect(text.contains("graph-tool study STUDY --list results --csv"))
  }

  @Test func `Failures are counted, and the first 20 shown`() {
    let text = Self.text(Self.wide)
    #expect(text.contains("RUNS THAT FAILED") && flat(text).contains("5 more failed."))
    #expect(!Self.text(MadeUpStudy.named("arms")).contains("RUNS THAT FAILED"))
  }

  @Test func `A stopping rule is told with what it does to coverage`() {
    let text = flat(Self.text(Self.wide))
    #expect(text.contains("The stopping rule \"gap ci-width < 0.001\" is not met with 8 of at most 8 replicates."))
    #expect(text.contains("covered slightly less often than 95%."))
  }

  @Test func `Cautions count intervals and what chance makes of them`() {
    let text = flat(Self.text(MadeUpStudy.named("one number")))
    #expect(text.contains("There are 7 intervals in this study. One of level 95% misses its number 5% of the time"))
    #expect(text.contains("bootstrap intervals cover less often than they say"))
    #expect(text.contains("All replicates begin with one society"))
  }

  @Test func `Independent random numbers save nothing`() {
    let findings = MadeUpStudy.of(
      [MadeUpStudy.arms("rule", ["a", "b"])], compare: ["rule": "a"], { $0.randomNumbers = .independent },
      value: { $1 + Double($0[0].level ?? 0) })
    let text = flat(Self.text(findings))
    #expect(text.contains("Each run has random numbers of its own (independent)"))
    #expect(text.contains("correlate by chance alone"))
  }
}
