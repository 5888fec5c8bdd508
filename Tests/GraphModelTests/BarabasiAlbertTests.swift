import Compute
import Foundation
import Testing

@testable import GraphModel

struct BarabasiAlbertTests {
  private func model(people: Int, ties: Int, isShuffled: Bool = true, seed: UInt64 = 1) throws -> BarabasiAlbert {
    var settings = BarabasiAlbert.Settings(people: people, tiesPerPerson: ties)
    settings.isShuffled = isShuffled
    settings.seed = seed
    return try BarabasiAlbert(settings)
  }

  @Test(arguments: [(2, 1), (5, 4), (6, 4), (500, 1), (3000, 7)])
  func `the number of ties is exact and no tie stands twice`(people: Int, ties: Int) throws {
    let drawn = try model(people: people, ties: ties).draw(threads: ThreadCount(2)).ties
    #expect(drawn.isSound)
    #expect(drawn.count == ties * (ties + 1) / 2 + ties * (people - ties - 1))
  }

  @Test func `the first people are all tied to one another`() throws {
    let drawn = try model(people: 5, ties: 4, isShuffled: false).draw(threads: .one).ties
    #expect(drawn.count == 10)
  }

  @Test func `everybody who comes ties to as many as asked, all of them there already`() throws {
    let drawn = try model(people: 2000, ties: 6, isShuffled: false).draw(threads: .one).ties
    var made = [Int](repeating: 0, count: 2000)
    for (_, newcomer) in drawn.pairs { made[newcomer] += 1 }
    #expect(made[7...].allSatisfy { $0 == 6 })
  }

  /// The exponent by maximum likelihood.
  ///
  /// The exponent by maximum likelihood over degrees of 3 m and more, with the usual half step for whole numbers (Clauset,
  /// Shalizi, Newman 2009, eq. 3.7). Its standard error is 2 / sqrt(count) = 0.02 for some 11,000 people; the bound of 0.15 leaves
  /// room for the finite size, which puts the estimate a little below 3.
  @Test func `the tail of the degrees falls with the third power`() throws {
    let degrees = try model(people: 100_000, ties: 5).draw(threads: ThreadCount(2)).ties.degrees
    let tail = degrees.filter { $0 >= 15 }.map(Double.init)
    let exponent = 1 + Double(tail.count) / tail.map { log($0 / 14.5) }.reduce(0, +)
    #expect(tail.count > 9000)
    #expect(abs(exponent - 3) < 0.15)
  }

  /// The exact law of the model.
  ///
  /// The share of degree k is `2 m (m + 1) / (k (k + 1) (k + 2))` (Bollobas, Riordan, Spencer, Tusnady 2001). 100,000
  /// people; bounds of 6 standard deviations of a binomial count.
  @Test(arguments: [5, 6, 8, 12])
  func `the share of each degree is the known one`(degree: Int) throws {
    let degrees = try model(people: 100_000, ties: 5, seed: 2).draw(threads: ThreadCount(2)).ties.degrees
    let share = 60 / Double(degree * (degree + 1) * (degree + 2))
    let bound = 6 * (100_000 * share * (1 - share)).squareRoot()
    #expect(abs(Double(degrees.count { $0 == degree }) - 100_000 * share) < bound)
  }

  @Test func `the first to come have the most ties`() throws {
    let degrees = try model(people: 20_000, ties: 5, isShuffled: false).draw(threads: .one).ties.degrees
    let first = degrees[..<200].reduce(0, +) / 200
    let last = degrees[19_800...].reduce(0, +) / 200
    #expect(first > 10 * last)
  }

  @Test(arguments: [2, 3, 7])
  func `the number of threads changes no byte`(threads: Int) throws {
    let model = try model(people: 20_000, ties: 8)
    let one = CollectedFiles()
    let other = CollectedFiles()
    try model.write(to: one, command: "c", threads: .one)
    try model.write(to: other, command: "c", threads: ThreadCount(threads))
    #expect(one.files == other.files)
  }

  @Test func `the arrival of each person stands in the people file`() throws {
    let files = CollectedFiles()
    try model(people: 50, ties: 3).write(to: files, command: "c", threads: .one)
    #expect(files.header("people.csv") == "id,arrival,score,susceptibility")
    #expect(files.rows("people.csv").compactMap { Int($0[1]) }.sorted() == Array(1...50))
  }

  @Test func `as many ties a person as people are refused`() {
    #expect(throws: GeneratingError("10 ties a person are too many for 10 people; 1 to 9 were expected")) {
      try model(people: 10, ties: 10)
    }
  }
}
