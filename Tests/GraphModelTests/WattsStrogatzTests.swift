import Compute
import Testing

@testable import GraphModel

struct WattsStrogatzTests {
  private func model(
    people: Int, neighbours: Int, rewire: Double, isShuffled: Bool = true, seed: UInt64 = 1
  ) throws -> WattsStrogatz {
    var settings = WattsStrogatz.Settings(people: people, neighbours: neighbours, rewire: rewire)
    settings.isShuffled = isShuffled
    settings.seed = seed
    return try WattsStrogatz(settings)
  }

  @Test func `without rewiring it is the ring`() throws {
    let ties = try model(people: 6, neighbours: 2, rewire: 0, isShuffled: false).draw(threads: .one).ties
    #expect(ties.pairs.map { [$0, $1] } == [[0, 1], [0, 5], [1, 2], [2, 3], [3, 4], [4, 5]])
  }

  /// The known clustering of a ring.
  ///
  /// Barrat and Weigt 2000, eq. 3: the clustering of the ring is 3 (k - 2) / (4 (k - 1)).
  @Test(arguments: [2, 4, 10, 20])
  func `the clustering of the ring is the known one`(neighbours: Int) throws {
    let ties = try model(people: 300, neighbours: neighbours, rewire: 0).draw(threads: .one).ties
    let expected = 3 * Double(neighbours - 2) / (4 * Double(neighbours - 1))
    #expect(abs(ties.clustering - expected) < 1e-12)
  }

  @Test(arguments: [0, 0.01, 0.3, 1])
  func `the number of ties is exact and no tie stands twice`(rewire: Double) throws {
    let ties = try model(people: 3000, neighbours: 12, rewire: rewire).draw(threads: ThreadCount(2)).ties
    #expect(ties.isSound)
    #expect(ties.count == 18_000)
  }

  /// With so few people rewired ties meet again and again, up to a society where all pairs are tied.
  @Test(arguments: [(3, 2), (5, 2), (5, 4), (7, 4), (7, 6), (9, 8), (10, 8)])
  func `the number of ties is exact among few people`(people: Int, neighbours: Int) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      for rewire in [0.2, 1] {
        let ties = try model(people: people, neighbours: neighbours, rewire: rewire, seed: seed).draw(threads: .one)
          .ties
        #expect(ties.isSound && ties.count == people * neighbours / 2)
      }
    }
  }

  /// Bounds of 5 standard deviations.
  ///
  /// 30,000 ties of the ring, of which a quarter leave it; a rewired tie lands on the ring by chance once in 500. The
  /// standard deviation is 75; the bound of 5 fails once in a million seeds.
  @Test func `the share of ties off the ring is the probability`() throws {
    let ties = try model(people: 5000, neighbours: 12, rewire: 0.25, isShuffled: false).draw(threads: .one).ties
    let off = ties.pairs.count { one, other in min(other - one, one + 5000 - other) > 6 }
    #expect(abs(Double(off) - 7500 * (1 - 12.0 / 5000)) < 375)
  }

  /// Each keeps the near ends of its ties forward: k / 2 at least.
  @Test func `everybody keeps half of the ties at least`() throws {
    let degrees = try model(people: 4000, neighbours: 10, rewire: 1).draw(threads: .one).ties.degrees
    #expect(degrees.allSatisfy { $0 >= 5 })
  }

  @Test(arguments: [2, 3, 7])
  func `the number of threads changes no byte`(threads: Int) throws {
    let model = try model(people: 20_000, neighbours: 14, rewire: 0.4)
    let one = CollectedFiles()
    let other = CollectedFiles()
    try model.write(to: one, command: "c", threads: .one)
    try model.write(to: other, command: "c", threads: ThreadCount(threads))
    #expect(one.files == other.files)
  }

  @Test func `the wave of scores has mean 0 and variance 1 over the ring`() {
    let wave = RingWave(people: 500, seed: 4)
    let heights = (0..<500).map(wave.height)
    #expect(abs(heights.reduce(0, +) / 500) < 1e-12)
    #expect(abs(heights.map { $0 * $0 }.reduce(0, +) / 500 - 1) < 1e-12)
  }

  /// With homophily 1 the score is the wave alone, up to its rounding: neighbours on the ring differ by a hair.
  @Test func `with homophily 1 scores follow the ring`() throws {
    var settings = WattsStrogatz.Settings(people: 1000, neighbours: 4, rewire: 0)
    settings.homophily = 1
    settings.isShuffled = false
    let files = CollectedFiles()
    try WattsStrogatz(settings).write(to: files, command: "c", threads: .one)
    let scores = files.rows("people.csv").compactMap { Double($0[2]) }
    // The steepest slope: sqrt(2/3) * (1 + 2 + 3) * 2 pi / 1000 standard deviations of 75 points, and a rounding.
    #expect(zip(scores, scores.dropFirst()).allSatisfy { abs($0 - $1) < 2.33 })
  }

  @Test(arguments: [3, 0, 10])
  func `numbers of neighbours that a ring cannot have are refused`(neighbours: Int) {
    #expect(
      throws: GeneratingError(
        "\(neighbours) neighbours on a ring of 10 people are impossible; an even number from 2 to 8 was expected")
    ) { try model(people: 10, neighbours: neighbours, rewire: 0) }
  }
}
