import Simulation

extension SimulationReport {
  /// What was simulated: the society, the time, the rules.
  var heading: [String] {
    let who =
      findings.society == findings.name
      ? people(findings.people) : "\(people(findings.people)) of \(TextTable.cut(findings.society, to: 24))"
    var lines = [
      page.heading(
        findings.name,
        "\(who), \(NumberText.count(periods)) of \(NumberText.count(findings.horizon, "period"))"), "",
    ]
    lines += page.prose(whatWasSimulated)
    if findings.rules.assumesSorting { lines += [""] + page.prose(warning).map { page.ink.paint($0, .bad) } }
    return lines
  }

  /// The time, when scores are public, and the rules that are on.
  var whatWasSimulated: String { "\(time) \(publicity) \(rules)" }

  private var time: String {
    let days = findings.periodDays * Double(periods)
    let years = days >= 730 ? ", \(NumberText.fixed(days / 365.25, 1)) years in all" : ""
    return
      "A period is \(NumberText.plain(findings.periodDays)) \(findings.periodDays == 1 ? "day" : "days")\(years); scores go from \(scale.lowText) to \(scale.highText)."
  }

  private var publicity: String {
    switch findings.rules.announcement {
    case nil: "Scores are never public: nobody acts on them."
    case 0: "Scores are public from the start."
    case .some(let period) where period > periods:
      "Scores are to be public from period \(period), which has not come."
    case .some(let period): "Scores are public from period \(period) on; before that nobody acts on them."
    }
  }

  private var rules: String {
    let names = findings.rules.on.compactMap(name)
    guard !names.isEmpty else { return "No rule is on: nothing but settling happens." }
    return "Rules that are on: \(names.joined(separator: "; "))."
  }

  /// A rule in words; `nil` for a file of events of which none has happened.
  private func name(_ rule: String) -> String? {
    switch rule {
    case "events.file": records.contains { $0.points.dated != 0 } ? "dated events" : nil
    case "events.deeds": "drawn deeds"
    case "events.missed_payments": "missed payments"
    case "money": "new payments"
    case "rewards": "rewards for tiers"
    case "blacklist": "a blacklist"
    case "response.effort": "effort toward a goal"
    case "response.conformity": "conformity to friends"
    case "response.decay": "decay to the first own score"
    case "rewiring": rewiring
    case "trait": "a latent trait that drives ties and scores"
    default: rule
    }
  }

  private var rewiring: String {
    switch findings.rules.rewiring {
    case "cost": "rewiring by cost, what a tie does to the own public score"
    case "blind": "blind rewiring, ties change at random"
    case "gap": "rewiring by gap, lower friends go (assumes sorting)"
    case "similarity": "rewiring by similarity, unlike friends go (assumes sorting)"
    case "holme-newman": "rewiring after Holme and Newman, by opinion"
    case "wei": "rewiring after Wei and others, the high drop the low"
    case let other: "rewiring" + (other.map { " (\($0))" } ?? "")
    }
  }

  /// What a rule that assumes sorting proves.
  var warning: String {
    let what =
      findings.rules.rewiring == "gap"
      ? "people drop friends who score lower, whatever that does to their own score"
      : "people drop friends who score otherwise, whatever that does to their own score"
    return
      "This rule assumes sorting: \(what). That friends become alike is put in here and does not come out: it proves nothing about the effect of scores."
  }
}
