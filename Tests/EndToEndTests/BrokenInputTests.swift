import Foundation
import Testing

struct BrokenInputTests {
  private let folder = TemporaryFolder()

  @Test(arguments: BrokenInput.all)
  func `An analysis of broken input says what is wrong, and does nothing`(input: BrokenInput) throws {
    let run = try input.run("analyze")
    #expect(
      run.errors.components(separatedBy: "\n").dropLast()
        == input.problems.map { $0.hasPrefix("Hint: ") ? $0 : "error: " + $0 }[...])
    #expect(run.output == "")
    #expect(run.code == input.code)
  }

  @Test(arguments: BrokenInput.all)
  func `A check of broken input says the same on standard output`(input: BrokenInput) throws {
    let run = try input.run("check")
    #expect(run.output.components(separatedBy: "\n").dropLast() == input.problems[...])
    #expect(run.errors == "")
    #expect(run.code == input.code)
  }

  @Test func `Broken input leaves no run folder`() throws {
    try folder.write("society/people.csv", "id,score\nann,high\n")
    try folder.write("society/friendships.csv", "source,target\nann,ann\n")
    let run = try Program.run("analyze", folder.path("society"), "-o", folder.path("run"))
    #expect(run.code == 65)
    #expect(try folder.names() == ["society"])
  }

  @Test func `A society that is not there is told, with what one is`() throws {
    let run = try Program.run("analyze", "atlantis", in: folder.path)
    #expect(
      run.errors == """
        error: atlantis: there is no such file or folder
        A society is a folder with people.csv and friendships.csv, or one edge list in CSV or GraphML.

        """)
    #expect(run.code == 66)
  }

  /// Edge lists on standard input, and what is wrong with them.
  @Test(arguments: [
    ("", "standard input: the file is empty; a header line was expected"),
    ("source,target\n", "standard input: there is no tie, so there are no people"),
    (
      "ann,bob\nbob,cid\n",
      "standard input, line 1: there is no column \"source\" (one end of the tie); the header has \"ann\", \"bob\"; also understood: src, from, payer, source_id, node1"
    ),
    (
      "source,target,weight\nann,bob,x\n",
      "standard input, line 2, column weight: \"x\" is not a number; a number of 0 or more was expected"
    ),
    ("source,target\nann\n", "standard input, line 2: 1 field where the header has 2"),
    (
      "source,target\nann,ann\n",
      "standard input: there is no tie between two people: 1 self-tie left out (standard input)"
    ),
  ])
  func `A broken edge list is told by what it is called`(input: String, problem: String) throws {
    let run = try Program.run("analyze", "-", "--scores", "synthetic", input: input)
    #expect(run.errors == "error: \(problem)\n")
    #expect(run.code == 65)
  }

  @Test func `An edge list without scores is told how to get some`() throws {
    let run = try Program.run("analyze", "-", input: "source,target\nann,bob\n")
    #expect(run.code == 65)
    #expect(
      run.errors == """
        error: people: nobody has an own score: a column "score" was expected, and there is no people file
        Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.

        """)
  }

  @Test func `A people file that is not there is told`() throws {
    let run = try Program.run(
      "analyze", "-", "--people", "nobody.csv", in: folder.path, input: "source,target\nann,bob\n")
    #expect(run.errors == "error: nobody.csv: there is no such file\n")
    #expect(run.code == 66)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `A file that may not be read is told`() throws {
    try folder.write("edges.csv", "source,target\nann,bob\n")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("edges.csv"))
    let run = try Program.run("analyze", "edges.csv", "--scores", "synthetic", in: folder.path)
    #expect(run.errors == "error: edges.csv: the file cannot be read; check its permissions\n")
    #expect(run.code == 66)
  }

  /// Numbers at the ends of what 64 bits hold: used or refused, as the program likes, but with a sentence.
  @Test(arguments: [
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target,weight\nann,bob,1e308\nann,cid,1e308\n", [String]()),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target,weight\nann,bob,1e-320\nann,cid,5e-324\n", []),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target,weight\nann,bob,1e308\nbob,ann,1e308\n", []),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target,weight\nann,bob,1e100\nann,cid,1e-100\n", []),
    (
      "id,score\nann,500\nbob,600\ncid,700\n", "source,target,weight\nann,bob,1\nann,cid,1e-100\n", ["--mix", "pooled"]
    ),
    ("id,score\nann,-1e308\nbob,1e308\ncid,0\n", "source,target\nann,bob\n", []),
    ("id,score\nann,1e308\nbob,1e308\ncid,1e308\n", "source,target\nann,bob\n", []),
    ("id,score\nann,1e100\nbob,-1e100\ncid,1\n", "source,target\nann,bob\n", []),
    ("id,score\nann,1e17\nbob,1e17\ncid,1e17\n", "source,target\nann,bob\n", []),
    ("id,score\nann,1e-300\nbob,2e-300\ncid,0\n", "source,target\nann,bob\n", []),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n", ["--scale", "-1e308:1e308"]),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n", ["--scale", "500:700.0000001"]),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n", ["--layer-weights", "friendship=1e-320"]),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n", ["--layer-weights", "friendship=1e308"]),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n", ["--resolution", "1e308"]),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n", ["--resolution", "5e-324"]),
    (
      "id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n",
      ["--susceptibility", "0.9999999999999999", "--max-rounds", "1000"]
    ),
    ("id,score\nann,500\nbob,600\ncid,700\n", "source,target\nann,bob\n", ["--tolerance", "1e308"]),
  ])
  func `Numbers at the ends of the range end in no crash`(people: String, ties: String, options: [String]) throws {
    try folder.write("society/people.csv", people)
    try folder.write("society/friendships.csv", ties)
    let run = try Program.run(
      ["analyze", folder.path("society"), "-o", folder.path("run"), "--permutations", "9"] + options)
    #expect([0, 64, 65, 75].contains(run.code), "\(run.errors)")
  }

  /// Payments of one and of two amounts, at several times.
  @Test(arguments: [
    ["--half-life", "1", "--as-of", "2027-11-27"], ["--half-life", "1", "--as-of", "2030-01-01"],
    ["--half-life", "1", "--as-of", "2027-11-27", "--mix", "pooled"], ["--half-life", "1e-300"],
    ["--half-life", "1e308"],
    ["--amount", "amount"], ["--amount-unit", "1e-320"], ["--amount-unit", "1e308"],
    ["--as-of", "1e300", "--half-life", "1"],
  ])
  func `Payments at the ends of the range end in no crash`(options: [String]) throws {
    try folder.write("society/people.csv", "id,score\nann,500\nbob,600\ncid,700\n")
    try folder.write(
      "society/transactions.csv",
      "source,target,amount,time\nann,bob,1e99,2025-01-01\nann,cid,3,2025-01-02\nann,bob,1e99,1970-01-01\n")
    let run = try Program.run(
      ["analyze", folder.path("society"), "-o", folder.path("run"), "--permutations", "9"] + options)
    #expect([0, 64, 65, 75].contains(run.code), "\(run.errors)")
  }
}
