import Foundation
import Testing

struct DamagedPackTests {
  @Test(arguments: PackDamage.all)
  func `Each damage is told with its file and what was expected`(damage: PackDamage) throws {
    let pack = try SmallPack("--reorder", "always")
    try damage.act(pack)
    let run = try Program.run("check", pack.path, "--verify")
    let told = run.output.replacing(try Regex("[0-9a-f]{64}"), with: "DIGEST")
    // Whatever a reading finds has another digest too.
    let lines = told.split(separator: "\n").filter { damage.isHidden || !$0.contains("the SHA-256 digest is") }
    #expect(lines.joined(separator: "\n") == damage.message)
    #expect(run.code == damage.code)
  }

  @Test(arguments: PackDamage.all.filter { !$0.isHidden })
  func `An analysis of a damaged pack ends with the same code, and writes nothing`(damage: PackDamage) throws {
    let pack = try SmallPack("--reorder", "always")
    try damage.act(pack)
    let run = try Program.run("analyze", pack.path, "-o", pack.folder.path("run"))
    #expect(run.errors == "error: " + damage.message.split(separator: "\n").joined(separator: "\nerror: ") + "\n")
    #expect(run.code == damage.code)
    #expect(!pack.folder.has("run"))
  }

  @Test func `No two damages are of one name`() {
    #expect(Set(PackDamage.all.map(\.testDescription)).count == PackDamage.all.count)
    #expect(PackDamage.all.count >= 30)
  }
}
