import GraphModel
import Simulation

extension SimulatedSociety {
  /// What everyone has now: the columns that `people.csv` and `panel.csv` share, from own score on.
  func personColumns(degrees: [Column]) -> [Column] {
    let (own, scores, effort) = (ownScores, publicScores, effort)
    let (tiers, listed, labels) = (tiers, isListed, communityLabels)
    return [
      .numbers("own_score", "the score without a network", own),
      .numbers("public_score", "the score that settling gives", scores),
      .numbers("network_score", "the weighted mean of the public scores the person is tied to", networkScores),
      .numbers("friends_own_score", "the same mean of own scores", friendsOwnScores),
    ] + degrees + [
      Column("tier", .int, "the tier of the public score, 1 the lowest", .counts { tiers[$0] + 1 }),
      Column(
        "community", .int, "the lasting label of the community found last; empty without",
        .counts { person in labels.flatMap { $0[person] > 0 ? $0[person] : nil } }),
      Column("listed", .boolean, "whether the person is on the list") { String(listed[$0]) },
      .numbers("effort", "the effort of the period", effort),
    ]
  }

  /// How many people influence each person in each layer.
  ///
  /// - Parameters:
  ///   - suffix: what the names end with.
  ///   - whose: what is added to the meaning.
  func degreeColumns(suffix: String = "", whose: String = "") -> [Column] {
    layers.map { layer in
      let ties = layer.ties
      return Column(
        "degree_\(layer.name)\(suffix)", .int, unit: "people",
        "how many people influence the person in layer \(layer.name)\(whose)", .counts { ties.degree(of: $0) })
    }
  }

  /// The ids.
  var idColumn: Column { Column("id", .string, "the person", .texts(firstSociety.people.ids)) }

  /// The rows that `panel.csv` gains in this period.
  func panelTable() -> Table {
    let (period, tables) = (period, layers.map(\.ties))
    let degree = Column(
      "degree", .int, unit: "people", "how many people influence the person, the sum over layers",
      .counts { person in tables.reduce(0) { $0 + $1.degree(of: person) } })
    let columns = [Column("period", .int, "the period", .counts { _ in period }), idColumn]
    return Table(
      file: "panel.csv", columns: columns + personColumns(degrees: [degree]), rowCount: firstSociety.count)
  }

  /// `people.csv`: everyone at the end.
  ///
  /// - Parameter firstScores: the public scores of period 0.
  func peopleTable(firstScores: [Double]) -> Table {
    let first = firstSociety
    let columns =
      [idColumn] + personColumns(degrees: degreeColumns()) + [
        .numbers("first_own_score", "the own score of period 0", first.ownScores),
        .numbers("first_public_score", "the public score of period 0", firstScores),
      ]
    return Table(
      file: "people.csv", columns: columns + first.people.attributeColumns(beside: columns), rowCount: first.count)
  }
}
