import GraphModel
import Testing

@testable import Analysis

struct TieStatisticsTests {
  private func statistics(_ scores: [Double], _ ties: TieTable, isWeighted: Bool = true) -> TieStatistics {
    TieStatistics(scores, on: TieFrame(ties, isWeighted: isWeighted))
  }

  /// Random frames of every kind: directed or not, self-ties kept or not, some people without ties.
  private func randomFrames() -> [(TieTable, [Double])] {
    (0..<24).map { index in
      var random = RandomSocieties(index)
      let count = 4 + random.integer(below: 20)
      let ties = random.ties(
        count, pairs: 2 + random.integer(below: 3 * count), isDirected: index % 2 == 0, hasSelfTies: index % 3 == 0)
      return (ties, random.scores(count))
    }.filter { $0.0.arcCount > 2 }
  }

  // MARK: Oracles

  /// Source: reference numbers, `small.json`, measures_wealth_marriage: networkx 3.6.1, esda, own second programs.
  @Test func `Wealth over Florentine marriages has networkx's assortativity`() {
    let value = statistics(Florentine.wealth, Florentine.marriage).assortativity
    #expect(isClose(value, -0.30240483356185044))
  }

  /// Source: as above, esda.
  @Test func `Wealth over Florentine marriages has esda's Moran's I`() {
    #expect(isClose(statistics(Florentine.wealth, Florentine.marriage).moran, -0.34396538220551376))
  }

  /// Source: as above, esda.
  @Test func `Wealth over Florentine marriages has esda's Geary's C`() {
    #expect(isClose(statistics(Florentine.wealth, Florentine.marriage).geary, 1.5148483187134503))
  }

  /// Source: reference numbers, `small.json`, measures_wealth_business: networkx 3.6.1.
  @Test func `Wealth over Florentine business has networkx's assortativity`() {
    let value = statistics(Florentine.wealth, Florentine.business).assortativity
    #expect(isClose(value, -0.20495052808243913))
  }

  /// Source: as above, esda.
  @Test func `Wealth over Florentine business has esda's Moran's I`() {
    #expect(isClose(statistics(Florentine.wealth, Florentine.business).moran, -0.2705496691702432))
  }

  /// Source: as above, esda.
  @Test func `Wealth over Florentine business has esda's Geary's C`() {
    #expect(isClose(statistics(Florentine.wealth, Florentine.business).geary, 1.7499307045779684))
  }

  /// Source: reference numbers, `small.json`, karate, numeric_assort_s_unweighted.
  @Test func `Golden-ratio scores have the known assortativity on the karate club`() {
    let value = statistics(Karate.ownScores, Karate.weighted, isWeighted: false).assortativity
    #expect(isClose(value, -0.11261653792129843))
  }

  /// Source: reference numbers, `small.json`, karate, numeric_assort_s_weighted; networkx on a multigraph.
  @Test func `Golden-ratio scores have the known weighted assortativity on the karate club`() {
    #expect(isClose(statistics(Karate.ownScores, Karate.weighted).assortativity, -0.1770595366164185))
  }

  /// Source: networkx 3.6.1, `numeric_assortativity_coefficient` of the DiGraph of these arcs.
  @Test func `Directed assortativity is networkx's`() {
    let ties = TieTable.of(
      5, arcs: [(0, 1, 1), (0, 2, 1), (1, 2, 1), (3, 0, 1), (3, 4, 1), (4, 2, 1), (2, 3, 1)])
    #expect(isClose(statistics([1, 5, 2, 8, 4], ties).assortativity, -0.4163457097172976))
  }

  // MARK: Definitions

  @Test func `Assortativity is the weighted correlation over arcs`() {
    for (ties, scores) in randomFrames() {
      let naive = NaiveMeasures(matrix: ties.matrix, scores: scores)
      #expect(isClose(statistics(scores, ties).assortativity, naive.assortativity, absolute: 1e-12))
    }
  }

  @Test func `Moran's I is its double sum`() {
    for (ties, scores) in randomFrames() {
      let naive = NaiveMeasures(matrix: ties.matrix, scores: scores)
      #expect(isClose(statistics(scores, ties).moran, naive.moran, absolute: 1e-13))
    }
  }

  @Test func `Geary's C is its double sum`() {
    for (ties, scores) in randomFrames() {
      let naive = NaiveMeasures(matrix: ties.matrix, scores: scores)
      #expect(isClose(statistics(scores, ties).geary, naive.geary, absolute: 1e-13))
    }
  }

