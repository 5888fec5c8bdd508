import Compute
import Foundation
import GRDB
import GraphModel
import Simulation
import Synchronization
import Testing

@testable import Experiments

struct StudyStoreTests {
  static let text = """
    scenario:
      society: nowhere
      periods: 4
      communities: none
      settle_periods: 0
      events: {deeds: {rate: 1, sd: 20}}
      rewiring: {rule: cost, review: 0.5}
    factors:
      susceptibility: {setting: propagation.susceptibility, values: [0, 0.5]}
    replicates: 6
    outcomes:
      spread: own_sd
      places: {measure: own_score, by: place}
    compare: {susceptibility: 0}
    """

  private static func made(
    _ text: String = text, replicates: Int? = nil, until: String? = nil, threads: Int = 2
  ) throws -> [[StudyListing.Field]] {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Study.work(
      try Study.experiment(text).with(replicates: replicates, until: until), in: folder, threads: threads)
    return try Study.content(store)
  }

  @Test func `a study holds the same for any number of threads`() throws {
    let one = try Self.made(threads: 1)
    #expect(one.count == 12 + 12 * 3 + 12 * 5)
    #expect(try Self.made(threads: 3) == one)
  }

  @Test func `replicates that are added leave the first ones as they are`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text)
    _ = try Study.work(try experiment.with(replicates: 3, until: nil), in: folder)
    let store = try Study.work(try experiment.with(replicates: 6, until: nil), in: folder)
    #expect(try Study.content(store) == (try Self.made()))
    #expect(throws: StudyError.self) {
      try store.begin(
        try experiment.with(replicates: 2, until: nil), societies: [], costs: Study.costs(experiment))
    }
  }

  @Test func `a study that was extended stays so when nothing else is asked for`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text + "\nbatch: 2\n")
    let rule = "spread ci-width < 1"
    _ = try Study.work(try experiment.with(replicates: 9, until: rule), in: folder)
    let store = try Study.work(experiment, in: folder)
    let findings = try store.findings()
    #expect(findings.replicates == 9)
    #expect(findings.until == rule)
    #expect(findings.isEnough == false)
    #expect(try Study.work(try experiment.with(replicates: nil, until: "none"), in: folder).findings().until == nil)
  }

  @Test func `a study that is finished makes no run again`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text)
    _ = try Study.work(experiment, in: folder)
    let store = try StudyStore.opening(folder)
    try store.begin(experiment, societies: [], costs: Study.costs(experiment))
    let runner = StudyRunner(
      experiment, in: store,
      societies: SocietyPool(capacity: 1) { _ in
        Issue.record("nothing is read")
        return Study.ring(12)
      }, costs: Study.costs(experiment),
      clock: StudyRunner.Clock(now: { "" }, seconds: { 0 }), isStopped: { false })
    let plan = try #require(Concurrency(threads: .one, runMemory: 1, free: nil))
    #expect(try runner.work(as: Study.worker, plan, progress: .silent) == .finished)
  }

  @Test func `a study that is stopped goes on, and ends as if nothing had happened`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text)
    let plan = try #require(Concurrency(threads: ThreadCount(2), runMemory: 1, free: nil))
    var endings: [StudyRunner.Ending] = []
    // Between periods of a run, and between two runs, as it happens.
    for patience in [1, 7, 12, 3, 30] {
      let store = try StudyStore.opening(folder)
      try store.begin(experiment, societies: [], costs: Study.costs(experiment))
      let asked = Atomic<Int>(0)
      let runner = Study.runner(experiment, store) { asked.add(1, ordering: .relaxed).newValue > patience }
      endings.append(try runner.work(as: Study.worker, plan, progress: .silent))
      #expect(try store.count().running == 0)
      try store.close()
    }
    #expect(endings.prefix(3).allSatisfy { $0 == .stopped })
    let store = try Study.work(experiment, in: folder)
    #expect(try Study.content(store) == (try Self.made()))
    #expect(!FileManager.default.fileExists(atPath: folder + "/workers"))
  }

  @Test func `a study that is stopped before the next batch is decided on is not finished`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text + "\nbatch: 2\n").with(
      replicates: 6, until: "spread ci-width < 1e-9")
    let store = try StudyStore.opening(folder)
    try store.begin(experiment, societies: [], costs: Study.costs(experiment))
    // All four runs of the first batch are over when the stop comes.
    let runner = Study.runner(experiment, store) { (try? store.count().over) == 4 }
    let plan = try #require(Concurrency(threads: .one, runMemory: 1, free: nil))
    #expect(try runner.work(as: Study.worker, plan, progress: .silent) == .stopped)
    #expect(try store.count() == StudyStore.Count(waiting: 0, running: 0, done: 4, failed: 0))
  }

  @Test func `the runs of a worker that died wait again, those of one that lives do not`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text)
    let store = try StudyStore.opening(folder)
    try store.begin(experiment, societies: [], costs: Study.costs(experiment))
    let seat = try store.join(Study.worker)
    var dead: StudyStore.Seat? = try store.join(Study.worker)
    let lost = try #require(try dead.flatMap { try store.claim($0) })
    #expect(try !store.giveBackOfTheDead(seat))
    #expect(try store.count().running == 1)
    dead = nil
    #expect(try store.giveBackOfTheDead(seat))
    #expect(try store.claim(seat)?.run == lost.run)
  }

  @Test func `the longest run is taken first`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(
      "scenario: {society: nowhere, communities: none}\nfactors: {periods: [1, 9, 5]}\nreplicates: 2\noutcomes: {x: own_sd}"
    )
    let store = try StudyStore.opening(folder)
    try store.begin(experiment, societies: [], costs: Study.costs(experiment))
    let seat = try store.join(Study.worker)
    let taken = try (1...6).map { _ in try store.claim(seat) }.compactMap { $0 }
    #expect(taken.map { "\($0.cell):\($0.replicate)" } == ["2:1", "2:2", "3:1", "3:2", "1:1", "1:2"])
    #expect(try store.claim(seat) == nil)
  }

  @Test func `a factor may be called like a column`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Study.work(
      try Study.experiment(
        "scenario: {society: nowhere, communities: none}\nfactors: {seed: {setting: period_days, values: [30]}, value: {setting: periods, values: [1]}}\noutcomes: {x: own_sd}"
      ), in: folder)
    let columns = try store.listing(of: .results, StudyListing.Filter()).columns
    #expect(columns.contains("factor_value") && columns.count { $0 == "value" } == 1)
  }

  @Test func `a run that was made by two is written down once`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text)
    let store = try StudyStore.opening(folder)
    try store.begin(experiment, societies: [], costs: Study.costs(experiment))
    let (seat, other) = (try store.join(Study.worker), try store.join(Study.worker))
    let claim = try #require(try store.claim(seat))
    let result = RunResult(
      values: [RunResult.Value(outcome: 0, group: "", value: 1, missing: nil)], series: [], course: "drift", periods: 4)
    try store.record(result, of: claim, seat, started: "", seconds: 1)
    try store.record(result, of: claim, other, started: "", seconds: 2)
    try store.recordFailure("too late", of: claim, other, started: "", seconds: 2)
    #expect(try store.listing(of: .results, StudyListing.Filter()).rows.count == 1)
    #expect(try store.count().failed == 0)
  }

  @Test func `a run that fails is told with its message, and the others go on`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(
      Self.text.replacing(
        "  susceptibility: {setting: propagation.susceptibility, values: [0, 0.5]}",
        with: "  susceptibility: {setting: propagation.susceptibility, values: [0, nowhere]}"))
    let store = try Study.work(experiment, in: folder)
    let findings = try store.findings()
    #expect(findings.runs == StudyStore.Count(waiting: 0, running: 0, done: 6, failed: 6))
    #expect(findings.failures.count == 6)
    #expect(findings.failures.allSatisfy { $0.cell == 2 && $0.message.contains("nowhere") })
    #expect(findings.outcomes[0].cells[0].summary?.n == 6)
    #expect(findings.outcomes[0].cells[1].summary == nil)
    #expect(try store.retryFailed() == 6)
    #expect(try store.count().waiting == 6)
  }

  @Test func `another experiment, or another society, is refused`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(Self.text)
    let store = try StudyStore.opening(folder)
    let people = StudyStore.SocietyFile(
      society: "nowhere", record: InputFile(name: "people.csv", bytes: [1, 2, 3]).unpackedRecord)
    #expect(try store.begin(experiment, societies: [people], costs: Study.costs(experiment)))
    #expect(try !store.begin(experiment, societies: [people], costs: Study.costs(experiment)))
    let other = try Study.experiment(Self.text + "\n# changed\n")
    let changed = #expect(throws: StudyError.self) {
      try store.begin(other, societies: [people], costs: Study.costs(experiment))
    }
    #expect(changed?.message.contains("another experiment was begun here (study.yaml has SHA-256") == true)
    let moved = StudyStore.SocietyFile(
      society: "nowhere", record: InputFile(name: "people.csv", bytes: [1, 2, 4]).unpackedRecord)
    let refused = #expect(throws: StudyError.self) {
      try store.begin(experiment, societies: [moved], costs: Study.costs(experiment))
    }
    #expect(refused?.message.contains("the society has changed since the study began (people.csv of nowhere)") == true)
  }

  @Test func `a study of a later version, and a file that is none, are refused`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let missing = #expect(throws: StudyError.self) { try StudyStore.reading(folder) }
    #expect(missing?.code == .noStudy)
    let store = try StudyStore.opening(folder)
    let empty = #expect(throws: StudyError.self) { try StudyStore.reading(folder) }
    #expect(empty?.message.contains("was not begun") == true)
    try store.database.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    try store.close()
    for error in [
      #expect(throws: StudyError.self) { try StudyStore.opening(folder) },
      #expect(throws: StudyError.self) { try StudyStore.reading(folder) },
    ] {
      #expect(error?.code == .damaged)
      #expect(error?.message.contains("a later version of graph-tool made this study (schema 99") == true)
    }
    try Data("no database at all, but long enough to be one".utf8).write(
      to: URL(fileURLWithPath: folder + "/study.sqlite"))
    let damaged = #expect(throws: StudyError.self) { try StudyStore.opening(folder) }
    #expect(damaged?.code == .damaged)
  }

  @Test func `a database of no tables becomes one of this version, and keeps what else it holds`() throws {
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: folder + "/study.sqlite")
    try queue.write { try $0.execute(sql: "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')") }
    try queue.close()
    let store = try StudyStore.opening(folder)
    try store.begin(try Study.experiment(Self.text), societies: [], costs: Study.costs(Study.experiment(Self.text)))
    let (version, note) = try store.database.read { db in
      (try Int.fetchOne(db, sql: "PRAGMA user_version"), try String.fetchOne(db, sql: "SELECT text FROM notes"))
    }
    #expect(version == StudySchema.version)
    #expect(note == "mine")
  }

  @Test func `replicates go on in batches until the rule holds, the same with one thread and with three`() throws {
    let rule = "spread ci-width < 40"
    let text = Self.text + "\nbatch: 4\n"
    let one = try Self.made(text, replicates: 400, until: rule, threads: 1)
    #expect(try Self.made(text, replicates: 400, until: rule, threads: 3) == one)
    let folder = Study.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let experiment = try Study.experiment(text).with(replicates: 400, until: rule)
    let findings = try Study.work(experiment, in: folder).findings()
    #expect(findings.isEnough == true)
    #expect(findings.replicates > 4 && findings.replicates < 400 && findings.replicates % 4 == 0)
    let spread = findings.outcomes[0]
    #expect(spread.cells.allSatisfy { ($0.summary?.t?.width ?? .infinity) < 40 })
    // One batch less was not enough.
    let before = try Study.work(
      try Study.experiment(text).with(replicates: findings.replicates - 4, until: "none"), in: folder + "-before")
    defer { try? FileManager.default.removeItem(atPath: folder + "-before") }
    #expect(try before.findings().outcomes[0].cells.contains { ($0.summary?.t?.width ?? .infinity) >= 40 })
  }
}
