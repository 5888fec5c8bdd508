import Compute
import GraphModel

/// How closed groups are, for several divisions of people and on all ties that are measured.
struct SegregationTable: Sendable {
  /// Above so many arcs, spectral segregation takes too long to come along unasked.
  static let spectralLimit = 1_000_000
  /// Above so many arcs, it takes too long for each of many random societies.
  static let spectralDrawLimit = 20_000

  let divisions: [Grouping]
  private let statistics: SortingStatistics
  /// By frame: how far ties stay inside the groups of each division.
  private let ties: [[Segregation]]
  /// By frame: the spectral index of each division, or `nil` where there are too many arcs.
  private let spectral: [[SpectralSegregation]?]
  /// Above how many arcs there is none.
  private let limit: Int

  /// The ties of a society, seen by groups.
  ///
  /// - Parameter isDraw: whether it is one of many random societies: the spectral index is then less exact, and left out
  ///   earlier.
  init(_ statistics: SortingStatistics, _ divisions: [Grouping], isDraw: Bool, threads: ThreadCount) {
    let partitions = divisions.map(\.partition)
    // Frames with and without weights of the same ties stand one behind the other.
    var walks: [[(weighted: Segregation, unweighted: Segregation)]] = []
    for (position, frame) in statistics.frames.enumerated() {
      let isSame = position > 0 && frame.hasTies(of: statistics.frames[position - 1])
      walks.append(isSame ? walks[position - 1] : Segregation.all(frame.ties, by: partitions, threads: threads))
    }
    let limit = isDraw ? Self.spectralDrawLimit : Self.spectralLimit
    self.limit = limit
    self.divisions = divisions
    self.statistics = statistics
    ties = zip(statistics.frames, walks).map { frame, walk in
      walk.map { frame.isWeighted ? $0.weighted : $0.unweighted }
    }
    spectral = statistics.frames.map { frame in
      frame.ties.arcCount > limit
        ? nil
        : Parallel.map(partitions.count, threads: threads) {
          SpectralSegregation(
            frame.ties, isWeighted: frame.isWeighted, by: partitions[$0], isMutual: frame.isSymmetric,
            precision: isDraw ? .quick : .full)
        }
    }
  }

  /// Assortativity of groups, the E-I index and spectral segregation, on all ties that are measured.
  func rows() -> [MeasureRow] {
    statistics.grounds.flatMap { ground in
      divisions.indices.flatMap { index -> [MeasureRow] in
        let frame = statistics.frames[ground.frame]
        let parts = divisions[index].partition.parts
        let people = frame.tied.count { parts[$0] > 0 }
        func row(_ measure: String, _ value: Double?, _ missing: String) -> MeasureRow {
          MeasureRow(
            measure, on: ground.on, by: divisions[index].by, weighted: ground.isWeighted, value: value, n: people,
            missing: missing)
        }
        let ties = ties[ground.frame][index]
        let spectral = spectral[ground.frame]
        return [
          row("categorical_assortativity", ties.assortativity, "there are not two groups with ties"),
          row("ei_index", ties.externalInternal, "there are no ties between people of groups"),
          row(
            "spectral_segregation", spectral?[index].mean,
            spectral == nil
              ? "there are more than \(limit) arcs"
              : spectral?[index].isSettled == false
                ? "one-way ties are too loose for the iteration" : "nobody of a group has ties"),
        ]
      }
    }
  }

  /// Every group of every division, on all ties that are measured.
  func groups() -> [GroupSegregation] {
    divisions.indices.flatMap { index in
      let division = divisions[index]
      let sizes = division.partition.sizes
      return sizes.indices.flatMap { group in
        statistics.grounds.map { ground in
          let ties = ties[ground.frame][index]
          return GroupSegregation(
            by: division.by, number: group + 1, name: division.names?[group] ?? String(group + 1),
            people: sizes[group], on: ground.on, weighted: ground.isWeighted, homophily: ties.homophily(of: group),
            coleman: ties.coleman(of: group), inbreeding: ties.inbreeding(of: group),
            spectral: spectral[ground.frame]?[index].groups[group])
        }
      }
    }
  }

  /// The spectral index of each person in a division, on all layers together by weight; `nil` where there is none.
  func people(_ division: Int) -> [Double?]? {
    guard let ground = statistics.grounds.first(where: { $0.on == "combined" && $0.isWeighted }) else { return nil }
    return spectral[ground.frame]?[division].people
  }
}

/// How closed one group is.
public struct GroupSegregation: Sendable, Equatable, Codable {
  /// What makes the groups: `community`, a column, `own_tier` or `public_tier`.
  public let by: String
  /// The group's number, from 1, the largest first.
  public let number: Int
  /// The column's value, the tier's name, or the number.
  public let name: String
  /// How many people.
  public let people: Int
  /// The ties: a layer's name, or `combined`.
  public let on: String
  /// Whether tie weights count.
  public let weighted: Bool
  /// The share of the group's arcs that stay inside, 0 to 1, `nil` without arcs: `Segregation.homophily(of:)`.
  public let homophily: Double?
  /// Coleman's homophily index, -1 to 1: `Segregation.coleman(of:)`.
  public let coleman: Double?
  /// Inbreeding homophily, at most 1: `Segregation.inbreeding(of:)`.
  public let inbreeding: Double?
  /// The mean spectral index of the group's people with ties, 0 to 1; `nil` where it was not worked out.
  public let spectral: Double?
}
