import Compute
import Foundation

/// Makes a layer out of records: cleaning, amounts and times to weights, repeats, direction.
struct LayerBuilder {
  let rules: TieRules
  let personCount: Int
  let threads: ThreadCount

  /// The layer, and what was done to the records on the way.
  func build(
    _ records: TieRecords, name: String, file: String, kind: Layer.Kind, isDirected: Bool, share: Double?,
    notices: inout [Notice]
  ) -> Layer {
    note(records, file: file, in: &notices)
    // Without a column of weights or amounts each record counts 1.
    let hasValues = !records.values.isEmpty
    let isCounted = kind == .friendship && !hasValues
    let weights = !hasValues ? nil : kind == .transaction ? amounts(records) : records.values
    let kept = Kept(records, weights: weights, dropsSelfTies: rules.selfTies == .drop)
    if kept.selfTies > 0 {
      let text = Self.counted(kept.selfTies, "self-tie")
      notices.append(Notice(.dropped, count: kept.selfTies, "\(text) left out (\(file))"))
    }
    if kept.zeros > 0 {
      let text = Self.counted(kept.zeros, "record")
      notices.append(Notice(.dropped, count: kept.zeros, "\(text) of weight 0 left out (\(file))"))
    }
    noteMissing(records, kind: kind, file: file, in: &notices)
    let isSymmetric = kind == .transaction ? rules.direction == .both : !isDirected
    let turnsRound = kind == .transaction && rules.direction == .payee
    let fading = kind == .transaction ? Fading(records, rules: rules, notices: &notices, file: file) : nil
    let shape = Shape(
      records: records, kept: kept, weights: weights, isSymmetric: isSymmetric, turnsRound: turnsRound,
      repeats: isCounted ? .keepFirst : .add, personCount: personCount, threads: threads)
    let (ties, counted) = shape.table(fading)
    let entries = isSymmetric ? (ties.arcCount + ties.selfTieCount) / 2 : ties.arcCount
    // Payments too old to weigh anything are still in the rows of the per-layer mix.
    if counted < kept.count {
      let text = Self.counted(kept.count - counted, "payment")
      notices.append(
        Notice(
          .dropped, count: kept.count - counted,
          "\(text) too old or too small to weigh anything beside others (\(file))"))
    }
    let merged = counted - entries
    if merged > 0 {
      let text =
        kind == .transaction
        ? "\(Self.counted(counted, "payment")) added up into \(Self.counted(entries, "tie")) (\(file))"
        : isCounted
          ? "\(Self.counted(merged, "repeated tie")) collapsed into the first (\(file))"
          : "\(Self.counted(merged, "repeated tie")) added to the first (\(file))"
      notices.append(Notice(.merged, count: merged, text))
    }
    return Layer(
      name: name, kind: kind, isDirected: !isSymmetric, isWeighted: ties.hasWeights, ties: ties,
      rowTies: fading.map { fading in shape.rowTable(fading) }, share: share)
  }

  private func note(_ records: TieRecords, file: String, in notices: inout [Notice]) {
    if records.negativeCount > 0 {
      let text = Self.counted(records.negativeCount, "negative value")
      notices.append(
        rules.negative == .drop
          ? Notice(.dropped, count: records.negativeCount, "\(text) left out (\(file))")
          : Notice(.changed, count: records.negativeCount, "\(text) counted without the sign (\(file))"))
    }
    if records.unknownCount > 0 {
      let text = "\(Self.counted(records.unknownCount, "tie")) with people who are not in the people file left out"
      notices.append(Notice(.dropped, count: records.unknownCount, "\(text) (\(file))"))
    }
  }

  private func noteMissing(_ records: TieRecords, kind: Layer.Kind, file: String, in notices: inout [Notice]) {
    guard kind == .transaction else { return }
    let amounts = records.values.count(where: \.isNaN)
    if amounts > 0 {
      notices.append(
        Notice(.assumed, count: amounts, "\(Self.counted(amounts, "payment")) without an amount weigh 1 each (\(file))")
      )
    }
    let times = rules.halfLife == nil ? 0 : records.times.count(where: \.isNaN)
    if times > 0, times < records.count {
      notices.append(
        Notice(.assumed, count: times, "\(Self.counted(times, "payment")) without a time do not fade (\(file))"))
    }
  }

  /// What each payment adds before it fades: `f(amount)`; a missing amount weighs 1.
  private func amounts(_ records: TieRecords) -> SharedBuffer<Double> {
    let weights = Workspace<Double>(count: records.count)
    let blocks = Blocks.even(count: records.count, size: 1 << 16)
    Parallel.forEach(blocks.count, threads: threads) { block in
      for record in blocks[block] { weights[record] = weight(ofAmount: records.values[record]) }
    }
    return weights.frozen(records.count)
  }

  private func weight(ofAmount amount: Double) -> Double {
    if amount.isNaN { return 1 }
    switch rules.amount {
    case .count: return 1
    case .amount: return amount
    case .log(let unit): return log1p(min(amount / unit, .greatestFiniteMagnitude))
    }
  }

  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// How payments lose weight with age: `2^(-(t0 - t) / h)`.
private struct Fading {
  /// The age of each record in half-lives, counted from the moment of the society; 0 where the time is missing.
  let ages: [Double]

