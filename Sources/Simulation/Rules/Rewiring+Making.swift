import Compute
import GraphModel

extension Rewiring {
  /// Somebody who asks somebody else for a tie.
  private struct Request {
    enum Answer: UInt8 { case agreed, notAsked, refused }

    let person: Int32
    let other: Int32
    let slot: Int32
    let gain: Double
    let answer: Answer
    /// What the tie would bring the one who refused.
    let otherGain: Double
  }

  /// How many ties people have now, beside how many they had and may have.
  private struct Room {
    var degrees: [[Int32]]
    private let plan: Plan
    private let factor: Double

    init(_ plan: Plan, _ ties: [TieTable], factor: Double) {
      self.plan = plan
      self.factor = factor
      degrees = plan.rewired.map { layer in
        (0..<plan.society.count).map { Int32(ties[layer].degree(of: $0)) }
      }
    }

    /// How many ties a person misses.
    func missing(_ person: Int, slot: Int) -> Int {
      max(0, Int(plan.firstDegrees[slot][person] - degrees[slot][person]))
    }

    /// Whether a person may have another tie.
    func hasPlace(_ person: Int, slot: Int) -> Bool {
      // 1.1 times 50 is 55, whatever the last bit of the product says.
      let most = max(1, (factor * Double(plan.firstDegrees[slot][person]) * (1 - 1e-12)).rounded(.up))
      return Double(degrees[slot][person]) < most
    }
  }

  func make(_ value: TieValue, dropped: [PairTable], _ result: inout Result) {
    var room = Room(plan, ties, factor: rule.budget)
    for change in result.changes {
      guard let slot = plan.rewired.firstIndex(of: change.layer) else { continue }
      room.degrees[slot][change.source] -= 1
      if !plan.society.layers[change.layer].isDirected { room.degrees[slot][change.target] -= 1 }
    }
    let requests = requests(value, room, dropped)
    for request in requests where request.answer != .notAsked {
      result.asked += 1
      guard request.answer == .refused, rule.choice != .blind else { continue }
      result.declined += 1
      result.changes.append(change(request, .declined, by: .target, gain: request.otherGain))
    }
    var agreed = requests.filter { $0.answer == .agreed }
    var random = RuleStream.order.of(period: period, seed: plan.scenario.seed)
    random.shuffle(&agreed)
    var made = settle(agreed, room, limit: .max)
    if rule.choice == .blind {
      var all = requests
      var random = RuleStream.blindMakes.of(period: period, seed: plan.scenario.seed)
      random.shuffle(&all)
      made = settle(all, room, limit: matching?.made ?? made.count)
    }
    result.counts.made = made.count
    result.changes += made.map { change($0, .made, by: .source, gain: $0.gain) }
  }

  private func change(_ request: Request, _ kind: TieChange.Kind, by: TieChange.Side, gain: Double) -> TieChange {
    let layer = plan.rewired[Int(request.slot)]
    return TieChange(
      kind: kind, source: Int(request.person), target: Int(request.other), layer: layer, by: by, gain: gain,
      weight: plan.newWeights[layer])
  }

  /// The requests that can be granted one after the other: nobody gets more ties than were missing, or than there is
  /// room for.
  private func settle(_ requests: [Request], _ room: Room, limit: Int) -> [Request] {
    var room = room
    var pairs = PairTable()
    pairs.clear(for: requests.count)
    var made: [Request] = []
    let people = plan.society.count
    for request in requests {
      guard made.count < limit else { break }
      let (person, other, slot) = (Int(request.person), Int(request.other), Int(request.slot))
      let isDirected = plan.society.layers[plan.rewired[slot]].isDirected
      guard room.missing(person, slot: slot) > 0, isDirected || room.hasPlace(other, slot: slot) else { continue }
      let pair = isDirected || person < other ? (person, other) : (other, person)
      guard pairs.insert(pair.0, pair.1 + slot * people) else { continue }
      room.degrees[slot][person] += 1
      if !isDirected { room.degrees[slot][other] += 1 }
      made.append(request)
    }
    return made
  }

  // MARK: Asking

