import GraphModel
import Testing

struct InputProblemTests {
  @Test(
    arguments: [
      (InputProblem(file: "a.csv", "it is odd"), "a.csv: it is odd"),
      (InputProblem(file: "a.csv", line: 3, "it is odd"), "a.csv, line 3: it is odd"),
      (InputProblem(file: "a.csv", column: "x", "it is odd"), "a.csv, column x: it is odd"),
      (InputProblem(file: "a.csv", line: 3, column: "x", "it is odd"), "a.csv, line 3, column x: it is odd"),
    ])
  func `a problem names its place`(problem: InputProblem, text: String) {
    #expect(problem.description == text)
  }

  @Test func `a log without problems throws nothing`() {
    #expect(throws: Never.self) { try ProblemLog().check() }
  }

  @Test(arguments: [(20, 20), (21, 20), (100, 20)])
  func `a log keeps twenty problems and counts the rest`(met: Int, kept: Int) throws {
    let error = try #require(throws: ReadingError.self) { try Self.log(met).check() }
    #expect([error.problems.count, error.total] == [kept, met])
  }

  @Test(arguments: [(20, nil), (21, "... and 1 more problem"), (22, "... and 2 more problems")])
  func `an error says how many problems it does not tell`(met: Int, last: String?) throws {
    let error = try #require(throws: ReadingError.self) { try Self.log(met).check() }
    #expect(error.description.split(separator: "\n").dropFirst(20).map(String.init) == [last].compactMap { $0 })
  }

  @Test func `the hint comes last`() throws {
    let error = try #require(throws: ReadingError.self) { try Self.log(1).check(hint: "Try this.") }
    #expect(error.description == "a.csv, line 1: it is odd\nTry this.")
  }

  private static func log(_ count: Int) -> ProblemLog {
    var log = ProblemLog()
    for line in 0..<count { log.add(InputProblem(file: "a.csv", line: line + 1, "it is odd")) }
    return log
  }
}
