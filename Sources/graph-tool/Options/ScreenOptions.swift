import ArgumentParser

/// What is shown.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Print JSON instead of text; keys are in docs/json.md.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "No colour, even on a terminal. NO_COLOR does the same.")
  var noColor = false

  func validate() throws {
    if json, quiet { throw ValidationError("--json and --quiet exclude each other") }
  }
}
