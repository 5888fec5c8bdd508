import Compute
import Foundation
import Testing

@testable import GraphModel

struct PlantedCommunitiesTests {
  private func settings(people: Int = 5000, ties: Int = 50_000, seed: UInt64 = 1) -> PlantedCommunities.Settings {
    var settings = PlantedCommunities.Settings(people: people, ties: ties)
    settings.seed = seed
    return settings
  }

  private func communities(_ society: DrawnSociety) throws -> [Int32] {
    try #require(society.people.place?.values)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the numbers of ties, in all and inside, are exact and no tie stands twice`(seed: UInt64) throws {
    let society = try PlantedCommunities(settings(seed: seed)).draw(threads: ThreadCount(2))
    let place = try communities(society)
    #expect(society.ties.isSound)
    #expect(society.ties.count == 50_000)
    #expect(society.ties.pairs.count { place[$0] == place[$1] } == 40_000)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `communities have the sizes asked for and everybody has one`(seed: UInt64) throws {
    let model = try PlantedCommunities(settings(seed: seed))
    let sizes = zip(model.starts, model.starts.dropFirst()).map { $1 - $0 }
    #expect(sizes.reduce(0, +) == 5000)
    #expect(sizes.allSatisfy { (100...1000).contains($0) })
  }

  /// Against the distribution function of the law.
  ///
  /// The share of communities below 200 people, out of some 6,000: bound of 5 standard deviations (0.033), which fails
  /// once in a million seeds. A draw is rounded down, so that the law reaches from 100 to 1001.
  @Test func `sizes follow their power law`() throws {
    var settings = settings(people: 1_500_000, ties: 0)
    settings.communityExponent = 2
    let starts = CommunitySizes.starts(settings)
    let sizes = zip(starts, starts.dropFirst()).map { $1 - $0 }
    let share = Double(sizes.count { $0 < 200 }) / Double(sizes.count)
    let expected = BoundedPower(low: 100, high: 1001, exponent: 2).share(below: 200)
    #expect(sizes.count > 5500)
    #expect(abs(share - expected) < 0.033)
  }

  /// 101 to 110 people fit into 10 communities of 10 or 11, whatever is drawn first.
  @Test(arguments: [101, 105, 110, 200])
  func `the last community is brought into the bounds where that is possible`(people: Int) {
    for seed in 1...50 as ClosedRange<UInt64> {
      var settings = settings(people: people, ties: 0, seed: seed)
      settings.communitySizes = 10...11
      let starts = CommunitySizes.starts(settings)
      let sizes = zip(starts, starts.dropFirst()).map { $1 - $0 }
      #expect(sizes.reduce(0, +) == people)
      #expect(sizes.allSatisfy { (10...11).contains($0) })
    }
  }

  @Test func `a last community that nobody can help stays small`() {
    var settings = settings(people: 25, ties: 0)
    settings.communitySizes = 10...10
    #expect(CommunitySizes.starts(settings) == [0, 10, 20, 25])
  }

  /// Against the mean of each person's degree.
  ///
  /// Degrees against expected degrees: where few pairs are tied, the degree of a person is near Poisson with the mean
  /// `2 ties theta_i / sum theta`. The mean of (d - mean)^2 / mean is near 1 with a standard deviation of about
  /// sqrt(2 / n) = 0.02; the bound 0.15 leaves room for full communities and is not met by chance.
  @Test func `degrees are those expected`() throws {
    var settings = settings(people: 5000, ties: 20_000)
    settings.isShuffled = false
    let model = try PlantedCommunities(settings)
    let degrees = model.draw(threads: ThreadCount(2)).ties.degrees
    let sum = model.expected.reduce(0, +)
    let deviations = zip(degrees, model.expected).map { degree, weight in
      let mean = 40_000 * weight / sum
      return (Double(degree) - mean) * (Double(degree) - mean) / mean
    }
    #expect(abs(deviations.reduce(0, +) / 5000 - 1) < 0.15)
  }

  @Test func `with a spread of 1 everybody expects the same number of ties`() throws {
    var settings = settings()
    settings.degreeSpread = 1
    #expect(try PlantedCommunities(settings).expected.allSatisfy { $0 == 1 })
  }

  /// With 40 communities the sampling error of the between share is of order (k - 1) (1 - H) / n = 0.006 and the standing
  /// is brought to variance 1 over people; ten times that is the bound.
  @Test(arguments: [0, 0.3, 0.8, 1])
  func `homophily is the share of the variance between communities`(homophily: Double) throws {
    var settings = settings()
    settings.homophily = homophily
    let files = CollectedFiles()
    try PlantedCommunities(settings).write(to: files, command: "c", threads: ThreadCount(2))
    let rows = files.rows("people.csv")
    let scores = rows.compactMap { Double($0[2]) }
    try #require(scores.count == 5000)
    let mean = scores.reduce(0, +) / 5000
    var sums: [String: (sum: Double, count: Double)] = [:]
    for (row, score) in zip(rows, scores) {
      let old = sums[row[1]] ?? (0, 0)
      sums[row[1]] = (old.sum + score, old.count + 1)
    }
    let between = sums.values.reduce(0) { $0 + $1.count * ($1.sum / $1.count - mean) * ($1.sum / $1.count - mean) }
    let total = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    #expect(abs(between / total - homophily) < 0.05)
  }

