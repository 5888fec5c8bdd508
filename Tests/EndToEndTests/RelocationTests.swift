import Foundation
import Testing

/// The program needs nothing of the folder it was built in.
struct RelocationTests {
  private let folder = TemporaryFolder()

  init() throws {
    try FileManager.default.copyItem(atPath: Program.path, toPath: folder.path("graph-tool"))
    try folder.write(
      "society/people.csv",
      """
      id,history,behaviour,fulfilment,identity
      ann,0,0,0,0
      bob,100,100,100,100

      """)
    try folder.write("society/friendships.csv", "source,target\nann,bob\n")
  }

  @Test func `A copy elsewhere knows the built-in scorecards`() throws {
    let run = try Started(
      folder.path("graph-tool"), ["describe", "society", "--scorecard", "zhima", "--json"], in: folder.path
    ).finish()
    #expect(run.code == 0)
    #expect(try JSON(run.output)["own_scores", "lowest"] == .number(350))
    #expect(try JSON(run.output)["own_scores", "highest"] == .number(950))
  }

  @Test func `A copy elsewhere analyses without anything in its environment`() throws {
    let run = try Program.shell(
      "exec env -i ./graph-tool analyze society --scorecard zhima --permutations 0 -o run --quiet", in: folder.path)
    #expect(run.output + run.errors == "")
    #expect(run.code == 0)
    #expect(folder.has("run/run.json"))
  }

  @Test func `A copy elsewhere prints what the original prints`() throws {
    let copy = try Started(
      folder.path("graph-tool"), ["analyze", Package.dataset("karate"), "--permutations", "9"], in: folder.path
    ).finish()
    let original = try Program.run("analyze", Package.dataset("karate"), "--permutations", "9")
    #expect(copy.output == original.output)
  }
}
