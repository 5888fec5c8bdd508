import Testing

struct ShockTests {
  private let folder = TemporaryFolder()

  @Test func `The Strozzi lose 100 points, and the report says what follows`() throws {
    let run = try Program.run("shock", "datasets/florentine", "--person", "Strozzi", "--change", "-100", "--top", "2")
    #expect(
      run.output.hasPrefix(
        """
        WHAT FOLLOWS IN florentine                                             16 people

          Own score of Strozzi falls by 100.

          The public scores of 15 people move: 15 by 0.1 or more, 9 by 1 or more, 5 by 5
          or more, 1 by 10 or more points. All changes add up to -89.33; the mean goes
          from 535.75 to 530.17.
          Of the total, -50.00 directly, in the own scores, -32.73 through friendship,
          -6.60 through transaction.

        WHO MOVES

          moved most  distance  before   after  change  tier
          Strozzi            0  741.63  688.20  -53.43  700-950 > 650-699
          Ridolfi            1  553.36  544.14   -9.22  550-599 > 350-549

        HOW FAR IT REACHES

          ties away      people  moved  >= 0.1  >= 1  >= 5  >= 10   total  largest
          0                   1      1       1     1     1      1  -53.43   -53.43
          1                   4      4       4     4     4      0  -27.43    -9.22
          2                   5      5       5     4     0      0   -6.67    -1.67
          3                   5      5       5     0     0      0   -1.80    -0.44
          not connected       1      0       0     0     0      0    0.00     0.00
        """))
    #expect(run.code == 0)
  }

  @Test func `Changes from a file are those of the options`() throws {
    try folder.write("changes.csv", "person,change,score\nStrozzi,-100,\nMedici,,500\n")
    let file = try Program.run("shock", "datasets/florentine", "--from", folder.path("changes.csv"))
    let options = try Program.run(
      "shock", "datasets/florentine", "--person", "Strozzi", "--change", "-100", "--set", "Medici=500")
    #expect(file.output == options.output)
    #expect(file.code == 0)
  }

  @Test func `Everyone's change goes to a file`() throws {
    let run = try Program.run(
      "shock", "datasets/florentine", "--cut", "Medici,Acciaiuoli", "--quiet", "-o", folder.path("change.csv"))
    #expect(run.output + run.errors == "")
    let table = try CSVTable(folder.text("change.csv"))
    #expect(table.columns == ["id", "before", "after", "change", "distance"])
    #expect(table.rows.count == 16)
    // Acciaiuoli has no other tie, and keeps the own score.
    #expect(try table.values("after")[0].hasPrefix("379.37062937062"))
    #expect(try table.values("distance")[11] == "")
  }

  @Test func `A new tie is one, a blacklisted person has the lowest score`() throws {
    let run = try Program.run(
      "shock", "datasets/florentine", "--tie", "Pucci,Medici,transaction=2", "--blacklist", "Strozzi", "-o", "-")
    let table = try CSVTable(run.output)
    let after = try table.values("after").compactMap { Double($0) }
    #expect(after[14] == 350)
    #expect(after[11] > 351)
  }

  @Test func `Groups of a column are told instead of communities`() throws {
    let run = try Program.run(
      "shock", "datasets/karate", "--person", "1", "--change", "-100", "--by", "club", "--top", "1")
    #expect(run.output.contains("\nBY CLUB\n\n  club"))
    let none = try Program.run("shock", "datasets/karate", "--person", "1", "--change", "-100", "--no-communities")
    #expect(!none.output.contains("\nBY "))
  }

  @Test(arguments: [
    ([], "nothing happens; --person with --change"), (["--person", "Medici"], "--person and --change belong together"),
    (["--change", "-3"], "--person and --change belong together"), (["--set", "Medici"], "'Medici' is not ID=SCORE"),
    (["--cut", "Medici"], "'Medici' is not A,B or A,B,LAYER"), (["--tie", "Medici,Pazzi=0"], "is not A,B=WEIGHT"),
    (["--set", "Medici=1e9"], "--set: 1000000000 is not on the scale; 350 to 950 was expected"),
    (["--person", "X", "--change", "1"], "--person: there is no person \"X\""),
    (["--cut", "Medici,Strozzi"], "--cut: \"Medici\" and \"Strozzi\" are not tied"),
    (["--cut", "Medici,Pazzi,work"], "--cut: there is no layer \"work\" in the mix"),
  ])
  func `What cannot happen is told, with code 64`(options: [String], message: String) throws {
    let run = try Program.run(["shock", "datasets/florentine"] + options)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.code == 64)
  }

  @Test func `A file of changes that is broken is told by line, with code 65`() throws {
    try folder.write("changes.csv", "person,change\nMedici,much\n")
    let run = try Program.run("shock", "datasets/florentine", "--from", folder.path("changes.csv"))
    #expect(run.errors.hasSuffix("changes.csv, line 2: \"much\" is not a number of points\n"))
    #expect(run.code == 65)
  }

  @Test(arguments: [
    ["shock", "datasets/karate", "--cut", "0,1"], ["influence", "datasets/karate", "--ties-of", "0"],
  ])
  func `Ties cannot change where susceptibility follows from them`(arguments: [String]) throws {
    let run = try Program.run(arguments + ["--susceptibility", "degree"])
    #expect(run.code == 64 && run.errors.contains("ties cannot change with --susceptibility degree"))
  }

  /// The Pucci have no tie.
  @Test(arguments: [
    ["shock", "datasets/florentine", "--set", "Pucci=700"],
    ["shock", "datasets/florentine", "--person", "Pucci", "--change", "10"], ["influence", "datasets/florentine"],
  ])
  func `Whoever is held to the floor cannot have another own score, nor influence`(arguments: [String]) throws {
    let run = try Program.run(arguments + ["--isolates", "floor"])
    #expect(run.code == 64 && run.errors.contains("floor"))
  }
}
