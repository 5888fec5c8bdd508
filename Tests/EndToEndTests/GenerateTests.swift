import Foundation
import Testing

struct GenerateTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [
    "README.md", "people.csv", "friendships.csv", "family.csv", "transactions.csv", "events.csv", "society.yaml",
  ])
  func `The village of the datasets is made again, byte for byte`(file: String) throws {
    _ = try Program.run("generate", "village", "-o", folder.path("village"))
    #expect(
      try folder.text("village/" + file) == String(contentsOfFile: Package.dataset("village/" + file), encoding: .utf8))
  }

  @Test func `A village has these files and no others`() throws {
    _ = try Program.run("generate", "village", "-o", folder.path("village"))
    #expect(
      try folder.names(in: "village") == [
        "README.md", "events.csv", "family.csv", "friendships.csv", "people.csv", "society.yaml", "transactions.csv",
      ])
  }

  @Test func `Another seed makes another village`() throws {
    for seed in ["1", "2"] {
      _ = try Program.run(
        "generate", "village", "--people", "50", "--circles", "5", "--seed", seed, "-o", folder.path(seed))
    }
    #expect(try folder.text("1/people.csv") != folder.text("2/people.csv"))
  }

  @Test func `A village of any size is sound`() throws {
    _ = try Program.run("generate", "village", "--people", "10", "--circles", "2", "-o", folder.path("small"))
    #expect(try Program.run("check", folder.path("small")).code == 0)
  }

  @Test func `It says on standard error what it wrote`() throws {
    let run = try Program.run("generate", "village", "--people", "10", "--circles", "1", "-o", folder.path("small"))
    #expect(run.output == "")
    #expect(run.errors == "wrote \(folder.path("small"))\n")
  }

  @Test func `With --quiet nothing is printed`() throws {
    let run = try Program.run(
      "generate", "village", "--people", "10", "--circles", "1", "-o", folder.path("small"), "--quiet")
    #expect(run.output + run.errors == "")
  }

  @Test func `Circles of fewer than 5 people are refused`() throws {
    let run = try Program.run("generate", "village", "--people", "20", "--circles", "5", "-o", folder.path("small"))
    #expect(run.code == 64)
    #expect(
      run.errors.hasPrefix(
        "Error: 5 circles are too many for 20 people; at least 5 people a circle were expected\n"))
  }
}
