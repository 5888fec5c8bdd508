import Foundation
import Testing

struct PseudonymTests {
  private let folder = TemporaryFolder()

  private func analyze(key: String, to name: String) throws -> Run {
    try folder.write("key", key)
    return try Program.run(
      "analyze", "datasets/florentine", "--permutations", "0", "--ties", "--pseudonymise", folder.path("key"), "-o",
      folder.path(name))
  }

  private func ids(_ name: String) throws -> [String] {
    try CSVTable(folder.text(name + "/people.csv")).values("id")
  }

  private static var families: [String] {
    get throws {
      try CSVTable(String(contentsOfFile: Package.dataset("florentine/people.csv"), encoding: .utf8)).values("id")
    }
  }

  @Test func `An id becomes 16 hexadecimal digits`() throws {
    _ = try analyze(key: "secret", to: "run")
    #expect(try ids("run").filter { $0.wholeMatch(of: /[0-9a-f]{16}/) == nil } == [])
  }

  @Test func `No file holds an original id`() throws {
    _ = try analyze(key: "secret", to: "run")
    let families = try Self.families
    for (file, data) in try folder.files(in: "run") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(families.filter(text.contains) == [], "\(file)")
    }
  }

  @Test func `The report holds no original id`() throws {
    let report = try analyze(key: "secret", to: "run").output
    #expect(try Self.families.filter(report.contains) == [])
  }

  @Test func `One key gives the same pseudonyms again`() throws {
    _ = try analyze(key: "secret", to: "one")
    _ = try analyze(key: "secret", to: "two")
    #expect(try ids("one") == ids("two"))
  }

  @Test func `Another key gives other pseudonyms`() throws {
    _ = try analyze(key: "secret", to: "one")
    _ = try analyze(key: "Secret", to: "two")
    #expect(try Set(ids("one")).isDisjoint(with: ids("two")))
  }

  @Test func `Scores are those without pseudonyms`() throws {
    _ = try analyze(key: "secret", to: "one")
    _ = try Program.run(
      "analyze", "datasets/florentine", "--permutations", "0", "-o", folder.path("two"), "--quiet")
    let scores = try ["one", "two"].map { try CSVTable(folder.text($0 + "/people.csv")).values("public_score") }
    #expect(scores[0] == scores[1])
  }

  /// The first 8 bytes of HMAC-SHA-256("secret", "Medici"), by Python 3.11's `hmac`.
  @Test func `A pseudonym is the beginning of a keyed hash`() throws {
    _ = try analyze(key: "secret", to: "run")
    #expect(try ids("run")[8] == "c06b3abe42ac7ca1")
  }

  @Test func `An empty key is refused`() throws {
    let run = try analyze(key: "", to: "run")
    #expect(run.errors == "error: \(folder.path("key")): the key is empty; some secret bytes were expected\n")
    #expect(run.code == 64)
  }

  @Test func `A key that is not there is refused`() throws {
    let run = try Program.run("analyze", "datasets/florentine", "--pseudonymise", folder.path("no-key"))
    #expect(run.errors == "error: \(folder.path("no-key")): there is no such file\n")
    #expect(run.code == 66)
  }
}
