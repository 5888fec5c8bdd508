import Compute
import Foundation
import SparkEngine

/// Shows how far a job on Spark is, as the bar does for work done here.
struct JobProgress: Sendable {
  private let watch: Watch

  /// - Parameter watch: where it is shown and recorded.
  init(_ watch: Watch) { self.watch = watch }

  /// Takes an event; errors and the end are for whoever waits for the job.
  func take(_ event: JobEvent) {
    switch event {
    case .phase(let name): watch.show("\(name) (Spark)")
    case .round(let round): watch.show(Self.text(round))
    case .done(let work):
      watch.noted(
        Phase(work.name, work.ties == nil ? .people : .ties), PhaseWork(bytes: work.bytes, ties: work.ties),
        seconds: work.seconds)
    case .note(let text): Console.complain(text)
    case .error, .finished: break
    }
  }

  /// `settling scores (Spark)  round 12, change 0.0031 points, error at most 0.0062`.
  static func text(_ round: JobEvent.Round) -> String {
    let bound = round.bound.map { ", error at most \(number($0))" } ?? ""
    return "settling scores (Spark)  round \(round.round), change \(number(round.change)) points\(bound)"
  }

  private static func number(_ value: Double) -> String { String(format: "%.2g", value) }
}
