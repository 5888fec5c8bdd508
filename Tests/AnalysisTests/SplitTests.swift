import GraphModel
import Testing

@testable import Analysis

struct SplitTests {
  // MARK: Theil

  /// Source: reference numbers, `measures.json`, libpysal data, inequality.theil.TheilD of PySAL (bg, wg).
  @Test(
    arguments: zip(
      Mexico.years,
      [
        (0.03458890004670408, 0.17435454225688185), (0.02816852907872259, 0.12405597618658978),
        (0.052609214821841964, 0.05212020006061665), (0.05931219111227943, 0.04263505858460427),
      ]))
  func `Theil's T of Mexican states splits by region as PySAL's`(year: Int, reference: (Double, Double)) throws {
    let split = try Split.theil(Mexico.incomes(year), by: Mexico.regions)
    #expect(isClose(split.between, reference.0) && isClose(split.within, reference.1))
  }

  @Test func `The parts of Theil's T add up to the whole`() throws {
    for index in 0..<40 {
      var random = RandomSocieties(index)
      let count = 1 + random.integer(below: 60)
      let values = random.scores(count, in: 0...1).map { $0 < 0.2 ? 0 : $0 } + [1]
      let partition = random.partition(values.count, groups: 1 + random.integer(below: 6), none: 0.2)
      let members = zip(values, partition.parts).filter { $1 > 0 }.map(\.0)
      guard let whole = try? Spread.theil(members) else { continue }
      #expect(isClose(try Split.theil(values, by: partition).total, whole, absolute: 1e-15))
    }
  }

  @Test func `A group of people with nothing counts in Theil's split`() throws {
    // Group means 0 and 2, mean 1: between = ln 2, within = 0.
    let split = try Split.theil([0, 0, 2, 2], by: Partition(bySize: [1, 1, 2, 2]))
    #expect(isClose(split.between, 0.6931471805599453) && split.within == 0)
  }

  @Test func `The part of Theil's T between groups of equal means is 0`() throws {
    let values = [500.1, 700.1, 600.3, 600.1, 599.9, 550.1, 650.1]
    let split = try Split.theil(values, by: Partition(bySize: [1, 1, 2, 2, 2, 3, 3]))
    #expect(split.between >= 0 && split.between < 1e-25)
  }

  @Test func `Theil's split is missing where a member is negative`() {
    #expect(throws: Missing("a value is negative (-1.0)")) {
      try Split.theil([1, -1, 2], by: Partition(bySize: [1, 1, 2]))
    }
  }

  @Test func `A negative value outside all groups does not matter to Theil's split`() throws {
    let split = try Split.theil([1, -1, 3], by: Partition(bySize: [1, nil, 2]))
    #expect(isClose(split.total, try Spread.theil([1, 3])))
  }

  // MARK: Variance

  @Test func `The parts of the variance add up to the whole`() {
    for index in 0..<40 {
      var random = RandomSocieties(index)
      let values = random.scores(2 + random.integer(below: 60))
      let partition = random.partition(values.count, groups: 1 + random.integer(below: 6), none: 0.2)
      let members = zip(values, partition.parts).filter { $1 > 0 }.map(\.0)
      #expect(isClose(Split.variance(values, by: partition).total, Spread.variance(members), relative: 1e-13))
    }
  }

  @Test func `The variance between groups is that of the group means`() {
    // Means 2 and 8, overall 4: (4 * 2^2 + 2 * 4^2) / 6 between; (1 + 1 + 1 + 1 + 4 + 4) / 6 within.
    let split = Split.variance([1, 3, 1, 3, 6, 10], by: Partition(bySize: [1, 1, 1, 1, 2, 2]))
    #expect(isClose(split.between, 8) && isClose(split.within, 2))
  }

  @Test func `The share between groups is the between part over the whole`() {
    let split = Split.variance([1, 3, 1, 3, 6, 10], by: Partition(bySize: [1, 1, 1, 1, 2, 2]))
    #expect(isClose(split.betweenShare, 0.8))
  }

  @Test(arguments: [0.1, 0.7, 600.1])
  func `Equal numbers have no share between groups`(value: Double) {
    for index in 0..<40 {
      var random = RandomSocieties(index)
      let count = 2 + random.integer(below: 30)
      let partition = random.partition(count, groups: 4)
      #expect(Split.variance([Double](repeating: value, count: count), by: partition).betweenShare == nil)
    }
  }

  @Test func `A division into single people puts all variance between`() {
    #expect(isClose(Split.variance([1, 2, 5], by: Partition(bySize: [1, 2, 3])).betweenShare, 1))
  }

  /// Dealing the values out in all 5040 ways gives the expectation (k - 1) / (n - 1) exactly.
  @Test func `The mean share between k groups over all orders is (k - 1) over (n - 1)`() {
    let values = [1.0, 2, 2, 5, 9, 13, 21]
    let partition = Partition(bySize: [1, 1, 1, 2, 2, 3, 3])
    let shares = allOrders(7).compactMap { order in
      Split.variance(order.map { values[$0] }, by: partition).betweenShare
    }
    #expect(isClose(moments(shares).mean, 2.0 / 6, relative: 1e-12))
  }
}