  private func requests(_ value: TieValue, _ room: Room, _ dropped: [PairTable]) -> [Request] {
    let blocks = Blocks.even(count: plan.society.count, size: 1 << 11)
    return Parallel.map(blocks.count, threads: plan.threads) { block in
      var list: [Request] = []
      for person in blocks[block] {
        let missing = plan.rewired.indices.map { room.missing(person, slot: $0) }
        guard missing.contains(where: { $0 > 0 }) else { continue }
        guard !isShunned(person) else { continue }
        var random = RuleStream.search.of(person, period: period, seed: plan.scenario.seed)
        for slot in missing.indices {
          for _ in 0..<missing[slot] where rule.search >= 1 || random.uniform() < rule.search {
            for _ in 0..<rule.candidates {
              ask(person, slot: slot, value, room, dropped[slot], &random, &list)
            }
          }
        }
      }
      return list
    }.flatMap { $0 }
  }

  private func ask(
    _ person: Int, slot: Int, _ value: TieValue, _ room: Room, _ dropped: PairTable, _ random: inout RandomStream,
    _ list: inout [Request]
  ) {
    let layer = plan.rewired[slot]
    let isDirected = plan.society.layers[layer].isDirected
    // The same number of draws whatever comes of it, so that the next candidate does not depend on this one's answer.
    guard let other = candidate(for: person, layer: layer, &random) else { return }
    let draws = (random.uniform(), random.uniform())
    guard other != person, !isShunned(other), !isBarred(person, layer), !isBarred(other, layer),
      isDirected || room.hasPlace(other, slot: slot)
    else { return }
    guard !ties[layer].hasTie(from: person, to: other) else { return }
    let pair = isDirected || person < other ? (person, other) : (other, person)
    guard dropped.isEmpty || !dropped.contains(pair.0, pair.1) else { return }
    let weight = plan.newWeights[layer]
    let gain = value.adding(person, other, weight: weight, layer: layer)
    var answer = Request.Answer.agreed
    var otherGain = 0.0
    if !value.isEnough(gain, threshold: rule.acceptThreshold, draw: draws.0) {
      answer = .notAsked
    } else if !isDirected {
      // Whom somebody follows one way is nobody else's business.
      otherGain = value.adding(other, person, weight: weight, layer: layer)
      if !value.isEnough(otherGain, threshold: rule.acceptThreshold, draw: draws.1) { answer = .refused }
    }
    list.append(
      Request(
        person: Int32(person), other: Int32(other), slot: Int32(slot), gain: gain, answer: answer, otherGain: otherGain)
    )
  }

  private func isShunned(_ person: Int) -> Bool {
    guard let rule = plan.scenario.blacklist, rule.shuns else { return false }
    return listedSince[person] >= 0
  }

  /// Whether somebody on the list can have no tie of payments.
  private func isBarred(_ person: Int, _ layer: Int) -> Bool {
    guard plan.scenario.blacklist?.cutsTransactions ?? false, plan.payments.contains(layer) else { return false }
    return listedSince[person] >= 0
  }

  /// A friend of a friend, somebody of the own group, or anyone.
  private func candidate(for person: Int, layer: Int, _ random: inout RandomStream) -> Int? {
    let kind = random.uniform()
    if kind < rule.friendsOfFriends {
      guard let friend = someone(influencing: person, layer, &random) else { return anyone(&random) }
      return someone(influencing: friend, layer, &random)
    }
    if kind < rule.friendsOfFriends + rule.ownGroup, let groups = plan.groups {
      let companions = groups.companions(of: person)
      guard !companions.isEmpty else { return anyone(&random) }
      return Int(companions[companions.startIndex + random.integer(below: companions.count)])
    }
    return anyone(&random)
  }

  private func anyone(_ random: inout RandomStream) -> Int { random.integer(below: plan.society.count) }

  private func someone(influencing person: Int, _ layer: Int, _ random: inout RandomStream) -> Int? {
    let arcs = ties[layer].arcs(of: person)
    guard !arcs.isEmpty else { return nil }
    return ties[layer].rows.column(at: arcs.lowerBound + random.integer(below: arcs.count))
  }
}
