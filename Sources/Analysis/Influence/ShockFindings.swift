import Compute
import GraphModel
import Propagation

/// Who moves, by how much, and how far away, when something happens to a few people or ties.
public struct ShockFindings: Sendable, Equatable, Codable {
  /// A person whose public score moves.
  public struct Mover: Sendable, Equatable, Codable {
    /// The id.
    public let id: String
    /// How many ties lead from those it happens to, at least; 0 for themselves.
    public let distance: Int?
    /// The public score before, in points.
    public let before: Double
    /// The public score after, in points.
    public let after: Double
    /// The tier before, from 0.
    public let tierBefore: Int
    /// The tier after, from 0.
    public let tierAfter: Int

    /// After less before, in points.
    public let change: Double
  }

  /// People together: those at one distance, or those of one group.
  public struct Band: Sendable, Equatable, Codable {
    /// The distance, or the group.
    public let name: String
    /// How many people.
    public let people: Int
    /// How many move by more than the bound.
    public let moved: Int
    /// How many move by each of the thresholds or more.
    public let byThreshold: [Int]
    /// The sum of all changes, in points.
    public let total: Double
    /// The change of largest magnitude, in points.
    public let largest: Double
  }

  /// What the society is called.
  public let name: String
  /// The range of scores.
  public let scale: Scale
  /// How many people there are.
  public let people: Int
  /// What happens.
  public let changes: [SocietyChange]
  /// Changes that count in `byThreshold`, in points, rising.
  public let thresholds: [Double]
  /// Everyone.
  public let all: Band
  /// By distance, nearest first.
  public let byDistance: [Band]
  /// What the groups are: `community`, or a column's name; `nil` if there are none.
  public let groupedBy: String?
  /// By group, those first whose scores move most.
  public let byGroup: [Band]
  /// The layers of the mix.
  public let layers: [String]
  /// The sum over people of the changes that come through each layer, `a_i m_il (W_l x)_i`, in points.
  public let layerTotals: [Double]
  /// The sum of the changes of what people hold to themselves, `(1 - a_i) s_i`, in points; with `layerTotals` the total.
  public let ownTotal: Double
  /// Those who move most.
  public let top: [Mover]
  /// People by tier before (row) and after (column).
  public let tierTransitions: [[Int]]
  /// The mean public score before, in points.
  public let meanBefore: Double
  /// The mean public score after, in points.
  public let meanAfter: Double
  /// How it was computed.
  public let method: EditableEquilibrium.Settlement.Method
  /// How many times a residual was pushed on.
  public let pushes: Int
  /// How many arcs that went along.
  public let arcs: Int
  /// How far any change can be from the truth, in points.
  public let bound: Double
  /// What was assumed, merged, dropped and ignored.
  public let notices: [Notice]
}

/// Something that happens to a few people or ties of a society, followed to its end.
public struct Shock: Sendable {
  /// What it does, in numbers.
  public let findings: ShockFindings
  /// Public scores before.
  public let before: [Double]
  /// Public scores after.
  public let after: [Double]
  /// How many ties lead to each person from those it happens to.
  public let distances: [Int?]

