import Foundation

/// Makes a layer out of records: cleaning, amounts and times to weights, repeats, direction.
struct LayerBuilder {
  let rules: TieRules
  let personCount: Int

  /// The layer, and what was done to the records on the way.
  func build(
    _ records: TieRecords, name: String, file: String, kind: Layer.Kind, isDirected: Bool, share: Double?,
    notices: inout [Notice]
  ) -> Layer {
    note(records, file: file, in: &notices)
    var weights = kind == .transaction ? amounts(records) : records.values
    if weights.isEmpty { weights = [Double](repeating: 1, count: records.count) }
    var kept: [Int] = []
    kept.reserveCapacity(records.count)
    var selfTies = 0
    var zeros = 0
    for record in 0..<records.count {
      if records.sources[record] == records.targets[record], rules.selfTies == .drop {
        selfTies += 1
      } else if weights[record] == 0 {
        zeros += 1
      } else {
        kept.append(record)
      }
    }
    if selfTies > 0 {
      notices.append(Notice(.dropped, count: selfTies, "\(Self.counted(selfTies, "self-tie")) left out (\(file))"))
    }
    if zeros > 0 {
      notices.append(
        Notice(.dropped, count: zeros, "\(Self.counted(zeros, "record")) of weight 0 left out (\(file))"))
    }
    noteMissing(records, kind: kind, file: file, in: &notices)
    let isSymmetric = kind == .transaction ? rules.direction == .both : !isDirected
    let turnsRound = kind == .transaction && rules.direction == .payee
    let fading = kind == .transaction ? Fading(records, rules: rules, notices: &notices, file: file) : nil
    let isCounted = kind == .friendship && records.values.isEmpty
    let shape = Shape(
      records: records, kept: kept, weights: weights, isSymmetric: isSymmetric, turnsRound: turnsRound,
      repeats: isCounted ? .keepFirst : .add, personCount: personCount)
    let ties = shape.table { fading?.factor($0) ?? 1 }
    let entries = isSymmetric ? (ties.arcCount + ties.selfTieCount) / 2 : ties.arcCount
    // Payments too old to weigh anything are still in the rows of the per-layer mix.
    let counted = kept.count { weights[$0] * (fading?.factor($0) ?? 1) >= TieTable.leastWeight }
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
  private func amounts(_ records: TieRecords) -> [Double] {
    records.values.map { amount in
      if amount.isNaN { return 1 }
      switch rules.amount {
      case .count: return 1
      case .amount: return amount
      case .log(let unit): return log1p(min(amount / unit, .greatestFiniteMagnitude))
      }
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

/// The arcs that records stand for.
private struct Shape {
  let records: TieRecords
  let kept: [Int]
  let weights: [Double]
  let isSymmetric: Bool
  let turnsRound: Bool
  let repeats: RepeatRule
  let personCount: Int

  /// The ties with each record's weight multiplied by a factor.
  ///
  /// Weights that vanish are left out.
  func table(_ factor: (Int) -> Double) -> TieTable {
    var arcs = ArcList()
    arcs.reserveCapacity(kept.count)
    for record in kept {
      let weight = weights[record] * factor(record)
      guard weight >= TieTable.leastWeight else { continue }
      let (source, target) = ends(record)
      // A symmetric pair is added up once, with the smaller index first, and mirrored: so both directions have one weight.
      if isSymmetric {
        arcs.append(min(source, target), max(source, target), weight)
      } else {
        arcs.append(source, target, weight)
      }
    }
    let table = TieTable(personCount: personCount, arcs: arcs, repeats: repeats)
    guard isSymmetric else { return table }
    var mirrored = ArcList()
    mirrored.reserveCapacity(2 * table.arcCount)
    for person in 0..<personCount {
      table.forEachTie(of: person) { neighbor, weight in mirrored.appendTie(person, neighbor, weight) }
    }
    return TieTable(personCount: personCount, arcs: mirrored)
  }

  /// The ties with ages counted in each row from that person's own latest payment.
  func rowTable(_ fading: Fading) -> TieTable {
    var youngest = [Double](repeating: .infinity, count: personCount)
    func visit(_ body: (Int, Int, Int) -> Void) {
      for record in kept {
        let (source, target) = ends(record)
        body(source, target, record)
        if isSymmetric, source != target { body(target, source, record) }
      }
    }
    visit { source, _, record in youngest[source] = min(youngest[source], fading.ages[record]) }
    var arcs = ArcList()
    visit { source, target, record in
      let weight = weights[record] * exp2(youngest[source] - fading.ages[record])
      if weight >= TieTable.leastWeight { arcs.append(source, target, weight) }
    }
    return TieTable(personCount: personCount, arcs: arcs, repeats: repeats)
  }

  private func ends(_ record: Int) -> (source: Int, target: Int) {
    let source = Int(records.sources[record])
    let target = Int(records.targets[record])
    return turnsRound ? (target, source) : (source, target)
  }
}
