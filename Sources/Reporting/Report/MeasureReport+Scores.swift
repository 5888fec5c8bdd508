import Analysis
import GraphModel

extension MeasureReport {
  /// Whether tied people have alike scores, and whether friends score higher.
  var sorting: [String] {
    var table = TextTable([("over ties", .left)] + Self.bothColumns)
    let rows: [(String, String, (Double?) -> String)] = [
      ("Moran's I", "moran_i", Self.third), ("assortativity", "assortativity", Self.third),
      ("Geary's C", "geary_c", Self.third), ("friends score higher", "friends_above_share", NumberText.percent),
      ("their excess", "friends_excess", score),
    ]
    for row in rows { table.add([TextTable.Cell(row.0)] + both(row.1, on: ground, row.2)) }
    return [page.heading("ARE FRIENDS ALIKE?", ground), ""] + page.lines(table)
      + page.note(
        "Moran's I, assortativity: 1 if people have their friends' scores, 0 if unrelated. Geary's C runs the other way: 0 equal, 1 unrelated. friends score higher: the share of people whose friends' mean is above their own; their excess: points by which the end of a tie scores above people. Only own scores can show that friends choose friends by score."
      )
  }

  /// How scores are spread.
  var inequality: [String] {
    var table = TextTable([
      ("spread of scores", .left), ("own", .right), ("public", .right), ("chance", .right), ("z", .right),
      ("p", .right),
    ])
    let rows: [(String, String, (Double?) -> String)] = [
      ("mean", "mean", score), ("standard deviation", "standard_deviation", score),
      ("10th percentile", "percentile_10", score), ("median", "median", score),
      ("90th percentile", "percentile_90", score), ("P90 / P10", "percentile_ratio", Self.third),
      ("Gini", "gini", Self.third), ("Theil", "theil", { NumberText.fixed($0, 4) }),
    ]
    for (label, measure, format) in rows {
      let own = findings.measure(measure, of: "own_score")
      table.add(
        [TextTable.Cell(label), TextTable.Cell(format(own?.value), .heading)]
          + compared(findings.measure(measure, of: "public_score"), format))
    }
    return [page.heading("HOW UNEQUAL ARE SCORES?"), ""] + page.lines(table)
      + page.note(
        "Gini, Theil: 0 if all are equal. P90 / P10: how many times the score near the bottom people near the top have. chance, z and p are of public scores; own scores are the same in every random society."
      )
  }

  /// Who stands in a hot or a cold spot.
  var spots: [String] {
    guard let local = findings.local else { return [] }
    let kinds: [(LocalMoran.Spot, Int, String)] = [
      (.hot, local.hot, "high among high"), (.cold, local.cold, "low among low"),
      (.highAmongLow, local.highAmongLow, "high among low"), (.lowAmongHigh, local.lowAmongHigh, "low among high"),
    ]
    var table = TextTable([("own score", .left), ("people", .right), ("the most extreme", .left)])
    for (spot, count, label) in kinds {
      let people = local.named.filter { $0.spot == spot }.prefix(3).map {
        "\(TextTable.cut($0.id, to: 16)) (\(score($0.ownScore)))"
      }
      table.add([
        TextTable.Cell(label), TextTable.Cell(NumberText.count(count), .heading),
        TextTable.Cell(people.isEmpty ? "-" : people.joined(separator: ", "), .faint),
      ])
    }
    return [page.heading("HOT AND COLD SPOTS", "\(NumberText.count(local.people, "person", "people"))"), ""]
      + page.lines(table)
      + page.note(SpotText.explanation(local) + " A hot spot is high among high, a cold spot low among low.")
  }

  /// How far order and tiers stay.
  var order: [String] {
    var table = TextTable([
      ("own against public", .left), ("value", .right), ("chance", .right), ("z", .right), ("p", .right),
    ])
    for (label, measure) in [("Kendall's tau-b", "kendall_tau_b"), ("Shorrocks", "shorrocks")] {
      table.add(
        [TextTable.Cell(label)]
          + compared(findings.measure(measure, of: "public_score", by: "own_score"), Self.third))
    }
    let scale = findings.society.scale
    let counts = findings.tierTransitions
    var tiers = TextTable([("own tier, public tier ->", .left)] + scale.tierNames.map { ($0, .right) })
    for tier in scale.tierNames.indices.reversed() where counts[tier].contains(where: { $0 > 0 }) {
      tiers.add(
        [TextTable.Cell(scale.tierNames[tier])]
          + counts[tier].enumerated().map { column, count in
            TextTable.Cell(count == 0 ? "." : NumberText.count(count), column == tier ? .heading : nil)
          })
    }
    return [page.heading("WHO STAYS WHERE THEY WERE?"), ""] + page.lines(table) + [""] + page.lines(tiers)
      + page.note(
        "tau-b: 1 if the order of people stays, 0 if it is unrelated. Shorrocks: mobility between tiers, 0 if everyone stays, 1 as if tiers were drawn anew. The table counts people by the tier of own (row) and public score (column)."
      )
  }

  /// How far scores are in conflict.
  var conflict: [String] {
    var table = TextTable([
      ("conflict", .left), ("own", .right), ("public", .right), ("chance", .right), ("z", .right), ("p", .right),
    ])
    func add(_ label: String, _ measure: String, on: String = "", by: String = "") {
      let own = findings.measure(measure, of: "own_score", on: on, by: by)
      let other = findings.measure(measure, of: "public_score", on: on, by: by)
      table.add(
        [TextTable.Cell(label), TextTable.Cell(own.map { size($0.value) } ?? "-", .heading)] + compared(other, size))
    }
    add("polarisation", "polarisation")
    for layer in findings.society.layers where layer.share > 0 && layer.ties > 0 {
      add("disagreement over \(TextTable.cut(layer.name, to: 16))", "disagreement", on: layer.name)
    }
    add("internal conflict", "internal_conflict", by: "own_score")
    return [page.heading("HOW MUCH CONFLICT IS THERE?"), ""] + page.lines(table)
      + page.note(
        "Sums of squared differences: of all scores from their mean (polarisation), over ties (disagreement), of public from own scores (internal conflict). In points squared, so compare them within one society only. chance, z and p are of public scores."
      )
  }

  /// A large number in a few digits.
  private func size(_ value: Double?) -> String {
    guard let value else { return "-" }
    if value.magnitude >= 10_000_000 { return NumberText.scientific(value) }
    return value.magnitude >= 1_000 ? NumberText.count(Int(value.rounded())) : NumberText.fixed(value, decimals + 1)
  }
}
