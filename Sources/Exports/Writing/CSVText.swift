/// Fields as CSV text (RFC 4180).
enum CSVText {
  /// One line, with its end.
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\n" }

  /// A field, quoted if it has to be.
  static func field(_ text: String) -> String {
    let needsQuotes =
      text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D } || text.hasPrefix(" ")
      || text.hasSuffix(" ") || text.hasPrefix("#") || text.hasPrefix("\t") || text.hasSuffix("\t")
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