  @Test func `Without weights every arc counts 1`() {
    for (ties, scores) in randomFrames() {
      let ones = ties.matrix.map { $0.map { $0 > 0 ? 1.0 : 0 } }
      let naive = NaiveMeasures(matrix: ones, scores: scores)
      let value = statistics(scores, ties, isWeighted: false)
      #expect(
        isClose(value.assortativity, naive.assortativity, absolute: 1e-12)
          && isClose(value.moran, naive.moran, absolute: 1e-13) && isClose(value.geary, naive.geary, absolute: 1e-13))
    }
  }

  @Test func `People are those with a tie in either direction`() {
    for (ties, scores) in randomFrames() {
      let naive = NaiveMeasures(matrix: ties.matrix, scores: scores)
      #expect(TieFrame(ties, isWeighted: true).tied == naive.tied)
    }
  }

  @Test func `The scores of people without ties do not matter`() {
    let ties = TieTable.of(5, pairs: [(0, 1), (1, 2), (2, 3)])
    let one = statistics([1, 4, 2, 7, 3], ties)
    let other = statistics([1, 4, 2, 7, 1e6], ties)
    #expect(isClose(other.moran, one.moran, relative: 1e-14))
  }

  @Test func `Units and zero of the scores do not matter`() {
    for (ties, scores) in randomFrames() {
      let one = statistics(scores, ties)
      let other = statistics(scores.map { 8 * $0 - 100 }, ties)
      #expect(
        isClose(other.moran, one.moran, relative: 1e-9, absolute: 1e-12)
          && isClose(other.assortativity, one.assortativity, relative: 1e-9, absolute: 1e-12))
    }
  }

  // MARK: Extremes

  @Test func `Two tied people of different scores have Moran's I -1`() {
    #expect(isClose(statistics([1, 2], .of(2, pairs: [(0, 1)])).moran, -1))
  }

  @Test func `Pairs of equals have assortativity 1`() {
    #expect(isClose(statistics([1, 1, 2, 2], .of(4, pairs: [(0, 1), (2, 3)])).assortativity, 1))
  }

  @Test func `Pairs of equals have Geary's C 0`() {
    #expect(statistics([1.1, 1.1, 2.3, 2.3], .of(4, pairs: [(0, 1), (2, 3)])).geary == 0)
  }

  // MARK: Undefined

  @Test(arguments: [0.1, 600.1])
  func `Equal scores leave all three missing`(value: Double) {
    var random = RandomSocieties(0)
    let ties = random.ties(30, pairs: 60)
    let result = statistics([Double](repeating: value, count: 30), ties)
    #expect(result.moran == nil && result.geary == nil && result.assortativity == nil)
  }

  @Test func `A person with only a self-tie leaves all three missing`() {
    let result = statistics([1, 2, 3], .of(3, arcs: [(1, 1, 2)]))
    #expect(result.moran == nil && result.geary == nil && result.assortativity == nil)
  }

  @Test func `No ties leave all three missing`() {
    let result = statistics([1, 2, 3], .of(3, arcs: []))
    #expect(result.moran == nil && result.geary == nil && result.assortativity == nil)
  }

  /// Everyone follows one person: the scores at the far end are all the same, so there is nothing to correlate.
  @Test func `Arcs that all lead to one person leave assortativity missing`() {
    for index in 0..<40 {
      var random = RandomSocieties(index)
      let count = 3 + random.integer(below: 20)
      let arcs = (1..<count).map { ($0, 0, 0.5 + random.uniform()) }
      #expect(statistics(random.scores(count), .of(count, arcs: arcs)).assortativity == nil)
    }
  }

  @Test func `Arcs that all start at one person leave assortativity missing`() {
    for index in 0..<40 {
      var random = RandomSocieties(index)
      let count = 3 + random.integer(below: 20)
      let arcs = (1..<count).map { (0, $0, 0.5 + random.uniform()) }
      #expect(statistics(random.scores(count), .of(count, arcs: arcs)).assortativity == nil)
    }
  }

  /// A second receiver of a millionth of the weight: the correlation is small but there is one.
  @Test func `A small spread at one end keeps its digits`() {
    let ties = TieTable.of(5, arcs: [(1, 0, 1), (2, 0, 2), (3, 0, 3), (4, 2, 1e-6)])
    let scores = [600.1, 500.2, 700.3, 420.4, 810.5]
    let naive = NaiveMeasures(matrix: ties.matrix, scores: scores)
    #expect(isClose(statistics(scores, ties).assortativity, naive.assortativity, relative: 1e-9))
  }
}
