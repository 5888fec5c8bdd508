import Foundation
import Testing

/// `--solver`: which one is used, and what is said about it.
struct SolverTests {
  private let folder = TemporaryFolder()

  private func analyze(_ society: String, _ options: String...) throws -> Run {
    try Program.run(["analyze", society, "--permutations", "0", "--no-communities"] + options)
  }

  @Test(arguments: ["fixed-point", "sor", "chebyshev", "cg", "bicgstab"])
  func `A solver that was asked for is used and told`(solver: String) throws {
    let run = try analyze("datasets/karate", "--susceptibility", "0.9", "--solver", solver, "--json")
    let propagation = try JSON(run.output)["propagation"]
    #expect(propagation?["solver"] == .text(solver))
    #expect(propagation?["solver_requested"] == .text(solver))
    #expect(propagation?["outcome"] == .text("certified"))
    #expect(run.code == 0)
  }

  @Test func `All solvers give the same scores within their bounds`() throws {
    var answers: [[Double]] = []
    for solver in ["automatic", "fixed-point", "sor", "chebyshev", "cg", "bicgstab"] {
      _ = try analyze(
        "datasets/karate", "--susceptibility", "0.95", "--solver", solver, "-o", folder.path(solver), "--quiet")
      answers.append(
        try CSVTable(folder.text(solver + "/people.csv")).values("public_score").compactMap(Double.init))
    }
    for answer in answers {
      #expect(answer.count == 34)
      #expect(zip(answer, answers[0]).allSatisfy { abs($0 - $1) <= 2 * 6e-7 })
    }
  }

  @Test(arguments: [("cg", "conjugate gradients"), ("sor", "over-relaxation"), ("chebyshev", "Chebyshev iteration")])
  func `The report names the solver in words`(solver: String, words: String) throws {
    let run = try analyze("datasets/karate", "--susceptibility", "0.9", "--solver", solver)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("sweeps of \(words))"))
  }

  @Test func `Without the option a high susceptibility is left to conjugate gradients`() throws {
    let propagation = try JSON(analyze("datasets/karate", "--susceptibility", "0.9", "--json").output)["propagation"]
    #expect(propagation?["solver"] == .text("cg"))
    #expect(propagation?["solver_requested"] == .text("automatic"))
  }

  @Test func `Without the option a susceptibility of 0.5 is left to plain rounds`() throws {
    let propagation = try JSON(analyze("datasets/karate", "--susceptibility", "0.5", "--json").output)["propagation"]
    #expect(propagation?["solver"] == .text("fixed-point"))
  }

  @Test func `A susceptibility of 0.99 takes a third of plain rounds at most`() throws {
    func rounds(_ solver: String) throws -> Double {
      let run = try analyze("datasets/miserables", "--susceptibility", "0.99", "--solver", solver, "--json")
      return try #require(try JSON(run.output)["propagation", "rounds"]?.number)
    }
    #expect(try 3 * rounds("automatic") <= rounds("fixed-point"))
  }

  @Test(arguments: ["cg", "chebyshev"])
  func `A solver that needs mutual influence is refused where there is none`(solver: String) throws {
    let run = try analyze("datasets/florentine", "--solver", solver)
    #expect(
      run.errors
        == "error: --solver: \(solver) needs one undirected layer, or undirected layers only and --mix pooled; here automatic, fixed-point, sor, bicgstab work\n"
    )
    #expect(run.output == "")
    #expect(run.code == 64)
  }

  @Test(arguments: ["cg", "chebyshev"])
  func `Pooled undirected layers make influence mutual`(solver: String) throws {
    #expect(try analyze("datasets/florentine", "--solver", solver, "--mix", "pooled").code == 0)
  }

  @Test func `A check refuses what an analysis would`() throws {
    let run = try Program.run("check", "datasets/florentine", "--solver", "cg")
    #expect(run.code == 64)
  }

  /// A susceptibility so small that strength by susceptibility is infinite: nothing can be summed.
  @Test func `A solver that breaks down is told with the plain rounds that took over`() throws {
    try folder.write("people.csv", "id,score,a\na,400,4.9406564584124654e-324\nb,500,0.95\nc,900,0.95\n")
    try folder.write("friendships.csv", "source,target\na,b\nb,c\nc,a\n")
    let options = ["analyze", folder.path("."), "--susceptibility", "a", "--solver", "cg", "--permutations", "0"]
    let run = try Program.run(options)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("rounds, after conjugate gradients gave up)."))
    #expect(run.code == 0)
    let propagation = try JSON(Program.run(options + ["--json"]).output)["propagation"]
    #expect(propagation?["solver"] == .text("fixed-point"))
    #expect(propagation?["solver_abandoned"] == .text("cg"))
    #expect(propagation?["outcome"] == .text("certified"))
  }

  @Test func `A solver and a number of rounds exclude each other`() throws {
    let run = try analyze("datasets/florentine", "--solver", "cg", "--rounds", "3")
    #expect(
      run.errors.hasPrefix(
        "Error: --solver and --rounds exclude each other: rounds are plain applications of the model\n"))
    #expect(run.code == 64)
  }

  @Test func `A solver that is not there is refused with those that are`() throws {
    let run = try analyze("datasets/florentine", "--solver", "gauss")
    for solver in ["automatic", "fixed-point", "sor", "chebyshev", "cg", "bicgstab"] {
      #expect(run.errors.contains("\n  - \(solver)\n"))
    }
    #expect(run.code == 64)
  }

  @Test func `The run keeps the solver among its settings`() throws {
    _ = try analyze("datasets/karate", "--solver", "cg", "-o", folder.path("run"), "--quiet")
    #expect(try JSON(folder.text("run/run.json"))["settings", "solver"] == .text("cg"))
  }

  @Test(arguments: ["sor", "chebyshev", "cg", "bicgstab"])
  func `Any number of threads writes the same scores`(solver: String) throws {
    for threads in ["1", "3"] {
      _ = try analyze(
        "datasets/karate", "--susceptibility", "0.97", "--solver", solver, "--threads", threads, "-o",
        folder.path(threads), "--quiet")
    }
    #expect(try folder.text("1/people.csv") == folder.text("3/people.csv"))
  }
}
