/// How communities are looked for.
package struct LeidenSettings: Sendable, Equatable {
  /// The resolution `gamma`: above 1 for smaller communities, below 1 for larger ones, 1 for the usual modularity.
  package let resolution: Double
  /// The seed of the random choices; one seed gives one answer.
  package let seed: UInt64
  /// How many passes are made at most.
  package let maximumPasses: Int
  /// The gain in modularity below which a pass is the last.
  package let minimumGain: Double

  /// Settings; only the seed has no default.
  ///
  /// - Precondition: the resolution and the gain are finite and 0 or more, and there is at least one pass.
  package init(resolution: Double = 1, seed: UInt64, maximumPasses: Int = 10, minimumGain: Double = 1e-6) {
    precondition(resolution >= 0 && resolution.isFinite, "a resolution is 0 or more")
    precondition(maximumPasses >= 1, "the first pass makes the communities")
    precondition(minimumGain >= 0 && minimumGain.isFinite, "a least gain is 0 or more")
    self.resolution = resolution
    self.seed = seed
    self.maximumPasses = maximumPasses
    self.minimumGain = minimumGain
  }
}
