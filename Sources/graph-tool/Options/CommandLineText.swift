/// The command line as it stands in `run.json`: without what only concerns the machine, the screen or the place of output,
/// so that it is the same wherever the run is made.
enum CommandLineText {
  private static let flags: Set<String> = [
    "--json", "--quiet", "--no-color", "--ascii", "--force", "--timings", "--dry-run",
  ]
  private static let options: Set<String> = [
    "--threads", "--memory-limit", "-o", "--output", "--checkpoint-every", "--plots", "--scenario-copy",
    // Where Spark lies is of this machine alone, and settings of Spark may hold a password.
    "--spark-home", "--spark-job", "--conf",
  ]

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x2B && $0 <= 0x3A) || $0 == 0x5F
    }
    return isPlain && !word.isEmpty ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  /// - Parameter seed: what stands for `random`, so that the command gives the same again.
  static func essential(_ arguments: [String], seed: UInt64) -> [String] {
    var result = ["graph-tool"]
    var skips = false
    for argument in arguments.dropFirst() {
      if skips {
        skips = false
      } else if options.contains(argument) {
        skips = true
      } else if !flags.contains(argument), !options.contains(where: { argument.hasPrefix($0 + "=") }) {
        let isDrawn = argument == "random" && result.last == "--seed"
        result.append(isDrawn ? String(seed) : argument == "--seed=random" ? "--seed=\(seed)" : argument)
      }
    }
    return result
  }
}
