import Foundation
import GraphModel

extension RunFolder {
  /// The periods of the snapshots in the folder of a simulation, rising.
  public var snapshotPeriods: [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + SimulationFiles.snapshotsName)) ?? []
    return names.compactMap { $0.hasPrefix("period-") ? Int($0.dropFirst(7)) : nil }.sorted()
  }

  /// The graph of the people and their ties in one period: own scores and the columns of the society.
  public func snapshot(of period: Int) throws(ReadingError) -> ExportedGraph {
    let (society, union) = try snapshotTies(of: period)
    let own = Column.numbers("own_score", "the score without a network", society.ownScores)
    let data = [
      ExportedGraph.Datum(name: "name", kind: .string, value: society.name),
      ExportedGraph.Datum(name: "scale", kind: .string, value: society.scale.name),
      ExportedGraph.Datum(name: "period", kind: .int, value: String(period)),
    ]
    return ExportedGraph(
      .person, data: data, ids: society.people.ids,
      columns: [own] + society.people.attributeColumns(beside: [own]), edges: GraphEdges(union, among: nil))
  }

  private func snapshotTies(of period: Int) throws(ReadingError) -> (society: Society, union: TieUnion) {
    let folder = "\(path)/\(SimulationFiles.snapshotsName)/\(SimulationFiles.snapshotName(period))"
    let society = try SocietyReader.read(folder).society
    let wishes = society.layers.map { $0.share ?? 1 }
    let sum = wishes.reduce(0, +)
    return (society, TieUnion(society.layers, shares: wishes.map { sum > 0 ? $0 / sum : 0 }))
  }

  /// The file of people and ties over time.
  ///
  /// - Throws: `noInput` if the simulation was not asked for it.
  public func dynamicGraph() throws(ReadingError) -> String {
    guard has("dynamic.gexf") else {
      throw missing(
        "dynamic.gexf", "the run has no graph over time; \"output: {gexf: true}\" in the scenario writes it")
    }
    return path + "/dynamic.gexf"
  }

  /// The periods of which there are snapshots.
  ///
  /// - Throws: `noInput` if there are none, with the setting that makes them.
  public func requiredSnapshots() throws(ReadingError) -> [Int] {
    let periods = snapshotPeriods
    guard !periods.isEmpty else {
      throw missing(
        SimulationFiles.snapshotsName,
        "the run has no snapshots; \"output: {snapshots_every: N}\" in the scenario writes one every N periods")
    }
    return periods
  }

  /// The people of `people.csv` with the ties of the last period.
  func lastGraph() throws(ReadingError) -> ExportedGraph {
    let periods = try requiredSnapshots()
    let rows = try table("periods", "periods.csv")
    let period = rows?.columns.first { $0.name == "period" }
    let end = (0..<(rows?.rowCount ?? 0)).compactMap { period?.whole($0) }.max().map(Int.init) ?? 0
    guard let last = periods.last, last == end else {
      throw missing(
        SimulationFiles.snapshotsName,
        """
        there is no snapshot of the last period, \(end), so the ties of people.csv are not known; an "output: \
        {snapshots_every: N}" with N that divides \(end) writes one (--what snapshots exports those that there are)
        """)
    }
    let (society, union) = try snapshotTies(of: last)
    let (ids, columns) = try people()
    guard ids == society.people.ids else {
      throw ReadingError(
        .badData, [InputProblem(file: path + "/people.csv", "its people are not those of the last snapshot")])
    }
    let data = [
      ExportedGraph.Datum(name: "name", kind: .string, value: society.name),
      ExportedGraph.Datum(name: "scale", kind: .string, value: society.scale.name),
      ExportedGraph.Datum(name: "period", kind: .int, value: String(last)),
    ]
    return ExportedGraph(.person, data: data, ids: ids, columns: columns, edges: GraphEdges(union, among: nil))
  }
}
