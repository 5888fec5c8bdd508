import Analysis
import Foundation
import Testing

@testable import GraphModel
@testable import Reporting

@Suite struct SocietyPageTests {
  private static let file = FileRecord(name: "people.csv", bytes: 1234, sha256: "abcdef")
  private static let record = RunRecord(
    version: "1.2.3", command: ["graph-tool", "analyze", "town"], seed: 7, settings: ["mix": "per-layer"],
    inputs: [file])

  private static func page(
    _ society: Society, _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> SocietyPage {
    let examination = try Fixture.examination(society, notices: Fixture.notices, change)
    return SocietyPage(examination.findings(), try examination.portrait(), record)
  }

  @Test func `A page tells its story in order`() throws {
    let html = try Self.page(Fixture.town()).html
    let order = [
      "In short", "The society</h2>", "What the network did to scores</h2>", "Communities</h2>", "The social gap</h2>",
      "Are friends alike?</h2>", "Who moves whom</h2>", "How it was made</h2>",
    ]
    let places = order.map { html.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(
      zip(places, places.dropFirst()).allSatisfy { one, other in
        one.map { one in other.map { one < $0 } ?? false } ?? false
      })
  }

  @Test func `Every figure has a caption, an alternative, a table and three things to take along`() throws {
    let html = try Self.page(Fixture.town()).html
    let figures = html.components(separatedBy: "<figure ").dropFirst()
    #expect(figures.count >= 9)
    for figure in figures {
      let figure = figure.components(separatedBy: "</figure>")[0]
      #expect(figure.contains("role=\"img\" aria-label=\""))
      #expect(figure.contains("<table class=\"sortable\">"))
      #expect(figure.components(separatedBy: "data-do=").count == 4)
      let caption = figure.components(separatedBy: "<figcaption>").last?.components(separatedBy: "</figcaption>")[0]
      #expect((caption?.count ?? 0) > 30)
    }
  }

  @Test func `A page says how it was made`() throws {
    let html = try Self.page(Fixture.town()).html
    for text in [
      "graph-tool 1.2.3", "graph-tool analyze town", "per-layer", "abcdef", "1,234 bytes", "12 payments added up",
    ] {
      #expect(WellFormed.around(text, in: html) != nil)
    }
  }

  @Test func `A page asks nothing of a network`() throws {
    let html = try Self.page(Fixture.town()).html
    #expect(WellFormed.around("default-src 'none'", in: html) != nil)
    for word in ["http://", "https://", "src=", "url(", "@import", "fetch(", "XMLHttpRequest"] {
      let found = html.replacing("http://www.w3.org/2000/svg", with: "").contains(word)
      #expect(!found, "\(word)")
    }
  }

  @Test func `Every picture is XML without a number that is none`() throws {
    let page = try Self.page(Fixture.town())
    for picture in WellFormed.pictures(page.html) + page.plots.map(\.svg) {
      #expect(WellFormed.xml(picture) != nil)
      #expect(WellFormed.around("nan", in: picture) == nil)
      #expect(WellFormed.around("inf\"", in: picture) == nil)
    }
  }

  @Test func `Names of plots are names of files, each once`() throws {
    let names = try Self.page(Fixture.town()) { $0.groupColumns = ["house"] }.plots.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("groups-house"))
    #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
  }

  /// Names that try to be something else than names.
  static let hostile = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "\"&'<>", "שלום \u{202E}abc", "👩‍👩‍👧‍👦 family",
    String(repeating: "x", count: 10_000), "<img src=x onerror=alert(1)>", "]]>", "&lt;b&gt;",
    "a\u{301}\u{301}\u{301}\u{301}",
    "{{x}}", "${x}", "\\u003cscript\\u003e",
  ]

