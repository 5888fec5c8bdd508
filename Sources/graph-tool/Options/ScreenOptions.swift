import ArgumentParser
import Reporting

/// What is shown.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Print JSON instead of text; keys are in docs/json.md.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "No colour, even on a terminal. NO_COLOR does the same.")
  var noColor = false

  @Flag(help: "Draw pictures in ASCII; a locale that is not UTF-8, as LC_ALL=C, does the same.")
  var ascii = false

  /// Whether pictures are made of ASCII characters.
  var isPlain: Bool { ascii || Console.isASCII }

  /// Colour, where it may be used.
  var ink: Ink { Console.ink(noColor: noColor) }

  func validate() throws {
    if json, quiet { throw ValidationError("--json and --quiet exclude each other") }
  }
}
