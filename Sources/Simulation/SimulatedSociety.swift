import Analysis
import Compute
import Foundation
import GraphModel
import Propagation

/// A society that goes from period to period.
///
/// Period 0 is the society as read, its scores settled. In each period that follows, people first respond to what they
/// saw: effort and conformity change own scores, ties are dropped and made, payments flow. Then events happen, scores
/// settle, tiers and the list follow them, and everything is measured. So what is measured belongs together: public scores
/// are the equilibrium of these own scores on these ties.
///
///     var society = try SimulatedSociety(read, scenario, threads: .one)
///     while society.period < scenario.periods {
///       let record = try society.step()
///       print(record.period, record.publicScores.sd)
///     }
///
/// Everything random is drawn by seed, rule, period and person: same society, scenario and seed, same numbers, for any
/// number of threads.
public struct SimulatedSociety: Sendable {
  let plan: Plan
  var state: SimulationState
  /// The record of the last period.
  public private(set) var record: PeriodRecord
  /// What happened to ties in the last period, in a fixed order.
  public private(set) var tieChanges: [TieChange] = []
  /// Who was listed and released in the last period.
  private(set) var listChanges: [Status.Change] = []
  /// `W` of the last period.
  private(set) var network: InfluenceMatrix
  /// The model of the last period.
  private(set) var model: FriedkinJohnsen
  /// The equilibrium of the last period; `nil` in a society that was restored, which needs none to go on.
  private(set) var equilibrium: Equilibrium?
  /// What became of communities, if they were looked for in the last period.
  public private(set) var communityChanges: CommunityChanges?

  /// A society in period 0.
  ///
  /// - Parameters:
  ///   - read: the society as read, with its dated events.
  ///   - scenario: the rules.
  ///   - threads: how many threads work at once; results are the same for any number.
  /// - Throws: `ReadingError` for rules that do not fit the society, igraph's error if communities cannot be found.
  public init(_ read: ReadSociety, _ scenario: Scenario, threads: ThreadCount = .one) throws {
    let plan = try Plan(scenario, read, threads: threads)
    try self.init(plan, SimulationState(plan))
  }

  /// A twin: the same society in period 0 under other rules, measured by the same communities.
  init(twinOf other: SimulatedSociety, _ read: ReadSociety, _ scenario: Scenario) throws {
    let plan = try Plan(scenario, read, threads: other.plan.threads)
    var state = SimulationState(plan)
    state.firstPartition = other.state.firstPartition
    try self.init(plan, state)
  }

  private init(_ plan: Plan, _ first: SimulationState) throws {
    var state = first
    let settled = Self.settle(plan, state, from: nil)
    state.scores = settled.equilibrium.scores
    state.status = Status(state.scores, plan)
    var changes: [Status.Change] = []
    if let rule = plan.scenario.blacklist {
      changes = state.status.moveList(
        rule, scores: state.scores, isPublic: plan.isPublic(0), network: settled.model.network, period: 0,
        threads: plan.threads)
    }
    let communities = try Self.look(plan, &state)
    var measuring = PeriodMeasuring(plan, state, settled.model, settled.equilibrium)
    measuring.listChanges = changes
    measuring.communities = communities
    self.plan = plan
    self.state = state
    (network, model, equilibrium) = (settled.model.network, settled.model, settled.equilibrium)
    communityChanges = communities
    listChanges = changes
    record = measuring.record()
  }

  /// A society as it was after a period.
  init(_ plan: Plan, restoring state: SimulationState, record: PeriodRecord, listChanges: [Status.Change]) {
    self.plan = plan
    self.state = state
    model = Self.model(plan, state)
    network = model.network
    self.record = record
    self.listChanges = listChanges
  }

  // MARK: What can be seen

  /// The settings.
  public var scenario: Scenario { plan.scenario }
  /// The last period that is complete.
  public var period: Int { state.period }
  /// Own scores, in points.
  public var ownScores: [Double] { state.own }
  /// Public scores, in points.
  public var publicScores: [Double] { state.scores }
  /// The tier of each person, from 0.
  public var tiers: [Int] { state.status.tiers.map(Int.init) }
  /// Whether each person is on the list.
  public var isListed: [Bool] { state.status.listedSince.map { $0 >= 0 } }
  /// The effort of each person in the last period, in points.
  public var effort: [Double] { state.effort }
  /// The society as it is now: a snapshot that can be read, packed and analysed like any other.
  public var society: Society { Self.society(plan, state) }
  /// Whether scores are public, so that people act on them from now on.
  public var isPublic: Bool { plan.isPublic(period) }

  // MARK: One period

  /// Goes through the next period.
  ///
  /// - Returns: what there is to say of it.
  /// - Throws: igraph's error if communities cannot be found.
  @discardableResult
  public mutating func step() throws -> PeriodRecord { try step(matching: nil) }

