import Foundation
import GraphModel
import Propagation
import Testing

@testable import Analysis

/// Small societies of every odd kind: few people, equal scores, negative scores, self-ties, one-way ties, layers of share 0,
/// people without ties, one group, every model and way to stop.
struct OddSocietiesTests {
  private static func examination(_ index: Int) throws -> Examination {
    var random = RandomSocieties(5000 + index)
    let count = 1 + random.integer(below: 8)
    let low = [0.0, -1, 350, 1e6][random.integer(below: 4)]
    let levels = 1 + random.integer(below: 4)
    let scores = (0..<count).map { _ in low + 0.1 * Double(random.integer(below: levels)) }
    let layers = (0..<1 + random.integer(below: 2)).map { number in
      let isDirected = random.integer(below: 2) == 0
      return Layer.made(
        "layer\(number)",
        random.ties(
          count, pairs: random.integer(below: 3 * count), isDirected: isDirected,
          isWeighted: random.integer(below: 2) == 0, hasSelfTies: random.integer(below: 2) == 0),
        isDirected: isDirected)
    }
    let column = AttributeColumn(
      name: "side", values: ["a"] + (1..<max(count, 1)).map { _ in ["a", "b", "", "NA"][random.integer(below: 4)] })
    let society = Society.made(
      ownScores: scores, layers: layers, scale: .fifths(low: low, high: low + 1), columns: [column])
    return try examined(society) { settings in
      settings.model = random.integer(below: 4) == 0 ? .deGroot : .friedkinJohnsen
      settings.susceptibility = .constant([0, 0.5, 0.999, 1][random.integer(below: 4)])
      settings.isolates = random.integer(below: 2) == 0 ? .keep : .floor
      settings.stop = [.standard, .rounds(random.integer(below: 3))][random.integer(below: 2)]
      settings.permutations = .count([0, 1, 7][random.integer(below: 3)])
      settings.mix = random.integer(below: 2) == 0 ? .perLayer : .pooled
      settings.groupColumns = ["side"]
      if layers.count > 1, random.integer(below: 2) == 0 { settings.layerWeights = ["layer0": 1] }
    }
  }

  private static let examinations = Result { try (0..<400).map { try examination($0) } }
  private static let findings = Result { try examinations.get().map { $0.findings() } }

  private func rows(_ names: String...) throws -> [MeasureRow] {
    try Self.findings.get().flatMap(\.measures).filter { names.isEmpty || names.contains($0.measure) }
  }

  @Test func `Findings hold no number that is not finite, and come back from JSON`() throws {
    for findings in try Self.findings.get() {
      #expect(try JSONDecoder().decode(Findings.self, from: JSONEncoder().encode(findings)) == findings)
    }
  }

  @Test func `Every row has a value or a reason, and never both`() throws {
    #expect(try rows().filter { ($0.value == nil) != ($0.missing != nil) } == [])
  }

  @Test func `Shares lie between 0 and 1`() throws {
    let odd = try rows("variance_between_share", "theil_between_share").filter { !(0...1).contains($0.value ?? 0) }
    #expect(odd == [])
  }

  @Test func `Correlations lie between -1 and 1`() throws {
    #expect(try rows("assortativity", "kendall_tau_b").filter { !(-1...1).contains($0.value ?? 0) } == [])
  }

  @Test func `Inequality is not negative`() throws {
    let names = ["gini", "theil", "variance", "theil_between", "theil_within", "variance_between", "variance_within"]
    #expect(try rows().filter { names.contains($0.measure) && ($0.value ?? 0) < 0 } == [])
  }

  @Test func `Chances lie between 0 and 1`() throws {
    let odd = try rows().filter { row in [row.p, row.pHigh, row.pLow].contains { !(0...1).contains($0 ?? 0) } }
    #expect(odd == [])
  }

  @Test func `No row is over more people than there are`() throws {
    #expect(try Self.findings.get().allSatisfy { found in found.measures.allSatisfy { $0.n <= found.society.people } })
  }

  @Test func `No row stands twice`() throws {
    for findings in try Self.findings.get() {
      let keys = findings.measures.map { [$0.measure, $0.of, $0.on, $0.by, "\(String(describing: $0.weighted))"] }
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func `Scores on which all agree have no measure over ties`() throws {
    for (examination, found) in zip(try Self.examinations.get(), try Self.findings.get()) {
      let own = Set(examination.society.ownScores)
      guard own.count == 1, examination.settings.isolates == .keep else { continue }
      let measured = found.measures.filter { ["moran_i", "geary_c", "assortativity"].contains($0.measure) }
      #expect(measured.allSatisfy { $0.value == nil })
    }
  }

  @Test func `Everyone is in one cell of the tier transitions`() throws {
    #expect(
      try Self.findings.get().allSatisfy { $0.tierTransitions.joined().reduce(0, +) == $0.society.people })
  }
}
