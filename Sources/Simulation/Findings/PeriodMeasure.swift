/// A number that every period has: its name in `periods.csv` and in experiments, and what it is.
public struct PeriodMeasure: Sendable {
  /// What a measure counts.
  public enum Kind: Sendable, Equatable {
    /// Whole numbers.
    case count
    /// Any numbers.
    case number
  }

  /// The name, such as `own_assortativity`.
  public let name: String
  /// What it counts.
  public let kind: Kind
  /// The unit, such as `points`, `people` or `share`; empty where there is none.
  public let unit: String
  /// What it is, in a few words.
  public let meaning: String
  /// Its number in a period; `nil` where it is undefined.
  public let value: @Sendable (PeriodRecord) -> Double?

  private static func count(
    _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (PeriodRecord) -> Int?
  ) -> PeriodMeasure {
    PeriodMeasure(name: name, kind: .count, unit: unit, meaning: meaning) { value($0).map(Double.init) }
  }

  private static func number(
    _ name: String, _ unit: String, _ meaning: String, _ value: @escaping @Sendable (PeriodRecord) -> Double?
  ) -> PeriodMeasure {
    PeriodMeasure(name: name, kind: .number, unit: unit, meaning: meaning, value: value)
  }
}

extension PeriodMeasure {
  /// All of them, in the order of the columns of `periods.csv`.
  ///
  /// - Parameters:
  ///   - layers: the names of the society's layers.
  ///   - mainLayer: the layer that sorting is measured on.
  ///   - tiers: how many tiers there are.
  public static func all(layers: [String], mainLayer: String, tiers: Int) -> [PeriodMeasure] {
    var measures = moments("own") { $0.own } + moments("public") { $0.publicScores }
    measures += sorting("own", mainLayer) { $0.ownSorting } + sorting("public", mainLayer) { $0.publicSorting }
    measures += [
      count("isolated", "people", "people without a tie that counts") { $0.isolated },
      count("friendless", "people", "people without a tie in the main layer") { $0.friendless },
    ]
    for (slot, layer) in layers.enumerated() {
      measures.append(count("ties_\(layer)", "ties", "ties in layer \(layer)") { $0.ties.counts[slot] })
    }
    measures += tieChanges
    for tier in 0..<tiers {
      measures.append(
        count("tier_\(tier + 1)", "people", "people in tier \(tier + 1), 1 the lowest") { $0.tiers[tier] })
    }
    return measures + exclusion + points + settling
  }

  private static func moments(
    _ what: String, _ part: @escaping @Sendable (PeriodRecord) -> PeriodRecord.Moments
  ) -> [PeriodMeasure] {
    [
      number("\(what)_mean", "points", "the mean \(what) score") { part($0).mean },
      number("\(what)_sd", "points", "the standard deviation of \(what) scores, divided by n") { part($0).sd },
      number("\(what)_lowest", "points", "the lowest \(what) score") { part($0).lowest },
      number("\(what)_highest", "points", "the highest \(what) score") { part($0).highest },
    ]
  }

  private static func sorting(
    _ what: String, _ layer: String, _ part: @escaping @Sendable (PeriodRecord) -> PeriodRecord.Sorting
  ) -> [PeriodMeasure] {
    [
      number("\(what)_assortativity", "", "assortativity of \(what) scores on layer \(layer), by weight") {
        part($0).assortativity
      },
      number("\(what)_moran", "", "Moran's I of \(what) scores on layer \(layer), by weight") { part($0).moran },
      number("\(what)_between_first", "share", "variance of \(what) scores between the communities of period 0") {
        part($0).betweenFirst
      },
      number("\(what)_between_now", "share", "variance of \(what) scores between the communities found last") {
        part($0).betweenNow
      },
      number("\(what)_gap_first", "points", "the gap of \(what) scores between communities of period 0, top to bottom")
      {
        part($0).gapFirst
      },
    ]
  }

  private static let tieChanges = [
    count("considered", "", "how often somebody thought about a tie") { $0.ties.considered },
    count("dropped", "ties", "ties dropped by choice") { $0.ties.dropped },
    count("made", "ties", "ties made") { $0.ties.made },
    count("asked", "", "how often somebody asked for a tie") { $0.ties.asked },
    count("declined", "", "how often the other one refused") { $0.ties.declined },
    count("cut", "ties", "payment ties that the scheme took away") { $0.ties.cut },
    count("payments", "payments", "new payments") { $0.ties.payments },
  ]

  private static let exclusion = [
    count("listed", "people", "people on the list") { $0.listed },
    count("newly_listed", "people", "people listed in this period") { $0.newlyListed },
    count("released", "people", "people released in this period") { $0.released },
    number("effort_cost", "", "the cost of everyone's effort") { $0.effortCost },
  ]

  /// Where the sum of all own scores went.
  private static let points: [PeriodMeasure] = {
    func part(
      _ name: String, _ what: String, _ value: @escaping @Sendable (PointsMoved) -> Double
    ) -> PeriodMeasure {
      number("points_\(name)", "points", "what the sum of own scores gained by \(what)") { value($0.points) }
    }
    return [
      part("deeds", "deeds") { $0.deeds }, part("missed", "missed payments") { $0.missed },
      part("dated", "dated events") { $0.dated }, part("faded", "forgetting") { $0.faded },
      part("rewards", "rewards") { $0.rewards }, part("effort", "effort") { $0.effort },
      part("conformity", "the pull of friends' conduct") { $0.conformity },
      part("decay", "the pull of the own score of period 0") { $0.decay },
      part("trait", "the latent trait") { $0.trait }, part("marks", "marks of having been listed") { $0.marks },
      part("held", "being held to the scale") { $0.held },
      part("sanctions", "caps and penalties of the list, compared with the period before") { $0.sanctions },
    ]
  }()

  private static let settling = [
    number("own_change", "points", "the largest change of an own score") { $0.ownChange },
    number("public_change", "points", "the largest change of a public score") { $0.publicChange },
    count("sweeps", "", "how often ties were gone over to settle") { $0.settling.sweeps },
    number("bound", "points", "how far a public score can be off; empty if not known") { $0.settling.bound },
    count("opinions", "", "opinions that somebody holds; empty for rules without opinions") { $0.opinions?.count },
    number("largest_opinion", "share", "the share of people who hold the commonest opinion") {
      $0.opinions?.largestShare
    },
    count("communities", "", "communities found; empty if not looked for") { $0.communities },
  ]
}
