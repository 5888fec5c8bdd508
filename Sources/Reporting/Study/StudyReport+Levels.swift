import Experiments

extension StudyReport {
  /// What is found of a factor's levels.
  private enum Verdict {
    case beyondChance(String)
    case withinChance
    case unknown
  }

  /// What the factors do, those first that do something.
  func told(_ profiles: [LevelProfile], of outcome: OutcomeFindings) -> String {
    func share(_ factor: Int) -> Double {
      guard let factors = outcome.mainEffects?.factors, factors.count == profiles.count else { return 0 }
      return factors[factor].share ?? 0
    }
    let order = profiles.indices.sorted { one, other in
      let (first, second) = (share(one), share(other))
      return first == second ? one < other : first > second
    }
    var clauses: [String] = []
    var (quiet, unknown): ([LevelProfile], [LevelProfile]) = ([], [])
    for place in order {
      let profile = profiles[place].measured ?? profiles[place]
      let left = profiles[place].levels.count - profile.levels.count
      switch verdict(profile) {
      case .beyondChance where isCrossing(profile, outcome):
        clauses.append("goes different ways with \(named(profile)), up in some cells and down in others")
      case .beyondChance(let clause):
        clauses.append(clause + (left > 0 ? " (\(NumberText.count(left, "level")) with one number left aside)" : ""))
      case .withinChance: quiet.append(profiles[place])
      case .unknown: unknown.append(profiles[place])
      }
    }
    var sentences: [String] = []
    sentences += clauses.map { "It \($0)." }
    if !clauses.isEmpty, findings.design == .grid, profiles.count > 1 {
      sentences.append(
        clauses.count == 1 ? "That is over all values of the others." : "Each is over all values of the others.")
    }
    if let only = quiet.first, profiles.count == 1 {
      sentences.append(withinChance(only))
    } else if !quiet.isEmpty {
      sentences.append("No difference beyond chance by \(list(quiet.map { named($0) })).")
    }
    if let only = unknown.first, profiles.count == 1 {
      sentences.append(unknownChance(only))
    } else if !unknown.isEmpty {
      let reason =
        outcome.mainEffects.map { $0.missing > 0 && $0.wholeReplicates < 2 } == true
        ? "no two replicates have a number in every cell; cells and differences are below"
        : "there are too few runs of each cell"
      sentences.append("Whether \(list(unknown.map { named($0) })) matter over all cells cannot be told: \(reason).")
    }
    if profiles.count == 1, let one = profiles.first, case .grid = findings.design { sentences += comparison(one) }
    if clauses.count > 1, let first = order.first, share(first) > 0 {
      sentences.append(
        "Of the variance of cell means \(NumberText.percent(share(first))) goes with \(named(profiles[first])).")
    }
    return sentences.joined(separator: " ")
  }

  /// Whether the outcome rises with a number where other factors have some values, and falls where they have others, both
  /// with intervals apart: then the mean over all cells tells of neither.
  private func isCrossing(_ profile: LevelProfile, _ outcome: OutcomeFindings) -> Bool {
    guard findings.design == .grid, findings.factors.count > 1, profile.isNumeric,
      let factor = findings.factors.firstIndex(where: { $0.name == profile.factor }),
      let first = profile.levels.first?.label, let last = profile.levels.last?.label
    else { return false }
    var ends: [[FactorValue]: (first: SampleSummary?, last: SampleSummary?)] = [:]
    for (cell, summary) in zip(findings.cells, outcome.cells) {
      var others = cell.values
      let own = others.remove(at: factor).text
      if own == first { ends[others, default: (nil, nil)].first = summary.summary }
      if own == last { ends[others, default: (nil, nil)].last = summary.summary }
    }
    var (rises, falls) = (false, false)
    for (one, other) in ends.values {
      guard let low = one?.t, let high = other?.t else { continue }
      rises = rises || low.high < high.low
      falls = falls || high.high < low.low
    }
    return rises && falls
  }

  private func named(_ profile: LevelProfile) -> String { Self.shown(profile.factor, 32) }

  private func label(_ level: LevelProfile.Level) -> String { Self.shown(level.label, 24) }

  private func digits(_ profile: LevelProfile) -> Digits {
    Digits(profile.levels.map(\.interval), values: profile.levels.map(\.mean))
  }

  private func verdict(_ profile: LevelProfile) -> Verdict {
    guard let (low, high) = profile.extremes, low != high else { return .withinChance }
    guard let differ = profile.differ(high, low) else { return .unknown }
    if differ { return .beyondChance(clause(profile, low: low, high: high)) }
    // What is not seen between intervals may be seen replicate by replicate.
    return departures(profile).map { .beyondChance($0) } ?? .withinChance
  }

