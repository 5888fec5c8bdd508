import Analysis
import Compute
import GraphModel
import Propagation

/// What a scenario comes to for one society: everything that stays as it is from period to period.
struct Plan: Sendable {
  let scenario: Scenario
  /// The society of period 0; a layer for new payments is there, empty if need be.
  let society: Society
  let threads: ThreadCount
  let shares: [Double]
  let mix: LayerMix
  /// Susceptibilities as asked for; those that follow ties are worked out anew.
  let susceptibility: [Double]
  let followsTies: Bool
  /// The error bound that settling reaches, in points.
  let tolerance: Double
  /// The cuts of the tiers, rising.
  let cuts: [Double]
  /// The positions of the layers whose ties can change by choice.
  let rewired: [Int]
  /// The position of the layer that new payments go to, and of the one they go along.
  let money: (layer: Int, along: Int)?
  /// The layers of payments.
  let payments: [Int]
  /// The layer that measures of every period are taken on.
  let mainLayer: Int
  /// What a new tie in each layer weighs: the mean of period 0, 1 where ties have no weights.
  let newWeights: [Double]
  /// For each rewired layer how many ties each person had in period 0.
  let firstDegrees: [[Int32]]
  let groups: PeopleGroups?
  /// For each column of `keepWithin` the group of each person, 0 for none.
  let keeping: [[Int32]]
  /// The groups that hold one opinion each at the start (Holme and Newman); `nil`: opinions are drawn.
  let opinions: Partition?
  let deedLaws: [Scenario.DeedRule.Law]
  /// The law of each person; empty: all have the first.
  let lawOf: [UInt16]
  /// The latent trait, with mean 0 and variance 1; `nil` without one.
  let trait: [Double]?
  /// The own score from which somebody is of the high type (Wei and others).
  let highFrom: Double
  /// The moment of period 0, in Unix seconds.
  let start: Double
  /// The dated events of each period, from period 1.
  let events: [[DatedEvent]]
  let notices: [Notice]

  static let standardTolerance = 1e-6

  init(_ scenario: Scenario, _ read: ReadSociety, threads: ThreadCount) throws(ReadingError) {
    let (society, money) = try Self.withMoney(read.society, scenario)
    let choices = try Choices(society, Self.settings(scenario))
    var notices = read.notices + choices.notices
    self.scenario = scenario
    self.society = society
    self.threads = threads
    self.money = money
    shares = choices.shares
    mix = choices.mix
    susceptibility = choices.susceptibility
    followsTies = choices.followsTies
    tolerance = scenario.propagation.tolerance ?? Self.standardTolerance * society.scale.width
    cuts = scenario.tiers.cuts ?? society.scale.cuts
    try Self.checkScores(scenario, society.scale)
    let rewired = try Self.rewired(society, scenario)
    self.rewired = rewired
    payments = society.layers.indices.filter { society.layers[$0].kind == .transaction }
    mainLayer =
      rewired.first
      ?? society.layers.indices.max { (choices.shares[$0], -$0) < (choices.shares[$1], -$1) } ?? 0
    newWeights = society.layers.map { layer in
      layer.isWeighted && layer.ties.arcCount > 0
        ? layer.ties.strengths(threads: threads).compensatedSum / Double(layer.ties.arcCount) : 1
    }
    firstDegrees = rewired.map { layer in
      (0..<society.count).map { Int32(society.layers[layer].ties.degree(of: $0)) }
    }
    groups = try scenario.rewiring?.groupColumn.map { column throws(ReadingError) in
      PeopleGroups(try Self.groups(of: column, society, key: "rewiring.group_by"))
    }
    var keeping: [[Int32]] = []
    for column in scenario.rewiring?.keepWithin ?? [] {
      keeping.append(try Self.groups(of: column, society, key: "rewiring.keep_within").parts.map { Int32($0) })
    }
    self.keeping = keeping
    opinions = try scenario.rewiring?.opinionColumn.map { column throws(ReadingError) in
      try Self.groups(of: column, society, key: "rewiring.opinion_by")
    }
    (deedLaws, lawOf) = try Self.laws(society, scenario)
    trait = try Self.trait(society, scenario)
    highFrom = scenario.rewiring?.highFrom ?? ScoreOrder.median(society.ownScores)
    let dated = Self.dated(read.events, scenario, &notices)
    (start, events) = dated
    self.notices = notices
  }