  /// Lets changes happen, all at once.
  ///
  /// - Parameters:
  ///   - changes: what happens, in order.
  ///   - settled: the society.
  ///   - grouping: groups to tell the effects by, or `nil`.
  ///   - count: how many people to name.
  /// - Throws: a `usage` error for people, layers or ties that are not there, or where no unique equilibrium follows.
  public init(
    _ changes: [SocietyChange], _ settled: SettledSociety, grouping: Grouping?, top count: Int
  ) throws(ReadingError) {
    precondition(!changes.isEmpty, "something happens")
    var live = try settled.editable(for: "shock")
    try live.settled(for: "shock")
    let start = live
    if !changes.allSatisfy(\.isOfOwnScoreOrListing) { try settled.checkTiesCanChange(for: "shock") }
    var editor = ShockEditor(settled, live)
    for change in changes { try editor.apply(change) }
    live = editor.live
    let phase = Phase("following the shock", .people)
    let settlement = try settled.settling(phase) { () throws(ReadingError) in try live.settled(for: "shock") }
    let (before, after) = (start.scores, live.scores)
    let bound = settlement.bound + start.bound
    let distances = settled.network.distances(from: editor.touched, .outward, threads: settled.settings.threads)
    let scale = settled.society.scale
    let thresholds = Self.thresholds(scale)
    let differences = zip(after, before).map { $0 - $1 }
    func band(_ name: String, _ people: some Sequence<Int>) -> ShockFindings.Band {
      var (count, moved) = (0, 0)
      var counts = [Int](repeating: 0, count: thresholds.count)
      var total = CompensatedSum()
      var largest = 0.0
      for person in people {
        let change = differences[person]
        count += 1
        total.add(change)
        if change.magnitude > bound { moved += 1 }
        if change.magnitude > largest.magnitude { largest = change }
        // What is within the bound of a threshold counts as reaching it.
        for (place, threshold) in thresholds.enumerated() where change.magnitude >= threshold - bound {
          counts[place] += 1
        }
      }
      return ShockFindings.Band(
        name: name, people: count, moved: moved, byThreshold: counts, total: total.value, largest: largest)
    }
    var byDistance: [[Int]] = []
    var unreached: [Int] = []
    for person in before.indices {
      guard let distance = distances[person] else {
        unreached.append(person)
        continue
      }
      let slot = min(distance, Self.farthest)
      while byDistance.count <= slot { byDistance.append([]) }
      byDistance[slot].append(person)
    }
    var bands = byDistance.enumerated().map { slot, people in
      band(slot == Self.farthest ? "\(slot) and more" : String(slot), people)
    }
    if !unreached.isEmpty { bands.append(band("not connected", unreached)) }
    let groups = grouping.map { grouping in
      grouping.partition.members.enumerated().map { slot, members in
        band(grouping.names?[slot] ?? String(slot + 1), members)
      }.filter { $0.moved > 0 }.sorted { $0.total.magnitude > $1.total.magnitude }
    }
    let order = differences.map(\.magnitude).risingOrder().reversed().map { Int($0) }
    let movers = order.prefix(count).filter { differences[$0].magnitude > bound }.map { person in
      ShockFindings.Mover(
        id: settled.society.people.ids[person], distance: distances[person], before: before[person],
        after: after[person], tierBefore: scale.tier(of: before[person]), tierAfter: scale.tier(of: after[person]),
        change: differences[person])
    }
    let effects = Self.layerTotals(start, live, differences)
    let all = band("everyone", before.indices)
    self.before = before
    self.after = after
    self.distances = distances
    findings = ShockFindings(
      name: settled.society.name, scale: scale, people: before.count, changes: changes, thresholds: thresholds,
      all: all, byDistance: bands, groupedBy: grouping?.by, byGroup: groups ?? [],
      layers: settled.network.layers.map { settled.society.layers[$0].name }, layerTotals: effects,
      ownTotal: all.total - effects.compensatedSum, top: movers,
      tierTransitions: Mobility(before, after, on: scale).counts,
      meanBefore: before.compensatedMean, meanAfter: after.compensatedMean, method: settlement.method,
      pushes: settlement.pushes, arcs: settlement.arcs, bound: bound, notices: settled.notices + editor.notices)
  }

  /// Distances from here on are told together.
  private static let farthest = 6

  /// Round changes that people count by: a tenth, one, five and ten points on a scale of 100 to 1000 points.
  private static func thresholds(_ scale: Scale) -> [Double] {
    var unit = 1.0
    while unit * 1000 <= scale.width { unit *= 10 }
    while unit * 100 > scale.width { unit /= 10 }
    return [unit / 10, unit, 5 * unit, 10 * unit]
  }

  private static func layerTotals(
    _ start: EditableEquilibrium, _ live: EditableEquilibrium, _ differences: [Double]
  ) -> [Double] {
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: start.layerCount)
    for person in differences.indices where differences[person] != 0 {
      let (one, two) = (start.layerParts(of: person), live.layerParts(of: person))
      for layer in sums.indices { sums[layer].add(two[layer] - one[layer]) }
    }
    return sums.map(\.value)
  }
}

/// Brings changes to scores, and notes what had to be said.
private struct ShockEditor {
  private let settled: SettledSociety
  private let lookup: PersonLookup
  var live: EditableEquilibrium
  /// Those it happens to, in order.
  private(set) var touched: [Int] = []
  private(set) var notices: [Notice] = []
  /// Own scores that were asked for, and outlast a loss of ties.
  private var asked: [Int: Double] = [:]

  init(_ settled: SettledSociety, _ live: EditableEquilibrium) {
    self.settled = settled
    self.live = live
    lookup = PersonLookup(settled.society, layers: settled.network.layers)
  }

  mutating func apply(_ change: SocietyChange) throws(ReadingError) {
    switch change {
    case .shift(let id, let points):
      let person = try lookup.person(id, for: "--person")
      try checkIsOffTheFloor(person, id, "--person")
      setOwnScore(live.ownScores[person] + points, person, id)
    case .set(let id, let score):
      let person = try lookup.person(id, for: "--set")
      try checkIsOffTheFloor(person, id, "--set")
      let scale = settled.society.scale
      guard score >= scale.low, score <= scale.high else {
        throw ReadingError(
          .usage,
          [
            InputProblem(
              file: "--set",
              "\(Numerals.plain(score)) is not on the scale; \(Numerals.plain(scale.low)) to \(Numerals.plain(scale.high)) was expected"
            )
          ])
      }
      setOwnScore(score, person, id)
    case .blacklist(let id):
      let person = try lookup.person(id, for: "--blacklist")
      keep(settled.society.scale.low, person)
      live.setSusceptibility(0, of: person)
    case .cut(let one, let other, let layer): try cut(one, other, layer)
    case .tie(let one, let other, let weight, let layer): try tie(one, other, weight, layer)
    }
  }

