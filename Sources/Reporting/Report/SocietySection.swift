import Analysis
import GraphModel

/// What the society is.
struct SocietySection {
  private let society: SocietyFindings
  private let page: Page

  init(_ society: SocietyFindings, _ page: Page) {
    self.society = society
    self.page = page
  }

  /// The section.
  var lines: [String] {
    let scale = society.scale
    let range = "\(scale.lowText) to \(scale.highText)"
    let size =
      "\(NumberText.count(society.people, "person", "people")), \(NumberText.count(society.tiedPairs, "tied pair"))"
    var table = TextTable([("layer", .left), ("ties", .right), ("people", .right), ("in the mix", .right), ("", .left)])
    for layer in society.layers {
      let kind = [
        layer.kind == .transaction ? "payments" : "friendships", layer.directed ? "one way" : "both ways",
        layer.weighted ? "weighted" : "unweighted",
      ]
      table.add([
        TextTable.Cell(layer.name), "\(NumberText.count(layer.ties))", "\(NumberText.count(layer.people))",
        "\(NumberText.percent(layer.share))", TextTable.Cell(kind.joined(separator: ", "), .faint),
      ])
    }
    return [page.heading(society.name, "\(size), scores \(range)"), ""] + page.lines(table)
      + [""] + page.prose(connection)
  }

  /// Who is connected with whom.
  var connection: String {
    let tied = society.people - society.isolated
    let pieces: String? =
      switch society.components {
      case 0?: "Nobody is tied to anybody else."
      case 1?: "The \(NumberText.count(tied)) with ties are all connected."
      case let components?:
        "The \(NumberText.count(tied)) with ties form \(NumberText.count(components)) separate pieces"
          + (society.largestComponent.map { ", the largest of \(NumberText.count($0))." } ?? ".")
      case nil: society.isolated == 0 ? "Everybody has a tie." : nil
      }
    guard society.isolated > 0 else { return pieces ?? "" }
    let alone = NumberText.count(society.isolated, "person has no tie", "people have no tie")
    return
      (["\(alone), so no network acts on \(society.isolated == 1 ? "that score" : "their scores")."]
      + [pieces].compactMap(\.self)).joined(separator: " ")
  }
}

extension Scale {
  /// The low end, without decimals if it is whole.
  var lowText: String { text(low) }
  /// The high end, without decimals if it is whole.
  var highText: String { text(high) }

  private func text(_ end: Double) -> String {
    NumberText.fixed(end, end.rounded() == end ? 0 : NumberText.decimals(forWidth: width))
  }
}
