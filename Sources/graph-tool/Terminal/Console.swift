import Foundation
import Reporting

/// Standard output and standard error.
enum Console {
  /// Writes text to standard output.
  static func write(_ text: String) { emit(text, to: FileHandle.standardOutput) }

  /// Writes a line to standard error.
  static func complain(_ line: String) { emit(line + "\n", to: FileHandle.standardError) }

  private static func emit(_ text: String, to handle: FileHandle) {
    // A reader that has gone away wants no more text, and that is no failure.
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// How many characters fit in a line: the terminal's, or 80.
  static var width: Int {
    var size = winsize()
    guard isTerminal, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Colour on a terminal, unless it is switched off by option or by `NO_COLOR`.
  static func ink(noColor: Bool) -> Ink {
    let environment = ProcessInfo.processInfo.environment
    let isOff = noColor || !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return isTerminal && !isOff ? .colour : .plain
  }
}
