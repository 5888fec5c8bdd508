import GraphModel
import Propagation

/// What does not fit together in a scenario, though each value does alone.
struct ScenarioChecks {
  /// Where a setting or section stands.
  struct Place {
    let file: String
    let line: Int?
  }

  private let scenario: Scenario
  private let file: String
  private let places: [String: Place]
  private let broken: Set<String>
  /// The problems, in the order of the settings.
  private(set) var problems: [InputProblem] = []

  /// Looks at a scenario.
  ///
  /// - Parameters:
  ///   - places: where the settings and sections stand that its file has.
  ///   - broken: the settings that could not be read, and the sections with a key that is not understood; what depends on
  ///     them is not told, since they stand at their defaults.
  init(_ scenario: Scenario, file: String, places: [String: Place], broken: Set<String>) {
    self.scenario = scenario
    self.file = file
    self.places = places
    self.broken = broken
    checkSource()
    checkTime()
    checkScores()
    checkScale()
    checkBlacklist()
    checkRewiring()
    checkTwins()
  }

  /// Adds a problem unless one of the settings it is about could not be read.
  private mutating func add(_ path: String, about paths: [String], _ message: String) {
    func section(_ path: String) -> String { path.split(separator: ".").dropLast().joined(separator: ".") }
    if paths.contains(where: { broken.contains($0) || broken.contains(section($0)) }) { return }
    // A setting that was not written stands in a section that was.
    let place = places[path] ?? places[section(path)]
    problems.append(InputProblem(file: place?.file ?? file, line: place?.line, message))
  }

  private mutating func checkSource() {
    switch (places["society"], places["generate"]) {
    case (nil, nil):
      add(
        "", about: ["society", "generate"],
        "there is no society; \"society\" with a path, or a section \"generate\", was expected")
    case (_?, _?):
      add("generate", about: [], "\"society\" and \"generate\" exclude each other; one was expected")
    default: break
    }
    if case .planted(let planted) = scenario.source {
      let pairs = planted.people * (planted.people - 1) / 2
      if planted.ties > pairs {
        add(
          "generate.ties", about: ["generate.ties", "generate.people"],
          "\"generate.ties\" is \(planted.ties); at most \(pairs), a tie for each pair of \(planted.people) people, "
            + "was expected")
      }
    }
  }

  private mutating func checkTime() {
    if let announcement = scenario.announcement, announcement > scenario.periods, places["announcement"] != nil {
      add(
        "announcement", about: ["announcement", "periods"],
        "\"announcement\" is \(announcement); a period from 0 to \(scenario.periods), the last one, or never, was expected"
      )
    }
    let propagation = scenario.propagation
    if propagation.rounds != nil, propagation.tolerance != nil {
      add(
        "propagation.tolerance", about: ["propagation.tolerance", "propagation.rounds"],
        "\"propagation.rounds\" and \"propagation.tolerance\" exclude each other; one was expected")
    }
  }

  private mutating func checkScores() {
    if let deeds = scenario.deeds, !deeds.groups.isEmpty, deeds.column == nil {
      add(
        "events.deeds.groups", about: ["events.deeds.groups", "events.deeds.by"],
        "\"events.deeds.groups\" needs \"events.deeds.by\", the column that says who is in which group")
    }
    if let money = scenario.money, money.layer == money.along {
      add(
        "money.along", about: ["money.along", "money.layer"],
        "\"money.layer\" and \"money.along\" are both \"\(money.layer)\"; two layers were expected, one for the payments and "
          + "one for the ties they go along")
    }
  }

  /// Places on the scale lie on it, where the scenario says which it is.
  private mutating func checkScale() {
    guard let scale = scenario.scale else { return }
    for setting in Scenario.settings where setting.unit == "score" && places[setting.path] != nil {
      let scores: [Double]
      switch setting.get(scenario) {
      case .number(let score): scores = [score]
      case .numbers(let cuts): scores = cuts
      default: continue
      }
      for score in scores where !scale.contains(score) {
        add(
          setting.path, about: [setting.path, "scale"],
          "\"\(setting.path)\" has \(Numerals.plain(score)), which is off the scale; a score from "
            + "\(Numerals.plain(scale.low)) to \(Numerals.plain(scale.high)) was expected")
      }
    }
  }

  private mutating func checkBlacklist() {
    guard let blacklist = scenario.blacklist else { return }
    if blacklist.below == nil, blacklist.missed == nil {
      let reason = blacklist.contagion == nil ? "lists nobody" : "has nobody to spread from"
      add(
        "blacklist", about: ["blacklist.below", "blacklist.missed"],
        "\"blacklist\" \(reason); \"blacklist.below\" or \"blacklist.missed\" was expected")
    }
    if blacklist.missed != nil, scenario.missedPayments == nil {
      add(
        "blacklist.missed", about: ["blacklist.missed", "events.missed_payments"],
        "\"blacklist.missed\" needs a section \"events.missed_payments\"; no payments are missed")
    }
    if let below = blacklist.below, let above = blacklist.releaseAbove, above < below {
      add(
        "blacklist.release_above", about: ["blacklist.release_above", "blacklist.below"],
        "\"blacklist.release_above\" is \(Numerals.plain(above)), lower than \"blacklist.below\"; "
          + "\(Numerals.plain(below)) or more was expected")
    }
  }

  private mutating func checkRewiring() {
    guard let rewiring = scenario.rewiring else { return }
    if rewiring.ownGroup > 0, rewiring.groupColumn == nil {
      add(
        "rewiring.own_group", about: ["rewiring.own_group", "rewiring.group_by"],
        "\"rewiring.own_group\" needs \"rewiring.group_by\", the column that says who is in one's group")
    }
    if rewiring.friendsOfFriends + rewiring.ownGroup > 1 {
      add(
        places["rewiring.own_group"] == nil ? "rewiring.friends_of_friends" : "rewiring.own_group",
        about: ["rewiring.own_group", "rewiring.friends_of_friends"],
        "\"rewiring.friends_of_friends\" and \"rewiring.own_group\" add up to "
          + "\(Numerals.plain(rewiring.friendsOfFriends + rewiring.ownGroup)); 1 or less was expected")
    }
  }

  private mutating func checkTwins() {
    for twin in scenario.twins ?? [] {
      let (lacks, path) = need(of: twin)
      if let lacks {
        add(
          "twins", about: ["twins", path],
          "twin \"\(twin.rawValue)\" would be the same as the simulation itself; \(lacks) was expected")
      }
    }
  }

  /// What a scenario lacks to differ from a twin, or `nil`, and the setting that says so.
  private func need(of twin: Scenario.Twin) -> (String?, path: String) {
    func section(_ path: String, _ isOn: Bool) -> (String?, path: String) {
      (isOn ? nil : "a section \"\(path)\"", path)
    }
    switch twin {
    case .rewiring: return section("rewiring", scenario.rewiring != nil)
    case .announcement: return (scenario.announcement == nil ? "an \"announcement\"" : nil, "announcement")
    case .network:
      let isFree = scenario.propagation.susceptibility == .constant(0)
      return (isFree ? "a susceptibility above 0" : nil, "propagation.susceptibility")
    case .blacklist: return section("blacklist", scenario.blacklist != nil)
    case .rewards: return section("rewards", scenario.rewards != nil)
    case .effort: return section("response.effort", scenario.effort != nil)
    case .blind:
      let weighs = scenario.rewiring.map { $0.choice.weighsGains && $0.choice != .blind } ?? false
      return (weighs ? nil : "rewiring by \"cost\", \"gap\" or \"similarity\"", "rewiring.rule")
    }
  }
}
