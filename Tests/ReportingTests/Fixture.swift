import Analysis
import Foundation
import Propagation
import Testing

@testable import GraphModel

/// Societies made in code, and what an examination finds in them.
enum Fixture {
  /// A layer of ties of weight 1.
  static func layer(
    _ name: String, people: Int, _ ties: [(Int, Int)], kind: Layer.Kind = .friendship, isDirected: Bool = false
  ) -> Layer {
    var arcs = ArcList()
    for (one, other) in ties {
      if isDirected { arcs.append(one, other) } else { arcs.appendTie(one, other) }
    }
    return Layer(
      name: name, kind: kind, isDirected: isDirected, isWeighted: false,
      ties: TieTable(personCount: people, arcs: arcs))
  }

  /// The findings on a society.
  static func findings(
    _ society: Society, notices: [Notice] = [], _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> Findings {
    try examination(society, notices: notices, change).findings()
  }

  /// The examination of a society.
  static func examination(
    _ society: Society, notices: [Notice] = [], _ change: (inout AnalysisSettings) -> Void = { _ in }
  ) throws -> Examination {
    var settings = AnalysisSettings()
    settings.permutations = .count(9)
    change(&settings)
    return try Examination(ReadSociety(society: society, notices: notices, files: []), settings)
  }

  /// Two rings of friends with chords, tied by one person, two layers, one person alone, a column of two houses.
  ///
  /// It has what a report speaks of: two layers, movers both ways, communities large enough for a gap, an isolate.
  static func town(
    name: String = "town", ids: (Int) -> String = { "person \($0)" }, scale: Scale = .zhima, houses: String = "house",
    layers: [String] = ["friendship", "transaction"]
  ) -> Society {
    let count = 13
    let scores = (0..<count).map { person in
      let turn = Double(person + 1) * 0.6180339887498949
      return scale.low + scale.width * (turn - turn.rounded(.down))
    }
    let ring = { (start: Int) in (0..<6).map { (start + $0, start + ($0 + 1) % 6) } }
    let friends = ring(0) + ring(6) + [(0, 2), (1, 3), (6, 8), (7, 9), (5, 6)]
    let house = AttributeColumn(name: houses, values: (0..<count).map { $0 < 6 ? "Montague" : "Capulet" })
    return Society(
      name: name, people: People(ids: (0..<count).map(ids), attributes: [house]), scale: scale, ownScores: scores,
      layers: layers.enumerated().map { place, layer in
        Self.layer(
          layer, people: count, place == 0 ? friends : [(0, 4), (2, 5), (7, 11), (8, 10)],
          kind: place == 0 ? .friendship : .transaction)
      })
  }

  /// People who are each influenced by the next one alone, the last by the first.
  static func directedCycle(of count: Int) -> Society {
    Society(
      name: "cycle", people: People(ids: (0..<count).map { "p\($0)" }), scale: .zhima,
      ownScores: (0..<count).map { 400 + 10 * Double($0) },
      layers: [layer("friendship", people: count, (0..<count).map { ($0, ($0 + 1) % count) }, isDirected: true)])
  }

  /// What reading says in such a case.
  static let notices = [
    Notice(.ignored, "events.csv is not used here; it belongs to a simulation"),
    Notice(.merged, count: 12, "12 payments added up into 4 ties (transactions.csv)"),
    Notice(.assumed, "own scores are invented: the golden-ratio sequence on zhima (--scores synthetic)"),
  ]
}

/// Running texts as one line, so that a phrase is found wherever lines break.
func flat(_ text: String) -> String {
  text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
}
