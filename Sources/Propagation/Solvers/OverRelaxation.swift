import Compute
import GraphModel

/// Successive over-relaxation, colour by colour: `x_i += omega (F_i(x) - x_i)` with all that others already got.
///
/// With omega = 1 (Gauss and Seidel) a sweep is a contraction in the largest norm by alpha or better, for any `W`. Where
/// `W` is reversible, `D A^-1 - C` is symmetric and positive definite and any omega between 0 and 2 converges (Ostrowski
/// 1954). There omega is raised to `2 / (1 + sqrt(1 - mu^2))`, mu being what Young's relation
/// `(lambda + omega - 1)^2 = lambda omega^2 mu^2` makes of the observed gain lambda of the sweeps, and never above the
/// bound of the spectral radius.
///
/// Source: D. M. Young, "Iterative methods for solving partial difference equations of elliptic type", Trans. Amer. Math.
/// Soc. 76 (1954) 92-111; L. A. Hageman, D. M. Young, Applied Iterative Methods (1981), chapter 9, for raising omega.
struct OverRelaxation: Acceleration {
  private let system: LinearSystem
  private let spectralRadius: Double
  private let colouring: Colouring
  /// For each colour, blocks of places in `colouring.people`.
  private let blocks: [[Range<Int>]]
  private let largestSusceptibility: Double
  private var omega = 1.0

  /// Sweeps for a system, or `nil` if it takes too many colours.
  init?(_ system: LinearSystem, spectralRadius: Double) {
    guard let colouring = Colouring(system.network, where: system.susceptibility.map { $0 > 0 }) else { return nil }
    self.system = system
    self.spectralRadius = spectralRadius
    self.colouring = colouring
    let people = colouring.people
    blocks = colouring.colours.map { colour in
      Blocks.ranges(count: colour.count, target: 1 << 15) { place in
        system.network.ties.reduce(4) { $0 + $1.degree(of: Int(people[colour.lowerBound + place])) }
      }.map { colour.lowerBound + $0.lowerBound..<colour.lowerBound + $0.upperBound }
    }
    largestSusceptibility = system.susceptibility.max() ?? 0
  }

  /// How many sweeps the gain is observed over before omega is raised.
  private static let observation = 5

  mutating func improve(_ scores: inout [Double], to target: Double, limit: Int) -> Attempt {
    var updates = [Double](repeating: 0, count: colouring.people.count)
    var used = 0
    var isReached = false
    var stall = Stall()
    var last = Double.infinity
    var sinceRaised = 0
    while used < limit {
      let largest = sweep(&scores, &updates)
      used += 1
      system.progress.advance(by: 1)
      // The residual after a sweep: what its own step leaves, and what later steps of others moved.
      let residual = ((omega - 1) / omega + largestSusceptibility) * largest
      isReached = residual <= target
      if isReached || !residual.isFinite || stall.lasts(largest, round: used) { break }
      sinceRaised += 1
      if system.network.isSymmetric, sinceRaised >= Self.observation {
        if raiseOmega(largest / last) { sinceRaised = 0 }
      }
      last = largest
    }
    return Attempt(applications: used, isReached: isReached)
  }

  /// Raises omega to what the gain of a sweep suggests; whether it did.
  private mutating func raiseOmega(_ gain: Double) -> Bool {
    guard gain > omega - 1, gain < 1 else { return false }
    let observed = (gain + omega - 1) / (omega * gain.squareRoot())
    let radius = min(observed, spectralRadius)
    guard radius < 1 else { return false }
    let better = 2 / (1 + (1 - radius * radius).squareRoot())
    guard better > omega + 0.01 else { return false }
    omega = better
    return true
  }

  /// One sweep over all colours; the largest step.
  ///
  /// A colour's new values are computed aside and then put in place: two passes that share no memory.
  private func sweep(_ scores: inout [Double], _ updates: inout [Double]) -> Double {
    var largest = 0.0
    for blocks in blocks {
      let steps = Parallel.fill(&updates, blocks: blocks, threads: system.threads) { block, slice in
        let people = colouring.people.span.extracting(block)
        let scores = scores.span
        let susceptibility = system.susceptibility.span
        let constant = system.constant.span
        system.network.networkScores(people, of: scores, into: &slice)
        var largest = 0.0
        for place in people.indices {
          let person = Int(people[place])
          let image = susceptibility[person] * slice[place] + constant[person]
          let step = omega * (image - scores[person])
          slice[place] = scores[person] + step
          largest = max(largest, step.magnitude)
        }
        return largest
      }
      largest = max(largest, steps.max() ?? 0)
      place(updates, in: &scores, blocks)
    }
    return largest
  }

  /// Puts a colour's new values in place; people rise in a colour, so that each block has its own stretch of people.
  private func place(_ updates: [Double], in scores: inout [Double], _ blocks: [Range<Int>]) {
    let people = colouring.people
    let stretches = blocks.map { Int(people[$0.lowerBound])..<Int(people[$0.upperBound - 1]) + 1 }
    Parallel.fill(&scores, blocks: stretches, threads: system.threads) { stretch, slice in
      let index = stretches.partitioningIndex { $0.lowerBound >= stretch.lowerBound }
      for place in blocks[index] { slice[Int(people[place]) - stretch.lowerBound] = updates[place] }
    }
  }
}

extension [Range<Int>] {
  /// The first index at which a condition holds that holds for all after it.
  fileprivate func partitioningIndex(_ holds: (Range<Int>) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
