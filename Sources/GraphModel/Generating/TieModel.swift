import Compute

/// A model that draws one layer of friendships between people who are otherwise strangers to it.
public protocol TieModel: Sendable {
  /// How the people are called.
  var labels: PersonLabels { get }
  /// How the ties are weighted.
  var weights: TieWeights { get }
  /// How own scores and susceptibilities are drawn.
  var scores: ScoreModel { get }
  /// Draws the society.
  ///
  /// - Parameter threads: how many threads work at once; the result does not depend on it.
  func draw(threads: ThreadCount) -> DrawnSociety
}

/// A society as a model drew it, not yet text.
public struct DrawnSociety: Sendable {
  /// The friendships.
  package let ties: TieSet
  let people: GeneratedPeople
  /// The heading of the README.
  let title: String
  /// What was drawn and how, for the README: sentences.
  let account: [String]
}

extension TieModel {
  /// Draws the society and writes its files: `people.csv`, `friendships.csv`, `society.yaml` and `README.md`.
  ///
  /// - Parameters:
  ///   - sink: where the files go.
  ///   - command: the command that makes it, for the README.
  ///   - threads: how many threads work at once; the files do not depend on it.
  /// - Throws: what the sink throws.
  public func write(to sink: some SocietySink, command: String, threads: ThreadCount) throws {
    let society = draw(threads: threads)
    var scribe = SocietyScribe(sink, threads: threads)
    try society.people.write(to: &scribe)
    try society.ties.write(
      "friendships.csv", labels: labels, weights: weights, seed: society.people.seed, to: &scribe)
    try scribe.write("society.yaml", text: societyText)
    try scribe.writeReadme(title: society.title, command: command, account: society.account + columnAccount)
  }

  /// Draws the society and writes its ties alone, as one file of the name `friendships.csv`.
  public func writeTies(to sink: some SocietySink, threads: ThreadCount) throws {
    let society = draw(threads: threads)
    var scribe = SocietyScribe(sink, threads: threads)
    try society.ties.write(
      "friendships.csv", labels: labels, weights: weights, seed: society.people.seed, to: &scribe)
  }

  private var societyText: String {
    var lines = ["# A synthetic society; README.md says how it was made."]
    if let scale = scores.scale { lines += ["scale: \"\(scale.name)\"", "score: score"] }
    lines += ["layers:", "  friendship: {file: friendships.csv}", ""]
    return lines.joined(separator: "\n")
  }

  private var columnAccount: [String] {
    var lines: [String] = []
    if weights == .lognormal {
      lines.append(
        "Weights of ties are log-normal: median 1, standard deviation of the logarithm 0.75, in thousandths.")
    }
    if let range = scores.susceptibility {
      lines.append(
        "Susceptibilities are drawn from \(Numerals.plain(range.lowerBound)) to \(Numerals.plain(range.upperBound)), each number as likely."
      )
    }
    return lines
  }
}
