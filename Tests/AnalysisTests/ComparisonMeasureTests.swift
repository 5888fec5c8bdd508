import Foundation
import GraphModel
import Propagation
import Testing

@testable import Analysis

struct ComparisonMeasureTests {
  // MARK: Friendship paradox

  /// Feld 1991, table 1: eight girls of Marketville, for whom numbers of friends are the scores.
  @Test func `Feld's girls have fewer friends than their friends`() throws {
    let names = ["Alice", "Betty", "Carol", "Dale", "Jane", "Pam", "Sue", "Tina"]
    let pairs = [
      ("Betty", "Sue"), ("Sue", "Alice"), ("Sue", "Pam"), ("Sue", "Dale"), ("Alice", "Jane"), ("Alice", "Pam"),
      ("Alice", "Dale"), ("Jane", "Dale"), ("Pam", "Carol"), ("Carol", "Tina"),
    ]
    var arcs = ArcList()
    for (one, other) in pairs {
      arcs.appendTie(try #require(names.firstIndex(of: one)), try #require(names.firstIndex(of: other)))
    }
    let ties = TieTable(personCount: 8, arcs: arcs)
    let friends = (0..<8).map { Double(ties.degree(of: $0)) }
    let paradox = try #require(FriendshipParadox(friends, on: TieFrame(ties, isWeighted: false)))
    #expect(paradox.mean == 2.5)
    #expect(abs(paradox.meanOfMeans - 2.99) < 0.005)
    #expect(paradox.edgeMean == 3)
    #expect(paradox.share == 0.625)
    #expect(paradox.covariance == 0.5)
  }

  /// `measures_wealth_marriage` of the reference numbers.
  @Test func `The friends of Florentine families are richer`() throws {
    let paradox = try #require(
      FriendshipParadox(Florentine.wealth, on: TieFrame(Florentine.marriage, isWeighted: false)))
    #expect(isClose(paradox.share, 0.6666666666666666))
    #expect(isClose(paradox.mean, 45.2))
    #expect(isClose(paradox.meanOfMeans, 54.41111111111112))
    #expect(isClose(paradox.edgeMean, 54.2))
    #expect(isClose(paradox.covariance, 9.000000000000002))
  }

  @Test(arguments: 0..<20)
  func `The mean over ties is above that over people by the covariance`(seed: Int) throws {
    var draws = RandomSocieties(seed)
    let ties = draws.ties(30, pairs: 50)
    let scores = draws.scores(30)
    let paradox = try #require(FriendshipParadox(scores, on: TieFrame(ties, isWeighted: true)))
    #expect(isClose(paradox.edgeMean - paradox.mean, paradox.covariance, absolute: 1e-9))
    // The walk that serves several measures at once says the same.
    let statistics = TieStatistics(scores, on: TieFrame(ties, isWeighted: true))
    #expect(statistics.friendsAbove == paradox.share)
    #expect(isClose(statistics.friendsExcess, paradox.covariance, absolute: 1e-9))
  }

  // MARK: Mobility

  /// Two of four stay in the first tier, none of two in the second: P = [[1/2, 1/2], [1, 0]].
  @Test func `Shorrocks' index counts who leaves`() {
    #expect(Mobility([[2, 2], [2, 0]]).shorrocks == 1.5)
    #expect(Mobility([[3, 0, 0], [0, 0, 0], [0, 0, 2]]).shorrocks == 0)
    #expect(Mobility([[3, 0], [0, 0]]).shorrocks == nil)
  }

  // MARK: Partitions

  /// Hubert and Arabie 1985 as in scikit-learn's documentation: [0,0,1,2] and [0,0,1,1] have an ARI of 0.571428...,
  /// and `normalized_mutual_info_score` 0.8.
  @Test func `Agreement is that of scikit-learn's examples`() {
    let agreement = PartitionAgreement(Partition(bySize: [0, 0, 1, 2]), Partition(bySize: [0, 0, 1, 1]))
    #expect(isClose(agreement.adjustedRand, 4.0 / 7))
    #expect(isClose(agreement.normalisedMutualInformation, 0.8))
  }

