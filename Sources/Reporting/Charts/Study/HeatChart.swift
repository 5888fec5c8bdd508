import Foundation

/// One number for each pair of levels of two factors, by colour and in words.
struct HeatChart: Sendable {
  /// The factor across and its levels.
  let across: (name: String, levels: [String])
  /// The factor upwards and its levels, the lowest first.
  let upwards: (name: String, levels: [String])
  /// By level upwards, by level across; `nil` where nothing is defined.
  let values: [[Double?]]
  /// What the numbers are.
  let value: String
  let digits: Digits

  func drawing(_ width: Double) -> Drawing {
    let there = values.flatMap { $0.compactMap(\.self) }
    let (low, high) = (there.min() ?? 0, there.max() ?? 1)
    let room = Drawing(width: width, height: 0).room(for: upwards.levels, atMost: 0.3)
    let height = min(40, max(12, 420 / Double(max(1, upwards.levels.count))))
    let top = 54.0
    let plot = Plot(
      left: room, top: top, right: width - 8, bottom: top + height * Double(upwards.levels.count))
    var drawing = Drawing(width: width, height: plot.bottom + 44)
    legend(low, high, in: &drawing)
    drawing.text(
      MarkupText.fitted(upwards.name, to: width / Drawing.letterWidth - 1), x: 2, y: top - 8, .start, .faint)
    let columns = BandScale(across.levels.count, from: plot.left, to: plot.right, gap: 0.04)
    let rows = BandScale(upwards.levels.count, from: plot.top, to: plot.bottom, gap: 0.04)
    let texts = values.map { $0.map { digits.text($0) } }
    let widest = (texts.flatMap(\.self).map { MarkupText.width($0) }.max() ?? 0) * Drawing.letterWidth
    let hasTexts = widest + 4 < columns.width && rows.width >= 15
    for (row, line) in values.enumerated() {
      let y = rows.place(values.count - 1 - row)
      for (column, value) in line.enumerated() {
        let x = columns.place(column)
        let share = value.map { high > low ? ($0 - low) / (high - low) : 0.5 }
        let colour = ScoreColours.ramp(share ?? 0)
        drawing.rect(
          x: x, y: y, width: columns.width, height: rows.width,
          share == nil ? .role(.grid) : .fill(colour), rounded: 2,
          tip:
            "\(across.name)=\(across.levels[column]), \(upwards.name)=\(upwards.levels[row]): \(value.map { digits.text($0) } ?? "no number")"
        )
        guard hasTexts else { continue }
        drawing.text(
          texts[row][column], x: x + columns.width / 2, y: y + rows.width / 2 + 4, .middle,
          value == nil ? .faint : .plain, attributes: value == nil ? "" : " style=\"fill:\(colour.inkOn.hex)\"")
      }
    }
    labels(columns, rows, plot, room: room, in: &drawing)
    return drawing
  }

  private func labels(
    _ columns: BandScale, _ rows: BandScale, _ plot: Plot, room: Double, in drawing: inout Drawing
  ) {
    // Of many rows every second or third has its name.
    let every = max(1, Int((14 / max(1, rows.step)).rounded(.up)))
    for (row, label) in upwards.levels.enumerated() where row % every == 0 {
      let short = MarkupText.fitted(label, to: max(3, (room - 14) / Drawing.letterWidth + 0.5))
      drawing.text(
        MarkupText.isolated(short), x: room - 8, y: rows.middle(upwards.levels.count - 1 - row) + 4, .end)
    }
    let shorts = across.levels.map { MarkupText.fitted($0, to: max(4, columns.step / Drawing.letterWidth - 1)) }
    var end = -Double.infinity
    for (column, label) in shorts.enumerated() {
      let half = (MarkupText.width(label) + 0.8) * Drawing.letterWidth / 2
      let middle = min(columns.middle(column), drawing.width - half)
      guard middle - half >= end else { continue }
      drawing.text(MarkupText.isolated(label), x: middle, y: plot.bottom + 17, .middle, .faint)
      end = middle + half
    }
    let title = MarkupText.fitted(across.name, to: plot.width / Drawing.letterWidth)
    drawing.text(title, x: (plot.left + plot.right) / 2, y: plot.bottom + 35, .middle, .faint)
  }

  /// The colours with the numbers at their ends.
  private func legend(_ low: Double, _ high: Double, in drawing: inout Drawing) {
    let (one, other) = (digits.text(low), digits.text(high))
    let room = (MarkupText.width(one) + MarkupText.width(other)) * Drawing.letterWidth + 130
    let title = MarkupText.fitted(value, to: max(6, (drawing.width - room) / Drawing.letterWidth - 1))
    drawing.text(title, x: 2, y: 14)
    var x = 2 + (MarkupText.width(title) + 1) * Drawing.letterWidth + 6
    drawing.text(one, x: x, y: 14, .start, .faint)
    x += (MarkupText.width(one) + 0.6) * Drawing.letterWidth
    for step in 0..<25 {
      drawing.rect(
        x: x + 4 * Double(step), y: 4, width: 4.4, height: 12,
        .fill(ScoreColours.ramp((Double(step) + 0.5) / 25)))
    }
    drawing.text(other, x: x + 106, y: 14, .start, .faint)
  }
}

extension Colour {
  /// Black or white, whichever can be read on the colour.
  ///
  /// Source: WCAG 2.2, relative luminance and contrast ratio; either ink has a ratio of 4.5 or more somewhere below and
  /// above 0.179.
  var inkOn: Colour {
    func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    return luminance > 0.179 ? Colour(0x000000) : Colour(0xFFFFFF)
  }
}
