import Analysis
import GraphModel

/// Who moves whom, for the terminal.
public struct InfluenceReport: Sendable {
  private let page: Page

  /// A report; `isPlain`: in ASCII, but for names from data.
  public init(width: Int, ink: Ink, isPlain: Bool = false) { page = Page(width: width, ink: ink, isPlain: isPlain) }

  // MARK: Everyone

  /// Everyone's influence on the mean public score, with a line end.
  public func text(_ findings: InfluenceFindings) -> String {
    let digits = NumberText.decimals(forWidth: findings.scale.width)
    let aside = "\(NumberText.count(findings.people, "person", "people")), susceptibility \(findings.susceptibility)"
    var table = TextTable([
      ("person", .left), ("influence", .right), ("of equals", .right), ("followers", .right), ("own", .right),
      ("public", .right),
    ])
    for person in findings.top {
      table.add([
        TextTable.Cell(person.id), "\(Self.share(person.influence))",
        "\(NumberText.fixed(person.influence * Double(findings.people), 2))x", "\(NumberText.count(person.followers))",
        "\(NumberText.fixed(person.ownScore, digits))", "\(NumberText.fixed(person.publicScore, digits))",
      ])
    }
    let mean = findings.weights.map { "the mean weighted by \($0)" } ?? "the mean"
    let hundredth = max(1, findings.people / 100)
    let shift = findings.meanPublicScore - findings.meanOwnScore
    var lines = [page.heading("WHO MOVES THE MEAN SCORE OF \(findings.name)", aside), ""]
    lines += page.lines(table) + [""]
    lines += page.prose(
      "The most influential hundredth, \(NumberText.count(hundredth, "person", "people")), has "
        + "\(Self.share(findings.topHundredth)) of all influence. It is as concentrated as among "
        + "\(NumberText.fixed(findings.effectiveNumber, 1)) equals (Gini \(NumberText.fixed(findings.gini, 3))).")
    lines += page.prose(
      "Kendall's tau-b of influence with the number of followers is \(NumberText.fixed(findings.tauWithFollowers, 2)), "
        + "with the own score \(NumberText.fixed(findings.tauWithOwnScore, 2)).")
    lines += page.prose(
      "Own scores have \(mean) \(NumberText.fixed(findings.meanOwnScore, digits)), public scores "
        + "\(NumberText.fixed(findings.meanPublicScore, digits)): those with influence "
        + (shift > 0 ? "score higher than others." : shift < 0 ? "score lower than others." : "score as others do."))
    lines += [""]
    lines += page.note(
      "influence: by how many points \(mean) of public scores rises if the own score rises by one; all shares add up to "
        + "100%, and the person's own public score counts, too: without ties it is 1.00x. of equals: against everybody having the same. followers: ties by which the person influences others."
    )
    lines += page.note(Self.certificate("The errors of all influences together are", findings.bound))
    return page.joined([lines, NoticeSection(findings.notices, page).lines])
  }

  // MARK: One person

