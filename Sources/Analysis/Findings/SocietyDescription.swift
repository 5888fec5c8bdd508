import GraphModel

/// What a society is, before anything has moved: the findings of `describe`.
public struct SocietyDescription: Sendable, Equatable, Codable {
  /// The society.
  public let society: SocietyFindings
  /// Own scores.
  public let ownScores: ScoreSummary
  /// What reading did to the input.
  public let notices: [Notice]

  /// A society described.
  ///
  /// - Throws: `ReadingError` for layer weights that do not fit.
  public init(_ read: ReadSociety, _ settings: AnalysisSettings) throws(ReadingError) {
    let choices = try Choices(read.society, settings)
    let combined = read.society.combined(shares: choices.shares, threads: settings.threads)
    society = SocietyFindings(read.society, shares: choices.shares, combined: combined, threads: settings.threads)
    ownScores = ScoreSummary(read.society.ownScores, on: read.society.scale)
    // How scores would move is not described here.
    notices = read.notices
  }
}
