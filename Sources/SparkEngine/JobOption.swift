import Foundation
import GraphModel

/// One option of a command line, with its value.
struct JobOption: Sendable, Equatable {
  let name: String?
  let value: String?

  /// An option, or what stands without one.
  init(_ name: String?, _ value: String? = nil) {
    self.name = name
    self.value = value
  }

  /// The words that a program gets.
  ///
  /// A value that begins with a dash stands in one word with its option: it would be taken for another option.
  var words: [String] {
    guard let name else { return value.map { [$0] } ?? [] }
    guard let value else { return [name] }
    return value.hasPrefix("-") && name.hasPrefix("--") ? ["\(name)=\(value)"] : [name, value]
  }
}

/// Values as the job's options take them.
enum JobText {
  /// JSON in one line, its keys sorted.
  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and finite numbers can always be written.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}

/// A scorecard as the job reads it.
struct ScorecardText: Encodable {
  private struct Factor: Encodable {
    let name: String
    let weight: Double
    let normalise: String
    let low: Double
    let high: Double
    let better: String
  }

  private let name: String
  private let title: String
  private let official: Bool?
  private let scale: String?
  private let factors: [Factor]

  init(_ card: Scorecard) {
    name = card.name
    title = card.title
    official = card.isOfficial
    scale = card.scale?.name
    factors = card.factors.map {
      Factor(
        name: $0.name, weight: $0.weight, normalise: $0.normalisation.rawValue, low: $0.low, high: $0.high,
        better: $0.isReversed ? "low" : "high")
    }
  }
}
