import GraphModel

/// Padgett's Florentine families about 1430, two layers: marriage as `friendship`, business as `transaction`.
///
/// Source: J. F. Padgett, C. K. Ansell, "Robust action and the rise of the Medici", Amer. J. Sociology 98 (1993); wealth
/// in thousand lira as in S. Wasserman, K. Faust, "Social Network Analysis" (1994).
package enum Florentine {
  package static let families = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi", "Medici",
    "Pazzi", "Peruzzi", "Pucci", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
  ]
  package static let medici = 8
  package static let pucci = 11
  package static let strozzi = 14

  private static let wealth: [Double] = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48]

  /// The wealth of each family, linearly: the poorest 350, the richest 950.
  package static let ownScores = wealth.map { 350 + 600 * ($0 - 3) / 143 }

  private static let marriage = [
    (0, 8), (1, 5), (1, 6), (1, 8), (2, 4), (2, 8), (3, 6), (3, 10), (3, 14), (4, 10), (4, 14), (6, 7), (6, 15),
    (8, 12),
    (8, 13), (8, 15), (9, 13), (10, 14), (12, 14), (12, 15),
  ]

  private static let business = [
    (2, 4), (2, 5), (2, 8), (2, 10), (3, 6), (3, 7), (3, 10), (4, 7), (4, 10), (5, 8), (6, 7), (7, 10), (8, 9), (8, 13),
    (8, 15),
  ]

  package static let society = Society(
    name: "florentine", people: People(ids: families), scale: .zhima, ownScores: ownScores,
    layers: [
      .undirected("friendship", people: 16, marriage), .undirected("transaction", people: 16, business),
    ])
}
