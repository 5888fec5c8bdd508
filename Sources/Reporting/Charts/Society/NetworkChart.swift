import Analysis

/// A network: people or communities as circles in the colour of their public score, ties as lines.
struct NetworkChart {
  let network: NetworkDrawing
  let colours: ScoreColours
  let decimals: Int

  /// How large the picture is; it is drawn smaller on a phone, since it has few words.
  static let size = (width: 720.0, height: 690.0)
  /// The square that places from 0 to 1 lie in.
  static let square = (left: 46.0, top: 46.0, side: 628.0)
  /// Ties are drawn in so many strengths.
  static let strengths = 5
  /// Up to so many people bear their names.
  private static let namedPeople = 90

  static func x(_ place: Double) -> Double { square.left + square.side * place }
  static func y(_ place: Double) -> Double { square.top + square.side * place }

  /// The ramp of scores alone, for a phone, on which a large network is drawn too small to read it.
  static func ramp(_ colours: ScoreColours, decimals: Int) -> Drawing {
    var drawing = Drawing(width: Chart.widths.narrow, height: 26)
    drawing.ramp(colours, title: "public score", x: 4, y: 16, decimals: decimals)
    return drawing
  }

  /// How large the circle of a node is.
  static func radius(_ kind: NetworkDrawing.Kind, people: Int, nodes: Int, largest: Int) -> Double {
    switch kind {
    case .people: nodes <= 40 ? 10 : nodes <= 120 ? 8 : nodes <= 400 ? 5.5 : 3.6
    case .communities:
      max(2.5, (nodes <= 20 ? 46 : nodes <= 60 ? 34 : 24) * (Double(people) / Double(max(1, largest))).squareRoot())
    }
  }

  /// The strength of a tie, from 0: by the root of its weight.
  static func strength(_ weight: Double, heaviest: Double) -> Int {
    guard heaviest > 0 else { return 0 }
    return min(strengths - 1, max(0, Int((weight / heaviest).squareRoot() * Double(strengths))))
  }

  /// How ties of a strength look.
  static func style(_ strength: Int, _ kind: NetworkDrawing.Kind, ties: Int) -> Style {
    let share = Double(strength) / Double(strengths - 1)
    let isDense = ties > 1_000
    let thin = isDense ? 0.4 : ties > 300 ? 0.7 : 1.1
    let opacity = (isDense ? 0.1 : ties > 300 ? 0.2 : 0.35) + (isDense ? 0.2 : 0.3) * share
    return .role(
      .stroke, opacity: opacity, width: thin + share * (kind == .communities ? (isDense ? 2 : 9) : isDense ? 1.2 : 2.2))
  }

  /// The lines of ties, a path a strength.
  static func paths(_ ties: [NetworkDrawing.Tie], place: (Int) -> (x: Double, y: Double)?) -> [PathText] {
    let heaviest = ties.lazy.map(\.weight).max() ?? 0
    var paths = [PathText](repeating: PathText(), count: strengths)
    for tie in ties {
      guard let one = place(tie.source), let other = place(tie.target) else { continue }
      let strength = strength(tie.weight, heaviest: heaviest)
      paths[strength].move(one.x, one.y)
      paths[strength].line(other.x, other.y)
    }
    return paths
  }

  /// Whether there are so few nodes that a phone gets a picture of its own, with names that can be read.
  var hasNarrow: Bool { network.nodes.count <= Self.namedPeople }

  func drawing(_ width: Double) -> Drawing {
    let scale = width / Self.size.width
    let nodes = network.nodes
    let largest = nodes.map(\.people).max() ?? 1
    // A flat network leaves nothing empty above and below; there is room for the ramp and the topmost names.
    let (top, bottom) = (nodes.map(\.y).min() ?? 0, nodes.map(\.y).max() ?? 1)
    let room = network.kind == .communities ? 70.0 : 52
    var drawing = Drawing(
      width: width, height: room + (Self.square.side * (bottom - top) + Self.square.top - 16) * scale)
    func x(_ place: Double) -> Double { Self.x(place) * scale }
    func y(_ place: Double) -> Double { room + Self.square.side * (place - top) * scale }
    drawing.ramp(colours, title: "public score", x: 8, y: 20, decimals: decimals)
    let paths = Self.paths(network.ties) { (x(nodes[$0].x), y(nodes[$0].y)) }
    drawing.group(" class=\"ties\"") { drawing in
      for (strength, path) in paths.enumerated() {
        drawing.path(path, Self.style(strength, network.kind, ties: network.ties.count))
      }
    }
    let radii = nodes.map {
      Self.radius(network.kind, people: $0.people, nodes: nodes.count, largest: largest)
    }
    drawing.group(" class=\"nodes\"") { drawing in
      // Large circles first, so that small ones are not hidden.
      for index in nodes.indices.sorted(by: { (-radii[$0], $0) < (-radii[$1], $1) }) {
        let node = nodes[index]
        drawing.circle(
          x: x(node.x), y: y(node.y), radius: radii[index] * (0.4 + 0.6 * scale),
          .outlined(colours.colour(node.publicScore)),
          tip: tip(node), attributes: " data-n=\"\(index)\"")
      }
    }
    drawing.group(" class=\"names\"") { drawing in
      for (node, radius) in zip(nodes, radii) {
        let (left, top) = (x(node.x), y(node.y))
        switch network.kind {
        case .people where nodes.count <= Self.namedPeople:
          let name = MarkupText.cut(node.label, to: 14)
          // A name at the edge shall not be cut by it, nor one of wide letters.
          let half = 1.2 * MarkupText.width(name) * Drawing.letterWidth / 2
          drawing.text(
            MarkupText.isolated(name), x: min(max(left, half), width - half), y: top - radius - 4, .middle, .onMarks)
        case .communities where radius * scale >= 7: drawing.text(node.label, x: left, y: top + 4, .middle, .onMarks)
        default: break
        }
      }
    }
    return drawing
  }

