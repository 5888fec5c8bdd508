import Analysis
import GraphModel
import Propagation

extension TextReport {
  /// How much of a name stands in running text.
  private static let nameWidth = 24

  /// What the network did to scores.
  var movement: [String] {
    let moved = findings.propagation
    var table = TextTable([
      ("score", .left), ("mean", .right), ("sd", .right), ("lowest", .right), ("median", .right), ("highest", .right),
      ("Gini", .right),
    ])
    for (name, summary) in [("own", findings.ownScores), ("public", findings.publicScores)] {
      table.add([
        "\(name)", "\(score(summary.mean))", "\(score(summary.sd))", "\(score(summary.lowest))",
        "\(score(summary.median))", "\(score(summary.highest))", "\(NumberText.fixed(summary.gini, 3))",
      ])
    }
    return [
      page.heading(
        moved.model.isContraction ? "WHAT THE NETWORK DID TO SCORES" : "WHAT THE MODEL DID TO SCORES",
        ModelText.name(findings.propagation)), "",
    ]
      + page.lines(table)
      + page.note("sd: how widely scores are spread. Gini: 0 if all are equal, towards 1 if one has all.") + [""]
      + page.prose(summary) + [""] + movers + page.prose(certainty).map { page.ink.paint($0, .faint) }
  }

  /// How far scores moved, by which layer, and whether the order of people is the same.
  var summary: String {
    let moved = findings.propagation
    var text =
      "Public scores differ from own scores by \(score(moved.meanAbsoluteEffect)) points on average: "
      + "\(NumberText.count(moved.gained)) gained, \(NumberText.count(moved.lost)) lost, "
      + "\(NumberText.count(findings.society.people - moved.gained - moved.lost)) \(moved.boundForm == .exact ? "kept theirs" : "stayed within the error")."
    if moved.layers.count > 1 {
      let parts = zip(moved.layers, moved.meanAbsoluteEffects).map { layer, effect in
        "\(TextTable.cut(layer, to: Self.nameWidth)) moved them by \(score(effect))"
      }
      text += " By layer, \(parts.joined(separator: ", "))."
    }
    if let tau = moved.rankAgreement {
      text += " The order of people agrees by \(NumberText.fixed(tau, 3)) (Kendall's tau-b: 1 same order, 0 unrelated)."
    }
    return text
  }

  /// Those who gained and lost most, and through which layer.
  private var movers: [String] {
    let moved = findings.propagation
    if moved.topGains.isEmpty && moved.topLosses.isEmpty { return [] }
    let layers = moved.layers.count > 1 ? moved.layers : []
    // As many layers as fit beside ids of a usable length.
    let fitting = (0...layers.count).last {
      moverTables(layers.prefix($0), idWidth: 16).allSatisfy { $0.fits(page.width) }
    }
    let shown = layers.prefix(fitting ?? 0)
    var lines: [String] = []
    for table in moverTables(shown) { lines += page.lines(table) + [""] }
    let hidden = layers.count - shown.count
    if hidden > 0 {
      lines +=
        page.note("Effects by \(NumberText.count(hidden, "more layer")): people.csv, columns effect_LAYER.") + [""]
    }
    return lines
  }

  private func moverTables(_ layers: ArraySlice<String>, idWidth: Int? = nil) -> [TextTable] {
    let moved = findings.propagation
    return [("gained most", moved.topGains), ("lost most", moved.topLosses)].filter { !$0.1.isEmpty }.map {
      title, people in
      var table = TextTable(
        [(title, .left), ("own", .right), ("public", .right), ("change", .right)]
          + layers.map { ("by " + TextTable.cut($0, to: 14), .right) })
      for person in people {
        let id = idWidth.map { TextTable.cut(person.id, to: $0) } ?? person.id
        table.add(
          [TextTable.Cell(id), "\(score(person.ownScore))", "\(score(person.publicScore))", change(person.effect)]
            + person.effects.prefix(layers.count).map(change))
      }
      return table
    }
  }

  /// What the numbers took: rounds, or sweeps of a solver.
  private var effort: String {
    let moved = findings.propagation
    let after = moved.solverAbandoned.map { ", after \(Self.name(of: $0)) gave up" } ?? ""
    if moved.solver == .fixedPoint { return NumberText.count(moved.rounds, "round") + after }
    return "\(NumberText.count(moved.rounds, "sweep")) of \(Self.name(of: moved.solver))" + after
  }

  private static func name(of solver: Solver) -> String {
    switch solver {
    case .automatic, .fixedPoint: "plain rounds"
    case .sor: "over-relaxation"
    case .chebyshev: "Chebyshev iteration"
    case .cg: "conjugate gradients"
    case .bicgstab: "biconjugate gradients"
    }
  }

  /// How sure the numbers are.
  var certainty: String {
    let moved = findings.propagation
    var text: String
    switch (moved.outcome, moved.errorBound) {
    case (.periodic, let bound?):
      text =
        "Some scores never settle but go round in a cycle; their time averages and all other scores are off by no more than \(NumberText.bound(bound)) points (\(effort))."
    case (.certified, _) where moved.boundForm == .exact:
      text = "Exact: the model is a finite computation (\(effort))."
    case (.settled, _):
      text =
        "At rest by the model's own rule (\(effort)): "
        + (moved.change > 0
          ? "no score moved by more than \(NumberText.bound(moved.change)) points in the last round."
          : "nothing moved in the last round.") + " Such a model has no bound on an error."
    case (.certified, let bound?):
      text =
        "Certified: no public score is off by more than \(NumberText.bound(bound)) points (\(effort))."
    case (.roundingFloor, let bound?):
      text =
        "As exact as 64-bit numbers allow: no public score is off by more than \(NumberText.bound(bound)) points; the tolerance asked for lies below (\(effort))."
    case (.rounds, let bound?):
      text =
        "\(NumberText.count(moved.rounds, "round")) as asked; public scores are within \(NumberText.bound(bound)) points of the equilibrium."
    case (.rounds, nil):
      text = "\(NumberText.count(moved.rounds, "round")) as asked; the distance to the equilibrium is not known."
    case (.notConverged, let bound?):
      text =
        "NOT CONVERGED after \(effort): scores may be off by \(NumberText.bound(bound)) points."
    case (_, nil):
      text = "NOT CONVERGED after \(effort): no bound on the error is known."
    }
    if let near = moved.nearCut, near > 0 {
      text +=
        " \(NumberText.count(near, "person stands", "people stand")) so close to a tier's cut that the tier is uncertain."
    }
    for group in moved.closedGroups {
      let ids = group.ids.map { TextTable.cut($0, to: Self.nameWidth) }
      let names = ids.joined(separator: ", ") + (group.people > group.ids.count ? ", ..." : "")
      text +=
        group.period == 1
        ? " Nobody with an own view reaches \(NumberText.count(group.people, "person", "people")) (\(names)): they agree on \(score(group.value)) among themselves."
        : " Nobody with an own view reaches \(NumberText.count(group.people, "person", "people")) (\(names)): their scores go round in a cycle of \(group.period) for ever; shown is the time average, \(score(group.value))."
    }
    let hidden = moved.closedGroupCount - moved.closedGroups.count
    if hidden > 0 { text += " \(NumberText.count(hidden, "more such group")) in run.json's counts." }
    return text
  }
}
