import Analysis
import Simulation

/// A network over several periods: the picture of the last one, and what a script needs to show the others.
struct MovingNetworkChart {
  let network: MovingDrawing
  let colours: ScoreColours
  let decimals: Int

  /// Colours are told to the script by their place on a ramp of so many.
  private static let rampSize = 64
  /// Up to so many people bear their names.
  private static let namedPeople = 60

  private func isThere(_ frame: MovingDrawing.Frame, _ node: Int) -> Bool {
    frame.x[node] != nil && frame.y[node] != nil
  }

  private func place(_ frame: MovingDrawing.Frame, _ node: Int) -> (x: Double, y: Double)? {
    guard let x = frame.x[node], let y = frame.y[node] else { return nil }
    return (NetworkChart.x(x), NetworkChart.y(y))
  }

  /// The largest number of people of any node at any time, so that sizes can be compared.
  private var largest: Int { network.frames.lazy.map { $0.people.max() ?? 0 }.max() ?? 1 }

  private func radius(_ people: Int) -> Double {
    NetworkChart.radius(network.kind, people: people, nodes: network.labels.count, largest: largest)
  }

  private func shade(_ score: Double) -> Int {
    let share = (score - colours.low) / (colours.high - colours.low)
    return Int((min(max(share.isNaN ? 0 : share, 0), 1) * Double(Self.rampSize - 1)).rounded())
  }

  private func colour(_ score: Double) -> Colour {
    ScoreColours.ramp(Double(shade(score)) / Double(Self.rampSize - 1))
  }

  /// One frame; every node has a circle, those that are not there one that is not shown.
  func drawing(_ frame: MovingDrawing.Frame) -> Drawing {
    var drawing = Drawing(width: NetworkChart.size.width, height: NetworkChart.size.height)
    drawing.ramp(colours, title: "public score", x: 8, y: 20, decimals: decimals)
    let paths = NetworkChart.paths(frame.ties) { place(frame, $0) }
    let most = network.frames.map(\.ties.count).max() ?? 0
    drawing.group(" class=\"ties\"") { drawing in
      for (strength, path) in paths.enumerated() {
        drawing.path(
          path, NetworkChart.style(strength, network.kind, ties: most), attributes: " data-s=\"\(strength)\"",
          keepsEmpty: true)
      }
    }
    drawing.group(" class=\"nodes\"") { drawing in
      let listed = Set(frame.listed)
      let order = network.labels.indices.sorted { (-frame.people[$0], $0) < (-frame.people[$1], $1) }
      for node in order {
        let place = place(frame, node) ?? (NetworkChart.x(0.5), NetworkChart.y(0.5))
        drawing.circle(
          x: place.x, y: place.y, radius: radius(frame.people[node]),
          .outlined(colour(frame.publicScores[node]), warns: listed.contains(node)),
          tip: isThere(frame, node) ? tip(frame, node) : nil,
          attributes: " data-n=\"\(node)\"" + (isThere(frame, node) ? "" : " style=\"display:none\""))
      }
    }
    let hasNames = network.kind == .communities || network.labels.count <= Self.namedPeople
    drawing.group(" class=\"names\"") { drawing in
      guard hasNames else { return }
      for node in network.labels.indices {
        let isShown = isThere(frame, node)
        let place = place(frame, node) ?? (NetworkChart.x(0.5), NetworkChart.y(0.5))
        drawing.text(
          MarkupText.isolated(MarkupText.cut(network.labels[node], to: 14)), x: place.x,
          y: place.y + (network.kind == .people ? -9 : 4), .middle, .onMarks,
          attributes: " data-n=\"\(node)\"" + (isShown ? "" : " style=\"display:none\""))
      }
    }
    return drawing
  }

  private func tip(_ frame: MovingDrawing.Frame, _ node: Int) -> String {
    "\(MarkupText.cut(network.labels[node], to: 60)): "
      + tell.replacing("{own}", with: NumberText.fixed(frame.ownScores[node], decimals))
      .replacing("{public}", with: NumberText.fixed(frame.publicScores[node], decimals))
      .replacing("{people}", with: String(frame.people[node]))
  }

  /// What is told of a node, as the script fills it in, too.
  private var tell: String {
    network.kind == .people ? "own {own}, public {public}" : "{people} people, mean own {own}, public {public}"
  }

