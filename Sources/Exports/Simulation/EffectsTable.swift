import Simulation

extension SimulationRun {
  /// `effects.csv`: what each rule did to everyone, by the twins.
  func effectsTable() -> Table {
    let scores = society.publicScores
    var columns = [
      society.idColumn, .numbers("own_score", "the own score of the last period", society.ownScores),
      .numbers("public_score", "the public score of the last period", scores),
    ]
    columns += society.degreeColumns()
    for twin in twins {
      // The blind twin has the rule, without the choice.
      let (name, without) =
        twin.twin == .blind
        ? ("choice", "with as many ties dropped and made at random (twin blind)")
        : (twin.twin.rawValue, "without \(twin.twin.rawValue)")
      let other = twin.society.publicScores
      columns += [
        .numbers("own_score_without_\(name)", "the own score \(without)", twin.society.ownScores),
        .numbers("public_score_without_\(name)", "the public score \(without)", other),
        Column(
          "effect_\(name)", .double, unit: "points", "public_score minus public_score_without_\(name)",
          .numbers { scores[$0] - other[$0] }),
      ]
      columns += twin.society.degreeColumns(suffix: "_without_\(name)", whose: ", \(without)")
    }
    return Table(file: "effects.csv", columns: columns, rowCount: scores.count)
  }
}
