import GraphModel
import Propagation

extension ScenarioSection {
  /// How scores settle.
  static let propagation: ScenarioSection = {
    let place = SettingPlace(
      "propagation", source: "Friedkin and Johnsen 1990", \.propagation)
    return ScenarioSection(
      path: "propagation", doc: "How own scores become public scores, in every period.", toggle: nil,
      settings: [
        place.setting(
          "model", .choice(["friedkin-johnsen", "downward-drag"]),
          source: "Friedkin and Johnsen 1990; the drag: design",
          "Whether the network pulls from either side, or only down."
        ) {
          .text($0.pull == .both ? "friedkin-johnsen" : "downward-drag")
        } write: {
          $0.pull = $1 == .text("downward-drag") ? .down : .both
        },
        place.setting(
          "susceptibility", .susceptibility,
          absent: .auto("the society's own, then a column of that name, then 0.5"),
          "The weight on the network: 0 is no influence, 1 no view of one's own."
        ) {
          switch $0.susceptibility {
          case .constant(let number): .number(number)
          case .column(let name): .text(name)
          case .degree: .text("degree")
          case nil: .absent
          }
        } write: {
          switch $1 {
          case .number(let number): $0.susceptibility = .constant(number)
          case .text(let text): $0.susceptibility = Susceptibility(text)
          default: $0.susceptibility = nil
          }
        },
        place.setting(
          "layer_weights", .weights, absent: .auto("the society's own, then equal ones"), source: "design",
          "What each layer counts; only ratios matter, and a layer that is not named counts 0."
        ) {
          $0.layerWeights.map(SettingValue.weights) ?? .absent
        } write: {
          if case .weights(let weights) = $1 { $0.layerWeights = weights } else { $0.layerWeights = nil }
        },
        place.choice(
          "mix", \.mix, absent: .auto("the society's own, then per-layer"), source: "design",
          "Whether layers are averaged one by one and then mixed, or their weights are added up first."),
        place.number(
          "tolerance", \.tolerance, .aboveZero, unit: "points", absent: .auto("1e-6 of the scale's width"),
          source: "design", "The error bound to reach."),
        place.whole(
          "rounds", \.rounds, .oneOrMore, unit: "rounds", absent: .none("until the error bound is reached"),
          "So many rounds of influence in each period instead of settling."),
        place.flag(
          "memory", \.memory,
          "Whether rounds go on from the last period's public scores instead of starting from own scores."),
      ])
  }()

  /// What happens to own scores from outside.
  static let events: ScenarioSection = {
    let place = SettingPlace("events", \.self)
    return ScenarioSection(
      path: "events", doc: "What changes own scores from outside.", toggle: nil,
      settings: [place.flag("file", \.usesEventFile, "Whether the dated changes of the society's events.csv happen.")])
  }()

  /// Deeds.
  static let deeds: ScenarioSection = {
    let place = SettingPlace("events.deeds", \.deeds, default: Scenario.DeedRule())
    return ScenarioSection(
      path: "events.deeds",
      doc: "Deeds, good and bad: a Poisson number a person and period, the points of each normal.",
      toggle: Switch(\.deeds, on: Scenario.DeedRule()),
      settings: [
        place.number("rate", \.law.rate, deedRate, unit: "deeds", "Deeds a person and period, on average."),
        place.number("mean", \.law.mean, .any, unit: "points", "Points a deed, on average."),
        place.number("sd", \.law.sd, .zeroOrMore, unit: "points", "The standard deviation of a deed's points."),
        place.number(
          "half_life", \.halfLife, .aboveZero, unit: "days", absent: .never("deeds are not forgotten"),
          "After how many days half of a deed is forgotten."),
        place.text(
          "by", \.column, "the name of a column", absent: .none("everyone has the same law"),
          "The column that divides people into groups with laws of their own."),
        place.setting(
          "groups", .laws,
          "The laws of groups, by the column's value; what a group does not say is as for everyone."
        ) {
          .laws($0.groups)
        } write: {
          if case .laws(let laws) = $1 { $0.groups = laws }
        },
      ])
  }()

  /// The numbers of deeds a person and period that can be asked for.
  static let deedRate = SettingBounds(low: 0, high: 1000)

  /// Payments that are missed.
  static let missedPayments: ScenarioSection = {
    let place = SettingPlace("events.missed_payments", \.missedPayments, default: Scenario.MissedPaymentRule())
    return ScenarioSection(
      path: "events.missed_payments", doc: "Payments that are missed, at random.",
      toggle: Switch(\.missedPayments, on: Scenario.MissedPaymentRule()),
      settings: [
        place.number("chance", \.chance, .share, "The chance that a person misses a payment in a period."),
        place.number("points", \.points, .any, unit: "points", "What it does to the own score."),
        place.number(
          "half_life", \.halfLife, .aboveZero, unit: "days", absent: .never("it is not forgotten"),
          "After how many days half of it is forgotten."),
      ])
  }()

  /// New payments.
  static let money: ScenarioSection = {
    let place = SettingPlace("money", \.money, default: Scenario.MoneyRule())
    return ScenarioSection(
      path: "money", doc: "New payments between people, in every period; older ones fade.",
      toggle: Switch(\.money, on: Scenario.MoneyRule()),
      settings: [
        place.number(
          "payments", \.payments, SettingBounds(low: 0, high: 1000), unit: "payments",
          "Payments a person makes in a period, on average; the number is Poisson."),
        place.text("layer", \.layer, layerName, "The layer they go to; it is made if it is not there."),
        place.text(
          "along", \.along, layerName,
          "The layer whose ties they go along: each goes to one of the payer's people there, each as likely."),
        place.number("median", \.median, .aboveZero, unit: "money", "The median amount; amounts are log-normal."),
        place.number("spread", \.spread, .zeroOrMore, "The standard deviation of the amount's logarithm."),
        place.number(
          "unit", \.unit, .aboveZero, unit: "money", "The unit of the logarithm: a payment weighs log1p(amount / unit)."
        ),
        place.number(
          "half_life", \.halfLife, .aboveZero, unit: "days", absent: .never("payments do not fade"),
          "After how many days a payment counts half."),
        place.number(
          "forget", \.forget, .zeroOrMore, unit: "weight", "The weight below which a payment tie is forgotten."),
      ])
  }()

  /// What the name of a layer is called in messages.
  static let layerName = "the name of a layer"
}
