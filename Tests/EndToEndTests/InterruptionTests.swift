import Foundation
import Testing

/// A run that is ended from outside leaves no half folder.
@Suite(.timeLimit(.minutes(2)))
struct InterruptionTests {
  private let folder = TemporaryFolder()

  /// An analysis that takes far longer than the test, in the middle of its work.
  private func startLongAnalysis() throws -> Started {
    let made = try Program.run(
      "generate", "village", "--people", "3000", "--circles", "30", "-o", folder.path("village"), "--quiet")
    try #require(made.code == 0)
    let analysis = try Started(
      Program.path, ["analyze", folder.path("village"), "--permutations", "100000", "-o", folder.path("run")])
    while analysis.isRunning, !folder.has("run.partial") { usleep(10_000) }
    usleep(200_000)
    try #require(analysis.isRunning, "the analysis is still at work")
    return analysis
  }

  @Test func `An interrupt leaves neither the run folder nor a part of it`() throws {
    let analysis = try startLongAnalysis()
    analysis.send(SIGINT)
    let run = try analysis.finish()
    #expect(run.code == 130)
    #expect(run.errors == "interrupted; nothing was written\n")
    #expect(try folder.names() == ["village"])
  }

  @Test func `A request to end leaves neither the run folder nor a part of it`() throws {
    let analysis = try startLongAnalysis()
    analysis.send(SIGTERM)
    let run = try analysis.finish()
    #expect(run.code == 128 + SIGTERM)
    #expect(try folder.names() == ["village"])
  }

  @Test func `An interrupt leaves the run that was to be replaced as it was`() throws {
    _ = try Program.run(
      "analyze", "datasets/florentine", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    let before = try folder.files(in: "run")
    _ = try Program.run(
      "generate", "village", "--people", "3000", "--circles", "30", "-o", folder.path("village"), "--quiet")
    let analysis = try Started(
      Program.path,
      ["analyze", folder.path("village"), "--permutations", "100000", "-o", folder.path("run"), "--force"])
    while analysis.isRunning, !folder.has("run.partial") { usleep(10_000) }
    usleep(200_000)
    analysis.send(SIGINT)
    #expect(try analysis.finish().code == 130)
    #expect(try folder.files(in: "run") == before)
  }

  @Test func `A kill leaves no run folder, and the next run cleans up`() throws {
    let analysis = try startLongAnalysis()
    analysis.send(SIGKILL)
    #expect(try analysis.finish().code == 128 + SIGKILL)
    #expect(!folder.has("run"))
    let next = try Program.run(
      "analyze", "datasets/florentine", "--permutations", "0", "-o", folder.path("run"), "--quiet")
    #expect(next.code == 0)
    #expect(try folder.names() == ["run", "village"])
  }
}