  @Test func `Hostile names are text`() throws {
    let society = Fixture.town(name: "<b>&\"town\"</b>", ids: { Self.hostile[$0] }, houses: "<i>house</i>")
    let page = try Self.page(society) { $0.groupColumns = ["<i>house</i>"] }
    let html = page.html
    // Two elements are ours: the style of files and the script; the others hold data.
    let scripts = html.components(separatedBy: "<script").dropFirst().map { $0.prefix(1) }
    #expect(scripts.allSatisfy { $0 == " " || $0 == ">" })
    #expect(html.components(separatedBy: "<script>").count == 2)
    #expect(html.components(separatedBy: "</script>").count == html.components(separatedBy: "<script").count)
    for markup in ["<img", "<b>", "<i>", "alert(1)</script>"] { #expect(WellFormed.around(markup, in: html) == nil) }
    #expect(WellFormed.around(String(repeating: "x", count: 200), in: html) == nil)
    for picture in page.plots { #expect(WellFormed.xml(picture.svg) != nil, "\(picture.name)") }
    let network = try #require(page.plots.first { $0.name == "network" }.flatMap { WellFormed.xml($0.svg) })
    #expect(network.texts.contains { $0.contains("<script>aler") })
  }

  @Test func `People named alike in their first letters stay two`() throws {
    let start = String(repeating: "y", count: 100)
    let html = try Self.page(Fixture.town(ids: { start + "\($0)" })).html
    // Everyone has a circle of the network of their own, in the order of the society.
    let places = (0..<13).map(String.init).joined(separator: ",")
    #expect(WellFormed.around("\"circles\":[\(places)]", in: html) != nil)
  }

  @Test func `Divisions whose names come out alike have places and files of their own`() throws {
    let town = Fixture.town()
    let people = People(
      ids: town.people.ids,
      attributes: ["a b", "a-b"].map { name in
        AttributeColumn(name: name, values: (0..<town.count).map { $0 < 6 ? "one" : "two" })
      })
    let society = Society(
      name: "town", people: people, scale: town.scale, ownScores: town.ownScores, layers: town.layers)
    let page = try Self.page(society) { $0.groupColumns = ["a b", "a-b"] }
    let names = page.plots.map(\.name)
    #expect(names.filter { $0.hasPrefix("groups-") } == ["groups-a-b", "groups-a-b-2"])
    #expect(names.filter { $0.hasPrefix("gap-") } == ["gap-a-b", "gap-a-b-2"])
    #expect(WellFormed.around("id=\"groups-a-b-2\"", in: page.html) != nil)
  }

  @Test func `Where all agree, no share of the spread is told, and no community is the highest`() throws {
    let society = Fixture.town(layers: ["friendship"])
    let agreed = try Self.page(
      Society(
        name: "agreed", people: society.people, scale: society.scale,
        ownScores: [Double](repeating: 600, count: society.count), layers: society.layers)
    ).html
    #expect(WellFormed.around("is not defined, as there is no spread", in: agreed) != nil)
    #expect(WellFormed.around("All have the same mean public score, 600.0", in: agreed) != nil)
  }

  @Test(arguments: ["one person", "no ties", "no spread", "two people"])
  func `A society with next to nothing in it is still a page`(kind: String) throws {
    let count = kind == "one person" ? 1 : kind == "two people" ? 2 : 8
    let ties = kind == "no ties" || kind == "one person" ? [] : (1..<count).map { ($0 - 1, $0) }
    let society = Society(
      name: kind, people: People(ids: (0..<count).map { "p\($0)" }), scale: .zhima,
      ownScores: (0..<count).map { kind == "no spread" ? 600 : 500 + 20 * Double($0) },
      layers: [Fixture.layer("friendship", people: count, ties)])
    let page = try Self.page(society)
    let html = page.html
    #expect(WellFormed.around("</html>", in: html) != nil)
    #expect(WellFormed.around("nan", in: html) == nil)
    #expect(page.plots.contains { $0.name == "own-public" })
    for picture in WellFormed.pictures(html) { #expect(WellFormed.xml(picture) != nil) }
  }

  @Test func `Without a portrait the numbers are still drawn`() throws {
    let findings = try Fixture.findings(Fixture.town())
    let page = SocietyPage(findings, nil, Self.record)
    #expect(WellFormed.around("id=\"network-data\"", in: page.html) == nil)
    #expect(page.plots.map(\.name).contains("tiers"))
    #expect(!page.plots.map(\.name).contains("network"))
  }

  @Test func `The same society gives the same page`() throws {
    #expect(try Self.page(Fixture.town()).html == Self.page(Fixture.town()).html)
  }
}