  /// Whom a person moves, or who moves the person, with a line end.
  public func text(_ influence: PersonInfluence, scale: Scale) -> String {
    let digits = NumberText.decimals(forWidth: scale.width)
    let isOf = influence.direction == .of
    let title = isOf ? "WHOM \(influence.id) MOVES" : "WHO MOVES \(influence.id)"
    let aside =
      "own \(NumberText.fixed(influence.ownScore, digits)), public \(NumberText.fixed(influence.publicScore, digits))"
    var table = TextTable([
      ("person", .left), ("share", .right), ("distance", .right), (isOf ? "arrives by" : "leaves by", .left),
      ("own", .right), ("public", .right),
    ])
    for row in influence.rows {
      table.add([
        TextTable.Cell(row.id), "\(Self.share(row.share))", "\(row.distance.map(NumberText.count) ?? "-")",
        TextTable.Cell(TextTable.cut(row.layer ?? "-", to: 16)), "\(NumberText.fixed(row.ownScore, digits))",
        "\(NumberText.fixed(row.publicScore, digits))",
      ])
    }
    var lines = [page.heading(title, aside), ""] + (influence.rows.isEmpty ? [] : page.lines(table) + [""])
    let others = NumberText.count(influence.reached, "other", "others")
    if isOf {
      lines += page.prose(
        "If the own score of \(influence.id) falls by one point, the own public score falls by "
          + "\(NumberText.fixed(influence.selfShare, 3)) and those of \(others) by "
          + "\(NumberText.fixed(influence.othersShare, 3)) together.")
    } else {
      lines += page.prose(
        "\(Self.share(influence.selfShare)) of the public score of \(influence.id) is the own score, "
          + "\(Self.share(influence.othersShare)) are those of \(others).")
    }
    lines += [""]
    lines += page.note(
      isOf
        ? "share: the points a public score moves for each point of \(influence.id)'s own score. distance: ties on the way."
        : "share: the part of \(influence.id)'s public score that is this person's own score. distance: ties on the way."
    )
    lines += page.note(
      Self.certificate(isOf ? "Shares are off by" : "All shares together are off by", influence.bound))
    return page.joined([lines, NoticeSection(influence.notices, page).lines])
  }

  // MARK: The ties of a person

  /// What dropping each tie of a person would do, with a line end.
  public func text(_ ties: TieInfluence, scale: Scale, top count: Int) -> String {
    let digits = NumberText.decimals(forWidth: scale.width) + 1
    let aside =
      "own \(NumberText.fixed(ties.ownScore, digits - 1)), public \(NumberText.fixed(ties.publicScore, digits - 1))"
    var table = TextTable([
      ("without", .left), ("layer", .left), ("part", .right), ("their public", .right), ("own change", .right),
      ("their change", .right),
    ])
    let shown =
      ties.rows.count > count ? Array(ties.rows.prefix(count - count / 2) + ties.rows.suffix(count / 2)) : ties.rows
    for row in shown {
      table.add([
        TextTable.Cell(row.id), TextTable.Cell(TextTable.cut(row.layer, to: 16)), "\(NumberText.percent(row.part))",
        "\(NumberText.fixed(row.publicScore, digits - 1))", change(row.change, digits),
        change(row.otherChange, digits),
      ])
    }
    var lines = [page.heading("THE TIES OF \(ties.id)", aside), ""]
    if ties.rows.isEmpty {
      lines += page.prose("Nobody influences \(ties.id).")
    } else {
      lines += page.lines(table) + [""]
      if shown.count < ties.rows.count {
        lines += page.prose(
          "\(NumberText.count(ties.rows.count - shown.count, "tie")) in between left out (--top, --json).")
      }
      if let best = ties.rows.first, best.change > ties.bound {
        lines += page.prose(
          "Losing \(best.id) (\(best.layer)) helps \(ties.id) most: \(NumberText.signed(best.change, digits)) points, "
            + "and \(NumberText.signed(best.otherChange, digits)) for \(best.id).")
      } else {
        lines += page.prose("No tie is worth cutting: every loss leaves \(ties.id) where it was, or lower.")
      }
      lines += [""]
      lines += page.note(
        "part: the share of the tie in the network score. change: the public score after everything has settled, less before."
      )
      lines += page.note("No change is off by more than \(NumberText.bound(ties.bound)) points.")
    }
    return page.joined([lines, NoticeSection(ties.notices, page).lines])
  }

  private func change(_ value: Double, _ digits: Int) -> TextTable.Cell {
    TextTable.Cell(NumberText.signed(value, digits), value > 0 ? .good : value < 0 ? .bad : nil)
  }

  static func share(_ value: Double) -> String {
    value >= 0.0005 || value <= 0 ? NumberText.percent(value) : String(NumberText.bound(100 * value)) + "%"
  }

  private static func certificate(_ what: String, _ bound: Double?) -> String {
    guard let bound else { return "No bound on the error is known: a large group settles among itself." }
    return "\(what) at most \(NumberText.bound(bound))."
  }
}
