import GraphModel
import Simulation

/// A number that is followed from period to period.
struct MainSeries: Sendable {
  /// What the number counts, and so how it is written.
  enum Unit {
    /// Points of the scale, with so many decimals.
    case points(Int)
    /// A correlation.
    case correlation
    /// A share of the whole.
    case share
    /// People or ties.
    case count
  }

  let title: String
  let unit: Unit
  let values: [Double?]

  /// The value of the last period.
  var last: Double? { values.last ?? nil }

  /// A value as it is written.
  func text(_ value: Double?) -> String {
    guard let value else { return "-" }
    switch unit {
    case .points(let decimals): return NumberText.grouped(NumberText.fixed(value, decimals))
    case .correlation: return NumberText.fixed(value, 3)
    case .share: return NumberText.percent(value)
    case .count: return NumberText.count(Int(value))
    }
  }

  /// A difference as it is written: always with its sign, shares in percentage points.
  func change(_ value: Double?) -> String {
    guard let value else { return "-" }
    switch unit {
    case .points(let decimals): return NumberText.grouped(NumberText.signed(value, decimals))
    case .correlation: return NumberText.signed(value, 3)
    case .share: return NumberText.signed(100 * value, 1) + "pp"
    case .count: return value > 0 ? "+" + NumberText.count(Int(value)) : NumberText.count(Int(value))
    }
  }
}

extension MainSeries {
  /// The series that a simulation has: the same ones, in the same order, for the simulation and each of its twins.
  ///
  /// - Parameters:
  ///   - records: what there is to say of each period; those of a twin or of the simulation itself.
  ///   - findings: which rules are on, what layers are called.
  static func all(_ records: [PeriodRecord], of findings: SimulationFindings) -> [MainSeries] {
    let decimals = NumberText.decimals(forWidth: findings.scale.width)
    let layer = findings.layers.firstIndex(of: findings.mainLayer)
    let isRewired = findings.rules.on.contains("rewiring")
    let everywhere = findings.records + findings.twins.flatMap(\.records)
    var series: [MainSeries] = []
    func add(_ title: String, _ unit: Unit, if isThere: Bool = true, _ value: (PeriodRecord) -> Double?) {
      guard isThere else { return }
      series.append(MainSeries(title: title, unit: unit, values: records.map(value)))
    }
    /// What happens in a period has no value in period 0.
    func flow(_ title: String, _ unit: Unit, if isThere: Bool, _ value: (PeriodRecord) -> Double) {
      add(title, unit, if: isThere) { $0.period == 0 ? nil : value($0) }
    }
    add("own score, mean", .points(decimals)) { $0.own.mean }
    add("own score, sd", .points(decimals)) { $0.own.sd }
    add("public score, mean", .points(decimals)) { $0.publicScores.mean }
    add("public score, sd", .points(decimals)) { $0.publicScores.sd }
    add("assortativity, own", .correlation) { $0.ownSorting.assortativity }
    add("assortativity, public", .correlation) { $0.publicSorting.assortativity }
    add("between share, own", .share) { $0.ownSorting.betweenFirst }
    add("between share, public", .share) { $0.publicSorting.betweenFirst }
    add("ties of \(TextTable.cut(findings.mainLayer, to: 14))", .count, if: layer != nil) { record in
      layer.flatMap { record.ties.counts.indices.contains($0) ? Double(record.ties.counts[$0]) : nil }
    }
    flow("ties dropped", .count, if: isRewired) { Double($0.ties.dropped) }
    flow("ties made", .count, if: isRewired) { Double($0.ties.made) }
    add("people without ties", .count) { Double($0.isolated) }
    add("people without friends", .count, if: everywhere.contains { $0.friendless != $0.isolated }) {
      Double($0.friendless)
    }
    add("commonest opinion", .share) { $0.opinions?.largestShare }
    add("people listed", .count, if: findings.exclusion != nil) { Double($0.listed) }
    let isLarge = everywhere.contains { $0.effortCost >= 10_000 }
    flow("cost of effort", .points(isLarge ? 0 : decimals), if: findings.rules.on.contains("response.effort")) {
      $0.effortCost
    }
    return series
  }
}
