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
    var measures = [
      SeedMeasure(name: "own_mean", value: own.mean), SeedMeasure(name: "own_sd", value: own.sd),
      SeedMeasure(name: "public_mean", value: publicScores.mean),
      SeedMeasure(name: "public_sd", value: publicScores.sd),
    ]
    for (whose, sorting) in [("own", ownSorting), ("public", publicSorting)] {
      measures += [
        SeedMeasure(name: "\(whose)_assortativity", value: sorting.assortativity),
        SeedMeasure(name: "\(whose)_between_first", value: sorting.betweenFirst),
        SeedMeasure(name: "\(whose)_gap_first", value: sorting.gapFirst),
      ]
    }
    measures += [
      SeedMeasure(name: "isolated", value: Double(isolated)),
      SeedMeasure(name: "friendless", value: Double(friendless)),
    ]
    for (layer, count) in zip(layers, ties.counts) {
      measures.append(SeedMeasure(name: "ties_\(layer)", value: Double(count)))
    }
    measures.append(SeedMeasure(name: "listed", value: Double(listed)))
    if let opinions { measures.append(SeedMeasure(name: "largest_opinion", value: opinions.largestShare)) }
    return measures
  }
}