  /// Whether scores are public in a period, so that people act on them afterwards.
  func isPublic(_ period: Int) -> Bool { scenario.announcement.map { period >= $0 } ?? false }

  /// The settings that decide on shares, mix and susceptibility.
  private static func settings(_ scenario: Scenario) -> AnalysisSettings {
    var settings = AnalysisSettings()
    settings.model = scenario.propagation.pull == .down ? .downwardDrag : .friedkinJohnsen
    settings.susceptibility = scenario.propagation.susceptibility
    settings.layerWeights = scenario.propagation.layerWeights
    settings.mix = scenario.propagation.mix
    settings.findsCommunities = false
    settings.seed = scenario.seed
    return settings
  }

  /// The dated events of a period; none beyond the horizon.
  func events(in period: Int) -> [DatedEvent] { events.indices.contains(period) ? events[period] : [] }

  /// Checks that the scores a scenario names lie on the society's scale.
  private static func checkScores(_ scenario: Scenario, _ scale: Scale) throws(ReadingError) {
    let named: [(key: String, scores: [Double?])] = [
      ("tiers.cuts", scenario.tiers.cuts ?? []), ("blacklist.below", [scenario.blacklist?.below]),
      ("blacklist.cap", [scenario.blacklist?.cap]), ("blacklist.release_above", [scenario.blacklist?.releaseAbove]),
      ("rewiring.high_from", [scenario.rewiring?.highFrom]),
    ]
    for (key, scores) in named {
      for score in scores.compactMap({ $0 }) where !scale.contains(score) {
        throw problem(
          key,
          "\(Numerals.plain(score)) is off the scale; a score from \(Numerals.plain(scale.low)) to \(Numerals.plain(scale.high)) was expected"
        )
      }
    }
  }

  // MARK: Layers

  /// The society with a layer for new payments.
  private static func withMoney(
    _ society: Society, _ scenario: Scenario
  ) throws(ReadingError) -> (Society, (layer: Int, along: Int)?) {
    guard let rule = scenario.money else { return (society, nil) }
    let along = try position(of: rule.along, society, key: "money.along")
    if let layer = society.layers.firstIndex(where: { $0.name == rule.layer }) {
      guard society.layers[layer].kind == .transaction else {
        throw problem(
          "money.layer", "\"\(rule.layer)\" holds no payments; another name or a payment layer was expected")
      }
      return (society, (layer, along))
    }
    let layer = Layer(
      name: rule.layer, kind: .transaction, isDirected: false, isWeighted: true,
      ties: TieTable(personCount: society.count, arcs: ArcList()))
    let extended = Society(
      name: society.name, people: society.people, scale: society.scale, ownScores: society.ownScores,
      layers: society.layers + [layer], wishes: society.wishes)
    return (extended, (society.layers.count, along))
  }

  private static func rewired(_ society: Society, _ scenario: Scenario) throws(ReadingError) -> [Int] {
    guard let rule = scenario.rewiring else { return [] }
    guard let names = rule.layers else {
      return society.layers.firstIndex { $0.kind == .friendship }.map { [$0] } ?? []
    }
    var layers: [Int] = []
    for name in names { layers.append(try position(of: name, society, key: "rewiring.layers")) }
    if rule.choice == .holmeNewman, let layer = layers.first(where: { society.layers[$0].isDirected }) {
      throw problem(
        "rewiring.layers",
        "ties of \"\(society.layers[layer].name)\" go one way; holme-newman needs ties that go both ways")
    }
    return layers
  }

  private static func position(of name: String, _ society: Society, key: String) throws(ReadingError) -> Int {
    if let layer = society.layers.firstIndex(where: { $0.name == name }) { return layer }
    let names = society.layers.map(\.name).joined(separator: ", ")
    throw problem(key, "there is no layer \"\(name)\"; the layers are \(names)")
  }

  // MARK: Columns

  private static func column(_ name: String, _ society: Society, key: String) throws(ReadingError) -> AttributeColumn {
    if let column = society.people.attribute(named: name) { return column }
    let names = society.people.attributes.map { "\"\($0.name)\"" }.joined(separator: ", ")
    throw problem(key, "there is no column \"\(name)\"; the columns are \(names.isEmpty ? "none" : names)")
  }

