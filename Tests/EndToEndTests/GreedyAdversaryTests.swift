import Compute
import Foundation
import TestSupport
import Testing

/// The example `greedy-adversary` against trying everything: each candidate solved by elimination.
struct GreedyAdversaryTests {
  /// Twelve people: two circles with a bridge, somebody at the end of a chain, a pair, and one without ties.
  private static let ties: [(Int, Int)] = [
    (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (3, 4), (4, 5), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (9, 10),
  ]
  private static let people = 12

  private let folder = TemporaryFolder()

  @Test(
    arguments: ["disagreement", "polarisation", "sum"], [UInt64](1...4))
  func `Every pick and value is that of trying everybody`(objective: String, seed: UInt64) throws {
    var random = RandomStream(seed: seed, stream: 1)
    let scores = (0..<Self.people).map { _ in random.uniform() }
    let weights = Self.ties.map { _ in seed % 2 == 0 ? 1 : 0.25 + 2 * random.uniform() }
    try write(scores, weights)
    let run = try adversary("--objective", objective, "--changes", "5")
    #expect(run.code == 0)
    let rows = Self.rows(run, objective)
    try #require(rows.count == 6)
    var force = BruteForce(objective, scores, weights: weights, ties: Self.ties)
    #expect(abs(rows[0].value - force.value) < 1e-11)
    for row in rows.dropFirst() {
      let (person, ownScore) = force.change()
      #expect(row.person == "p\(person)")
      #expect(row.ownScore == ownScore)
      #expect(abs(row.value - force.value) < 1e-11)
    }
  }

  @Test func `Without an objective there is a table for each`() throws {
    try write((0..<Self.people).map { Double($0) / 16 }, Self.ties.map { _ in 1 })
    let run = try adversary("--changes", "2")
    #expect(run.output.hasPrefix("12 people, 13 ties\n\nchange  person  set to      disagreement\n"))
    for objective in ["disagreement", "polarisation", "sum"] {
      #expect(Self.rows(run, objective).map(\.change) == [0, 1, 2])
    }
  }

  @Test func `Everybody can be taken over once, and nobody twice`() throws {
    try write((0..<Self.people).map { Double($0) / 16 }, Self.ties.map { _ in 1 })
    let run = try adversary("--objective", "polarisation", "--changes", "12")
    #expect(Set(Self.rows(run, "polarisation").map(\.person)).count == 13)
    let more = try adversary("--changes", "13")
    #expect(more.errors == "error: --changes: 13 is more than the 12 people there are\n")
    #expect(more.code == 64)
  }

  @Test func `A score off the scale is told with its place`() throws {
    try write([1.5] + (1..<Self.people).map { Double($0) / 16 }, Self.ties.map { _ in 1 })
    let run = try adversary()
    let place = "\(folder.path("people.csv")), line 2, column score"
    #expect(run.errors == "error: \(place): 1.5 is off the scale; 0 to 1 was expected (--scale)\n")
    #expect(run.code == 65)
  }

  @Test func `Ties that go one way are refused`() throws {
    try write((0..<Self.people).map { Double($0) / 16 }, Self.ties.map { _ in 1 })
    try folder.write("ties.csv", "Source,Target,Type\np0,p1,Directed\n")
    let run = try adversary()
    #expect(run.errors == "error: \(folder.path("ties.csv")): one layer of undirected ties was expected\n")
    #expect(run.code == 65)
  }

  @Test func `A file that is not there and an objective that is none have their exit codes`() throws {
    #expect(try adversary().code == 66)
    #expect(try adversary("--objective", "peace").code == 64)
    #expect(try adversary("--changes", "0").code == 64)
  }

  // MARK: Running it

  private func write(_ scores: [Double], _ weights: [Double]) throws {
    let people = scores.enumerated().map { "p\($0),\($1)\n" }.joined()
    try folder.write("people.csv", "id,score\n" + people)
    let ties = zip(Self.ties, weights).map { "p\($0.0),p\($0.1),\($1)\n" }.joined()
    try folder.write("ties.csv", "source,target,weight\n" + ties)
  }

  private func adversary(_ options: String...) throws -> Run {
    try Started(
      Program.built("greedy-adversary"), [folder.path("ties.csv"), "--people", folder.path("people.csv")] + options
    ).finish()
  }

  private struct Row {
    let change: Int
    let person: String
    let ownScore: Double
    let value: Double
  }

  /// The rows of the table of an objective.
  private static func rows(_ run: Run, _ objective: String) -> [Row] {
    let table = run.lines.drop { !$0.hasSuffix(" " + objective) }.dropFirst().prefix { !$0.isEmpty }
    return table.compactMap { line in
      let fields = line.split(separator: " ").map(String.init)
      guard let change = fields.first.flatMap({ Int($0) }), let value = fields.last.flatMap(Double.init) else {
        return nil
      }
      let isStart = fields.count == 2
      return Row(
        change: change, person: isStart ? "" : fields[1], ownScore: isStart ? .nan : Double(fields[2]) ?? .nan,
        value: value)
    }
  }
}

/// The adversary as the paper defines it, with every candidate's public scores by elimination.
private struct BruteForce {
  private let objective: String
  private let ties: [(Int, Int)]
  private let weights: [Double]
  /// `I + L`.
  private let matrix: DenseMatrix
  private var own: [Double]
  private var taken: Set<Int> = []
  private(set) var value = 0.0

  init(_ objective: String, _ own: [Double], weights: [Double], ties: [(Int, Int)]) {
    self.objective = objective
    self.own = own
    self.weights = weights
    self.ties = ties
    var rows = own.indices.map { one in own.indices.map { one == $0 ? 1.0 : 0.0 } }
    for ((one, other), weight) in zip(ties, weights) {
      rows[one][one] += weight
      rows[other][other] += weight
      rows[one][other] -= weight
      rows[other][one] -= weight
    }
    matrix = DenseMatrix(rows)
    value = discord(of: own)
  }

  /// Makes the best change there is.
  mutating func change() -> (person: Int, ownScore: Double) {
    var best = (person: 0, ownScore: 0.0, value: -Double.infinity)
    for person in own.indices where !taken.contains(person) {
      for ownScore in [0.0, 1.0] {
        var changed = own
        changed[person] = ownScore
        let value = discord(of: changed)
        if value > best.value { best = (person, ownScore, value) }
      }
    }
    own[best.person] = best.ownScore
    taken.insert(best.person)
    value = best.value
    return (best.person, best.ownScore)
  }

  private func discord(of own: [Double]) -> Double {
    let scores = matrix.solve(own)
    let mean = scores.reduce(0, +) / Double(scores.count)
    let polarisation = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let disagreement = zip(ties, weights).reduce(0) { sum, tie in
      let difference = scores[tie.0.0] - scores[tie.0.1]
      return sum + tie.1 * difference * difference
    }
    switch objective {
    case "disagreement": return disagreement
    case "polarisation": return polarisation
    default: return polarisation + Double(own.count) / Double(ties.count) * disagreement
    }
  }
}
