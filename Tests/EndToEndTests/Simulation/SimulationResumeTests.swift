import Foundation
import Testing

/// A simulation that is broken off and resumed ends as one that is left alone.
@Suite(.timeLimit(.minutes(5)))
struct SimulationResumeTests {
  /// Starts a run and waits until it has a checkpoint.
  private func start(_ town: SmallTown, _ more: String...) throws -> Started {
    let run = try Started(Program.path, town.arguments(to: "run") + more)
    while run.isRunning, !town.folder.has("run.partial/checkpoint/state.json") { usleep(2000) }
    return run
  }

  /// A run that is killed four times at most, the first time at once, then at random moments, until it is whole.
  ///
  /// Whatever moments are drawn, the test fails only if the bytes differ.
  @Test(arguments: [30_000, 300_000, 1_000_000])
  func `A run that is killed at any moment and resumed has the same bytes`(microseconds: UInt32) throws {
    let town = try SmallTown()
    try town.simulate(to: "whole")
    var run = try start(town, "--checkpoint-every", "2")
    for attempt in 0..<4 {
      if attempt > 0 {
        run = try Started(Program.path, ["simulate", "--resume", town.folder.path("run"), "--quiet"])
        usleep(UInt32.random(in: 0...microseconds))
      }
      run.send(SIGKILL)
      let code = try run.finish().code
      #expect(code == 128 + SIGKILL || (code == 0 && attempt > 0))
    }
    let last = try town.resume("run")
    #expect(last.code == 0, "\(last.errors)")
    try town.expectSame("whole", "run")
    #expect(try town.folder.names() == ["run", "town.yaml", "whole"])
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `An interrupt ends after the period with a checkpoint, and resuming gives the same bytes`(
    signal: Int32
  ) throws {
    let town = try SmallTown()
    try town.simulate(to: "whole")
    let run = try start(town, "--checkpoint-every", "100")
    try #require(run.isRunning, "the simulation is still at work")
    run.send(signal)
    let ended = try run.finish()
    #expect(ended.code == 128 + signal)
    let path = town.folder.path("run")
    let pattern = /interrupted after period [0-9]+; go on with: graph-tool simulate --resume (.*)\n/
    let match = try #require(try pattern.wholeMatch(in: ended.errors), "\(ended.errors)")
    #expect(match.1 == path)
    #expect(!town.folder.has("run"))
    let resumed = try town.resume("run")
    #expect(resumed.code == 0, "\(resumed.errors)")
    try town.expectSame("whole", "run")
  }

  @Test func `Without regular checkpoints an interrupt still keeps the state`() throws {
    let town = try SmallTown()
    try town.simulate(to: "whole")
    let run = try Started(Program.path, town.arguments(to: "run", "--checkpoint-every", "0"))
    while run.isRunning, !town.folder.has("run.partial/snapshots/period-0000/society.json") { usleep(2000) }
    usleep(50_000)
    try #require(run.isRunning, "the simulation is still at work")
    #expect(!town.folder.has("run.partial/checkpoint"))
    run.send(SIGINT)
    #expect(try run.finish().code == 130)
    #expect(try town.resume("run").code == 0)
    try town.expectSame("whole", "run")
  }

  @Test func `A run that is resumed in another folder and on other threads has the same bytes`() throws {
    let folder = TemporaryFolder()
    let village = try String(contentsOfFile: Package.dataset("scenarios/village.yaml"), encoding: .utf8)
      .replacing(/society: .*/, with: "society: ../society")
      .replacing(/periods: .*/, with: "periods: 12", maxReplacements: 1)
    try folder.write("scenarios/village.yaml", village)
    try folder.link("society", to: Package.dataset("village"))
    func arguments(_ run: String) -> [String] {
      ["simulate", "scenarios/village.yaml", "-o", folder.path(run), "--quiet", "--checkpoint-every", "1"]
    }
    let whole = try Program.run(arguments("whole"), in: folder.path)
    try #require(whole.code == 0, "\(whole.errors)")
    let run = try Started(Program.path, arguments("run"), in: folder.path)
    while run.isRunning, !folder.has("run.partial/checkpoint/state.json") { usleep(2000) }
    run.send(SIGKILL)
    _ = try run.finish()
    let resumed = try Program.run("simulate", "--resume", folder.path("run"), "--threads", "1", "--quiet", in: "/")
    #expect(resumed.code == 0, "\(resumed.errors)")
    for (file, data) in try folder.files(in: "whole") where file != "run.json" {
      #expect(try folder.files(in: "run")[file] == data, "\(file)")
    }
  }

  // MARK: Refusals

  /// A run with a checkpoint that was killed.
  private func broken(_ town: SmallTown) throws {
    let run = try start(town, "--checkpoint-every", "1")
    run.send(SIGKILL)
    try #require(try run.finish().code == 128 + SIGKILL)
  }

  @Test func `A run that is whole needs no resuming`() throws {
    let town = try SmallTown(people: 60, periods: 1)
    try town.simulate(to: "run")
    let run = try town.resume("run")
    #expect(run.errors == "\(town.folder.path("run")) is whole already; there is nothing to resume\n")
    #expect(run.code == 0)
  }

  @Test func `What was never begun cannot be resumed`() throws {
    let town = try SmallTown()
    let path = town.folder.path("run")
    let run = try town.resume("run")
    #expect(
      run.errors == "error: \(path): there is no such run, nor one that was begun, so there is nothing to resume\n")
    #expect(run.code == 66)
  }

  @Test func `A run without a checkpoint cannot be resumed`() throws {
    let town = try SmallTown()
    try town.folder.write("run.partial/scenario.yaml", "")
    let path = town.folder.path("run")
    let run = try town.resume("run")
    #expect(run.errors == "error: \(path).partial: there is no checkpoint in it, so there is nothing to resume\n")
    #expect(run.code == 66)
  }

  @Test func `A scenario that was changed in the meantime is refused`() throws {
    let town = try SmallTown()
    try broken(town)
    let path = "run.partial/scenario.yaml"
    try town.folder.write(path, try town.folder.text(path) + "seed: 2\n")
    let run = try town.resume("run")
    #expect(
      run.errors
        == "error: \(town.folder.path(path)): it is not the scenario that the run began with; start the run anew\n")
    #expect(run.code == 65)
  }

  @Test func `A society that was changed in the meantime is refused`() throws {
    let town = try SmallTown(society: "society: society")
    _ = try Program.run(
      "generate", "village", "--people", "200", "--circles", "10", "-o", town.folder.path("society"), "--quiet")
    try broken(town)
    let people = try town.folder.text("society/people.csv")
    try town.folder.write("society/people.csv", people + "\n")
    let run = try town.resume("run")
    #expect(
      run.errors
        == "error: people.csv: it has changed since the run began, so the run cannot go on; start it anew\n")
    #expect(run.code == 65)
  }

  @Test func `A checkpoint that is damaged is refused`() throws {
    let town = try SmallTown()
    try broken(town)
    let name = "run.partial/checkpoint/society.own_scores.npy"
    var bytes = [UInt8](try Data(contentsOf: town.folder.url(name)))
    bytes[bytes.count - 1] ^= 1
    try town.folder.write(name, bytes)
    let run = try town.resume("run")
    #expect(run.errors == "error: society.own_scores.npy: the file is damaged: its digest is another one\n")
    #expect(run.code == 65)
  }

  @Test(arguments: [["-o", "run"], ["--force"], ["scenario.yaml"]])
  func `With --resume nothing else is asked for`(arguments: [String]) throws {
    #expect(try Program.run(["simulate", "--resume", "run"] + arguments).code == 64)
  }
}
