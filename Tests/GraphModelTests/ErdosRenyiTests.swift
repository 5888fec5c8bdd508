import Compute
import Testing

@testable import GraphModel

struct ErdosRenyiTests {
  private func model(_ people: Int, _ size: ErdosRenyi.Size, seed: UInt64 = 1) throws -> ErdosRenyi {
    var settings = ErdosRenyi.Settings(people: people, size: size)
    settings.seed = seed
    return try ErdosRenyi(settings)
  }

  @Test(arguments: [0, 1, 500, 2475, 2476, 4900, 4950])
  func `the number of ties is exact and no tie stands twice`(ties: Int) throws {
    let drawn = try model(100, .ties(ties)).draw(threads: ThreadCount(2)).ties
    #expect(drawn.isSound)
    #expect(drawn.count == ties)
  }

  @Test func `the probability 0 gives no ties and 1 gives all`() throws {
    #expect(try model(80, .probability(0)).draw(threads: .one).ties.count == 0)
    #expect(try model(80, .probability(1)).draw(threads: .one).ties.count == 3160)
  }

  /// Every one of the 15 pairs of 6 people over 4,000 seeds: within 5 standard deviations, which fails once in 100,000
  /// times for 15 pairs.
  @Test(arguments: [ErdosRenyi.Size.ties(4), .ties(11), .probability(0.3)])
  func `every pair is as likely`(size: ErdosRenyi.Size) throws {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 6), count: 6)
    for seed in 1...4000 as ClosedRange<UInt64> {
      for (one, other) in try model(6, size, seed: seed).draw(threads: .one).ties.pairs { counts[one][other] += 1 }
    }
    let share =
      switch size {
      case .ties(let ties): Double(ties) / 15
      case .probability(let probability): probability
      }
    for one in 0..<6 {
      for other in one + 1..<6 {
        #expect(abs(Double(counts[one][other]) - 4000 * share) < 5 * (4000 * share * (1 - share)).squareRoot())
      }
    }
  }

  /// Bounds of 5 standard deviations.
  ///
  /// 2,000 people at probability 0.01: 19,990 ties, standard deviation 141. The variance of degrees is 19.8, with a
  /// standard error of 0.63. Bounds of 5.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `degrees are binomial`(seed: UInt64) throws {
    let ties = try model(2000, .probability(0.01), seed: seed).draw(threads: ThreadCount(2)).ties
    #expect(ties.isSound)
    #expect(abs(ties.count - 19_990) < 705)
    let degrees = ties.degrees.map(Double.init)
    let mean = degrees.reduce(0, +) / 2000
    let variance = degrees.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 2000
    #expect(abs(variance - 19.8) < 3.2)
  }

  @Test(arguments: [ErdosRenyi.Size.ties(200_000), .probability(0.001)])
  func `the number of threads changes no byte`(size: ErdosRenyi.Size) throws {
    let model = try model(20_000, size)
    let one = CollectedFiles()
    try model.write(to: one, command: "c", threads: .one)
    for threads in [2, 3, 7] {
      let other = CollectedFiles()
      try model.write(to: other, command: "c", threads: ThreadCount(threads))
      #expect(one.files == other.files)
    }
  }

  @Test func `more ties than pairs are refused with the number that fits`() {
    #expect(throws: GeneratingError("11 ties are too many for 5 people; 10 pairs fit")) {
      try model(5, .ties(11))
    }
  }

  @Test func `a random graph has no place for its people`() throws {
    let files = CollectedFiles()
    try model(5, .ties(3)).write(to: files, command: "c", threads: .one)
    #expect(files.header("people.csv") == "id,score,susceptibility")
  }

  @Test func `ties alone are one file with the same bytes as in the folder`() throws {
    let folder = CollectedFiles()
    let single = CollectedFiles()
    let model = try model(500, .ties(3000))
    try model.write(to: folder, command: "c", threads: .one)
    try model.writeTies(to: single, threads: ThreadCount(2))
    #expect(single.files == ["friendships.csv": folder.files["friendships.csv"] ?? []])
  }
}
