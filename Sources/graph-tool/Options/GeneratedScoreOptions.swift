import ArgumentParser
import GraphModel

/// The own scores and susceptibilities of generated people.
struct GeneratedScoreOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Scale of the own scores, in points: zhima (350 to 950), fico (300 to 850), unit (0 to 1) or LOW:HIGH (default: zhima).",
      valueName: "scale"),
    transform: Parsing.scale)
  var scale = Scale.zhima

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Range of the susceptibility drawn for each person, within 0:1; or none (default: 0.5:0.7).",
      valueName: "LOW:HIGH|none"),
    transform: Parsing.susceptibilityRange)
  var susceptibility = SusceptibilityRange.standard

  @Flag(help: "Leave own scores out.")
  var noScores = false

  /// How scores are drawn.
  var model: ScoreModel { ScoreModel(scale: noScores ? nil : scale, susceptibility: susceptibility.range) }

  /// The settings, for the README's command.
  var settings: [(String, String)] {
    let range = susceptibility.range.map { "\(Numerals.plain($0.lowerBound)):\(Numerals.plain($0.upperBound))" }
    return (noScores ? [("--no-scores", "")] : [("--scale", scale.name)]) + [("--susceptibility", range ?? "none")]
  }
}

/// The range susceptibilities are drawn from, if they are.
struct SusceptibilityRange {
  /// From 0.5 to 0.7.
  static let standard = SusceptibilityRange(range: 0.5...0.7)

  let range: ClosedRange<Double>?
}

extension Parsing {
  static func share(_ text: String) throws -> Double {
    try number(text, expected: "a number from 0 to 1") { $0 >= 0 && $0 <= 1 }
  }

  static func people(_ text: String) throws -> Int {
    try count(text, expected: "a number of people from 2 to 100000000") { (2...100_000_000).contains($0) }
  }

  static func susceptibilityRange(_ text: String) throws -> SusceptibilityRange {
    if text == "none" { return SusceptibilityRange(range: nil) }
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Numerals.number(String($0)) }
    guard let first = ends[0], let last = ends[ends.count - 1], ends.count <= 2, first >= 0, first <= last, last <= 1
    else {
      throw ValidationError("'\(text)' is not a range LOW:HIGH within 0:1, such as 0.5:0.7, nor none")
    }
    return SusceptibilityRange(range: first...last)
  }
}
