import GraphModel

/// Sixteen families of Florence about 1430: marriages, business ties and wealth.
///
/// Source: Padgett and Ansell 1993, American Journal of Sociology 98:1259-1319; Breiger and Pattison 1986, Social Networks
/// 8:215-256; wealth as in Wasserman and Faust 1994, table B.
enum Florentine {
  static let families = [
    "Acciaiuoli", "Albizzi", "Barbadori", "Bischeri", "Castellani", "Ginori", "Guadagni", "Lamberteschi", "Medici",
    "Pazzi", "Peruzzi", "Pucci", "Ridolfi", "Salviati", "Strozzi", "Tornabuoni",
  ]
  /// In thousands of lira, 1427.
  static let wealth: [Double] = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48]
  /// Wealth mapped linearly, the poorest to 350 and the richest to 950.
  static let ownScores = wealth.map { 350 + 600 * ($0 - 3) / 143 }
  static let marriage = ties([
    (0, 8), (1, 5), (1, 6), (1, 8), (2, 4), (2, 8), (3, 6), (3, 10), (3, 14), (4, 10), (4, 14), (6, 7), (6, 15),
    (8, 12), (8, 13), (8, 15), (9, 13), (10, 14), (12, 14), (12, 15),
  ])
  static let business = ties([
    (2, 4), (2, 5), (2, 8), (2, 10), (3, 6), (3, 7), (3, 10), (4, 7), (4, 10), (5, 8), (6, 7), (7, 10), (8, 9),
    (8, 13), (8, 15),
  ])
  static let layers = [
    Layer(name: "marriage", kind: .friendship, isDirected: false, isWeighted: false, ties: marriage),
    Layer(name: "business", kind: .transaction, isDirected: false, isWeighted: false, ties: business),
  ]

  /// The society, with more columns if asked for.
  static func society(_ columns: [AttributeColumn] = []) -> Society {
    Society(
      name: "florentine", people: People(ids: families, attributes: columns), scale: .zhima, ownScores: ownScores,
      layers: layers)
  }

  private static func ties(_ pairs: [(Int, Int)]) -> TieTable {
    var arcs = ArcList()
    for (one, other) in pairs { arcs.appendTie(one, other) }
    return TieTable(personCount: families.count, arcs: arcs)
  }
}
