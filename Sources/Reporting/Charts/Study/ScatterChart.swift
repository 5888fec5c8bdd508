/// An outcome against each factor over scattered points, with the means of stretches of equally many points.
struct ScatterChart: Sendable {
  /// A factor with its value at each point; levels without numbers are counted from 0.
  struct Factor: Sendable {
    let name: String
    let values: [Double]
    var isLogarithmic = false
    var labels: [String] = []
  }

  let factors: [Factor]
  /// The outcome at each point; `nil` where it is missing.
  let outcome: [Double?]
  let value: String
  let digits: Digits
  /// Of more points every second, third or so is drawn.
  let mostPoints: Int

  /// Every which point is drawn.
  var stride: Int { max(1, (outcome.count + mostPoints - 1) / max(1, mostPoints)) }

  func drawing(_ width: Double) -> Drawing {
    let there = outcome.compactMap(\.self)
    let left = Drawing.room(LinearScale(fitting: there, from: 0, to: 1))
    let grid = PanelGrid(max(1, factors.count), width: width, top: 18, left: left)
    var drawing = Drawing(width: width, height: grid.bottom)
    drawing.text(MarkupText.fitted(value, to: width / Drawing.letterWidth - 1), x: 2, y: 14, .start, .faint)
    for (place, factor) in factors.enumerated() {
      let plot = grid.plot(place)
      let y = LinearScale(fitting: there, from: plot.bottom, to: plot.top)
      let labels = factor.labels.enumerated().map { (value: Double($0), text: MarkupText.cut($1, to: 16)) }
      let x = FactorAxis(
        factor.values, isLogarithmic: factor.isLogarithmic, labels: labels, from: plot.left, to: plot.right)
      drawing.yAxis(y, plot, title: "")
      drawing.factorAxis(x, plot, title: factor.name)
      drawing.group(" fill=\"\(Palette.kind(0).hex)\" fill-opacity=\"0.45\"") { drawing in
        for point in Swift.stride(from: 0, to: outcome.count, by: stride) {
          guard let value = outcome[point] else { continue }
          drawing.circle(
            x: x.place(factor.values[point]), y: y.place(value), radius: outcome.count > 300 ? 1.7 : 2.6, Style())
        }
      }
      let means = means(factor)
      drawing.path(.line(means.map { (x.place($0.x), y.place($0.y)) }), .role(.stroke, width: 1.8))
      for mean in means {
        drawing.circle(
          x: x.place(mean.x), y: y.place(mean.y), radius: 3, .role(.ink),
          tip: "\(mean.name): mean \(digits.text(mean.y)) of \(NumberText.count(mean.count, "point"))")
      }
    }
    return drawing
  }

  /// The means of stretches, or of levels.
  private func means(_ factor: Factor) -> [(x: Double, y: Double, name: String, count: Int)] {
    let points = zip(factor.values, outcome).compactMap { x, y in y.map { (x, $0) } }.sorted { $0.0 < $1.0 }
    func mean(_ numbers: [Double]) -> Double { numbers.reduce(0) { $0 + $1 / Double(numbers.count) } }
    guard factor.labels.isEmpty else {
      return factor.labels.indices.compactMap { level in
        let values = points.filter { $0.0 == Double(level) }.map(\.1)
        return values.isEmpty ? nil : (Double(level), mean(values), factor.labels[level], values.count)
      }
    }
    let count = min(8, points.count / 4)
    guard count > 1 else { return [] }
    return (0..<count).map { stretch in
      let part = points[stretch * points.count / count..<(stretch + 1) * points.count / count]
      let (low, high) = (part.first?.0 ?? 0, part.last?.0 ?? 0)
      let own = Digits([], values: [low, high])
      return (
        part[part.startIndex + part.count / 2].0, mean(part.map(\.1)), "\(own.text(low)) to \(own.text(high))",
        part.count
      )
    }
  }
}
