import Analysis

extension ComparisonReport {
  /// What matters most, a sentence or two for each question.
  var short: [String] {
    let sentences =
      comparison.foundTheSame
      ? [made, same] : [made, moved, tiersMoved, company, seedVerdict]
    return [page.heading("IN SHORT"), ""]
      + sentences.compactMap(\.self).flatMap { Paragraph.lines($0, width: page.width, first: "  - ") }
  }

  private var same: String {
    var parts = ["\(people(comparison.people.both)) with the same scores"]
    if comparison.tierFlows != nil { parts.append("the same tiers") }
    if comparison.communities != nil { parts.append("the same communities") }
    if comparison.measures.equal > 0 {
      parts.append(NumberText.count(comparison.measures.equal, "equal measure"))
    }
    return "Nothing differs in what they found: \(list(parts))."
  }

  private var made: String {
    let making = comparison.making
    switch making.relation {
    case .same: return "Both were made with the same settings, inputs and seed\(versions)."
    case .otherSeed:
      return "They differ by their seeds only, \(comparison.first.seed) and \(comparison.second.seed)\(versions)."
    case .otherCommand:
      return
        "A single moment is compared with the end of a simulation, so their settings have nothing in common\(versions)."
    case .otherSettings:
      let settings = making.settings.filter(\.matters)
      let shown = settings.count <= 2 ? settings : []
      var parts = shown.map {
        "\(TextTable.cut($0.name, to: 40)) (\(TextTable.cut($0.first ?? "none", to: 24)), then \(TextTable.cut($0.second ?? "none", to: 24)))"
      }
      if shown.isEmpty, !settings.isEmpty { parts.append(NumberText.count(settings.count, "setting")) }
      let inputs = making.inputs.filter { $0.name != "scenario" }.count
      if inputs > 0 { parts.append(NumberText.count(inputs, "input")) }
      if comparison.first.seed != comparison.second.seed { parts.append("the seed") }
      return "What differs in how they were made: \(list(parts))\(versions)."
    }
  }

  private var versions: String {
    let (first, second) = (comparison.first.version, comparison.second.version)
    return first == second ? "" : "; versions \(first) and \(second) made them"
  }

  private var moved: String? {
    let all = comparison.people
    let alone = [(all.onlyFirst, "in run 1 only"), (all.onlySecond, "in run 2 only")].filter { $0.0 > 0 }
      .map { "\(NumberText.count($0.0)) \($0.1)" }
    let only = alone.isEmpty ? "" : " (\(list(alone)))"
    guard all.both > 0 else { return "Nobody is in both\(only)." }
    guard let scores = all.publicScores, let own = all.ownScores else {
      return "\(people(all.both)) are in both\(only); scores are on other scales and are not compared."
    }
    guard scores.moved > 0 else { return "Of \(people(all.both)) in both\(only), nobody's public score differs." }
    let order = all.rankAgreement.map { "; the order of people agrees by \(NumberText.fixed($0, 3)) (tau-b)" } ?? ""
    return
      "Public scores of the \(people(all.both)) in both\(only) differ by \(score(scores.meanAbsolute)) points on average, own scores by \(score(own.meanAbsolute))\(order)."
  }

  private var tiersMoved: String? {
    guard let flows = comparison.tierFlows else { return nil }
    return "\(NumberText.count(flows.moved)) of \(people(comparison.people.both)) are in another tier."
  }

  private var company: String? {
    guard let company = comparison.communities, company.people > 0 else { return nil }
    let share = Double(company.together) / Double(company.people)
    return
      "Of those in a community in both, \(NumberText.percent(share)) stayed with the largest part of theirs (NMI \(NumberText.fixed(company.normalisedMutualInformation, 3)), adjusted Rand index \(NumberText.fixed(company.adjustedRand, 3)))."
  }

  private var seedVerdict: String? {
    let seeds = comparison.seeds
    switch seeds.status {
    case .paired, .spread:
      let told = moving.filter { $0.verdict != nil }
      let more = told.filter { $0.verdict == .more }.map { SeedMeasureText($0.name, decimals).title }
      guard !more.isEmpty else {
        return "No more than seeds explain, in all of \(NumberText.count(told.count, "measure")) that differ at all."
      }
      let named = more.prefix(3).joined(separator: "; ") + (more.count > 3 ? "; ..." : "")
      if seeds.status == .spread {
        return
          "Only seeds differ, yet by more than in 95% of pairs of seeds in \(more.count) of \(NumberText.count(told.count, "measure")) (\(named))."
      }
      return "More than seeds explain: \(more.count) of \(NumberText.count(told.count, "measure")) (\(named))."
    case .off: return "Whether that is more than seeds explain was not asked (--seeds)."
    case .tooLarge, .refused: return "Whether that is more than seeds explain is not told: \(seeds.reason ?? "")."
    case .moment: return seeds.reason.map { "\($0)." }
    case .same: return nil
    }
  }
}
