import Foundation
import Testing

struct PackTests {
  private let folder = TemporaryFolder()

  /// What a run found, without what names its input and its machine.
  private struct Results: Equatable {
    var files: [String: Data]
    var description: [String: JSON]
  }

  private func results(_ run: String, of folder: TemporaryFolder) throws -> Results {
    var files = try folder.files(in: run)
    let description = try #require(files["run.json"], "a run describes itself")
    files["run.json"] = nil
    // The page tells the same of its input as run.json.
    files["report.html"] = nil
    guard case .object(var members) = try JSON(String(decoding: description, as: UTF8.self)) else {
      return Results(files: [:], description: [:])
    }
    for key in ["machine", "inputs", "command"] { members[key] = nil }
    // The options of reading have gone into the pack.
    if case .object(var settings) = members["settings"] {
      for key in ["society", "half_life"] { settings[key] = nil }
      members["settings"] = .object(settings)
    }
    return Results(files: files, description: members)
  }

  @Test(arguments: ["florentine", "karate", "miserables", "village"])
  func `A pack gives the same run as the society it was made from`(name: String) throws {
    let pack = folder.path("pack")
    #expect(try Program.run("pack", "datasets/" + name, "-o", pack).code == 0)
    for (society, run) in [("datasets/" + name, "first"), (pack, "second")] {
      let done = try Program.run(
        "analyze", society, "--permutations", "20", "--ties", "--quiet", "-o", folder.path(run))
      #expect(done.code == 0)
    }
    let first = try results("first", of: folder)
    #expect(first.files.count > 5 && first.description["findings"] != nil)
    #expect(try results("second", of: folder) == first)
  }

  @Test func `So does one of directed layers and fading payments, for any number of threads`() throws {
    let small = try SmallPack()
    let options = ["--permutations", "20", "--ties", "--by", "club", "--quiet"]
    let first = small.folder.path("first")
    let second = small.folder.path("second")
    #expect(try Program.run(["analyze", small.society, "--half-life", "30", "-o", first] + options).code == 0)
    #expect(try Program.run(["analyze", small.path, "--threads", "3", "-o", second] + options).code == 0)
    #expect(try results("second", of: small.folder) == results("first", of: small.folder))
  }

  @Test(arguments: ["--rounds=30", "--solver=fixed-point"])
  func `One that is computed with in another order gives the same tables`(option: String) throws {
    let pack = folder.path("pack")
    #expect(try Program.run("pack", "datasets/village", "--reorder", "always", "-o", pack).code == 0)
    for (society, run) in [("datasets/village", "first"), (pack, "second")] {
      let done = try Program.run(
        "analyze", society, option, "--permutations", "0", "--ties", "--quiet", "-o", folder.path(run))
      #expect(done.code == 0)
    }
    for table in ["people.csv", "ties.csv", "communities.csv", "measures.csv"] {
      #expect(try folder.text("second/" + table) == folder.text("first/" + table))
    }
    #expect(try folder.text("second/run.json").contains("people are put in the order of their circles"))
    #expect(try Program.run("check", pack, "--verify").output.hasPrefix("\(pack): no problems\n"))
  }

  @Test func `The same society gives the same pack, for any number of threads`() throws {
    for (name, threads) in [("one", "1"), ("three", "3")] {
      let run = try Program.run("pack", "datasets/village", "--threads", threads, "-o", folder.path(name))
      #expect(run.code == 0)
    }
    #expect(try folder.files(in: "one") == folder.files(in: "three"))
  }

  @Test func `A pack is described and searched for communities as its society is`() throws {
    let small = try SmallPack()
    for command in ["describe", "communities"] {
      let society = try Program.run(command, small.society, "--half-life", "30", "--json")
      #expect(society.code == 0)
      #expect(try Program.run(command, small.path, "--json").output == society.output)
    }
  }

  @Test func `A sound pack has no problems`() throws {
    let small = try SmallPack()
    let run = try Program.run("check", small.path, "--verify")
    #expect(run.output == "\(small.path): no problems\n")
    #expect(run.code == 0)
  }

  @Test func `A pack comes whole or not at all`() throws {
    try folder.write("society/people.csv", "id,score\nann,high\n")
    try folder.write("society/friendships.csv", "source,target\nann,ann\n")
    #expect(try Program.run("pack", folder.path("society"), "-o", folder.path("pack")).code == 65)
    #expect(try folder.names() == ["society"])
  }

  @Test func `Only a pack is replaced by one`() throws {
    try folder.write("pack/society.json", "{}")
    let refused = try Program.run("pack", "datasets/karate", "--force", "-o", folder.path("pack"))
    #expect(refused.code == 73)
    #expect(refused.errors.contains("the folder holds other files than a packed society"))
    #expect(try Program.run("pack", "datasets/karate", "-o", folder.path("other")).code == 0)
    #expect(try Program.run("pack", "datasets/karate", "-o", folder.path("other")).code == 73)
    let run = try Program.run("pack", "datasets/florentine", "--force", "-o", folder.path("other"))
    #expect(run.errors == "wrote \(folder.path("other"))\n")
    #expect(run.code == 0)
  }

  @Test func `A pack is not packed again`() throws {
    let small = try SmallPack()
    let run = try Program.run("pack", small.path, "-o", small.folder.path("again"))
    #expect(run.errors == "error: \(small.path): this is a packed society already; copy the folder instead\n")
    #expect(run.code == 64)
  }

  @Test(arguments: [
    ["--amount", "count"], ["--half-life", "3"], ["--as-of", "2026-01-01"], ["--direction", "payer"],
    ["--self-ties", "keep"], ["--negative", "drop"], ["--scale", "unit"], ["--scorecard", "zhima"],
    ["--scores", "synthetic"], ["--missing-score", "drop"], ["--unknown-people", "add"], ["--directed"],
    ["--people", "who.csv"],
  ])
  func `Options of reading are refused by name`(options: [String]) throws {
    let small = try SmallPack()
    let run = try Program.run(["describe", small.path] + options)
    #expect(run.errors.hasPrefix("error: \(small.path): \(options[0])"))
    #expect(run.errors.hasSuffix("says how a society is read; this one is packed: give it to pack instead\n"))
    #expect(run.code == 64)
  }

  @Test func `Only a pack can be verified`() throws {
    let run = try Program.run("check", "datasets/karate", "--verify")
    #expect(run.output == "datasets/karate: --verify is for a packed society; this is none\n")
    #expect(run.code == 64)
  }

  @Test func `Ids in a pack can be replaced by keyed hashes`() throws {
    let small = try SmallPack()
    try small.folder.write("key", "secret")
    let run = try Program.run(
      "analyze", small.path, "--pseudonymise", small.folder.path("key"), "--quiet", "-o", small.folder.path("run"))
    #expect(run.code == 0)
    #expect(try !small.folder.text("run/people.csv").contains("ann"))
  }
}