  /// Refuses another own score of somebody who has no ties and is held to the floor, whatever the own score.
  private func checkIsOffTheFloor(_ person: Int, _ id: String, _ option: String) throws(ReadingError) {
    guard settled.settings.isolates == .floor, !settled.network.isTied[person] else { return }
    throw ReadingError(
      .usage,
      [
        InputProblem(
          file: option,
          "\(id) has no ties and stays at the floor of the scale whatever the own score (--isolates floor)")
      ])
  }

  private mutating func setOwnScore(_ score: Double, _ person: Int, _ id: String) {
    let scale = settled.society.scale
    let kept = min(max(score, scale.low), scale.high)
    if kept != score {
      notices.append(
        Notice(
          .changed,
          "the own score of \(id) stops at the end of the scale, \(Numerals.plain(kept)), instead of \(Numerals.plain(score))"
        ))
    }
    keep(kept, person)
  }

  private mutating func keep(_ score: Double, _ person: Int) {
    touched.append(person)
    asked[person] = score
    live.setOwnScore(score, of: person)
  }

  private func ends(_ one: String, _ other: String, _ option: String) throws(ReadingError) -> (Int, Int) {
    let ends = (try lookup.person(one, for: option), try lookup.person(other, for: option))
    if ends.0 == ends.1 {
      throw ReadingError(
        .usage, [InputProblem(file: option, "\"\(one)\" stands at both ends; two people were expected")])
    }
    return ends
  }

  private func isDirected(_ layer: Int) -> Bool {
    settled.society.layers[settled.network.layers[layer]].isDirected
  }

  private mutating func cut(_ one: String, _ other: String, _ name: String?) throws(ReadingError) {
    let (person, second) = try ends(one, other, "--cut")
    var layers = Array(settled.network.layers.indices)
    if let name { layers = [try lookup.layer(name, for: "--cut")] }
    let tied = layers.filter {
      live.tieWeight(from: person, to: second, layer: $0) > 0 || live.tieWeight(from: second, to: person, layer: $0) > 0
    }
    if tied.isEmpty {
      let place = name.map { " in layer \($0)" } ?? ""
      throw ReadingError(
        .usage, [InputProblem(file: "--cut", "\"\(one)\" and \"\(other)\" are not tied\(place)")])
    }
    for layer in tied {
      if isDirected(layer) {
        for (from, to) in [(person, second), (second, person)]
        where live.tieWeight(from: from, to: to, layer: layer) > 0 {
          live.setTie(0, from: from, to: to, layer: layer, isMutual: false)
        }
      } else {
        live.setTie(0, from: person, to: second, layer: layer, isMutual: true)
      }
    }
    settled.floorIsolates([person, second], asked: asked, &live)
    touched += [person, second]
  }

  private mutating func tie(_ one: String, _ other: String, _ weight: Double, _ name: String?) throws(ReadingError) {
    let (person, second) = try ends(one, other, "--tie")
    guard weight >= 1e-100, weight <= 1e100 else {
      throw ReadingError(
        .usage, [InputProblem(file: "--tie", "the weight is \(Numerals.plain(weight)); a number above 0 was expected")])
    }
    let layers = settled.network.layers
    if name == nil, layers.count > 1 {
      let names = layers.map { settled.society.layers[$0].name }.joined(separator: ", ")
      throw ReadingError(
        .usage,
        [InputProblem(file: "--tie", "there are several layers; A,B,LAYER=WEIGHT with one of \(names) was expected")])
    }
    var layer = 0
    if let name { layer = try lookup.layer(name, for: "--tie") }
    if settled.society.layers[layers[layer]].scalesRows {
      throw ReadingError(
        .usage,
        [
          InputProblem(
            file: "--tie",
            "weights of layer \(settled.society.layers[layers[layer]].name) fade with time, person by person; a layer without --half-life was expected"
          )
        ])
    }
    live.setTie(weight, from: person, to: second, layer: layer, isMutual: !isDirected(layer))
    settled.floorIsolates([person, second], asked: asked, &live)
    touched += isDirected(layer) ? [person] : [person, second]
  }
}

extension SettledSociety {
  /// Does work as a phase.
  func settling<Value>(
    _ phase: Phase, _ body: () throws(ReadingError) -> Value
  ) throws(ReadingError) -> Value {
    try settings.progress.during(phase) { (_: inout PhaseWork) throws(ReadingError) in try body() }
  }
}
