import Compute
import GraphModel
import Propagation

/// Rows on how groups and tiers are tied to themselves, how they agree, and how far scores are in conflict.
extension Measuring {
  static let ownTier = "own_tier"
  static let publicTier = "public_tier"
  /// The ties of a society, seen by groups and by tiers.
  func segregation(_ specimen: Specimen) -> SegregationTable {
    SegregationTable(
      specimen.statistics, specimen.divided + tiers(specimen), isDraw: isDraw, threads: threads)
  }

  /// The tiers of own and of public scores, as divisions of people.
  func tiers(_ specimen: Specimen) -> [Grouping] {
    func tiers(_ scores: [Double], _ name: String) -> Grouping {
      let labels = scores.map { scale.tier(of: $0) }
      let partition = Partition(bySizeOf: labels, labelCount: scale.tierCount)
      var names = [String](repeating: "", count: partition.count)
      for (part, label) in zip(partition.parts, labels) { names[part - 1] = scale.tierNames[label] }
      return Grouping(by: name, partition: partition, names: names)
    }
    return [tiers(specimen.own, Self.ownTier), tiers(specimen.scores, Self.publicTier)]
  }

  /// How far communities, groups and tiers divide people in the same way.
  func agreement(_ divisions: [Grouping]) -> [MeasureRow] {
    divisions.indices.flatMap { one in
      divisions.indices.filter { $0 > one }.flatMap { other -> [MeasureRow] in
        let agreement = PartitionAgreement(divisions[one].partition, divisions[other].partition)
        return [
          ("normalised_mutual_information", agreement.normalisedMutualInformation),
          ("adjusted_rand_index", agreement.adjustedRand),
        ].map { measure, value in
          MeasureRow(
            measure, of: divisions[one].by, by: divisions[other].by, value: value, n: agreement.people,
            missing: "neither divides people into two parts")
        }
      }
    }
  }

  /// Polarisation, disagreement over ties, and internal conflict.
  func conflict(_ specimen: Specimen) -> [MeasureRow] {
    var rows: [MeasureRow] = []
    let people = specimen.own.count
    let statistics = specimen.statistics
    for (name, scores) in [(Self.own, specimen.own), (Self.publicScore, specimen.scores)] {
      rows.append(MeasureRow("polarisation", of: name, value: Conflict.polarisation(scores), n: people))
      for ground in statistics.grounds where ground.on != "combined" {
        let frame = statistics.frames[ground.frame]
        // Weighted where there are weights, as the unweighted rows count the same ties otherwise.
        if !ground.isWeighted, statistics.grounds.contains(where: { $0.on == ground.on && $0.isWeighted }) { continue }
        rows.append(
          MeasureRow(
            "disagreement", of: name, on: ground.on, weighted: ground.isWeighted,
            value: Conflict.disagreement(scores, on: frame.ties, threads: threads), n: frame.tied.count))
      }
    }
    rows.append(
      MeasureRow(
        "internal_conflict", of: Self.publicScore, by: Self.own,
        value: Conflict.internalConflict(specimen.own, specimen.scores), n: people))
    return rows
  }
}
