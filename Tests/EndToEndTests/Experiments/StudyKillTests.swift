import Compute
import Foundation
import Testing

struct StudyKillTests {
  /// A little while, another one for each number.
  private static func pause(_ number: Int, from least: Double, to most: Double) {
    var random = RandomStream(seed: 7, stream: 1, index: UInt64(number))
    Thread.sleep(forTimeInterval: least + (most - least) * random.uniform())
  }

  @Test func `a study that was killed fifty times, alone or beside another process, ends as an undisturbed one`() throws
  {
    let study = try SmallStudy(replicates: 160)
    var kills = 0
    var round = 0
    while kills < 50 {
      round += 1
      // Every other time two processes share the work: one is killed, and a while later the other.
      let processes = try (0..<(round % 2 == 0 ? 2 : 1)).map { _ in try study.start() }
      for (position, process) in processes.enumerated() {
        Self.pause(2 * round + position, from: 0.02, to: 0.25)
        process.send(SIGKILL)
        if try process.finish().code == 128 + SIGKILL { kills += 1 }
      }
      try #require(round < 200, "the study is over before it was killed often enough")
    }
    let last = try study.start().finish()
    #expect(last.code == 0, "\(last.errors)")
    let undisturbed = study.folder.path + "/undisturbed"
    #expect(try study.start(to: undisturbed).finish().code == 0)
    let content = try study.content()
    // 640 runs, each with 2 outcomes, those of tiers, and 2 numbers of 9 periods.
    #expect(content.count >= 640 + 640 * 2 + 640 * 18)
    #expect(content == (try study.content(undisturbed)))
    let findings = try [study.path, undisturbed].map { try Program.run("study", $0, "--json").output }
    #expect(findings[0] == findings[1])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: study.path).sorted() == ["report.html", "study.sqlite"])
  }

  @Test func `two processes share a study, and each run is made once`() throws {
    let study = try SmallStudy(replicates: 40)
    let both = [try study.start(), try study.start()]
    for process in both {
      let run = try process.finish()
      #expect(run.code == 0, "\(run.errors)")
    }
    let runs = try Program.run("study", study.path, "--list", "runs", "--csv", in: study.folder.path)
    let states = try CSVTable(runs.output).values("state")
    #expect(states == Array(repeating: "done", count: 160))
    let alone = study.folder.path + "/alone"
    #expect(try study.start("--threads", "1", to: alone).finish().code == 0)
    #expect(try study.content() == (try study.content(alone)))
    // Nothing is left but the database and the page.
    let names = try FileManager.default.contentsOfDirectory(atPath: study.path).sorted()
    #expect(names == ["report.html", "study.sqlite"])
  }

  @Test func `an interrupt ends a study after what is going on, and says how to go on`() throws {
    let study = try SmallStudy(replicates: 400)
    let process = try study.start()
    Thread.sleep(forTimeInterval: 0.6)
    process.send(SIGINT)
    let run = try process.finish()
    #expect(run.code == 130)
    #expect(run.errors.contains("runs are over, go on with: graph-tool sweep study.yaml -o "))
    let runs = try Program.run("study", study.path, "--list", "runs", "--csv", in: study.folder.path)
    let states = try CSVTable(runs.output).values("state")
    #expect(Set(states) == ["done", "waiting"] || Set(states) == ["waiting"])
  }
}
