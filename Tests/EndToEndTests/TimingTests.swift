import Testing

/// What `--timings` prints, and that nothing of it reaches standard output.
struct TimingTests {
  @Test func `The table of times stands on standard error and has a line a phase`() throws {
    let plain = try Program.run("analyze", Package.dataset("karate"))
    let run = try Program.run("analyze", Package.dataset("karate"), "--timings")
    #expect(run.code == 0)
    #expect(run.output == plain.output)
    let lines = run.errors.split(separator: "\n")
    let names = lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(lines.first?.hasPrefix("phase ") == true)
    for name in ["settling scores", "finding communities", "measuring", "everything else", "whole command"] {
      #expect(names.contains { name.hasPrefix($0) || $0.hasPrefix(name) }, "\(name)")
    }
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
