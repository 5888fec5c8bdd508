/// The format of a file of ties.
public enum TieFormat: String, Sendable, CaseIterable, Codable {
  /// Whichever of the others the beginning of the file shows.
  case auto
  /// A table with a header line.
  case csv
  /// As the Stanford collection writes it: comments, then ends and perhaps a weight a line, and no header.
  case snap
  /// As the KONECT collection writes it: `% sym unweighted`, then ends, weight and time.
  case konect
  /// As the Netzschleuder collection writes it: a table whose header is a comment.
  case netzschleuder
  /// As Gephi exports a table of edges, with a column `Type`.
  case gephi
  /// The coordinate format of the Matrix Market.
  case matrixMarket = "matrix-market"
  /// GraphML, a whole society in XML.
  case graphml
}
