import GraphModel

extension ScenarioSection {
  /// How ties are dropped and made.
  static let rewiring: ScenarioSection = {
    let place = SettingPlace("rewiring", \.rewiring, default: Scenario.RewiringRule())
    let holmeNewman = "Holme and Newman 2006"
    let wei = "Wei et al. 2016"
    return ScenarioSection(
      path: "rewiring",
      doc: "How ties are dropped and made; gap and similarity assume sorting and prove nothing of it.",
      toggle: Switch(\.rewiring, on: Scenario.RewiringRule()),
      settings: [
        place.choice(
          "rule", \.choice, source: "design; holme-newman: Holme and Newman 2006; wei: Wei et al. 2016",
          "By what people choose: what a tie does to their own public score, chance, scores as such, or a published rule."
        ),
        place.texts(
          "layers", \.layers, layerName, absent: .auto("the first layer of friendships"),
          "The layers whose ties can change."),
        place.number("review", \.review, .share, "The chance that a side of a tie thinks about it in a period."),
        place.number(
          "drop_threshold", \.dropThreshold, .any, unit: "points",
          "The gain from dropping at which it is as likely as not."),
        place.number(
          "accept_threshold", \.acceptThreshold, .any, unit: "points",
          "The gain from a new tie at which each side is as likely as not to accept."),
        place.number(
          "noise", \.noise, .zeroOrMore, unit: "points", "The width of the logistic curves; 0 makes them steps."),
        place.number(
          "search", \.search, .share,
          "The chance that somebody looks for a tie that is missing from those of period 0, in a period."),
        place.whole(
          "candidates", \.candidates, .zeroOrMore, unit: "people",
          "How many people somebody asks for each tie that is looked for."),
        place.number(
          "friends_of_friends", \.friendsOfFriends, .share, "The chance that a candidate is a friend of a friend."),
        place.number(
          "own_group", \.ownGroup, .share, "The chance that a candidate is of the own group; the rest can be anyone."),
        place.text(
          "group_by", \.groupColumn, "the name of a column", absent: .none("nobody has a group"),
          "The column that says who is in one's group."),
        place.number(
          "budget", \.budget, .oneOrMore,
          "The most ties a person can have, as a multiple of those of period 0."),
        place.texts(
          "keep_within", \.keepWithin, "the name of a column",
          "Columns: ties between two people with one value there are never dropped."),
        place.number(
          "phi", \.phi, .share, source: holmeNewman,
          "Of holme-newman: the chance to move a tie rather than take over an opinion."),
        place.text(
          "opinion_by", \.opinionColumn, "the name of a column", absent: .none("opinions are drawn"),
          source: holmeNewman, "Of holme-newman: the column with opinions."),
        place.whole(
          "people_per_opinion", \.peoplePerOpinion, .oneOrMore, unit: "people", source: holmeNewman,
          "Of holme-newman: people for each drawn opinion."),
        place.number(
          "high_from", \.highFrom, .any, unit: "score", absent: .auto("the median of period 0"), source: wei,
          "Of wei: the own score from which somebody is of the high type."),
        place.number(
          "drop_chance", \.dropChance, .share, source: wei,
          "Of wei: the chance that a person of the high type drops a friend of the low type."),
      ])
  }()

  /// Communities over time.
  static let communities: ScenarioSection = {
    let place = SettingPlace("communities", \.communities, default: Scenario.CommunityRule())
    return ScenarioSection(
      path: "communities", doc: "How communities are found and followed; \"communities: none\" finds none.",
      toggle: Switch(\.communities, on: Scenario.CommunityRule()),
      settings: [
        place.whole("every", \.every, .oneOrMore, unit: "periods", "Every how many periods they are found again."),
        place.number(
          "resolution", \.resolution, .aboveZero, source: "Traag et al. 2019",
          "The resolution; above 1 gives smaller communities."),
        place.number(
          "overlap", \.overlap, .positiveShare, "The Jaccard overlap from which a community is an earlier one."),
      ])
  }()

  /// What is written down.
  static let output: ScenarioSection = {
    let place = SettingPlace("output", \.output)
    return ScenarioSection(
      path: "output", doc: "What is written down, and how often.", toggle: nil,
      settings: [
        place.whole(
          "measures_every", \.measuresEvery, .oneOrMore, unit: "periods",
          "Every how many periods the dearer measures are taken."),
        place.whole(
          "panel_every", \.panelEvery, .zeroOrMore, unit: "periods",
          "Every how many periods everyone's row goes to panel.csv; 0 is never."),
        place.flag(
          "tie_events", \.tieEvents, "Whether every tie dropped, made or declined goes to tie_events.csv."),
        place.whole(
          "snapshots_every", \.snapshotsEvery, .zeroOrMore, unit: "periods",
          "Every how many periods a packed society is kept; 0 is never."),
        place.flag("gexf", \.gexf, "Whether ties over time go to dynamic.gexf."),
      ])
  }()
}
