/// The part of a drawing that marks stand in, between the axes.
struct Plot: Sendable {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
}

extension Drawing {
  /// An axis below, with lines up through the plot and a title beneath.
  ///
  /// - Parameters:
  ///   - scale: what lies where.
  ///   - plot: where the marks stand.
  ///   - title: what the numbers are, with their unit.
  ///   - count: about how many numbers stand there; fewer, where they would touch.
  ///   - text: how a number is written; `nil` leaves that to the axis.
  mutating func xAxis(
    _ scale: LinearScale, _ plot: Plot, title: String, count: Int = 6, grid: Bool = true,
    text: ((Double) -> String)? = nil
  ) {
    func number(_ tick: Double, _ count: Int) -> String {
      text?(tick) ?? NumberText.grouped(NumberText.fixed(tick, scale.decimals(count)))
    }
    func isCrowded(_ count: Int) -> Bool {
      let ticks = scale.ticks(count)
      guard ticks.count > 1 else { return false }
      let widest = ticks.map { MarkupText.width(number($0, count)) }.max() ?? 0
      return (scale.place(ticks[1]) - scale.place(ticks[0])).magnitude < (widest + 1) * Self.letterWidth
    }
    var count = max(1, count)
    while count > 1, isCrowded(count) { count -= 1 }
    for tick in scale.ticks(count) {
      let x = scale.place(tick)
      if grid { line(x, plot.top, x, plot.bottom, .role(.grid)) }
      let number = number(tick, count)
      // The last number shall not be cut by the edge.
      let half = MarkupText.width(number) * Self.letterWidth / 2
      self.text(number, x: min(x, width - half), y: plot.bottom + 17, .middle, .faint)
    }
    line(plot.left, plot.bottom, plot.right, plot.bottom, .role(.axis))
    let half = MarkupText.width(title) * Self.letterWidth / 2
    let middle = (plot.left + plot.right) / 2
    self.text(title, x: max(half, min(middle, width - half)), y: plot.bottom + 35, .middle, .faint)
  }

  /// An axis at the left, with lines across the plot and a title above.
  mutating func yAxis(
    _ scale: LinearScale, _ plot: Plot, title: String, count: Int = 5, text: ((Double) -> String)? = nil
  ) {
    let decimals = scale.decimals(count)
    for tick in scale.ticks(count) {
      let y = scale.place(tick)
      line(plot.left, y, plot.right, y, .role(.grid))
      self.text(
        text?(tick) ?? NumberText.grouped(NumberText.fixed(tick, decimals)), x: plot.left - 7, y: y + 4, .end, .faint)
    }
    self.text(title, x: 2, y: plot.top - 10, .start, .faint)
  }

  /// Names at the left of bands.
  mutating func names(_ names: [String], _ bands: BandScale, right: Double, room: Double) {
    for (index, name) in names.enumerated() {
      let short = MarkupText.fitted(name, to: max(3, (room - 14) / Self.letterWidth + 0.5))
      text(MarkupText.isolated(short), x: right - 8, y: bands.middle(index) + 4, .end)
    }
  }

  /// How much room names at the left need, within a share of the picture.
  func room(for names: [String], atMost share: Double = 0.34) -> Double {
    let longest = names.map { MarkupText.width(MarkupText.cut($0, to: 40)) }.max() ?? 0
    return min(longest * Self.letterWidth + 14, width * share)
  }

  /// What colours and shapes mean, from a place on to the right, and in further lines where the picture ends.
  ///
  /// - Returns: how many lines it took.
  @discardableResult
  mutating func key(_ entries: [(name: String, mark: KeyMark)], x: Double, y: Double) -> Int {
    var (left, line) = (x, 0)
    for entry in entries {
      let name = MarkupText.cut(entry.name, to: 40)
      let size = 20 + MarkupText.width(name) * Self.letterWidth + 14
      if left > x, left + size > width {
        left = x
        line += 1
      }
      let base = y + Double(line) * 18
      switch entry.mark {
      case .surface(let style): rect(x: left, y: base - 10, width: 12, height: 12, style, rounded: 2)
      case .line(let style): self.line(left - 1, base - 4, left + 14, base - 4, style)
      case .dot(let style): circle(x: left + 6, y: base - 4, radius: 5, style)
      }
      text(name, x: left + 19, y: base)
      left += size
    }
    return line + 1
  }

  /// A sign in a key.
  enum KeyMark {
    case surface(Style)
    case line(Style)
    case dot(Style)
  }

  /// The ramp of scores, with its ends, as wide as 210 units from a place on.
  mutating func ramp(_ colours: ScoreColours, title: String, x: Double, y: Double, decimals: Int) {
    let (size, steps) = (100.0, 25)
    let low = "≤ " + NumberText.fixed(colours.low, decimals)
    let high = "≥ " + NumberText.fixed(colours.high, decimals)
    let start = x + MarkupText.width(title) * Self.letterWidth + 16 + MarkupText.width(low) * Self.letterWidth
    group(" class=\"ramp\"") { drawing in
      drawing.text(title, x: x, y: y)
      drawing.text(low, x: start - 4, y: y, .end, .faint)
      for step in 0..<steps {
        let share = (Double(step) + 0.5) / Double(steps)
        drawing.rect(
          x: start + size * Double(step) / Double(steps), y: y - 9, width: size / Double(steps) + 0.4, height: 11,
          .fill(ScoreColours.ramp(share)))
      }
      drawing.text(high, x: start + size + 6, y: y, .start, .faint)
    }
  }
}