  /// The levels that differ from the one they are compared with; `nil` if none does.
  private func departures(_ profile: LevelProfile) -> String? {
    let apart = profile.pairs.filter { $0.difference.t?.contains(0) == false }
    guard let base = apart.first?.against, let from = profile.levels.first(where: { $0.label == base }) else {
      return nil
    }
    let digits = digits(profile)
    let places = profile.levels.filter { level in apart.contains { $0.level == level.label } }.prefix(6).map {
      "\(digits.text($0.mean)) at \(label($0))"
    }
    return
      "differs with \(named(profile)) beyond chance: \(digits.text(from.mean)) at \(label(from)), \(list(places))"
  }

  /// How the outcome goes over a factor's levels, once it is known that the lowest and the highest differ.
  private func clause(_ profile: LevelProfile, low: Int, high: Int) -> String {
    let (digits, name, levels) = (digits(profile), named(profile), profile.levels)
    func at(_ place: Int) -> String { "\(digits.text(levels[place].mean)) at \(label(levels[place]))" }
    guard profile.isNumeric else {
      let (best, worst) = ("\(name)=\(label(levels[high]))", label(levels[low]))
      return levels.count == 2
        ? "is higher with \(best) (\(digits.text(levels[high].mean))) than with \(worst) (\(digits.text(levels[low].mean)))"
        : "is highest with \(best) (\(digits.text(levels[high].mean))) and lowest with \(worst) (\(digits.text(levels[low].mean)))"
    }
    let last = levels.count - 1
    if (low, high) == (0, last) || (low, high) == (last, 0) {
      let way = high == last ? "rises" : "falls"
      return "\(way) with \(name), from \(at(0)) to \(at(last))"
    }
    // The ends tell the direction only if they differ themselves; an extreme in between is told if it differs from both.
    let ends = profile.differ(last, 0) == true
    let inner = [high, low].filter { place in
      place != 0 && place != last && profile.differ(place, 0) == true && profile.differ(place, last) == true
    }
    if inner.count == 1, let turn = inner.first {
      let ways = turn == high ? ("rises", "falls") : ("falls", "rises")
      return "\(ways.0) with \(name), from \(at(0)) to \(at(turn)), and \(ways.1) again to \(at(last))"
    }
    if ends, inner.isEmpty {
      let way = levels[last].mean > levels[0].mean ? "rises" : "falls"
      return "\(way) with \(name), from \(at(0)) to \(at(last))"
    }
    return "changes with \(name): the lowest is \(at(low)), the highest \(at(high))"
  }

  private func withinChance(_ profile: LevelProfile) -> String {
    guard let (low, high) = profile.extremes, low != high else { return "There is one level with a number." }
    let digits = digits(profile)
    let text =
      "No difference beyond chance between the levels of \(named(profile)): means go from \(digits.text(profile.levels[low].mean)) to \(digits.text(profile.levels[high].mean))"
    guard profile.levels.count == 2, let found = profile.difference(1, 0), let interval = found.interval else {
      return text + "."
    }
    let own = Digits([interval], values: [found.mean])
    return
      "\(text) (\(label(profile.levels[1])) less \(label(profile.levels[0])): \(own.signed(found.mean)), \(own.range(interval)))."
  }

  private func unknownChance(_ profile: LevelProfile) -> String {
    guard let (low, high) = profile.extremes else { return "" }
    let digits = digits(profile)
    if let found = profile.difference(high, low), let interval = found.interval {
      let own = Digits([interval], values: [found.mean])
      return
        "Means go from \(digits.text(profile.levels[low].mean)) at \(named(profile))=\(label(profile.levels[low])) to \(digits.text(profile.levels[high].mean)) at \(label(profile.levels[high])), but in replicates that have both the difference is \(own.signed(found.mean)) (\(own.range(interval))): what is missing decides, so neither says what \(named(profile)) does."
    }
    return
      "It goes from \(digits.text(profile.levels[low].mean)) at \(named(profile))=\(label(profile.levels[low])) to \(digits.text(profile.levels[high].mean)) at \(label(profile.levels[high])); how much of that is chance cannot be told from one run each."
  }

  /// How many of the levels differ from the one they are compared with.
  private func comparison(_ profile: LevelProfile) -> [String] {
    let tested = profile.pairs.filter { $0.difference.t != nil }
    guard tested.count > 1, let base = tested.first?.against else { return [] }
    let apart = tested.filter { $0.difference.t?.contains(0) == false }
    let against = "\(named(profile))=\(Self.shown(base, 24))"
    if apart.isEmpty { return ["None of the \(tested.count) differences from \(against) lies beyond chance."] }
    let names = apart.prefix(8).map { Self.shown($0.level, 24) } + (apart.count > 8 ? ["others"] : [])
    let which = apart.count == tested.count ? "all \(tested.count)" : "\(apart.count) of \(tested.count)"
    return [
      "Of the differences from \(against), \(which) \(apart.count == 1 ? "lies" : "lie") beyond chance\(apart.count == tested.count ? "" : ": \(list(names))")."
    ]
  }
}