  /// The same with a number of ties to drop and make, for `blind`.
  mutating func step(matching: Rewiring.Counts?) throws -> PeriodRecord {
    let before = state
    let isPublic = isPublic
    state.period += 1
    var points = PointsMoved()
    respond(isPublic: isPublic, &points)
    var happened = PeriodRecord.Ties()
    changeTies(isPublic: isPublic, matching: matching, before: before, &happened)
    happen(before: before, isPublic: isPublic, &points)
    let settled = Self.settle(plan, state, from: before.scores)
    (network, model, equilibrium) = (settled.model.network, settled.model, settled.equilibrium)
    state.scores = settled.equilibrium.scores
    let flows = state.status.moveTiers(state.scores, plan)
    listChanges = []
    if let rule = scenario.blacklist {
      listChanges = state.status.moveList(
        rule, scores: state.scores, isPublic: self.isPublic, network: network, period: period, threads: plan.threads)
    }
    communityChanges = try Self.look(plan, &state)
    var measuring = PeriodMeasuring(plan, state, model, settled.equilibrium)
    measuring.communities = communityChanges
    measuring.before = before
    measuring.listChanges = listChanges
    measuring.flows = flows
    measuring.happened = happened
    measuring.points = points
    record = measuring.record()
    return record
  }

  /// People respond to the scores of the last period.
  private mutating func respond(isPublic: Bool, _ points: inout PointsMoved) {
    let response = Response(plan: plan, isPublic: isPublic)
    state.effort = response.effort(state.scores, tiers: state.status.tiers)
    let friends = scenario.conformity > 0 ? network.networkScores(state.own, threads: plan.threads) : []
    response.apply(
      to: &state.accounts, own: scenario.conformity > 0 || scenario.decay > 0 ? state.accounts.scores : state.own,
      friends: friends, effort: state.effort, tiers: state.status.tiers, &points)
  }

  /// Ties are dropped and made, payments flow, the scheme cuts what it cuts.
  private mutating func changeTies(
    isPublic: Bool, matching: Rewiring.Counts?, before: SimulationState, _ happened: inout PeriodRecord.Ties
  ) {
    let tables = state.layers.map(\.ties)
    var edits = tables.map { _ in TieEdits() }
    var fading = tables.map { _ in (factor: 1.0, least: 0.0) }
    tieChanges = []
    if let rule = scenario.rewiring, !plan.rewired.isEmpty {
      let result = rewire(rule, tables, isPublic: isPublic, matching: matching, before: before)
      tieChanges = result.changes
      (happened.considered, happened.asked) = (result.considered, result.asked)
      (happened.declined, happened.dropped) = (result.declined, result.counts.dropped)
      happened.made = result.counts.made
      for change in result.changes { edit(&edits[change.layer], change) }
    }
    let money = Money(plan: plan, period: period, ties: tables, listedSince: before.status.listedSince)
    for layer in plan.payments {
      let count = tieChanges.count
      money.cutTies(of: layer, &edits[layer], &tieChanges)
      happened.cut += tieChanges.count - count
    }
    if let rule = scenario.money, let place = plan.money {
      happened.payments = money.pay(rule, layer: place.layer, along: place.along, &edits[place.layer])
      if let halfLife = rule.halfLife {
        fading[place.layer] = (exp2(-scenario.periodDays / halfLife), rule.forget)
      }
    }
    for change in tieChanges { note(change) }
    for layer in tables.indices where !edits[layer].isEmpty || fading[layer].factor < 1 {
      let ties = tables[layer].edited(
        edits[layer], scaledBy: fading[layer].factor, forgettingBelow: fading[layer].least, threads: plan.threads)
      let old = state.layers[layer]
      state.layers[layer] = Layer(
        name: old.name, kind: old.kind, isDirected: old.isDirected, isWeighted: old.isWeighted, ties: ties,
        share: old.share)
    }
  }

  /// Lets people drop and make ties by choice.
  private mutating func rewire(
    _ rule: Scenario.RewiringRule, _ tables: [TieTable], isPublic: Bool, matching: Rewiring.Counts?,
    before: SimulationState
  ) -> Rewiring.Result {
    if rule.choice == .holmeNewman {
      return OpinionRewiring(plan: plan, rule: rule, period: period, ties: tables)(&state.opinions)
    }
    let value = TieValue(
      plan, rule, model: model, scores: before.scores, tiers: before.status.tiers, isPublic: isPublic)
    let rewiring = Rewiring(
      plan: plan, rule: rule, period: period, ties: tables, listedSince: before.status.listedSince, matching: matching)
    return rewiring(value)
  }

  private func edit(_ edits: inout TieEdits, _ change: TieChange) {
    let isDirected = plan.society.layers[change.layer].isDirected
    switch (change.kind, isDirected) {
    case (.dropped, true): edits.drop(change.source, change.target)
    case (.dropped, false): edits.dropTie(change.source, change.target)
    case (.made, true): edits.add(change.source, change.target, change.weight)
    case (.made, false): edits.addTie(change.source, change.target, change.weight)
    case (.declined, _): break
    }
  }