  /// Scores are normal with mean 650 and standard deviation 75: over 5,000 people their standard errors are 1.06 and 0.75;
  /// bounds of 5 of them fail once in a million seeds.
  @Test func `scores fill the scale around its middle`() throws {
    var settings = settings()
    settings.homophily = 0
    let files = CollectedFiles()
    try PlantedCommunities(settings).write(to: files, command: "c", threads: .one)
    let scores = files.rows("people.csv").compactMap { Double($0[2]) }
    let mean = scores.reduce(0, +) / 5000
    let deviation = (scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5000).squareRoot()
    #expect(scores.allSatisfy(Scale.zhima.contains))
    #expect(abs(mean - 650) < 5.3 && abs(deviation - 75) < 3.75)
  }

  @Test(arguments: [Scale.unit, .fico, .fifths(low: -5, high: 7), .fifths(low: 0.123_456_7, high: 0.133_456_7)])
  func `scores lie on any scale and differ`(scale: Scale) throws {
    var settings = settings(people: 500, ties: 100)
    settings.scores.scale = scale
    let files = CollectedFiles()
    try PlantedCommunities(settings).write(to: files, command: "c", threads: .one)
    let scores = files.rows("people.csv").compactMap { Double($0[2]) }
    #expect(scores.count == 500 && scores.allSatisfy(scale.contains))
    #expect(Set(scores).count > 400)
  }

  @Test func `susceptibilities lie in their range`() throws {
    let files = CollectedFiles()
    try PlantedCommunities(settings()).write(to: files, command: "c", threads: .one)
    let values = files.rows("people.csv").compactMap { Double($0[3]) }
    #expect(values.count == 5000 && values.allSatisfy { $0 >= 0.5 && $0 <= 0.7 })
    // Standard error of the mean 0.0008; 5 of them fail once in a million seeds.
    #expect(abs(values.reduce(0, +) / 5000 - 0.6) < 0.0041)
  }

  /// The logarithms of 50,000 weights: standard errors 0.0034 and 0.0024; bounds of 5 of them.
  @Test func `weights are log-normal`() throws {
    let files = CollectedFiles()
    try PlantedCommunities(settings()).write(to: files, command: "c", threads: ThreadCount(2))
    let logs = files.rows("friendships.csv").compactMap { Double($0[2]).map { log($0) } }
    try #require(logs.count == 50_000)
    let mean = logs.reduce(0, +) / 50_000
    let deviation = (logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 50_000).squareRoot()
    #expect(abs(mean) < 0.017 && abs(deviation - 0.75) < 0.012)
  }

  @Test func `columns that are not asked for are left out`() throws {
    var settings = settings(people: 100, ties: 100)
    settings.scores = ScoreModel(scale: nil, susceptibility: nil)
    settings.weights = .none
    let files = CollectedFiles()
    try PlantedCommunities(settings).write(to: files, command: "c", threads: .one)
    #expect(files.header("people.csv") == "id,community")
    #expect(files.header("friendships.csv") == "source,target")
  }

  /// Correlation of two independent orders of 5,000: standard error 0.014, bound of 5.
  @Test func `shuffled ids say nothing of the community`() throws {
    func correlation(_ isShuffled: Bool) throws -> Double {
      var settings = settings()
      settings.isShuffled = isShuffled
      let values = try communities(PlantedCommunities(settings).draw(threads: .one)).map(Double.init)
      let mean = values.reduce(0, +) / 5000
      let products = values.enumerated().map { (Double($0) - 2499.5) * ($1 - mean) }.reduce(0, +)
      let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) * (5000 * (5000 * 5000 - 1) / 12)
      return products / squares.squareRoot()
    }
    #expect(try abs(correlation(true)) < 0.071)
    #expect(try correlation(false) > 0.95)
  }

  @Test(arguments: [2, 3, 7])
  func `the number of threads changes no byte`(threads: Int) throws {
    let model = try PlantedCommunities(settings(people: 20_000, ties: 200_000))
    let one = CollectedFiles()
    let other = CollectedFiles()
    try model.write(to: one, command: "c", threads: .one)
    try model.write(to: other, command: "c", threads: ThreadCount(threads))
    #expect(one.files == other.files)
  }

  /// All pairs tied: 10 communities of 10 people, everything inside and everything between.
  @Test func `all pairs may be tied`() throws {
    var settings = settings(people: 100, ties: 4950)
    settings.communitySizes = 10...10
    settings.inside = 450.0 / 4950
    let ties = try PlantedCommunities(settings).draw(threads: ThreadCount(2)).ties
    #expect(ties.count == 4950 && ties.isSound)
  }

  @Test func `more ties than pairs are refused with the number that fits`() {
    #expect(throws: GeneratingError("46 ties are too many for 10 people; 45 pairs fit")) {
      try PlantedCommunities(PlantedCommunities.Settings(people: 10, ties: 46))
    }
  }

  @Test func `more ties inside than pairs are refused with the number that fits`() {
    var settings = settings(people: 100, ties: 1000)
    settings.communitySizes = 10...10
    #expect(
      throws: GeneratingError("800 ties inside communities are too many; 450 pairs lie inside the 10 communities")
    ) { try PlantedCommunities(settings) }
  }

  @Test func `ties between are refused if there is one community`() {
    var settings = settings(people: 100, ties: 100)
    settings.communitySizes = 100...100
    #expect(
      throws: GeneratingError("20 ties between communities are too many; 0 pairs lie between the 1 communities")
    ) { try PlantedCommunities(settings) }
  }
}