  private func tip(_ node: NetworkDrawing.Node) -> String {
    let scores =
      "own \(NumberText.fixed(node.ownScore, decimals)), public \(NumberText.fixed(node.publicScore, decimals))"
    switch network.kind {
    case .people:
      let community = node.community.map { ", community \($0)" } ?? ""
      return "\(MarkupText.cut(node.label, to: 60)): \(scores)\(community)"
    case .communities:
      return "community \(node.label), \(NumberText.count(node.people, "person", "people")): mean \(scores)"
    }
  }

  var table: ChartTable {
    switch network.kind {
    case .people:
      var table = ChartTable([
        .text("person"), .number("own score"), .number("public score"), .number("community"), .number("x"),
        .number("y"),
      ])
      for node in network.nodes {
        table.add([
          ChartTable.Cell(node.label), .number(node.ownScore, decimals), .number(node.publicScore, decimals),
          node.community.map { .count($0) } ?? "-", .number(node.x, 3), .number(node.y, 3),
        ])
      }
      return table
    case .communities:
      var table = ChartTable([
        .text("community"), .number("people"), .number("mean own score"), .number("mean public score"), .number("x"),
        .number("y"),
      ])
      for node in network.nodes {
        table.add([
          ChartTable.Cell(node.label), .count(node.people), .number(node.ownScore, decimals),
          .number(node.publicScore, decimals), .number(node.x, 3), .number(node.y, 3),
        ])
      }
      return table
    }
  }
}

extension SocietyCharts {
  /// The network; `nil` without ties.
  var network: Chart? {
    guard let network = portrait?.network, !network.nodes.isEmpty else { return nil }
    let chart = NetworkChart(network: network, colours: colours, decimals: decimals)
    var caption: String
    switch network.kind {
    case .people:
      caption = "Each circle is a person in the colour of the public score, each line a tie, the heavier the thicker. "
    case .communities:
      caption =
        "Each circle is a community, as large as its number of people, in the colour of its mean public score; lines are the ties between them, the heavier the thicker. "
    }
    if let row = findings.measure("moran_i", of: "public_score", on: ground), let value = row.value {
      caption +=
        value > 0.3
        ? "Neighbours have like colours: "
        : value > 0.1 ? "Neighbours have somewhat like colours: " : "Colours are mixed: "
      caption += "Moran's I of public scores is \(NumberText.fixed(value, 2))"
      if let own = findings.measure("moran_i", of: "own_score", on: ground)?.value {
        caption += " (of own scores \(NumberText.fixed(own, 2)))"
      }
      caption += ". "
    }
    if network.hiddenNodes > 0 {
      caption +=
        "Not drawn: \(NumberText.count(network.hiddenNodes)) \(network.kind == .people ? "people" : "smaller communities"). "
    }
    if network.hiddenTies > 0 { caption += "Not drawn: the \(NumberText.count(network.hiddenTies)) lightest ties. " }
    caption += "Places are \(LayoutText.name(network.layout))'s: near means tied, up and down mean nothing."
    let title = network.kind == .people ? "The network" : "The network of communities"
    let alternative =
      "A drawing of \(NumberText.count(network.nodes.count)) \(network.kind == .people ? "people" : "communities") and \(NumberText.count(network.ties.count, "tie")), coloured by public score."
    return chart.hasNarrow
      ? Chart(
        id: "network", title: title, caption: caption, alternative: alternative, table: chart.table, draw: chart.drawing
      )
      : Chart(
        id: "network", title: title, caption: caption, alternative: alternative, table: chart.table,
        drawing: chart.drawing(Chart.widths.wide))
  }

  /// The ties that headline measures are taken on.
  var ground: String {
    let layers = findings.society.layers.filter { $0.share > 0 && $0.ties > 0 }
    return layers.count == 1 ? layers[0].name : "combined"
  }
}

/// What layouts are called in running text.
enum LayoutText {
  static func name(_ name: String) -> String {
    switch name {
    case "fruchterman-reingold": "Fruchterman and Reingold"
    case "drl": "DrL"
    default: name
    }
  }
}