  /// Keeps the fingerprint of the ties up to date.
  private mutating func note(_ change: TieChange) {
    let tie = Fingerprint.of(UInt64(change.layer), UInt64(change.source), UInt64(change.target))
    switch change.kind {
    case .dropped: state.tieDigest &-= tie
    case .made: state.tieDigest &+= tie
    case .declined: break
    }
  }

  /// Events happen to own scores.
  private mutating func happen(before: SimulationState, isPublic: Bool, _ points: inout PointsMoved) {
    let now = plan.start + Double(period) * scenario.periodDays * Timestamp.day
    state.accounts.pass(scenario, events: plan.events(in: period), now: now, &points)
    let drawn = DrawnEvents(plan: plan, period: period)
    if let rule = scenario.deeds {
      let deeds = drawn.deeds()
      points.deeds += deeds.compensatedSum
      OwnAccounts.add(deeds, to: rule.halfLife == nil ? \.level : \.deeds, of: &state.accounts)
    }
    if let rule = scenario.missedPayments {
      let tiers = isPublic && scenario.rewards != nil ? before.status.tiers : []
      let missed = drawn.missed(rule, tiers: tiers)
      let cost = missed.map { Double($0) * rule.points }
      points.missed += cost.compensatedSum
      OwnAccounts.add(cost, to: rule.halfLife == nil ? \.level : \.missed, of: &state.accounts)
      if scenario.blacklist?.missed != nil { state.status.count(missedNow: missed) }
    }
    markReleased(&points)
    state.own = state.accounts.scores(on: plan.society.scale, &points)
    var sanctions = 0.0
    if let rule = scenario.blacklist {
      let friendships = state.layers.filter { $0.kind == .friendship }
      sanctions = state.status.sanction(
        &state.own, rule, on: plan.society.scale, friendships: friendships, threads: plan.threads)
    }
    points.sanctions += sanctions - state.sanctions
    state.sanctions = sanctions
  }

  /// Those who were released in the last period keep a mark.
  private mutating func markReleased(_ points: inout PointsMoved) {
    guard let rule = scenario.blacklist, rule.mark != 0 else { return }
    let released = listChanges.filter { !$0.isListed }
    guard !released.isEmpty else { return }
    var marks = [Double](repeating: 0, count: state.own.count)
    for change in released { marks[change.person] = rule.mark }
    points.marks += rule.mark * Double(released.count)
    OwnAccounts.add(marks, to: rule.markHalfLife == nil ? \.level : \.marks, of: &state.accounts)
  }

  // MARK: Communities

  /// Looks for communities, if it is time to.
  private static func look(_ plan: Plan, _ state: inout SimulationState) throws -> CommunityChanges? {
    guard let rule = plan.scenario.communities, state.period % rule.every == 0 else { return nil }
    let partition: Partition
    if state.period == 0, let known = state.firstPartition {
      // A twin begins with the ties of the simulation, and with its communities.
      partition = known
    } else {
      let combined = society(plan, state).combined(shares: plan.shares, threads: plan.threads)
      partition = try Communities.find(in: combined, resolution: rule.resolution, seed: plan.scenario.seed).partition
    }
    if state.period == 0 { state.firstPartition = partition }
    state.partition = partition
    return state.tracking?.follow(partition, period: state.period)
  }

  // MARK: Settling

  private static func society(_ plan: Plan, _ state: SimulationState) -> Society {
    Society(
      name: plan.society.name, people: plan.society.people, scale: plan.society.scale, ownScores: state.own,
      layers: state.layers, wishes: plan.society.wishes)
  }

  /// Lets scores settle on the ties as they are.
  private static func settle(
    _ plan: Plan, _ state: SimulationState, from start: [Double]?
  ) -> (equilibrium: Equilibrium, model: FriedkinJohnsen) {
    let model = model(plan, state)
    let settings = SolverSettings(tolerance: plan.tolerance, threads: plan.threads)
    let equilibrium =
      plan.scenario.propagation.rounds.map {
        model.rounds($0, settings, from: plan.scenario.propagation.memory ? start : nil)
      } ?? model.equilibrium(settings, from: start)
    return (equilibrium, model)
  }

  /// How scores settle on the ties as they are.
  private static func model(_ plan: Plan, _ state: SimulationState) -> FriedkinJohnsen {
    let society = society(plan, state)
    let network = InfluenceMatrix(society, shares: plan.shares, mix: plan.mix, threads: plan.threads)
    let susceptibility =
      plan.followsTies ? Susceptibility.ofDegrees(society, shares: plan.shares) : plan.susceptibility
    return FriedkinJohnsen(
      network: network, ownScores: state.own, susceptibility: susceptibility, pull: plan.scenario.propagation.pull)
  }
}