  /// `nil` if payments do not fade: no half-life, or no times.
  init?(_ records: TieRecords, rules: TieRules, notices: inout [Notice], file: String) {
    guard let halfLife = rules.halfLife else { return nil }
    guard let latest = records.times.filter({ !$0.isNaN }).max() else {
      notices.append(Notice(.ignored, "payments in \(file) have no times, so the half-life does nothing there"))
      return nil
    }
    let moment = rules.asOf ?? latest
    if rules.asOf == nil {
      notices.append(Notice(.assumed, "payments in \(file) fade as of \(Timestamp.text(moment)), the latest one"))
    }
    ages = records.times.map { $0.isNaN ? 0 : (moment - $0) / (halfLife * Timestamp.day) }
  }

  func factor(_ record: Int) -> Double { exp2(-ages[record]) }
}

/// Which records make ties.
private struct Kept {
  /// Their positions, or `nil` if all do.
  let positions: [Int32]?
  let count: Int
  /// How many were left out because they lead from a person to the same person.
  let selfTies: Int
  /// How many were left out because they weigh nothing.
  let zeros: Int

  init(_ records: TieRecords, weights: SharedBuffer<Double>?, dropsSelfTies: Bool) {
    var selfTies = 0
    var zeros = 0
    func drops(_ record: Int) -> (selfTie: Bool, zero: Bool) {
      let selfTie = dropsSelfTies && records.sources[record] == records.targets[record]
      return (selfTie, !selfTie && weights.map { $0[record] == 0 } ?? false)
    }
    for record in 0..<records.count {
      let drop = drops(record)
      if drop.selfTie { selfTies += 1 }
      if drop.zero { zeros += 1 }
    }
    count = records.count - selfTies - zeros
    self.selfTies = selfTies
    self.zeros = zeros
    guard count < records.count else {
      positions = nil
      return
    }
    positions = (0..<records.count).filter { record in
      let drop = drops(record)
      return !drop.selfTie && !drop.zero
    }.map { Int32(truncatingIfNeeded: $0) }
  }

  func forEach(_ body: (Int) -> Void) {
    if let positions {
      for position in positions { body(Int(position)) }
    } else {
      for position in 0..<count { body(position) }
    }
  }
}

/// The arcs that records stand for.
private struct Shape {
  let records: TieRecords
  let kept: Kept
  /// The weight of each record before it fades; `nil`: each counts 1.
  let weights: SharedBuffer<Double>?
  let isSymmetric: Bool
  let turnsRound: Bool
  let repeats: RepeatRule
  let personCount: Int
  let threads: ThreadCount

  /// The ties, each record's weight faded, and how many records they are made of.
  ///
  /// Weights that vanish are left out.
  func table(_ fading: Fading?) -> (ties: TieTable, counted: Int) {
    if fading == nil, kept.positions == nil {
      return (table(records.sources, records.targets, weights), kept.count)
    }
    var sources: [Int32] = []
    var targets: [Int32] = []
    var values: [Double] = []
    sources.reserveCapacity(kept.count)
    targets.reserveCapacity(kept.count)
    if weights != nil || fading != nil { values.reserveCapacity(kept.count) }
    kept.forEach { record in
      if weights != nil || fading != nil {
        let weight = (weights?[record] ?? 1) * (fading?.factor(record) ?? 1)
        guard weight >= TieTable.leastWeight else { return }
        values.append(weight)
      }
      sources.append(records.sources[record])
      targets.append(records.targets[record])
    }
    let hasValues = weights != nil || fading != nil
    let ties = table(SharedBuffer(sources), SharedBuffer(targets), hasValues ? SharedBuffer(values) : nil)
    return (ties, sources.count)
  }

  private func table(
    _ sources: SharedBuffer<Int32>, _ targets: SharedBuffer<Int32>, _ weights: SharedBuffer<Double>?
  ) -> TieTable {
    let columns = ArcColumns(
      sources: turnsRound ? targets : sources, targets: turnsRound ? sources : targets, weights: weights,
      isMirrored: isSymmetric)
    return RowSort(columns, personCount: personCount, repeats: repeats, threads: threads).table()
  }

  /// The ties with ages counted in each row from that person's own latest payment.
  func rowTable(_ fading: Fading) -> TieTable {
    var youngest = [Double](repeating: .infinity, count: personCount)
    func visit(_ body: (Int, Int, Int) -> Void) {
      kept.forEach { record in
        let (source, target) = ends(record)
        body(source, target, record)
        if isSymmetric, source != target { body(target, source, record) }
      }
    }
    visit { source, _, record in youngest[source] = min(youngest[source], fading.ages[record]) }
    var arcs = ArcList()
    visit { source, target, record in
      let weight = (weights?[record] ?? 1) * exp2(youngest[source] - fading.ages[record])
      if weight >= TieTable.leastWeight { arcs.append(source, target, weight) }
    }
    return TieTable(personCount: personCount, arcs: arcs, repeats: repeats, threads: threads)
  }

  private func ends(_ record: Int) -> (source: Int, target: Int) {
    let source = Int(records.sources[record])
    let target = Int(records.targets[record])
    return turnsRound ? (target, source) : (source, target)
  }
}
