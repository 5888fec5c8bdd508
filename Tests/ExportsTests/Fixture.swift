import Analysis
import Foundation
import Testing

@testable import GraphModel

/// Small societies made in code.
enum Fixture {
  /// A layer of undirected ties.
  static func layer(_ name: String, people: Int, _ ties: [(Int, Int, Double)]) -> Layer {
    var arcs = ArcList()
    for tie in ties { arcs.appendTie(tie.0, tie.1, tie.2) }
    let table = TieTable(personCount: people, arcs: arcs)
    return Layer(name: name, kind: .friendship, isDirected: false, isWeighted: table.hasWeights, ties: table)
  }

  /// A layer of arcs: the first is influenced by the second.
  static func directedLayer(_ name: String, people: Int, _ ties: [(Int, Int, Double)]) -> Layer {
    var arcs = ArcList()
    for tie in ties { arcs.append(tie.0, tie.1, tie.2) }
    let table = TieTable(personCount: people, arcs: arcs)
    return Layer(name: name, kind: .friendship, isDirected: true, isWeighted: table.hasWeights, ties: table)
  }

  /// An examination of people with scores from 400 up, 37 apart.
  static func examine(
    ids: [String], attributes: [AttributeColumn] = [], layers: [Layer],
    _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> Examination {
    let society = Society(
      name: "test", people: People(ids: ids, attributes: attributes), scale: .zhima,
      ownScores: ids.indices.map { 400 + 37 * Double($0) }, layers: layers)
    var settings = AnalysisSettings()
    settings.permutations = .count(0)
    change(&settings)
    return try Examination(ReadSociety(society: society, notices: [], files: []), settings)
  }

  /// Two triangles joined by one tie, and one person alone; weights are no round numbers.
  static let triangles = [
    (0, 1, 0.1), (1, 2, 0.2), (0, 2, 1.0 / 3), (3, 4, 0.7), (4, 5, 1.1), (3, 5, 0.3), (2, 3, 0.01),
  ]

  /// Seven people in those triangles.
  static func twoTriangles(_ change: (inout AnalysisSettings) -> Void = { _ in }) throws -> Examination {
    try examine(ids: names, layers: [layer("friendship", people: 7, triangles)], change)
  }

  /// The people of the triangles; the last is alone.
  static let names = ["ann", "bob", "cid", "dan", "eve", "fay", "gus"]
}

/// A path in the folder for temporary files that nothing stands at, and that is cleared at the end.
final class TemporaryFolder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("graph-tool-tests-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("a test needs a temporary folder: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path(name)).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }
}
