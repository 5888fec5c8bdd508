import Testing

struct InfluenceTests {
  private let folder = TemporaryFolder()

  @Test func `Who moves the mean of the Florentine families is told so`() throws {
    let run = try Program.run("influence", "datasets/florentine", "--top", "3")
    #expect(
      run.output.hasPrefix(
        """
        WHO MOVES THE MEAN SCORE OF florentine             16 people, susceptibility 0.5

          person    influence  of equals  followers    own  public
          Medici        13.6%      2.18x         11  769.6   655.3
          Guadagni       7.5%      1.20x          6  371.0   445.4
          Peruzzi        6.8%      1.08x          7  543.0   549.9

          The most influential hundredth, 1 person, has 13.6% of all influence. It is as
          concentrated as among 14.4 equals (Gini 0.148).
        """))
    #expect(run.code == 0)
  }

  @Test func `Who moves one person, and whom one person moves`() throws {
    let on = try Program.run("influence", "datasets/florentine", "--on", "Medici", "--top", "2")
    #expect(
      on.output.hasPrefix(
        """
        WHO MOVES Medici                                         own 769.6, public 655.3

          person     share  distance  leaves by      own  public
          Salviati    6.4%         1  friendship   379.4   505.4
          Barbadori   6.2%         1  transaction  568.2   567.4

          59.3% of the public score of Medici is the own score, 40.7% are those of 14
          others.
        """))
    let of = try Program.run("influence", "datasets/florentine", "--of", "Medici", "--top", "1")
    #expect(of.output.contains("\n  Acciaiuoli  29.7%         1  friendship  379.4   517.4\n"))
  }

  @Test func `The tie whose loss helps most is named`() throws {
    let run = try Program.run("influence", "datasets/florentine", "--ties-of", "Medici")
    #expect(
      run.output.contains(
        """
          Losing Salviati (transaction) helps Medici most: +1.98 points, and -12.11 for
          Salviati.
        """))
  }

  @Test func `Nobody to lose, nothing to gain`() throws {
    let run = try Program.run("influence", "datasets/florentine", "--ties-of", "Pucci")
    #expect(run.output.contains("\n  Nobody influences Pucci.\n"))
  }

  @Test func `Everyone's influence goes to a file, and adds up to 1`() throws {
    let path = folder.path("influence.csv")
    let run = try Program.run("influence", "datasets/karate", "--quiet", "-o", path)
    #expect(run.output + run.errors == "")
    let table = try CSVTable(folder.text("influence.csv"))
    #expect(table.columns == ["id", "influence", "own_score", "public_score"])
    let sum = try table.values("influence").compactMap { Double($0) }.reduce(0, +)
    #expect(abs(sum - 1) < 1e-9)
    #expect(try folder.text("influence.csv") == Program.run("influence", "datasets/karate", "-o", "-").output)
  }

  @Test(arguments: [["influence"], ["influence", "--on", "Medici"], ["shock", "--blacklist", "Medici"]])
  func `The same bytes for any number of threads`(words: [String]) throws {
    let arguments = [words[0], "datasets/florentine"] + words.dropFirst() + ["--json"]
    let alone = try Program.run(arguments + ["--threads", "1"])
    #expect(try Program.run(arguments + ["--threads", "3"]).output == alone.output)
    #expect(alone.output.hasPrefix("{"))
  }

  @Test(arguments: [
    (["--on", "Nobody"], "error: --on: there is no person \"Nobody\"\n"),
    (["--of", "medici"], "error: --of: there is no person \"medici\"; did you mean \"Medici\"?\n"),
    (
      ["--weights", "wealth", "--layer-weights", "x=1"],
      "error: layer weights: there is no layer \"x\"; the layers are friendship, transaction\n"
    ),
    (
      ["--ties-of", "Medici", "--model", "degroot"],
      "error: --ties-of: a group with susceptibility 1 settles among itself, so scores after a change are not unique; give a susceptibility below 1\n"
    ),
  ])
  func `What cannot be asked is told, with code 64`(options: [String], message: String) throws {
    let run = try Program.run(["influence", "datasets/florentine"] + options)
    #expect(run.errors == message)
    #expect(run.code == 64)
  }

  @Test(arguments: [
    ["--of", "a", "--on", "b"], ["--of", "a", "-o", "x.csv"], ["--of", "a", "--weights", "w"], ["--rounds", "3"],
  ])
  func `Options that exclude each other are refused`(options: [String]) throws {
    #expect(try Program.run(["influence", "datasets/florentine"] + options).code == 64)
  }

  @Test func `In DeGroot's model influence is told too`() throws {
    let run = try Program.run("influence", "datasets/karate", "--model", "degroot", "--json", "--top", "1")
    #expect(try JSON(run.output)["people"] == .number(34))
    #expect(run.code == 0)
  }

  @Test(arguments: [["influence"], ["shock", "--blacklist", "Medici"]])
  func `Scores that have not settled are told`(words: [String]) throws {
    let run = try Program.run(
      [words[0], "datasets/florentine", "--max-rounds", "2", "--solver", "fixed-point"] + words.dropFirst())
    #expect(run.errors == "warning: scores did not converge within 2 rounds (--max-rounds)\n")
  }
}
