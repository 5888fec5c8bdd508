import Analysis
import ArgumentParser
import GraphModel
import Propagation

/// From an option's text to its value, with a sentence for what was expected.
enum Parsing {
  static func number(_ text: String, expected: String, _ isValid: (Double) -> Bool) throws -> Double {
    guard let value = Numerals.number(text), value.magnitude <= 1e100, isValid(value) else {
      throw ValidationError("'\(text)' is not \(expected)")
    }
    return value
  }

  static func count(_ text: String, expected: String, _ isValid: (Int) -> Bool) throws -> Int {
    guard let value = Int(text), isValid(value) else { throw ValidationError("'\(text)' is not \(expected)") }
    return value
  }

  static func layerWeights(_ text: String) throws -> [String: Double] {
    var weights: [String: Double] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let value = Numerals.number(sides[1]), value >= 0, value <= 1e100 else {
        throw ValidationError(
          "'\(part)' is not LAYER=NUMBER with a number of 0 or more, as in friendship=0.7,transaction=0.3")
      }
      guard weights.updateValue(value, forKey: sides[0]) == nil else {
        throw ValidationError("layer '\(sides[0])' is given twice")
      }
    }
    return weights
  }

  static func susceptibility(_ text: String) throws -> Susceptibility {
    let value = Susceptibility(text)
    if case .constant(let number) = value, !(number >= 0 && number <= 1) {
      throw ValidationError(
        "'\(text)' is out of range; 0 (only the own score counts) to 1 (only the network), a column, or degree was expected"
      )
    }
    return value
  }

  /// What is random in random societies.
  ///
  /// Permuting public scores is asked for by name often enough to be refused by name.
  static func null(_ text: String) throws -> NullKind {
    if let kind = NullKind(rawValue: text) { return kind }
    if text.lowercased().contains("public") {
      throw ValidationError(
        "public scores cannot be permuted: neighbours have mixed already, so any network would look sorted (at 5% such a test rejects half of the time without any sorting); permute deals out own scores and propagates them again"
      )
    }
    throw ValidationError("'\(text)' is no kind of random society; permute or rewire was expected")
  }

  static func threshold(_ text: String) throws -> ModelParameters.Number {
    guard let value = Numerals.number(text) else { return .column(text) }
    guard (0...1).contains(value) else {
      throw ValidationError("'\(text)' is out of range; a share of the network from 0 to 1, or a column was expected")
    }
    return .constant(value)
  }

  static func turned(_ text: String) throws -> ModelParameters.Some {
    if Numerals.number(text) != nil {
      throw ValidationError("'\(text)' is a number; below:\(text), or a column was expected")
    }
    guard text.lowercased().hasPrefix("below:") else { return .column(text) }
    guard let score = Numerals.number(String(text.dropFirst(6))) else {
      throw ValidationError("'\(text)' names no score; below:SCORE, as in below:550, or a column was expected")
    }
    return .below(score)
  }

  static func scale(_ text: String) throws -> Scale {
    guard let scale = Scale(named: text) else {
      throw ValidationError("'\(text)' is not a scale; zhima, fico, unit or LOW:HIGH with LOW below HIGH was expected")
    }
    return scale
  }

  static func time(_ text: String) throws -> Double {
    guard let seconds = Timestamp.seconds(text) else {
      throw ValidationError("'\(text)' is not a time; Unix seconds or an ISO 8601 date such as 2025-12-31 was expected")
    }
    return seconds
  }

  static func seed(_ text: String) throws -> Seed {
    if text == "random" { return Seed(value: UInt64.random(in: 0...UInt64(UInt32.max)), isDrawn: true) }
    guard let value = UInt64(text) else {
      throw ValidationError("'\(text)' is not a seed; a whole number of 0 or more, or random, was expected")
    }
    return Seed(value: value, isDrawn: false)
  }
}

/// The seed of everything random.
struct Seed {
  /// 1, unless something else is asked for.
  static let standard = Seed(value: 1, isDrawn: false)

  let value: UInt64
  /// Whether nobody chose it, so that it has to be told.
  let isDrawn: Bool

  /// Tells a drawn seed on standard error, so that the run can be repeated.
  func announce() {
    if isDrawn { Console.complain("seed \(value)") }
  }
}

extension TieFormat: ExpressibleByArgument {}
extension ScoreSource: ExpressibleByArgument {}
extension MissingScoreRule: ExpressibleByArgument {}
extension UnknownPeopleRule: ExpressibleByArgument {}
extension TieRules.SelfTies: ExpressibleByArgument {}
extension TieRules.Negative: ExpressibleByArgument {}
extension TieRules.Direction: ExpressibleByArgument {}
extension Reordering: ExpressibleByArgument {}
extension LayerMix: ExpressibleByArgument {}
extension AnalysisSettings.Model: ExpressibleByArgument {}
extension AnalysisSettings.Isolates: ExpressibleByArgument {}
extension Solver: ExpressibleByArgument {}
extension AnalysisSettings.Tested: ExpressibleByArgument {}