  private static func groups(of name: String, _ society: Society, key: String) throws(ReadingError) -> Partition {
    Partition.by(try column(name, society, key: key)).partition
  }

  private static func laws(
    _ society: Society, _ scenario: Scenario
  ) throws(ReadingError) -> (laws: [Scenario.DeedRule.Law], lawOf: [UInt16]) {
    guard let rule = scenario.deeds else { return ([], []) }
    guard let name = rule.column else { return ([rule.law], []) }
    let (partition, names) = Partition.by(try column(name, society, key: "events.deeds.by"))
    let keys = rule.groups.keys.sorted()
    for key in keys where !names.contains(key) {
      throw problem("events.deeds.groups", "nobody has \"\(key)\" in column \"\(name)\"")
    }
    let laws = [rule.law] + keys.compactMap { rule.groups[$0] }
    let lawOfPart = names.map { UInt16((keys.firstIndex(of: $0) ?? -1) + 1) }
    return (laws, partition.parts.map { $0 > 0 ? lawOfPart[$0 - 1] : 0 })
  }

  private static func trait(_ society: Society, _ scenario: Scenario) throws(ReadingError) -> [Double]? {
    guard let rule = scenario.trait else { return nil }
    if let name = rule.column {
      let numbers = try column(name, society, key: "trait.column").numbers
      guard let standard = ScoreOrder.standardised(numbers.compactMap { $0 }) else {
        throw problem("trait.column", "column \"\(name)\" has no spread of numbers")
      }
      // Whoever has no number is taken for average.
      var known = standard.makeIterator()
      return numbers.map { $0 == nil ? 0 : known.next() ?? 0 }
    }
    let scores = ScoreOrder.standardised(society.ownScores) ?? [Double](repeating: 0, count: society.count)
    let rest = (1 - rule.correlation * rule.correlation).squareRoot()
    return scores.indices.map { person in
      var random = RuleStream.trait.of(person, period: 0, seed: scenario.seed)
      return rule.correlation * scores[person] + rest * random.normal()
    }
  }

  // MARK: Time

  /// The moment of period 0 and the events of each period; those that lie outside are told of.
  private static func dated(
    _ all: [DatedEvent], _ scenario: Scenario, _ notices: inout [Notice]
  ) -> (start: Double, events: [[DatedEvent]]) {
    let length = scenario.periodDays * Timestamp.day
    let start = scenario.start ?? all.map(\.time).min() ?? 0
    var events = [[DatedEvent]](repeating: [], count: scenario.periods + 1)
    guard scenario.usesEventFile else { return (start, events) }
    var outside = 0
    for event in all {
      let period = ((event.time - start) / length).rounded(.down) + 1
      if period >= 1, period <= Double(scenario.periods) {
        events[Int(period)].append(event)
      } else {
        outside += 1
      }
    }
    if outside > 0 {
      notices.append(
        Notice(.ignored, count: outside, "\(outside) dated events lie before the start or after the last period"))
    }
    return (start, events.map { $0.sorted { $0.time < $1.time } })
  }

  private static func problem(_ key: String, _ message: String) -> ReadingError {
    ReadingError(.badData, [InputProblem(file: key, message)])
  }
}

/// People by the group of a column, to draw from.
struct PeopleGroups: Sendable {
  /// The group of each person, from 1; 0 for none.
  let parts: [Int32]
  private let members: [Int32]
  private let starts: [Int]

  init(_ partition: Partition) {
    parts = partition.parts.map { Int32($0) }
    members = partition.members.joined().map { Int32($0) }
    starts = partition.sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// The members of a person's group; empty for people who are in none.
  func companions(of person: Int) -> ArraySlice<Int32> {
    let part = Int(parts[person])
    return part == 0 ? [] : members[starts[part - 1]..<starts[part]]
  }
}

/// What scores are among others.
enum ScoreOrder {
  static func median(_ scores: [Double]) -> Double {
    scores.isEmpty ? 0 : Spread.quantile(scores.sorted(), 0.5)
  }

  /// Numbers less their mean, by their standard deviation; `nil` if they are all equal.
  static func standardised(_ numbers: [Double]) -> [Double]? {
    let deviation = Spread.variance(numbers).squareRoot()
    guard deviation > 0 else { return nil }
    let mean = numbers.compensatedMean
    return numbers.map { ($0 - mean) / deviation }
  }
}
