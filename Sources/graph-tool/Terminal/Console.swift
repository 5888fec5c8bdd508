import Exports
import Foundation
import Reporting
import Synchronization

/// Standard output and standard error.
enum Console {
  /// Writes text to standard output.
  ///
  /// A reader that has gone away wants no more text, and that is no failure.
  ///
  /// - Throws: `ExportError` if the text cannot be written for another reason.
  static func write(_ text: String) throws { _ = try write(Array(text.utf8)[...]) }

  /// Writes bytes to standard output.
  ///
  /// - Returns: whether there is still somebody who reads.
  private static func write(_ bytes: ArraySlice<UInt8>) throws -> Bool {
    var bytes = bytes
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        return false
      } else if errno != EINTR {
        throw ExportError.standardOutput
      }
    }
    return true
  }

  /// Writes a file to standard output, and removes it first.
  ///
  /// A reader that goes away may end the program at once, so nothing may be left to clear by then.
  static func write(contentsOf path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { throw ExportError.standardOutput }
    defer { try? file.close() }
    try? FileManager.default.removeItem(atPath: path)
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      guard try write(Array(piece)[...]) else { return }
    }
  }

  /// Writes a line to standard error.
  static func complain(_ line: String) {
    clearBar()
    // There is nobody left to tell that this cannot be written.
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  // MARK: The bar

  private static let bar = Mutex(false)

  /// Whether standard error can show a bar: a terminal that can go back to the start of a line.
  static var hasBar: Bool { isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb" }

  /// Shows a line in place of the last one, cut to the terminal's width.
  static func draw(_ line: String) {
    var size = winsize()
    let isKnown = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 1
    let text = "\r" + line.prefix(isKnown ? Int(size.ws_col) - 1 : 79) + "\u{1B}[K"
    bar.withLock { isShown in
      isShown = true
      try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
  }

  /// Takes the bar away, if there is one.
  static func clearBar() {
    bar.withLock { isShown in
      if isShown { try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8)) }
      isShown = false
    }
  }

  // MARK: The terminal

  /// How many characters fit in a line: the terminal's, or 80.
  static var width: Int {
    var size = winsize()
    guard isTerminal, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether the locale says that text is in another encoding than UTF-8; one that says nothing is taken for UTF-8.
  static var isASCII: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    return !name.isEmpty && !name.contains("utf-8") && !name.contains("utf8")
  }

  /// Colour on a terminal, unless it is switched off by option or by `NO_COLOR`.
  static func ink(noColor: Bool) -> Ink {
    let environment = ProcessInfo.processInfo.environment
    let isOff = noColor || !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return isTerminal && !isOff ? .colour : .plain
  }
}
