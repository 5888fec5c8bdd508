import GraphModel
import Testing

@testable import Analysis

struct GroupSummaryTests {
  private func summaries(
    _ ties: TieTable, _ labels: [Int?], own: [Double]? = nil, public scores: [Double]? = nil
  )
    -> [GroupSummary]
  {
    let society = Society.made(ownScores: own ?? labels.map { _ in 500 }, layers: [.made(ties)])
    return GroupSummary.all(
      Partition(bySize: labels), names: nil, own: society.ownScores, public: scores ?? society.ownScores,
      combined: society.combined(shares: [1]))
  }

  /// A triangle 0 1 2, a pair 3 4, the bridge 2 - 3.
  private var bridged: [GroupSummary] {
    summaries(.of(5, pairs: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)]), [1, 1, 1, 2, 2])
  }

  @Test func `Ties within and outside are counted by pairs`() {
    #expect(bridged.map(\.tiesWithin) == [3, 1] && bridged.map(\.tiesOutside) == [1, 1])
  }

  @Test func `Weights are shares of all tie weight`() {
    #expect(isClose(bridged[0].weightWithin, 0.6) && isClose(bridged[0].weightOutside, 0.2))
  }

  @Test func `Closure is the share of a group's arcs that stay inside`() {
    // The triangle has 6 arcs inside and 1 leading out.
    #expect(isClose(bridged[0].closure, 6.0 / 7))
  }

  @Test func `A group without ties has no closure`() {
    #expect(summaries(.of(4, pairs: [(0, 1)]), [1, 1, 2, 2])[1].closure == nil)
  }

  @Test func `A circle without a tie outside is closed`() {
    #expect(summaries(.of(4, pairs: [(0, 1), (2, 3)]), [1, 1, 2, 2])[0].closure == 1)
  }

  @Test func `Weight within groups of everyone and half of that outside add up to 1`() {
    for index in 0..<20 {
      var random = RandomSocieties(index)
      let society = random.society(30, pairs: 50)
      let combined = society.combined(shares: [0.3, 0.7])
      let groups = GroupSummary.all(
        random.partition(30, groups: 5), names: nil, own: society.ownScores, public: society.ownScores,
        combined: combined)
      let sum = groups.reduce(0) { $0 + $1.weightWithin + $1.weightOutside / 2 }
      #expect(isClose(sum, 1, relative: 1e-13))
    }
  }

  @Test func `So they do with self-ties`() {
    for index in 0..<20 {
      var random = RandomSocieties(index)
      let society = Society.made(
        ownScores: random.scores(10), layers: [.made(random.ties(10, pairs: 40, hasSelfTies: true))])
      let groups = GroupSummary.all(
        random.partition(10, groups: 3), names: nil, own: society.ownScores, public: society.ownScores,
        combined: society.combined(shares: [1]))
      #expect(isClose(groups.reduce(0) { $0 + $1.weightWithin + $1.weightOutside / 2 }, 1, relative: 1e-13))
    }
  }

  @Test func `A self-tie is a tie within, once`() {
    let groups = summaries(.of(2, arcs: [(0, 0, 2), (0, 1, 1), (1, 0, 1)]), [1, 2])
    #expect(groups[0].tiesWithin == 1 && isClose(groups[0].weightWithin, 0.5))
  }

  @Test func `Ties to people of no group lead outside`() {
    let groups = summaries(.of(3, pairs: [(0, 1), (1, 2)]), [1, 1, nil])
    #expect(groups[0].tiesOutside == 1 && isClose(groups[0].weightOutside, 0.5))
  }

  @Test func `Means and deviations are those of the members`() {
    let group = summaries(.of(4, pairs: [(0, 1)]), [1, 1, 1, 2], own: [400, 500, 600, 900])[0]
    #expect(group.meanOwnScore == 500 && isClose(group.sdOwnScore, (20_000.0 / 3).squareRoot()))
  }

  @Test func `The lowest and highest are public scores`() {
    let group = summaries(
      .of(4, pairs: [(0, 1)]), [1, 1, 1, 2], own: [400, 500, 600, 900], public: [450, 500, 550, 900])[0]
    #expect(group.lowestPublicScore == 450 && group.highestPublicScore == 550)
  }

  @Test func `Groups of a column carry its values as names, the largest first`() throws {
    let groups = try examined(Karate.society()) { $0.groupColumns = ["club"] }.findings().groupings[1].groups
    #expect(groups.map(\.name) == ["Mr. Hi", "Officer"])
  }

  @Test func `At most 50 groups are named, and all are counted`() throws {
    let column = AttributeColumn(name: "id2", values: (0..<60).map { "v\($0)" })
    var random = RandomSocieties(31)
    let society = Society.made(
      ownScores: random.scores(60), layers: [.made(random.ties(60, pairs: 90))], columns: [column])
    let grouping = try examined(society) { settings in
      settings.groupColumns = ["id2"]
      settings.findsCommunities = false
    }.findings().groupings[0]
    #expect(grouping.groups.count == 50 && grouping.count == 60)
  }
}
