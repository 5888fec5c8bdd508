import Compute
import Foundation
import Testing

@testable import GraphModel

struct VillageTests {
  private func files(_ settings: Village.Settings, threads: Int = 2) throws -> CollectedFiles {
    let files = CollectedFiles()
    let threads = ThreadCount(threads)
    try Village(settings, threads: threads).write(to: files, command: "c", threads: threads)
    return files
  }

  private let settings = Village.Settings(people: 4000, circles: 40)

  @Test func `households have one to six people of one circle`() throws {
    var members: [String: [String]] = [:]
    for row in try files(settings).rows("people.csv") { members[row[2], default: []].append(row[1]) }
    #expect(members.values.allSatisfy { (1...6).contains($0.count) && Set($0).count == 1 })
    // Mean size 2.47 by the chances; the last household of each circle may be cut.
    #expect(abs(4000 / Double(members.count) - 2.47) < 0.2)
  }

  @Test func `family ties are all pairs of each household and no others`() throws {
    let files = try files(settings)
    var households: [String: [String]] = [:]
    for row in files.rows("people.csv") { households[row[2], default: []].append(row[0]) }
    var expected: Set<Set<String>> = []
    for members in households.values {
      for (index, one) in members.enumerated() { for other in members[..<index] { expected.insert([one, other]) } }
    }
    let family = files.rows("family.csv").map { Set($0) }
    #expect(Set(family) == expected)
    #expect(family.count == expected.count)
  }

  @Test func `friendships are sound and none is within a household`() throws {
    let village = try Village(settings)
    let ties = village.friendships(threads: ThreadCount(3))
    #expect(ties.isSound)
    #expect(ties.pairs.allSatisfy { village.dwellings.household(of: $0) != village.dwellings.household(of: $1) })
  }

  /// Four draws a person on average, less what hits the person, the household or a repeat.
  @Test func `friendships are nearly 4 a person`() throws {
    let count = try Village(settings).friendships(threads: .one).count
    #expect(count > 14_000 && count < 16_000)
  }

  /// Each inside draw stays in the circle, and one in 40 of the others by chance; repeats and households take some inside.
  @Test func `four friendships in five are inside circles`() throws {
    let village = try Village(settings)
    let pairs = village.friendships(threads: .one).pairs
    let inside = pairs.count { village.dwellings.circle(of: $0) == village.dwellings.circle(of: $1) }
    #expect(abs(Double(inside) / Double(pairs.count) - 0.8) < 0.02)
  }

  /// 72,000 payments a year: the logarithm of the amount has standard error 0.0037; bounds of 5.
  @Test func `amounts are log-normal with median 40`() throws {
    let logs = try files(settings).rows("transactions.csv").compactMap { Double($0[2]).map { log($0) } }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let deviation = (logs.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(logs.count)).squareRoot()
    #expect(abs(Double(logs.count) - 72_000) < 2000)
    #expect(abs(exp(mean) - 40) < 0.75 && abs(deviation - 1) < 0.014)
  }

  @Test func `payments stand by payer, then time, all within 2025`() throws {
    let rows = try files(settings).rows("transactions.csv")
    let keys = rows.map { [$0[0], $0[3]] }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) || $0 == $1 })
    let start = try #require(Timestamp.seconds("2025-01-01"))
    let times = rows.compactMap { Timestamp.seconds($0[3]) }
    #expect(times.count == rows.count && times.allSatisfy { $0 >= start && $0 < start + 365 * Timestamp.day })
    #expect(rows.allSatisfy { $0[0] != $0[1] })
  }

  /// Three draws in four go to friends or family of those who have some.
  @Test func `three payments in four go to friends and family`() throws {
    let files = try files(settings)
    let ties = Set((files.rows("friendships.csv") + files.rows("family.csv")).map { Set($0) })
    let rows = files.rows("transactions.csv")
    let among = rows.count { ties.contains([$0[0], $0[1]]) }
    #expect(abs(Double(among) / Double(rows.count) - 0.75) < 0.01)
  }

  /// The between share of the factors' variance is near the sorting: the curve bends it a little, 40 circles of 100.
  @Test(arguments: [0, 0.2, 0.6])
  func `sorting is about the share of the factors' variance between circles`(sorting: Double) throws {
    let rows = try files(Village.Settings(people: 4000, circles: 40, sorting: sorting)).rows("people.csv")
    let values = rows.compactMap { Double($0[4]) }
    let mean = values.reduce(0, +) / 4000
    var sums: [String: (Double, Double)] = [:]
    for (row, value) in zip(rows, values) {
      let old = sums[row[1]] ?? (0, 0)
      sums[row[1]] = (old.0 + value, old.1 + 1)
    }
    let between = sums.values.reduce(0) { $0 + $1.1 * ($1.0 / $1.1 - mean) * ($1.0 / $1.1 - mean) }
    let total = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(between / total - sorting) < 0.12)
  }

  @Test(arguments: [1, 3, 7])
  func `the number of threads changes no byte`(threads: Int) throws {
    let settings = Village.Settings(people: 20_000, circles: 300)
    #expect(try files(settings, threads: 2).files == files(settings, threads: threads).files)
  }

  @Test func `without payments there is no file of them and no layer`() throws {
    let files = try files(Village.Settings(people: 50, circles: 5, payments: 0))
    #expect(files.files["transactions.csv"] == nil)
    let society = String(decoding: files.files["society.yaml"] ?? [], as: UTF8.self)
    #expect(!society.contains("transaction"))
  }

  @Test func `circles of fewer than five people are refused`() {
    #expect(
      throws: GeneratingError("5 circles are too many for 20 people; at least 5 people a circle were expected")
    ) { try Village(Village.Settings(people: 20, circles: 5)) }
  }
}
