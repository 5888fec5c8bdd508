import Foundation
import Testing

/// What `--timings` prints, and that nothing of it reaches standard output.
struct TimingTests {
  @Test func `The table of times stands on standard error and has a line a phase`() throws {
    let plain = try Program.run("analyze", Package.dataset("karate"))
    let run = try Program.run("analyze", Package.dataset("karate"), "--timings")
    #expect(run.code == 0)
    #expect(run.output == plain.output)
    let lines = run.errors.split(separator: "\n")
    let names = lines.map { line in String(line.prefix { !$0.isNumber }).trimmingCharacters(in: .whitespaces) }
    #expect(
      Array(names.dropFirst()) == [
        "reading people.csv", "reading friendships.csv", "building rows", "settling scores", "finding communities",
        "measuring", "looking for hot spots", "everything else", "whole command",
      ])
    #expect(lines.first?.hasPrefix("phase ") == true)
  }

  @Test func `A packed society is opened and checked in phases of their own`() throws {
    let folder = TemporaryFolder()
    _ = try Program.run("pack", Package.dataset("karate"), "-o", folder.path("karate.pack"))
    let run = try Program.run("describe", folder.path("karate.pack"), "--timings")
    #expect(run.errors.contains("opening the pack") && run.errors.contains("checking the pack"))
  }

  @Test func `Without a terminal there is no bar`() throws {
    let run = try Program.run("analyze", Package.dataset("karate"))
    #expect(run.errors == "")
  }

  @Test func `A run says what each phase took`() throws {
    let folder = TemporaryFolder()
    let run = try Program.run("analyze", Package.dataset("florentine"), "-o", folder.path("run"), "--quiet")
    #expect(run.code == 0)
    let machine = try #require(try JSON(folder.text("run/run.json"))["machine"])
    guard case .list(let phases)? = machine["phases"] else {
      Issue.record("there are no phases")
      return
    }
    let names = phases.compactMap { phase -> String? in
      if case .text(let name)? = phase["name"] { return name }
      return nil
    }
    #expect(names.contains("settling scores"))
    #expect(names.contains("finding communities"))
  }
}
