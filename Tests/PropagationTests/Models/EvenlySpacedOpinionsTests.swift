import Compute
import GraphModel
import Testing

@testable import Propagation

/// Hegselmann-Krause on evenly spaced opinions from 0 to 1, where distances of exactly epsilon are common.
///
/// The numbers of rounds (the last one changes nothing), people and positions are those of plain loops over all pairs in
/// rational numbers (Python's `fractions`), so no rounding is in them.
struct EvenlySpacedOpinionsTests {
  struct Case: CustomTestStringConvertible {
    let people: Int
    let confidence: Double
    let rounds: Int
    /// The clusters from the lowest up to 1/2; those above mirror them.
    let lowerHalf: [(position: Double, people: Int)]

    var testDescription: String { "\(people) people, epsilon \(confidence)" }
  }

  static let cases = [
    Case(
      people: 100, confidence: 0.05, rounds: 20,
      lowerHalf: [(0.071307, 12), (0.189977, 12), (0.310927, 12), (0.432104, 12), (0.5, 4)]),
    Case(people: 100, confidence: 0.1, rounds: 15, lowerHalf: [(0.146711, 23), (0.388071, 26), (0.5, 2)]),
    Case(people: 100, confidence: 0.15, rounds: 8, lowerHalf: [(0.223723, 35), (0.5, 30)]),
    Case(people: 100, confidence: 0.2, rounds: 8, lowerHalf: [(0.306381, 50)]),
    Case(people: 100, confidence: 0.25, rounds: 10, lowerHalf: [(0.5, 100)]),
    Case(people: 100, confidence: 0.3, rounds: 5, lowerHalf: [(0.5, 100)]),
    Case(
      people: 101, confidence: 0.05, rounds: 16,
      lowerHalf: [(0.073262, 12), (0.193174, 12), (0.307762, 11), (0.41695, 11), (0.5, 9)]),
    Case(people: 101, confidence: 0.1, rounds: 22, lowerHalf: [(0.15116, 24), (0.5, 53)]),
    Case(people: 101, confidence: 0.15, rounds: 8, lowerHalf: [(0.229426, 36), (0.5, 29)]),
    Case(people: 101, confidence: 0.2, rounds: 41, lowerHalf: [(0.5, 101)]),
    Case(people: 101, confidence: 0.25, rounds: 11, lowerHalf: [(0.5, 101)]),
  ]

  private func spaced(_ people: Int) -> [Double] { (0..<people).map { Double($0) / Double(people - 1) } }

  private func everyone(_ scores: [Double], _ confidence: Double) -> BoundedConfidence {
    BoundedConfidence(
      network: .untied(scores.count), ownScores: scores, confidence: confidence, partners: .everyone)
  }

  @Test(arguments: cases)
  func `Clusters are those of exact arithmetic`(expected: Case) {
    let model = everyone(spaced(expected.people), expected.confidence)
    let answer = model.opinions(SolverSettings(tolerance: 1e-12))
    #expect(answer.isSettled)
    #expect(answer.rounds == expected.rounds)
    let clusters = model.clusters(of: answer.scores)
    let found = zip(clusters.means, clusters.partition.sizes).filter { $0.0 < 0.5 + 1e-9 }.sorted { $0.0 < $1.0 }
    #expect(found.map(\.1) == expected.lowerHalf.map(\.people))
    for (cluster, other) in zip(found, expected.lowerHalf) {
      #expect((cluster.0 - other.position).magnitude <= 5e-7)
    }
  }

  @Test(arguments: cases)
  func `Scores stay symmetric about the middle`(expected: Case) {
    let model = everyone(spaced(expected.people), expected.confidence)
    let scores = model.opinions(SolverSettings(tolerance: 1e-12)).scores
    #expect(distance(scores, scores.reversed().map { 1 - $0 }) <= 1e-13)
  }

  /// In whole numbers epsilon is hit exactly; in tenths, thirds and so on rounding would decide.
  @Test(arguments: [0.1, 0.01, 1.0 / 3, 7.3, 1e-5, 12_345.678], [Partners.everyone, .ties])
  func `The unit of the scores does not matter`(unit: Double, partners: Partners) {
    for reach in 1...7 {
      let whole = BoundedConfidence(
        network: .complete(41), ownScores: (0..<41).map(Double.init), confidence: Double(reach), partners: partners)
      let other = BoundedConfidence(
        network: .complete(41), ownScores: (0..<41).map { unit * Double($0) }, confidence: unit * Double(reach),
        partners: partners)
      let answer = whole.opinions(SolverSettings(tolerance: 1e-10))
      let scaled = other.opinions(SolverSettings(tolerance: 1e-10 * unit))
      #expect(scaled.rounds == answer.rounds)
      #expect(distance(scaled.scores.map { $0 / unit }, answer.scores) <= 1e-11)
    }
  }

  @Test(arguments: cases)
  func `Equal ties among all are the classical model`(expected: Case) {
    let scores = spaced(expected.people)
    let ties = BoundedConfidence(
      network: .complete(expected.people), ownScores: scores, confidence: expected.confidence, partners: .ties)
    let classical = everyone(scores, expected.confidence)
    for rounds in [1, 2, 3, 5, 1000] {
      let settings = SolverSettings(tolerance: 1e-12, maximumRounds: rounds)
      #expect(distance(ties.opinions(settings).scores, classical.opinions(settings).scores) <= 1e-12)
    }
  }
}
