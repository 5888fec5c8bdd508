import Foundation
import Testing

struct RunFolderTests {
  private let folder = TemporaryFolder()

  private func analyze(_ name: String, _ options: String...) throws {
    let run = try Program.run(["analyze", "datasets/" + name, "-o", folder.path("run"), "--quiet"] + options)
    try #require(run.code == 0, "\(run.errors)")
  }

  private func table(_ name: String) throws -> CSVTable { try CSVTable(folder.text("run/" + name)) }

  private func json() throws -> JSON { try JSON(folder.text("run/run.json")) }

  @Test func `A run folder holds these files and no others`() throws {
    try analyze("florentine", "--permutations", "9")
    #expect(
      try folder.files(in: "run").keys.sorted() == [
        "clusters/community-1.graphml", "clusters/community-2.graphml", "clusters/community-3.graphml",
        "codebook.csv", "communities.csv", "communities.graphml", "graph.graphml", "groups.csv", "measures.csv",
        "people.csv", "portrait.json", "report.html", "run.json",
      ])
  }

  @Test func `Without communities a run folder holds these files`() throws {
    try analyze("florentine", "--permutations", "9", "--no-communities")
    #expect(
      try folder.files(in: "run").keys.sorted() == [
        "codebook.csv", "graph.graphml", "groups.csv", "measures.csv", "people.csv", "portrait.json",
        "report.html", "run.json",
      ])
  }

  @Test func `The files that run.json lists are those that are there`() throws {
    try analyze("florentine", "--permutations", "0", "--ties")
    let listed = try json()["outputs"]?.elements.compactMap { $0["name"] } ?? []
    let names = try folder.names(in: "run").map { $0 == "clusters" ? "clusters/" : $0 }
    #expect(Set(listed.map { "\($0)" }) == Set(names.map { "\(JSON.text($0))" }))
  }

  @Test func `What is left out stands in run.json`() throws {
    try analyze("florentine", "--permutations", "0", "--no-graphml", "--clusters", "1")
    #expect(
      try json()["left_out"]
        == .list([
          .text("graph.graphml (--no-graphml)"), .text("graphs of 2 smaller communities (--clusters 3 writes all)"),
        ]))
    #expect(
      try folder.files(in: "run").keys.filter { $0.hasSuffix(".graphml") }.sorted() == [
        "clusters/community-1.graphml", "communities.graphml",
      ])
  }

  @Test func `The people's table has a line a person and this header`() throws {
    try analyze("florentine", "--permutations", "0")
    let lines = try folder.text("run/people.csv").split(separator: "\n")
    #expect(
      lines[0] == """
        id,own_score,network_score,friends_own_score,public_score,peer_effect,effect_friendship,effect_transaction,\
        degree_friendship,strength_friendship,degree_transaction,strength_transaction,community,tier_own,tier_public,\
        spectral_community,wealth,priorates
        """)
    #expect(lines.count == 17)
  }

  @Test func `The codebook names every column of every table, in order`() throws {
    try analyze("village", "--permutations", "0", "--ties", "--by", "circle")
    let tables = ["people.csv", "communities.csv", "measures.csv", "groups.csv", "ties.csv"]
    let columns = try tables.flatMap { name in try table(name).columns.map { [name, $0] } }
    let entries = try table("codebook.csv").rows.map { [$0["file"], $0["column"]] }
    #expect(entries == columns)
  }

  @Test func `Every column of the codebook has a meaning`() throws {
    try analyze("florentine", "--permutations", "0", "--ties")
    #expect(try table("codebook.csv").values("meaning").filter(\.isEmpty) == [])
  }

  @Test func `Every measure stands once`() throws {
    try analyze("village", "--permutations", "2", "--by", "circle")
    let keys = try table("measures.csv").rows.map { row in
      ["period", "measure", "of", "on", "by", "weighted"].map { row[$0] ?? "" }.joined(separator: ",")
    }
    #expect(Set(keys).count == keys.count)
  }

  @Test func `A measure has a number or the reason why it has none`() throws {
    try analyze("florentine", "--permutations", "9")
    for row in try table("measures.csv").rows {
      let value = try #require(row["value"])
      let missing = try #require(row["missing"])
      #expect((Double(value) == nil) == !missing.isEmpty, "\(row)")
    }
  }

  @Test func `Every measure is explained in docs`() throws {
    try analyze("village", "--permutations", "2", "--by", "circle")
    let docs = try String(contentsOfFile: Package.root + "/docs/measures.md", encoding: .utf8)
    let names = Set(try table("measures.csv").values("measure"))
    #expect(names.filter { !docs.contains("`\($0)`") } == [])
  }

  @Test func `The files that were read stand in run.json with their size and digest`() throws {
    try analyze("florentine", "--permutations", "0")
    let readme = try String(contentsOfFile: Package.dataset("florentine/README.md"), encoding: .utf8)
    let inputs = try json()["inputs"]?.elements ?? []
    #expect(
      inputs.map { $0["name"] }
        == ["society.yaml", "people.csv", "wealth.yaml", "friendships.csv", "transactions.csv"].map(JSON.text))
    for input in inputs where input["name"] != .text("society.yaml") && input["name"] != .text("wealth.yaml") {
      guard case .text(let digest)? = input["sha256"], case .text(let name)? = input["name"] else {
        Issue.record("an input has a name and a digest")
        continue
      }
      #expect(readme.contains("\(digest)  \(name)\n"))
    }
  }

  @Test func `The command in run.json leaves out screen, threads and place`() throws {
    try analyze("florentine", "--permutations", "0", "--threads", "2", "--no-color", "--seed=7", "--force")
    #expect(
      try json()["command"]
        == .list(
          ["graph-tool", "analyze", "datasets/florentine", "--permutations", "0", "--seed=7"].map(JSON.text)))
  }

  @Test func `The version and the seed stand in run.json`() throws {
    try analyze("florentine", "--permutations", "0", "--seed", "12345")
    #expect(try json()["seed"] == .number(12_345))
    #expect(try json()["version"] == .text(Program.run("--version").lines[0]))
  }

  @Test func `A seed that was drawn stands in run.json and does the same again`() throws {
    try analyze("village", "--permutations", "5", "--seed", "random")
    let measures = try folder.text("run/measures.csv")
    let seed = try #require(try json()["seed"]?.number)
    try analyze("village", "--permutations", "5", "--seed", String(UInt64(seed)), "--force")
    #expect(try folder.text("run/measures.csv") == measures)
  }
}
