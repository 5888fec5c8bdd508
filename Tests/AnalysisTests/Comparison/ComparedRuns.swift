@testable import Analysis
@testable import GraphModel

/// Runs made in code.
enum ComparedRuns {
  /// A run of `simulate` with one person a score.
  ///
  /// - Parameters:
  ///   - ids: one a person.
  ///   - scores: own scores and public scores alike.
  ///   - communities: one number a person.
  static func run(
    _ ids: [String], _ scores: [Double], communities: [Int]? = nil, command: ComparedRun.Command = .simulate,
    settings: [String: String] = [:], seed: UInt64 = 1, period: Int = 4, inputs: [FileRecord] = [],
    scale: Scale = .zhima, measures: [MeasureRow] = []
  ) -> ComparedRun {
    let scenario = command == .simulate ? [FileRecord(name: "a.yaml", bytes: 1, sha256: "\(settings)\(seed)")] : []
    return ComparedRun(
      folder: "a.run", command: command, name: "a",
      record: RunRecord(
        version: "1", command: ["graph-tool", command.rawValue], seed: seed, settings: settings,
        inputs: scenario + inputs),
      scale: scale, tierNames: scale.tierNames, period: period,
      people: ComparedRun.People(
        ids: ids, ownScores: scores, publicScores: scores, tiers: scores.map { scale.tier(of: $0) },
        communities: communities), measures: measures)
  }

  /// Two runs compared, without seeds.
  static func comparison(_ first: ComparedRun, _ second: ComparedRun) throws -> Comparison {
    try Comparison(first, second, seeds: SeedComparison(.off))
  }

  /// A measure of a period.
  static func row(
    _ measure: String, of: String = "", _ value: Double?, period: Int = 4
  ) -> MeasureRow {
    MeasureRow(measure, of: of, value: value, n: 4).at(period: period)
  }
}
