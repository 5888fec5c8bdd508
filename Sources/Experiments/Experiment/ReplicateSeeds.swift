import Compute

/// The seeds of an experiment's runs: each a function of the experiment's seed, the replicate and, if asked for, the cell.
///
/// So the first replicates stay what they are when more are added, whatever order runs are made in. Seeds have 53 bits: R
/// and spreadsheets hold them exactly.
public struct ReplicateSeeds: Sendable, Equatable {
  /// The experiment's seed.
  public let seed: UInt64
  /// Whether the cells of a replicate share a seed.
  public let randomNumbers: Experiment.RandomNumbers

  private static let (runs, societies): (UInt32, UInt32) = (400, 401)

  /// The seeds of an experiment.
  public init(seed: UInt64, randomNumbers: Experiment.RandomNumbers) {
    self.seed = seed
    self.randomNumbers = randomNumbers
  }

  /// The seed of a run.
  ///
  /// - Parameters:
  ///   - replicate: from 1, below 2^32.
  ///   - cell: from 1, below 2^32.
  public func run(replicate: Int, cell: Int) -> UInt64 {
    let cell = randomNumbers == .common ? 0 : UInt64(cell)
    return draw(Self.runs, cell << 32 | UInt64(replicate))
  }

  /// The seed of a replicate's society; cells share it.
  public func society(replicate: Int) -> UInt64 { draw(Self.societies, UInt64(replicate)) }

  private func draw(_ stream: UInt32, _ index: UInt64) -> UInt64 {
    var random = RandomStream(seed: seed, stream: stream, index: index)
    return random.next() >> 11
  }
}
