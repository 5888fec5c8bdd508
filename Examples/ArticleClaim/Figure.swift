import Foundation

/// The figure: a panel an outcome, a line a cell, a dot with its interval.
struct Figure {
  let start: [Outcome: Double]
  let intervals: [Outcome: [(cell: Cell, interval: Interval)]]
  let seeds: Int

  private static let (width, rowHeight, left, right) = (760.0, 22.0, 210.0, 24.0)

  var svg: String {
    let panelHeight = Double(Cell.allCases.count) * Self.rowHeight + 58
    let height = Double(Outcome.allCases.count) * panelHeight + 40
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(height))\" role=\"img\"",
      "  font-family=\"system-ui, sans-serif\" font-size=\"12\">",
      "<title>The claim on the village: outcomes after 36 periods, \(seeds) seeds, means with 95% intervals</title>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
    ]
    for (position, outcome) in Outcome.allCases.enumerated() {
      lines += panel(outcome, top: 16 + Double(position) * panelHeight)
    }
    lines.append(
      text(
        Self.left, height - 14, "Dots: means of \(seeds) seeds; bars: 95% intervals; dashed: period 0.",
        colour: "#555555"))
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func panel(_ outcome: Outcome, top: Double) -> [String] {
    let rows = intervals[outcome] ?? []
    let first = start[outcome] ?? 0
    let low = min(first, rows.map(\.interval.low).min() ?? 0)
    let high = max(first, rows.map(\.interval.high).max() ?? 1)
    let margin = max(1e-9, (high - low) * 0.06)
    let scale = (Self.width - Self.left - Self.right) / (high - low + 2 * margin)
    func x(_ value: Double) -> Double { Self.left + (value - low + margin) * scale }
    let bottom = top + 24 + Double(rows.count) * Self.rowHeight
    var lines = [text(Self.left, top + 12, outcome.name, colour: "#111111", isBold: true)]
    lines.append(line(x(first), top + 20, x(first), bottom, "#888888", dash: "4 3"))
    for (position, row) in rows.enumerated() {
      let y = top + 34 + Double(position) * Self.rowHeight
      // One colour for scores that are influenced, one for those that are not.
      let colour = row.cell.rawValue.hasPrefix("no") ? "#b35806" : "#2166ac"
      let name = row.cell.rawValue
      lines.append(text(Self.left - 10, y + 4, name, colour: "#222222", isAtEnd: true))
      lines.append(line(x(row.interval.low), y, x(row.interval.high), y, colour, dash: nil))
      lines.append(
        "<circle cx=\"\(number(x(row.interval.mean)))\" cy=\"\(number(y))\" r=\"4\" fill=\"\(colour)\"/>")
    }
    lines.append(line(Self.left, bottom, Self.width - Self.right, bottom, "#bbbbbb", dash: nil))
    for share in [0.0, 0.5, 1] {
      let value = low + share * (high - low)
      lines.append(
        text(x(value), bottom + 15, String(format: "%.\(outcome.places)f", value), colour: "#555555", isCentred: true))
    }
    return lines
  }

  private func number(_ value: Double) -> String { String(format: "%.1f", value) }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, dash: String?) -> String {
    let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    return
      "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" stroke=\"\(colour)\" stroke-width=\"2\"\(dashes)/>"
  }

  private func text(
    _ x: Double, _ y: Double, _ text: String, colour: String, isBold: Bool = false, isAtEnd: Bool = false,
    isCentred: Bool = false
  ) -> String {
    let anchor = isAtEnd ? " text-anchor=\"end\"" : isCentred ? " text-anchor=\"middle\"" : ""
    let weight = isBold ? " font-weight=\"600\"" : ""
    return "<text x=\"\(number(x))\" y=\"\(number(y))\" fill=\"\(colour)\"\(anchor)\(weight)>\(text)</text>"
  }
}
