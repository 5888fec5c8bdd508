/// Blanks around a text.
enum TextTrimming {
  /// The text without blanks before and after.
  static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
