/// Fields as CSV text (RFC 4180).
enum CSVText {
  /// One line, with its end.
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\n" }

  /// A field, quoted if it has to be.
  ///
  /// Decided by Unicode scalars, as readers do: a combining accent behind a quote makes one `Character` of the two.
  static func field(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let ends = [scalars.first, scalars.last]
    let needsQuotes =
      scalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" } || scalars.first == "#"
      || ends.contains(" ") || ends.contains("\t")
    guard needsQuotes else { return text }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in scalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
