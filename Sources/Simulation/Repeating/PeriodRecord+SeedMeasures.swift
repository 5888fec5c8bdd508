import Analysis

extension PeriodRecord {
  /// A number that is compared over seeds.
  package struct SeedMeasure: Sendable, Equatable {
    /// Its name, as a column of `periods.csv`.
    package let name: String
    /// Its value; `nil` if it is undefined.
    package let value: Double?
  }

  /// The numbers that two simulations are compared by.
  ///
  /// - Parameter layers: the names of the layers.
  package func seedMeasures(layers: [String]) -> [SeedMeasure] {
    var names = ["own_mean", "own_sd", "public_mean", "public_sd"]
    for whose in ["own", "public"] {
      names += ["assortativity", "between_first", "gap_first"].map { "\(whose)_\($0)" }
    }
    names += ["isolated", "friendless"] + layers.map { "ties_\($0)" } + ["listed"]
    if opinions != nil { names.append("largest_opinion") }
    let all = PeriodMeasure.all(layers: layers, mainLayer: "", tiers: 0)
    return names.compactMap { name in
      all.first { $0.name == name }.map { SeedMeasure(name: name, value: $0.value(self)) }
    }
  }
}
