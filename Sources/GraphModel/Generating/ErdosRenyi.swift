import Compute
import Foundation

/// A random graph: every pair of people is as likely to be tied as every other.
///
/// Either a number of ties is given, and each set of so many pairs is as likely (G(n, m)), or a probability, and each pair
/// is tied on its own (G(n, p)). G(n, m) draws pairs one by one and passes over repeats, of the pairs that are not tied if
/// more than half are; G(n, p) leaps from tie to tie, by geometric steps within blocks of people.
///
/// Sources: P. Erdos, A. Renyi, "On random graphs I", Publ. Math. Debrecen 6 (1959); E. N. Gilbert, "Random graphs", Ann.
/// Math. Statist. 30 (1959); V. Batagelj, U. Brandes, "Efficient generation of large random networks", Phys. Rev. E 71
/// (2005), for the leaps.
public struct ErdosRenyi: TieModel {
  /// How many ties there are.
  public enum Size: Sendable, Equatable {
    /// Exactly so many.
    case ties(Int)
    /// Each pair with this probability, 0 to 1.
    case probability(Double)
  }

  /// What it is made with.
  public struct Settings: Sendable, Equatable {
    /// How many people, 2 to 100,000,000.
    public var people: Int
    /// How many ties.
    public var size: Size
    /// The form of the ids.
    public var ids = PersonLabels.Form.string
    /// The weights of ties.
    public var weights = TieWeights.none
    /// How scores are drawn; independent of ties.
    public var scores = ScoreModel()
    /// The seed.
    public var seed: UInt64 = 1

    /// Settings.
    public init(people: Int, size: Size) {
      self.people = people
      self.size = size
    }
  }

  /// What it is made with.
  public let settings: Settings
  /// How the people are called.
  public let labels: PersonLabels
  /// The weights of ties.
  public var weights: TieWeights { settings.weights }
  /// How scores are drawn.
  public var scores: ScoreModel { settings.scores }
  private let pairs: Int

  /// Prepares a society.
  ///
  /// - Throws: `GeneratingError` if there is no such society, with what would be possible.
  public init(_ settings: Settings) throws(GeneratingError) {
    let people = settings.people
    try GeneratingError.require((2...100_000_000).contains(people), "2 to 100000000 people were expected")
    pairs = people * (people - 1) / 2
    switch settings.size {
    case .ties(let ties):
      try GeneratingError.require(
        ties >= 0 && ties <= pairs, "\(ties) ties are too many for \(people) people; \(pairs) pairs fit")
    case .probability(let probability):
      try GeneratingError.require(probability >= 0 && probability <= 1, "a probability lies from 0 to 1")
    }
    try settings.scores.validate()
    self.settings = settings
    labels = PersonLabels(settings.ids, people: people)
  }

  /// Draws the society; O(people + ties).
  public func draw(threads: ThreadCount) -> DrawnSociety {
    let ties = drawTies(threads: threads)
    let law =
      switch settings.size {
      case .ties: "a fixed number of pairs, every set of so many as likely (G(n, m))"
      case .probability(let probability): "every pair with probability \(Numerals.plain(probability)) (G(n, p))"
      }
    return DrawnSociety(
      ties: ties,
      people: GeneratedPeople(
        count: settings.people, labels: labels, place: nil, scores: scores, homophily: 0, seed: settings.seed,
        shared: { _ in 0 }),
      title: "random graph (synthetic)",
      account: [
        "\(settings.people) people, after Erdos and Renyi (1959).",
        "\(ties.count) friendships: \(law).",
      ] + (scores.scale == nil ? [] : ["Own scores are normal and independent of the ties."]))
  }

  private func drawTies(threads: ThreadCount) -> TieSet {
    switch settings.size {
    case .probability(1): return all(threads: threads) { _, _ in true }
    case .probability(let probability): return leap(probability, threads: threads)
    case .ties(let count) where count <= pairs / 2: return some(count, threads: threads)
    case .ties(let count):
      let missing = some(pairs - count, threads: threads)
      return all(threads: threads) { !missing.contains($0, $1) }
    }
  }

  private func some(_ count: Int, threads: ThreadCount) -> TieSet {
    let (people, seed) = (settings.people, settings.seed)
    var ties = TieSet(people: people, expected: count)
    ties.draw(count, threads: threads) { index in
      var stream = GeneratingStream.uniformTies.of(index, seed: seed)
      let one = stream.integer(below: people)
      let other = stream.integer(below: people - 1)
      return DrawnTie(one, other < one ? other : other + 1)
    }
    return ties
  }

  private func all(threads: ThreadCount, where isTied: (Int, Int) -> Bool) -> TieSet {
    var ties = TieSet(people: settings.people, expected: pairs)
    let blocks = rows(perPair: 1)
    ties.insert(blocks: blocks.count, threads: threads) { block, drawn in
      for one in blocks[block] {
        for other in one + 1..<max(one + 1, settings.people) where isTied(one, other) {
          drawn.append(DrawnTie(one, other))
        }
      }
    }
    return ties
  }

  /// Blocks of people whose pairs with people of higher index hold about one block of ties.
  private func rows(perPair probability: Double) -> [Range<Int>] {
    let people = settings.people
    // Costs are in pairs, so that the blocks are right for small probabilities too; every person costs something.
    let target = Int(min(Double(TieSet.blockSize) / max(probability, 1e-12), 1e17))
    return Blocks.ranges(count: people, target: target) { people - $0 }
  }

  private func leap(_ probability: Double, threads: ThreadCount) -> TieSet {
    let people = settings.people
    var ties = TieSet(people: people, expected: Int(min(Double(pairs) * probability, 1e10)))
    guard probability > 0 else { return ties }
    let blocks = rows(perPair: probability)
    let scale = 1 / log1p(-probability)
    ties.insert(blocks: blocks.count, threads: threads) { block, drawn in
      var stream = GeneratingStream.skips.of(block, seed: settings.seed)
      var one = blocks[block].lowerBound
      var other = one
      while one < blocks[block].upperBound {
        // Beyond the last pair of all it does not matter how far.
        let leap = min(log(1 - stream.uniform()) * scale, 1e17)
        other += 1 + Int(leap)
        while other >= people, one < blocks[block].upperBound {
          other += one + 2 - people
          one += 1
        }
        if one < blocks[block].upperBound { drawn.append(DrawnTie(one, other)) }
      }
    }
    return ties
  }
}
