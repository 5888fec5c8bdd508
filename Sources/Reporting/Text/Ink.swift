/// How text is emphasised on a terminal.
public enum Ink: Sendable, Equatable {
  /// No colour: for pipes, files and `NO_COLOR`.
  case plain
  /// ANSI escape sequences.
  case colour

  /// What a piece of text is.
  enum Role: String {
    case heading = "1"
    case faint = "2"
    case good = "32"
    case bad = "31"
    case accent = "36"
  }

  /// The text, painted for its role.
  func paint(_ text: String, _ role: Role) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m"
  }
}
