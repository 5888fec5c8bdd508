import ArgumentParser
import Compute
import Foundation
import Simulation

/// The command `holme-newman`.
@main
struct HolmeNewmanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holme-newman",
    abstract: "Do opinions and ties that change together end in one opinion or in many?",
    discussion: """
      Runs the model of Holme and Newman (Phys. Rev. E 74 (2006) 056108) until no tie joins two opinions, from random \
      graphs of mean degree 4 with 10 people an opinion, for several phi, and prints the mean share S / N of people \
      who hold the commonest opinion with its standard error.

      With --check the shares of 3,200 people are held against the published ones, and the exit code is 1 if one is \
      off.
      """)

  @Option(help: "How many societies for each line.")
  var seeds = 100

  @Option(help: "Threads that work at once (default: all processors).")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Compare with what was published.")
  var check = false

  @Flag(help: "Two people have one tie at most.")
  var simple = false

  func validate() throws {
    guard seeds >= 2, threads >= 1 else { throw ValidationError("--seeds is 2 or more, --threads 1 or more") }
  }

  func run() throws {
    print("\(seeds) societies a line, mean degree 4, 10 people an opinion; +- is one standard error")
    print("\n   phi     N      S / N                 sweeps     published")
    var isOff = false
    for value in Published.values {
      let sample = sample(people: Published.people, phi: value.phi)
      let isNear = value.range.contains(sample.mean)
      if !isNear { isOff = true }
      print(line(sample) + String(format: "%10.3f  %@", value.share, isNear ? "near" : "off"))
    }
    print("\n(S / N) N^a with a = \(Published.exponent): rises with N below the transition at 0.458, falls above it")
    print("\n   phi     N      S / N                 sweeps     (S / N) N^a")
    for phi in [Published.below, Published.above] {
      let samples = Published.sizes.map { sample(people: $0, phi: phi) }
      for sample in samples {
        let factor = pow(Double(sample.people), Published.exponent)
        print(line(sample) + String(format: "%10.3f +- %.3f", factor * sample.mean, factor * sample.error))
      }
      let trend = trend(samples[0], samples[samples.count - 1])
      let isRight = phi == Published.below ? trend > 2 : trend < -2
      if !isRight { isOff = true }
      print(String(format: "  %+.1f standard errors from the smallest to the largest", trend))
    }
    if check, isOff { throw ExitCode.failure }
  }

  /// What the runs of one line came to.
  private struct Sample {
    let people: Int
    let phi: Double
    let mean: Double
    let error: Double
    let sweeps: Double
  }

  private func sample(people: Int, phi: Double) -> Sample {
    let runs = Parallel.map(seeds, threads: ThreadCount(threads)) { seed in
      var random = RandomStream(seed: UInt64(seed), stream: 1)
      var society = HolmeNewman.random(
        people: people, meanDegree: 4, peoplePerOpinion: 10, phi: phi, isSimple: simple, random: &random)
      let steps = society.settle(&random)
      return [society.largestShare, Double(steps) / Double(people)]
    }
    let count = Double(seeds)
    let mean = runs.reduce(0) { $0 + $1[0] } / count
    let variance = runs.reduce(0) { $0 + ($1[0] - mean) * ($1[0] - mean) } / (count - 1)
    return Sample(
      people: people, phi: phi, mean: mean, error: (variance / count).squareRoot(),
      sweeps: runs.reduce(0) { $0 + $1[1] } / count)
  }

  /// By how many standard errors `(S / N) N^a` is larger in the second sample.
  private func trend(_ small: Sample, _ large: Sample) -> Double {
    let factors = [small, large].map { pow(Double($0.people), Published.exponent) }
    let error = hypot(factors[0] * small.error, factors[1] * large.error)
    return (factors[1] * large.mean - factors[0] * small.mean) / error
  }

  private func line(_ sample: Sample) -> String {
    String(
      format: "%6.3f  %5d  %7.4f +- %.4f  %13.1f", sample.phi, sample.people, sample.mean, sample.error, sample.sweeps)
  }
}
