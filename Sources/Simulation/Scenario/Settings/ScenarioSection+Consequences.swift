import GraphModel

extension ScenarioSection {
  /// Tiers of the public score.
  static let tiers: ScenarioSection = {
    let place = SettingPlace("tiers", \.tiers)
    return ScenarioSection(
      path: "tiers", doc: "Tiers of the public score; they matter to rewards and effort.", toggle: nil,
      settings: [
        place.setting(
          "cuts", .rising, unit: "score", absent: .auto("those of the scale"),
          "Where a tier ends and the next begins, rising."
        ) {
          $0.cuts.map(SettingValue.numbers) ?? .absent
        } write: {
          if case .numbers(let cuts) = $1 { $0.cuts = cuts } else { $0.cuts = nil }
        },
        place.number(
          "hysteresis", \.hysteresis, .zeroOrMore, unit: "points",
          "How far below a tier's cut a score must fall before the tier is lost."),
      ])
  }()

  /// What a tier brings.
  static let rewards: ScenarioSection = {
    let place = SettingPlace("rewards", \.rewards, default: Scenario.RewardRule())
    return ScenarioSection(
      path: "rewards", doc: "What each tier above the lowest brings, so that scores feed back on themselves.",
      toggle: Switch(\.rewards, on: Scenario.RewardRule()),
      settings: [
        place.number(
          "deeds", \.deeds, .any, unit: "points",
          "Points of deeds a period, on average, for each tier above the lowest."
        ),
        place.number(
          "credit", \.credit, .share, "By what share the chance of a missed payment falls with each tier."),
        place.number(
          "status", \.status, .any, unit: "points",
          "Points that a tie with somebody is worth for each tier of theirs above the lowest."),
      ])
  }()

  /// Who is excluded.
  static let blacklist: ScenarioSection = {
    let place = SettingPlace("blacklist", \.blacklist, default: Scenario.BlacklistRule())
    return ScenarioSection(
      path: "blacklist", doc: "Who is excluded, and what it means; needs below or missed, to begin.",
      toggle: Switch(\.blacklist, on: Scenario.BlacklistRule()),
      settings: [
        place.number(
          "below", \.below, .any, unit: "score", absent: .none("scores list nobody"), example: 500,
          "Listed is whoever has a public score below this."),
        place.whole(
          "missed", \.missed, .oneOrMore, unit: "payments", absent: .none("payments list nobody"),
          "Listed is whoever misses so many payments while off the list."),
        place.number(
          "contagion", \.contagion, .positiveShare, absent: .none("the list does not spread"),
          source: "after Granovetter 1978", "Listed is whoever has at least this share of the network listed."),
        place.flag(
          "cuts_transactions", \.cutsTransactions, "Whether listed people lose all payment ties, and get none."),
        place.flag("shuns", \.shuns, "Whether others make no new friends among the listed."),
        place.number(
          "friend_points", \.friendPoints, .any, unit: "points",
          "What each listed friend does to an own score while listed; one in two layers counts twice."),
        place.whole(
          "friend_limit", \.friendLimit, .zeroOrMore, unit: "people", "How many listed friends count at most."),
        place.number(
          "cap", \.cap, .any, unit: "score", absent: .none("no cap"),
          "The highest own score that listed people can have."),
        place.whole(
          "release_after", \.releaseAfter, .oneOrMore, unit: "periods", absent: .never("nobody is released by time"),
          "After how many periods somebody is released."),
        place.number(
          "release_above", \.releaseAbove, .any, unit: "score", absent: .never("nobody is released by score"),
          "The public score from which somebody is released before that."),
        place.number(
          "mark", \.mark, .any, unit: "points",
          "What having been listed does to an own score in the period after release."),
        place.number(
          "mark_half_life", \.markHalfLife, .aboveZero, unit: "days", absent: .never("the mark stays"),
          "After how many days half of the mark is forgotten."),
      ])
  }()

  /// What people do about their scores.
  static let response: ScenarioSection = {
    let place = SettingPlace("response", \.self)
    return ScenarioSection(
      path: "response", doc: "What people do about their own scores.", toggle: nil,
      settings: [
        place.number(
          "conformity", \.conformity, .share,
          "The share of the way to friends' mean own score that an own score goes in a period."),
        place.number(
          "decay", \.decay, .share,
          "The share of the way back to the own score of period 0 that an own score goes in a period."),
      ])
  }()

  /// Effort toward a goal.
  static let effort: ScenarioSection = {
    let place = SettingPlace(
      "response.effort", source: "Hull 1932; Kivetz et al. 2006; the straight line: design", \.effort,
      default: Scenario.EffortRule())
    return ScenarioSection(
      path: "response.effort", doc: "Points that people add to their own scores, more the nearer the goal.",
      toggle: Switch(\.effort, on: Scenario.EffortRule()),
      settings: [
        place.choice(
          "goal", \.goal, "What people strive for: the next tier, or the next tenth of all public scores."),
        place.number(
          "points", \.points, .zeroOrMore, unit: "points",
          "The effort right below the goal, in points of the own score a period."),
        place.number("reach", \.reach, .aboveZero, unit: "points", "How far below the goal effort ends."),
        place.number("cost", \.cost, .zeroOrMore, source: "design", "What a point of effort costs."),
      ])
  }()

  /// A latent trait.
  static let trait: ScenarioSection = {
    let place = SettingPlace("trait", \.trait, default: Scenario.TraitRule())
    return ScenarioSection(
      path: "trait", doc: "A latent trait (\"same interests\") that drives ties and own scores: the rival explanation.",
      toggle: Switch(\.trait, on: Scenario.TraitRule()),
      settings: [
        place.text(
          "column", \.column, "the name of a column", absent: .none("the trait is drawn"),
          "A column with numbers, which are standardised."),
        place.number(
          "correlation", \.correlation, SettingBounds(low: -1, high: 1),
          "The correlation of a drawn trait with own scores of period 0."),
        place.number(
          "score", \.score, .any, unit: "points", "Points an own score gains in a period for each unit of the trait."),
        place.number(
          "ties", \.ties, .any, unit: "points",
          "Points that a tie is worth less for each unit that two people's traits are apart."),
      ])
  }()
}
