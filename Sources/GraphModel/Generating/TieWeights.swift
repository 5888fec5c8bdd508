import Compute
import Foundation

/// How the ties of a generated society are weighted.
public enum TieWeights: String, Sendable, CaseIterable {
  /// No weights: every tie counts 1.
  case none
  /// Log-normal weights with median 1 and standard deviation of the logarithm 0.75, in thousandths, at least 0.001.
  case lognormal

  /// The weight of a tie in thousandths: a function of the seed and the pair of people.
  static func thousandths(of tie: DrawnTie, seed: UInt64) -> Int {
    var stream = GeneratingStream.weight.of(tie.pair, seed: seed)
    return max(1, Int((1000 * exp(0.75 * stream.normal())).rounded()))
  }
}

extension TieSet {
  /// Writes the ties as a file with the columns source, target and perhaps weight.
  func write<Sink: SocietySink>(
    _ name: String, labels: PersonLabels, weights: TieWeights, seed: UInt64, to scribe: inout SocietyScribe<Sink>
  ) throws {
    try scribe.write(
      name, header: weights == .none ? "source,target" : "source,target,weight", blocks: runs.count
    ) { run, buffer in
      for tie in runs[run] {
        labels.add(tie.lower, to: &buffer)
        buffer.comma()
        labels.add(tie.upper, to: &buffer)
        if weights == .lognormal {
          buffer.comma()
          buffer.append(TieWeights.thousandths(of: tie, seed: seed), places: 3)
        }
        buffer.newline()
      }
    }
  }
}
