import GraphModel

/// Zachary's karate club: who met whom outside the club, and which club people joined when it split.
///
/// Source: Zachary 1977, Journal of Anthropological Research 33:452-473, as `karate_club_graph()` of networkx 3.6.1 has
/// it (weights: in how many contexts two people met). The data have no scores; these are the golden-ratio sequence.
enum Karate {
  static let count = 34
  static let ownScores = SyntheticScores.goldenRatio(count: count, on: .zhima)
  static let weighted = ties { $0 }
  static let unweighted = ties { _ in 1 }
  /// Both clubs have 17 members; part 1 is the one of person 0, Mr Hi.
  static let clubs = Partition(bySize: joinedOfficer.map { Optional($0) })
  static let clubColumn = AttributeColumn(name: "club", values: joinedOfficer.map { $0 == 1 ? "Officer" : "Mr. Hi" })

  static func society() -> Society {
    Society(
      name: "karate", people: People(ids: (0..<count).map(String.init), attributes: [clubColumn]), scale: .zhima,
      ownScores: ownScores,
      layers: [Layer(name: "friendship", kind: .friendship, isDirected: false, isWeighted: true, ties: weighted)])
  }

  private static func ties(_ weight: (Double) -> Double) -> TieTable {
    var arcs = ArcList()
    for (one, other, contexts) in contexts { arcs.appendTie(one, other, weight(contexts)) }
    return TieTable(personCount: count, arcs: arcs)
  }

  private static let contexts: [(Int, Int, Double)] = [
    (0, 1, 4), (0, 2, 5), (0, 3, 3), (0, 4, 3), (0, 5, 3), (0, 6, 3), (0, 7, 2), (0, 8, 2), (0, 10, 2), (0, 11, 3),
    (0, 12, 1), (0, 13, 3), (0, 17, 2), (0, 19, 2), (0, 21, 2), (0, 31, 2), (1, 2, 6), (1, 3, 3), (1, 7, 4),
    (1, 13, 5), (1, 17, 1), (1, 19, 2), (1, 21, 2), (1, 30, 2), (2, 3, 3), (2, 7, 4), (2, 8, 5), (2, 9, 1),
    (2, 13, 3), (2, 27, 2), (2, 28, 2), (2, 32, 2), (3, 7, 3), (3, 12, 3), (3, 13, 3), (4, 6, 2), (4, 10, 3),
    (5, 6, 5), (5, 10, 3), (5, 16, 3), (6, 16, 3), (8, 30, 3), (8, 32, 3), (8, 33, 4), (9, 33, 2), (13, 33, 3),
    (14, 32, 3), (14, 33, 2), (15, 32, 3), (15, 33, 4), (18, 32, 1), (18, 33, 2), (19, 33, 1), (20, 32, 3),
    (20, 33, 1), (22, 32, 2), (22, 33, 3), (23, 25, 5), (23, 27, 4), (23, 29, 3), (23, 32, 5), (23, 33, 4),
    (24, 25, 2), (24, 27, 3), (24, 31, 2), (25, 31, 7), (26, 29, 4), (26, 33, 2), (27, 33, 4), (28, 31, 2),
    (28, 33, 2), (29, 32, 4), (29, 33, 2), (30, 32, 3), (30, 33, 3), (31, 32, 4), (31, 33, 4), (32, 33, 5),
  ]

  private static let joinedOfficer = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ]
}