  @Test(arguments: 0..<20)
  func `Agreement is that of counting pairs`(seed: Int) {
    var draws = RandomSocieties(seed)
    let one = draws.partition(25, groups: 4, none: 0.1)
    let other = draws.partition(25, groups: 3, none: 0.1)
    let people = (0..<25).filter { one.parts[$0] > 0 && other.parts[$0] > 0 }
    var (both, first, second, all) = (0.0, 0.0, 0.0, 0.0)
    for (place, person) in people.enumerated() {
      for friend in people[..<place] {
        let (isOne, isOther) = (one.parts[person] == one.parts[friend], other.parts[person] == other.parts[friend])
        both += isOne && isOther ? 1 : 0
        first += isOne ? 1 : 0
        second += isOther ? 1 : 0
        all += 1
      }
    }
    let expected = first * second / all
    let agreement = PartitionAgreement(one, other)
    #expect(isClose(agreement.adjustedRand, (both - expected) / ((first + second) / 2 - expected), absolute: 1e-12))
    #expect(agreement.people == people.count)
    #expect(isClose(PartitionAgreement(other, one).normalisedMutualInformation, agreement.normalisedMutualInformation))
  }

  /// Everyone alone, against pairs: more cells than a table holds.
  ///
  /// I = H of the pairs, and nobody of a pair is together with anyone in the other.
  @Test func `Many parts agree as few do`() {
    let alone = Partition(bySize: (0..<2000).map { $0 })
    let pairs = Partition(bySize: (0..<2000).map { $0 / 2 })
    let agreement = PartitionAgreement(alone, pairs)
    #expect(isClose(agreement.normalisedMutualInformation, 2 * log(1000) / (log(2000) + log(1000))))
    #expect(agreement.adjustedRand == 0)
  }

  @Test func `A partition agrees with itself, and nothing is said where nothing can differ`() {
    let itself = PartitionAgreement(Karate.clubs, Karate.clubs)
    #expect(itself.adjustedRand == 1 && isClose(itself.normalisedMutualInformation, 1))
    let one = Partition(bySize: [0, 0, 0])
    #expect(PartitionAgreement(one, one).adjustedRand == nil)
    #expect(PartitionAgreement(one, one).normalisedMutualInformation == nil)
  }

  // MARK: Conflict

  /// `unit_fj_weighted` of the reference numbers, and the two identities of 2018.
  @Test func `Polarisation, disagreement and conflict are the reference's, and conserved`() throws {
    let examination = try examined(Karate.society()) { $0.susceptibility = .degree }
    let (own, scores) = (Karate.ownScores, examination.equilibrium.scores)
    let polarisation = Conflict.polarisation(scores)
    let disagreement = Conflict.disagreement(scores, on: Karate.weighted)
    let internalConflict = Conflict.internalConflict(own, scores)
    #expect(isClose(polarisation, 21331.22973274475, relative: 1e-8))
    #expect(isClose(disagreement, 99068.57987304297, relative: 1e-8))
    #expect(isClose(internalConflict, 797527.2727854567, relative: 1e-8))
    let squares = scores.map { $0 * $0 }.reduce(0, +)
    let ownSquares = own.map { $0 * $0 }.reduce(0, +)
    #expect(isClose(internalConflict + 2 * disagreement + squares, ownSquares, relative: 1e-9))
    let mean = own.reduce(0, +) / 34
    let product = zip(own, scores).map { ($0 - mean) * ($1 - mean) }.reduce(0, +)
    #expect(isClose(polarisation + disagreement, product, relative: 1e-8))
  }

  @Test func `Two equal poles a point apart are polarised by a quarter`() {
    let halves = Partition(bySize: [0, 0, 1, 1])
    #expect(Conflict.estebanRay([0, 0, 1, 1], by: halves, alpha: 1) == 0.25)
    #expect(Conflict.estebanRay([3, 5, 4, 4], by: halves) == 0)
    #expect(Conflict.estebanRay([1, 2, 3, 4], by: Partition(bySize: [0, 0, 0, 0])) == nil)
  }

  @Test(arguments: 0..<20)
  func `Running sums give Esteban and Ray's double sum`(seed: Int) {
    var draws = RandomSocieties(seed)
    let groups = draws.partition(40, groups: 6, none: 0.1)
    let scores = draws.scores(40)
    let parts = Groups(scores, groups)
    var sum = 0.0
    for (one, mean) in parts.means.enumerated() {
      for (other, otherMean) in parts.means.enumerated() {
        let (first, second) = (Double(parts.sizes[one]), Double(parts.sizes[other]))
        sum += pow(first / Double(parts.count), 2.3) * second / Double(parts.count) * abs(mean - otherMean)
      }
    }
    #expect(isClose(Conflict.estebanRay(scores, by: groups), sum, relative: 1e-11))
  }
}
