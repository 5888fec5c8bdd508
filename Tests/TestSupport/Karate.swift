import GraphModel

/// Zachary's karate club: 34 people, 78 ties weighted by the number of contexts they met in, weights adding up to 231.
///
/// Source: W. W. Zachary, "An information flow model for conflict and fission in small groups", J. Anthropological
/// Research 33 (1977) 452-473, as networkx 3.6.1 carries it.
package enum Karate {
  /// Each person's ties to people with a larger number, as (person, weight).
  private static let ties: [(Int, [(Int, Double)])] = [
    (
      0,
      [
        (1, 4), (2, 5), (3, 3), (4, 3), (5, 3), (6, 3), (7, 2), (8, 2), (10, 2), (11, 3), (12, 1), (13, 3), (17, 2),
        (19, 2), (21, 2), (31, 2),
      ]
    ),
    (1, [(2, 6), (3, 3), (7, 4), (13, 5), (17, 1), (19, 2), (21, 2), (30, 2)]),
    (2, [(3, 3), (7, 4), (8, 5), (9, 1), (13, 3), (27, 2), (28, 2), (32, 2)]),
    (3, [(7, 3), (12, 3), (13, 3)]),
    (4, [(6, 2), (10, 3)]),
    (5, [(6, 5), (10, 3), (16, 3)]),
    (6, [(16, 3)]),
    (8, [(30, 3), (32, 3), (33, 4)]),
    (9, [(33, 2)]),
    (13, [(33, 3)]),
    (14, [(32, 3), (33, 2)]),
    (15, [(32, 3), (33, 4)]),
    (18, [(32, 1), (33, 2)]),
    (19, [(33, 1)]),
    (20, [(32, 3), (33, 1)]),
    (22, [(32, 2), (33, 3)]),
    (23, [(25, 5), (27, 4), (29, 3), (32, 5), (33, 4)]),
    (24, [(25, 2), (27, 3), (31, 2)]),
    (25, [(31, 7)]),
    (26, [(29, 4), (33, 2)]),
    (27, [(33, 4)]),
    (28, [(31, 2), (33, 2)]),
    (29, [(32, 4), (33, 2)]),
    (30, [(32, 3), (33, 3)]),
    (31, [(32, 4), (33, 4)]),
    (32, [(33, 5)]),
  ]

  /// Who joined the officer's club after the split; the others stayed with the instructor.
  package static let officersClub: Set = [9, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33]

  /// The golden-ratio scores that stand in for own scores, which the data do not have.
  package static let ownScores = SyntheticScores.goldenRatio(count: 34, on: .zhima)

  package static let society = Society(
    ownScores: ownScores,
    layers: [
      .undirected("friendship", people: 34, weighted: ties.flatMap { one, others in others.map { (one, $0.0, $0.1) } })
    ],
    attributes: [
      AttributeColumn(name: "club", values: (0..<34).map { officersClub.contains($0) ? "Officer" : "Mr. Hi" })
    ])
}
