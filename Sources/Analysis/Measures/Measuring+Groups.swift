import Compute
import GraphModel
import Propagation

/// Rows on how groups and tiers are tied to themselves, how they agree, and how far scores are in conflict.
extension Measuring {
  static let ownTier = "own_tier"
  static let publicTier = "public_tier"
  /// Above so many arcs, spectral segregation takes too long to come along unasked.
  static let spectralLimit = 1_000_000

  /// The groups, and the tiers of own and of public scores.
  func divisions() -> [Grouping] {
    let scale = society.scale
    func tiers(_ scores: [Double], _ name: String) -> Grouping {
      Grouping(
        by: name, partition: Partition(bySizeOf: scores.map { scale.tier(of: $0) }, labelCount: scale.tierCount),
        names: nil)
    }
    return groupings + [tiers(society.ownScores, Self.ownTier), tiers(equilibrium.scores, Self.publicTier)]
  }

  /// Assortativity of groups, the E-I index and spectral segregation, on each ground.
  func segregation(_ statistics: SortingStatistics, _ divisions: [Grouping]) -> [MeasureRow] {
    let partitions = divisions.map(\.partition)
    // Frames with and without weights of the same ties stand one behind the other.
    var walks: [[(weighted: Segregation, unweighted: Segregation)]] = []
    for (position, frame) in statistics.frames.enumerated() {
      let isSame = position > 0 && frame.hasTies(of: statistics.frames[position - 1])
      walks.append(
        isSame ? walks[position - 1] : Segregation.all(frame.ties, by: partitions, threads: settings.threads))
    }
    let byFrame = statistics.frames.enumerated().map { position, frame in
      (
        ties: walks[position].map { frame.isWeighted ? $0.weighted : $0.unweighted },
        spectral: frame.ties.arcCount > Self.spectralLimit
          ? nil
          : Parallel.map(partitions.count, threads: settings.threads) {
            SpectralSegregation(frame.ties, isWeighted: frame.isWeighted, by: partitions[$0]).mean
          }
      )
    }
    return statistics.grounds.flatMap { ground in
      divisions.indices.flatMap { index -> [MeasureRow] in
        let (ties, spectral) = byFrame[ground.frame]
        let frame = statistics.frames[ground.frame]
        let parts = partitions[index].parts
        let people = frame.tied.count { parts[$0] > 0 }
        func row(_ measure: String, _ value: Double?, _ missing: String) -> MeasureRow {
          MeasureRow(
            measure, on: ground.on, by: divisions[index].by, weighted: ground.isWeighted, value: value, n: people,
            missing: missing)
        }
        return [
          row("categorical_assortativity", ties[index].assortativity, "there are not two groups with ties"),
          row("ei_index", ties[index].externalInternal, "there are no ties between people of groups"),
          row(
            "spectral_segregation", spectral?[index],
            spectral == nil ? "there are more than \(Self.spectralLimit) arcs" : "nobody of a group has ties"),
        ]
      }
    }
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
  func conflict(_ statistics: SortingStatistics) -> [MeasureRow] {
    var rows: [MeasureRow] = []
    for (name, scores) in [(Self.own, society.ownScores), (Self.publicScore, equilibrium.scores)] {
      rows.append(MeasureRow("polarisation", of: name, value: Conflict.polarisation(scores), n: society.count))
      for ground in statistics.grounds where ground.on != "combined" {
        let frame = statistics.frames[ground.frame]
        // Weighted where there are weights, as the unweighted rows count the same ties otherwise.
        if !ground.isWeighted, statistics.grounds.contains(where: { $0.on == ground.on && $0.isWeighted }) { continue }
        rows.append(
          MeasureRow(
            "disagreement", of: name, on: ground.on, weighted: ground.isWeighted,
            value: Conflict.disagreement(scores, on: frame.ties, threads: settings.threads), n: frame.tied.count))
      }
    }
    rows.append(
      MeasureRow(
        "internal_conflict", of: Self.publicScore, by: Self.own,
        value: Conflict.internalConflict(society.ownScores, equilibrium.scores), n: society.count))
    return rows
  }
}
