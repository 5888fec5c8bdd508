import GraphModel
import Testing

@testable import Analysis

struct CommunityComparisonTests {
  private func compared(_ before: [Int], _ after: [Int]) throws -> CommunityComparison {
    let ids = before.indices.map { "p\($0)" }
    let scores = before.map { _ in 500.0 }
    return try #require(
      try ComparedRuns.comparison(
        ComparedRuns.run(ids, scores, communities: before), ComparedRuns.run(ids, scores, communities: after)
      ).communities)
  }

  @Test func `Flows say where the people of each community went`() throws {
    let company = try compared([7, 7, 7, 7, 9, 9, 0, 9], [1, 1, 2, 0, 2, 2, 1, 2])
    #expect(company.flows.map(\.community) == [7, 9])
    #expect(company.flows[0].people == 4)
    #expect(company.flows[0].to.map(\.community) == [1, 2])
    #expect(company.flows[0].to.map(\.share) == [0.5, 0.25])
    #expect(company.flows[0].none == 1)
    #expect(company.flows[1].to.map(\.people) == [3])
    #expect([company.first, company.second, company.people, company.together] == [2, 2, 6, 5])
    #expect([company.left, company.joined] == [1, 1])
    #expect(!company.isSame)
  }

  @Test func `Other numbers for the same company are no change`() throws {
    let company = try compared([1, 1, 2, 2, 0], [5, 5, 3, 3, 0])
    #expect(company.isSame)
    #expect(company.normalisedMutualInformation == 1)
    #expect(company.adjustedRand == 1)
  }

  @Test func `Two communities that merge are a change`() throws {
    #expect(try !compared([1, 1, 2, 2], [1, 1, 1, 1]).isSame)
  }

  @Test func `Agreement is that of PartitionAgreement over those in a community in both`() throws {
    let (before, after) = ([1, 1, 1, 2, 2, 3, 3, 0], [2, 2, 1, 1, 1, 3, 0, 3])
    let company = try compared(before, after)
    func partition(_ numbers: [Int]) -> Partition { Partition(bySize: numbers.map { $0 > 0 ? $0 : nil }) }
    let agreement = PartitionAgreement(partition(before), partition(after))
    #expect(company.normalisedMutualInformation == agreement.normalisedMutualInformation)
    #expect(company.adjustedRand == agreement.adjustedRand)
    #expect(company.people == 6)
  }

  @Test func `At most five destinations are told, and how many are elsewhere`() throws {
    let flow = try compared([Int](repeating: 1, count: 8), [1, 1, 2, 3, 4, 5, 6, 7]).flows[0]
    #expect(flow.to.map(\.community) == [1, 2, 3, 4, 5])
    #expect(flow.elsewhere == 2)
  }
}
