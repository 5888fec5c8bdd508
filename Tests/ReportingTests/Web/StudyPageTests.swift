import Foundation
import Testing

@testable import Experiments
@testable import Reporting

@Suite struct StudyPageTests {
  private static func page(_ findings: StudyFindings) -> StudyPage {
    StudyPage(findings, command: ["graph-tool", "sweep", "made-up.yaml"], version: "1.2.3")
  }

  @Test func `A page tells its story in order`() {
    let html = Self.page(MadeUpStudy.named("one number")).html
    let order = [
      "In short", "The experiment</h2>", "gap</h2>", "Over time</h2>", "What to be careful about</h2>",
      "How it was made</h2>",
    ]
    let places = order.compactMap { html.firstRange(of: $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
    for text in ["graph-tool 1.2.3", "graph-tool sweep made-up.yaml", "abcdef", "1,234 bytes", "random_numbers"] {
      #expect(WellFormed.around(text, in: html) != nil, "\(text)")
    }
  }

  @Test func `Every picture is XML without a number that is none`() {
    for (name, findings) in MadeUpStudy.all {
      let page = Self.page(findings)
      let html = page.html
      for word in [">nan", "\"nan", " nan", ">inf<", "\"inf\"", " inf ", ">nil<", "Optional("] {
        #expect(WellFormed.around(word, in: html) == nil, "\(name)")
      }
      for picture in WellFormed.pictures(html) + page.plots.map(\.svg) {
        #expect(WellFormed.xml(picture) != nil, "\(name)")
      }
    }
  }

  @Test func `Every figure has a caption, an alternative and a table`() {
    for (name, findings) in MadeUpStudy.all {
      for figure in Self.page(findings).html.components(separatedBy: "<figure ").dropFirst() {
        let figure = figure.components(separatedBy: "</figure>")[0]
        #expect(
          figure.contains("role=\"img\" aria-label=\"") && figure.contains("<table class=\"sortable\">"), "\(name)")
        let caption = figure.components(separatedBy: "<figcaption>").last?.components(separatedBy: "</figcaption>")[0]
        #expect((caption?.count ?? 0) > 30 && figure.contains("<td"), "\(name)")
      }
    }
  }

  @Test func `Names of plots are names of files, each once`() {
    for (name, findings) in MadeUpStudy.all {
      let names = Self.page(findings).plots.map(\.name)
      #expect(Set(names).count == names.count, "\(name)")
      #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
    }
  }

  @Test func `Hostile names are text`() {
    let hostile = SocietyPageTests.hostile
    let findings = MadeUpStudy.of(
      [MadeUpStudy.arms(hostile[0], Array(hostile[1...6])), MadeUpStudy.numbers(hostile[9], [1, 2])],
      compare: [hostile[0]: hostile[1]],
      { study in
        (study.name, study.scenario, study.message, study.failed) = (hostile[0], hostile[1], hostile[6], 2)
        (study.until, study.replicates, study.series) = (hostile[0], 3, [hostile[6]])
        let value = study.outcomes[0].value
        study.outcomes = hostile.prefix(3).map { (hostile[0], $0, value) } + [(hostile[2], "", value)]
      }, value: { ($0[1].number ?? 0) + $1 })
    let page = Self.page(findings)
    let html = page.html
    #expect(html.components(separatedBy: "<script>").count == 2)
    #expect(html.components(separatedBy: "</script>").count == html.components(separatedBy: "<script").count)
    for markup in ["<img", "alert(1)</script>"] { #expect(WellFormed.around(markup, in: html) == nil) }
    #expect(WellFormed.around(String(repeating: "x", count: 200), in: html) == nil)
    for picture in page.plots { #expect(WellFormed.xml(picture.svg) != nil, "\(picture.name)") }
  }

  @Test func `Thousands of cells are a page of less than 3 MB`() throws {
    let small = MadeUpStudy.of(
      [MadeUpStudy.range("a", 0, 1), MadeUpStudy.range("b", 0, 1)],
      { ($0.design, $0.replicates) = (.latinHypercube(points: 20), 1) }, value: { ($0[0].number ?? 0) + $1 })
    let times = 150
    let cells = (0..<times * 20).map {
      StudyFindings.CellInfo(cell: $0 + 1, label: "x", values: small.cells[$0 % 20].values)
    }
    let outcome = small.outcomes[0]
    let outcomes = (0..<30).map { place in
      OutcomeFindings(
        name: "outcome-\(place)", group: "", meaning: outcome.meaning,
        cells: cells.indices.map {
          OutcomeFindings.CellSummary(cell: $0 + 1, runs: 1, summary: outcome.cells[$0 % 20].summary, missing: [:])
        }, differences: [], mainEffects: nil, sobol: nil, regression: outcome.regression)
    }
    let findings = StudyFindings(
      name: "large", scenario: "village", design: .latinHypercube(points: cells.count), factors: small.factors,
      cells: cells, comparisons: [], replicates: 1, mostReplicates: 1, runs: small.runs, seed: 1,
      randomNumbers: .common, societies: .one, level: 0.95, until: nil, isEnough: nil, outcomes: outcomes, series: [],
      failures: [], files: [], versions: [])
    let html = Self.page(findings).html
    #expect(html.utf8.count < 3_000_000)
    #expect(WellFormed.around("The table has the first 500 of 3,000 rows", in: html) != nil)
    #expect(WellFormed.around("Left out, as the page would grow too large", in: html) != nil)
  }

  @Test func `The same study gives the same page`() {
    let findings = MadeUpStudy.named("groups")
    #expect(Self.page(findings).html == Self.page(findings).html)
  }
}