  /// What the script reads.
  var data: String {
    let ramp = (0..<Self.rampSize).map {
      ScriptText.string(ScoreColours.ramp(Double($0) / Double(Self.rampSize - 1)).hex)
    }
    let names = network.labels.map { ScriptText.string(MarkupText.cut($0, to: HTMLText.nameLimit)) }
    let frames = network.frames.map { frame in
      let heaviest = frame.ties.lazy.map(\.weight).max() ?? 0
      let ties = frame.ties.filter { isThere(frame, $0.source) && isThere(frame, $0.target) }.map {
        "\($0.source),\($0.target),\(NetworkChart.strength($0.weight, heaviest: heaviest))"
      }
      func numbers(_ values: some Sequence<Double?>, _ place: (Double) -> Double = { $0 }) -> String {
        ScriptText.list(values.map { $0.map { Drawing.number(place($0)) } ?? "null" })
      }
      let fields = [
        "\"period\":\(frame.period)", "\"x\":\(numbers(frame.x, NetworkChart.x))",
        "\"y\":\(numbers(frame.y, NetworkChart.y))",
        "\"r\":\(numbers(frame.people.map { Optional(radius($0)) }))",
        "\"people\":\(ScriptText.list(frame.people.map { String($0) }))",
        "\"c\":\(ScriptText.list(frame.publicScores.map { String(shade($0)) }))",
        "\"own\":\(ScriptText.list(frame.ownScores.map { Drawing.number($0, decimals) }))",
        "\"score\":\(ScriptText.list(frame.publicScores.map { Drawing.number($0, decimals) }))",
        "\"listed\":\(ScriptText.list(frame.listed.map { String($0) }))", "\"ties\":\(ScriptText.list(ties))",
      ]
      return "{\(fields.joined(separator: ","))}"
    }
    return
      "<script type=\"application/json\" id=\"network-data\">{\"kind\":\"\(network.kind.rawValue)\",\"names\":\(ScriptText.list(names)),\"tell\":\(ScriptText.string(tell)),\"ramp\":\(ScriptText.list(ramp)),\"frames\":\(ScriptText.list(frames))}</script>"
  }

  /// The control that goes through the periods.
  var slider: String {
    let last = max(0, network.frames.count - 1)
    return """
      <div class="slider"><button type="button">Play</button>\
      <label for="period-slider">Period</label>\
      <input id="period-slider" type="range" min="0" max="\(last)" value="\(last)" step="1">\
      <output for="period-slider">period \(network.frames.last?.period ?? 0)</output></div>
      """
  }

  var table: ChartTable {
    let isPeople = network.kind == .people
    var columns: [ChartTable.Column] = [.text(isPeople ? "person" : "community")]
    if !isPeople { columns.append(.number("people")) }
    columns += [.number("own score"), .number("public score"), .number("ties drawn")]
    var table = ChartTable(columns)
    guard let frame = network.frames.last else { return table }
    var degrees = [Int](repeating: 0, count: network.labels.count)
    for tie in frame.ties {
      degrees[tie.source] += 1
      degrees[tie.target] += 1
    }
    for node in network.labels.indices where isThere(frame, node) {
      var row = [ChartTable.Cell(network.labels[node])]
      if !isPeople { row.append(.count(frame.people[node])) }
      row += [
        .number(frame.ownScores[node], decimals), .number(frame.publicScores[node], decimals), .count(degrees[node]),
      ]
      table.add(row)
    }
    return table
  }
}

extension SimulationCharts {
  /// The network over time, as the page shows it; `nil` without one.
  var moving: MovingNetworkChart? {
    guard let network = portrait?.network, !network.frames.isEmpty else { return nil }
    return MovingNetworkChart(network: network, colours: colours, decimals: decimals)
  }

  /// The network of the last period kept.
  var network: Chart? {
    guard let moving, let first = moving.network.frames.first, let last = moving.network.frames.last else { return nil }
    return networkChart(
      moving, last, id: "network", title: "The network over time, up to period \(last.period)",
      caption:
        "\(NumberText.count(moving.network.frames.count, "period")) from \(first.period) to \(last.period), \(NumberText.count(first.ties.count, "tie")) drawn in the first and \(NumberText.count(last.ties.count)) in the last."
    )
  }

  /// The network of the first period, to be seen beside the last one where nothing moves.
  var firstNetwork: Chart? {
    guard let moving, let first = moving.network.frames.first, moving.network.frames.count > 1 else { return nil }
    return networkChart(
      moving, first, id: "network-first", title: "The network in period \(first.period)",
      caption: "For comparison with the last period.")
  }

  private func networkChart(
    _ moving: MovingNetworkChart, _ frame: MovingDrawing.Frame, id: String, title: String, caption: String
  ) -> Chart {
    let isPeople = moving.network.kind == .people
    var words =
      "\(caption) Each circle is a \(isPeople ? "person" : "community, as large as its number of people,") in the colour of the \(isPeople ? "" : "mean ")public score, each line a tie"
      + (isPeople ? "." : " between them, the heavier the thicker.")
    if moving.network.hiddenNodes > 0 {
      words += " Not drawn: \(NumberText.count(moving.network.hiddenNodes)) \(isPeople ? "people" : "communities")."
    }
    if frame.hiddenTies > 0 { words += " Not drawn: the \(NumberText.count(frame.hiddenTies)) lightest ties." }
    if moving.network.frames.contains(where: { !$0.listed.isEmpty }) { words += " An orange rim: on the blacklist." }
    if isPeople, findings.rules.on.contains("money") { words += " Payments are not drawn." }
    words +=
      " Places are \(LayoutText.name(moving.network.layout))'s: near means tied, and each period begins from the places of the one before."
    return Chart(
      id: id, title: title, caption: words,
      alternative:
        "A drawing of \(NumberText.count(moving.network.labels.count)) \(isPeople ? "people" : "communities") and their ties in period \(frame.period), coloured by public score.",
      table: moving.table, drawing: moving.drawing(frame))
  }
}
