import Analysis
import GraphModel

extension TextReport {
  /// Own and public scores side by side, in bins over the scale.
  var histogram: [String] {
    let own = findings.ownScores.histogram
    let other = findings.publicScores.histogram
    let largest = max(own.max() ?? 0, other.max() ?? 0)
    let step = scale.width / Double(own.count)
    let places = step.rounded() == step && scale.low.rounded() == scale.low ? 0 : decimals
    let labels = own.indices.map { NumberText.fixed(scale.low + step * Double($0), places) }
    let labelWidth = labels.map(\.count).max() ?? 0
    let countWidth = NumberText.count(largest).count
    let barWidth = (page.width - labelWidth - 2 * countWidth - 10) / 2
    var lines = [page.heading("WHO STANDS WHERE", "people by score, from each number up"), ""]
    func padded(_ text: String, _ length: Int, right: Bool = false) -> String {
      let space = String(repeating: " ", count: max(0, length - text.count))
      return right ? space + text : text + space
    }
    lines.append(
      page.ink.paint(
        "  " + padded("", labelWidth) + "  " + padded("own score", barWidth + countWidth + 3) + "public score", .faint))
    for bin in own.indices.reversed() {
      let left = Bars.bar(own[bin], of: largest, width: barWidth, isPlain: page.isPlain)
      let right = Bars.bar(other[bin], of: largest, width: barWidth, isPlain: page.isPlain)
      let counts = (own[bin] > 0 ? NumberText.count(own[bin]) : "", other[bin] > 0 ? NumberText.count(other[bin]) : "")
      var line =
        "  " + padded(labels[bin], labelWidth, right: true) + "  " + page.ink.paint(left, .faint) + " " + counts.0
      line += String(repeating: " ", count: max(1, barWidth + countWidth + 2 - left.count - counts.0.count))
      line += page.ink.paint(right, .accent) + " " + counts.1
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    return lines
  }

  /// Who is in which tier, before and after.
  var tiers: [String] {
    let transitions = findings.tierTransitions
    let names = scale.tierNames
    var table = TextTable(
      [
        ("own tier", .left), ("before", .right), ("after", .right), ("change", .right), ("moved up", .right),
        ("moved down", .right),
      ])
    for tier in names.indices.reversed() {
      let before = findings.ownScores.tiers[tier]
      let after = findings.publicScores.tiers[tier]
      let up = transitions[tier].dropFirst(tier + 1).reduce(0, +)
      let down = transitions[tier].prefix(tier).reduce(0, +)
      let difference = after - before
      table.add([
        TextTable.Cell(names[tier]), "\(NumberText.count(before))", "\(NumberText.count(after))",
        TextTable.Cell(difference > 0 ? "+\(NumberText.count(difference))" : NumberText.count(difference)),
        TextTable.Cell(up > 0 ? NumberText.count(up) : "", .good),
        TextTable.Cell(down > 0 ? NumberText.count(down) : "", .bad),
      ])
    }
    let moved = transitions.indices.reduce(0) { sum, row in
      sum + transitions[row].indices.reduce(0) { $0 + ($1 == row ? 0 : transitions[row][$1]) }
    }
    let title = scale.name == "zhima" || scale.name == "fico" ? "TIERS OF \(scale.name.uppercased())" : "TIERS"
    return [
      page.heading(title, "\(NumberText.count(moved)) of \(NumberText.count(findings.society.people)) change tier"), "",
    ]
      + page.lines(table)
      + page.note(
        "before, after: people in the tier by own and by public score. moved: those whose own score is in the tier and whose public score is not."
      ) + tierCells(moved)
  }

  /// Where the people of each tier went, the darker the more; nothing where nobody moved or it is too wide.
  private func tierCells(_ moved: Int) -> [String] {
    guard moved > 0 else { return [] }
    let matrix = TierMatrix(findings.tierTransitions, names: scale.tierNames, corner: "own, public", page)
    guard let table = matrix.table else { return [] }
    return [""] + page.lines(table)
      + page.note("Of people whose own score is in the tier at the left, in which tier the public score is; -: none.")
  }
}
