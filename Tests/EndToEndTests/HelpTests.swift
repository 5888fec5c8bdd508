import Foundation
import Testing

struct HelpTests {
  /// Every command, as words on the command line.
  static let commands = [
    "", "analyze", "check", "communities", "compare", "describe", "export", "generate", "generate planted",
    "generate barabasi-albert", "generate watts-strogatz", "generate erdos-renyi", "generate village", "influence",
    "pack", "report", "rerun", "shock",
  ]

  private func help(_ command: String) throws -> Run {
    try Program.run(command.split(separator: " ").map(String.init) + ["--help"])
  }

  @Test(arguments: commands)
  func `Help goes to standard output and is no failure`(command: String) throws {
    let run = try help(command)
    #expect(run.output.hasPrefix("OVERVIEW: "))
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  /// The usage line is the library's, which does not break it.
  @Test(arguments: commands)
  func `No line of help but the usage is wider than 80 characters`(command: String) throws {
    #expect(try help(command).lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE: ") } == [])
  }

  @Test(arguments: commands)
  func `Help ends its overview with an example`(command: String) throws {
    let overview = try help(command).output.components(separatedBy: "\n\nUSAGE: ")[0]
    let last = overview.components(separatedBy: "\n\n").last ?? ""
    #expect(last.hasPrefix("Example: graph-tool "))
  }

  @Test func `Every example in the help does what it says`() throws {
    for command in Self.commands {
      // A folder for each: what one example makes is not in another one's way.
      let folder = TemporaryFolder()
      try folder.link("datasets", to: Package.root + "/datasets")
      let overview = try help(command).output.components(separatedBy: "\n\nUSAGE: ")[0]
      let example = "graph-tool " + (overview.components(separatedBy: "Example: graph-tool ").last ?? "")
      let line = example.replacing("\n", with: " ").replacing("graph-tool ", with: "\"$GRAPH_TOOL\" ")
      let run = try Program.shell(line, in: folder.path)
      #expect(run.code == 0, "\(example): \(run.errors)")
    }
  }

  @Test(arguments: [0, 1, 64, 65, 66, 69, 70, 71, 73, 74, 75, 130])
  func `The first help names every exit code`(code: Int) throws {
    let words = try help("").output.components(separatedBy: "Exit codes: ").last?.components(separatedBy: "\n\n")[0]
    #expect(words?.split { !$0.isNumber }.contains(Substring(String(code))) == true)
  }

  @Test func `The first help lists every command`() throws {
    let run = try help("")
    for command in Self.commands.dropFirst() where !command.contains(" ") {
      #expect(run.output.contains("\n  \(command) "))
    }
  }

  @Test func `Without a command the help is shown`() throws {
    #expect(try Program.run().output == help("").output)
  }

  @Test(arguments: commands)
  func `Every command knows the version`(command: String) throws {
    let run = try Program.run(command.split(separator: " ").map(String.init) + ["--version"])
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: commands.filter { $0 != "" && $0 != "generate" })
  func `No option is without a word of help`(command: String) throws {
    let text = try help(command).output
    for line in text.components(separatedBy: "\n") where line.hasPrefix("  -") {
      // An option's help stands behind it or, where the option is long, on the next line.
      let next = text.components(separatedBy: line + "\n").last?.prefix(26) ?? ""
      #expect(line.count > 26 || next.allSatisfy { $0 == " " }, "\(line)")
    }
  }
}
