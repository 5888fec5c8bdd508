import GraphModel
import Testing

struct OwnScoresTests {
  private static let ties: TemporaryFolder.Content = "source,target\na,b\nb,c\n"

  // MARK: The column

  @Test(arguments: ["score", "own_score", "Score", "OWN_SCORE"])
  func `scores are in the column score or own score, letter case ignored`(column: String) throws {
    let read = try Self.read(people: "id,\(column)\na,400\nb,500.5\nc,600\n")
    #expect(read.society.ownScores == [400, 500.5, 600])
  }

  @Test func `the column score goes before the column own score`() throws {
    #expect(try Self.read(people: "id,own_score,score\na,400,401\nb,500,501\nc,600,601\n").scores["a"] == 401)
  }

  @Test func `the society's file can name another column`() throws {
    let read = try Self.read(people: "id,wealth,score\na,400,1\nb,500,2\nc,600,3\n", yaml: "score: wealth\n")
    #expect(read.society.ownScores == [400, 500, 600])
  }

  @Test func `the score column stays an attribute with its text`() throws {
    let read = try Self.read(people: "id,score\na,400.50\nb,5e2\nc,600\n")
    #expect(read.society.people.attribute(named: "score")?.values == ["400.50", "5e2", "600"])
  }

  // MARK: The scale

  @Test func `the scale is Zhima where all scores fit it`() throws {
    #expect(try Self.read(people: "id,score\na,350\nb,500\nc,950\n").society.scale == .zhima)
  }

  @Test func `the scale is the range of the scores where one is off Zhima`() throws {
    let read = try Self.read(people: "id,score\na,340\nb,500\nc,950\n")
    #expect(read.society.scale == .fifths(low: 340, high: 950))
  }

  @Test func `equal scores off Zhima get a scale one point wide`() throws {
    let read = try Self.read(people: "id,score\na,7\nb,7\nc,7\n")
    #expect(read.society.scale == .fifths(low: 6.5, high: 7.5))
  }

  @Test(
    arguments: [
      ("500", "scale zhima, 350 to 950: all own scores fit it (--scale)"),
      ("3", "scale 3:600: the range of the own scores (--scale)"),
    ])
  func `an assumed scale is told`(score: String, notice: String) throws {
    #expect(try Self.read(people: "id,score\na,400\nb,\(score)\nc,600\n").notices(.assumed) == [notice])
  }

  @Test func `the scale of the society's file goes before the scores' own`() throws {
    #expect(try Self.read(people: TemporaryFolder.people, yaml: "scale: fico\n").society.scale == .fico)
  }

  @Test func `the scale of the options goes before that of the society's file`() throws {
    let read = try Self.read(people: TemporaryFolder.people, yaml: "scale: fico\n") {
      $0.scale = .fifths(low: 0, high: 1000)
    }
    #expect(read.society.scale == .fifths(low: 0, high: 1000))
  }

  @Test(arguments: ["1e17", "1e100", "-1e100"])
  func `equal scores so large that half a point is nothing have a scale all the same`(score: String) async {
    await #expect(processExitsWith: .success) { [score] in
      let read = try OwnScoresTests.read(people: "id,score\na,\(score)\nb,\(score)\nc,\(score)\n")
      try #require(read.society.scale.contains(read.society.ownScores[0]))
    }
  }

  // MARK: Scorecards

  @Test func `a built-in scorecard named in the society's file makes the scores`() throws {
    let people = "id,history,behaviour,fulfilment,identity\na,0,0,0,0\nb,100,100,100,100\nc,50,50,50,50\n"
    #expect(try Self.read(people: people, yaml: "scorecard: zhima\n").society.ownScores == [350, 950, 650])
  }

  @Test func `a built-in scorecard brings its scale`() throws {
    let people = "id,payment_history,amounts_owed,length,new_credit,mix\na,0,0,0,0,0\nb,1,1,1,1,1\nc,2,2,2,2,2\n"
    #expect(try Self.read(people: people, yaml: "scorecard: fico\n").society.scale == .fico)
  }

  @Test func `a scorecard file named in the society's file is found beside it`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": "id,wealth\na,10\nb,20\nc,14\n", "friendships.csv": Self.ties,
      "society.yaml": "scale: 0:100\nscorecard: wealth.yaml\n",
      "wealth.yaml": "name: wealth\ntitle: Gold\nfactors: [{name: wealth, weight: 1, normalise: minmax}]\n",
    ])
    #expect(read.society.ownScores == [0, 100, 40])
  }

  @Test func `a scorecard is told, and that weights are unofficial only where the card says so`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": "id,wealth\na,10\nb,20\nc,14\n", "friendships.csv": Self.ties,
      "society.yaml": "scorecard: wealth.yaml\n",
      "wealth.yaml": "name: wealth\ntitle: Gold\nfactors: [{name: wealth, weight: 1, normalise: minmax}]\n",
    ])
    #expect(read.notices(.assumed).first == "own scores by the scorecard \"wealth\": Gold")
  }

  @Test func `the scale of a scorecard that names none is assumed and told`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": "id,wealth\na,10\nb,20\nc,14\n", "friendships.csv": Self.ties,
      "society.yaml": "scorecard: wealth.yaml\n",
      "wealth.yaml": "factors: [{name: wealth, weight: 1, normalise: minmax}]\n",
    ])
    #expect(read.notices(.assumed).last == "scale zhima, 350 to 950, for the scorecard's scores (--scale)")
  }

  @Test func `a scorecard with unofficial weights is told as such`() throws {
    let people = "id,history,behaviour,fulfilment,identity\na,0,0,0,0\nb,100,100,100,100\nc,50,50,50,50\n"
    let expected =
      "own scores by the scorecard \"zhima\", weights unofficial: Zhima Credit, the five dimensions without relations"
    #expect(try Self.read(people: people) { $0.scorecard = "zhima" }.notices(.assumed) == [expected])
  }

  @Test func `the scorecard of the options goes before the column of the society's file`() throws {
    let people = "id,score,history,behaviour,fulfilment,identity\na,1,0,0,0,0\nb,2,100,100,100,100\nc,3,50,50,50,50\n"
    let read = try Self.read(people: people, yaml: "score: score\n") { $0.scorecard = "zhima" }
    #expect(read.society.ownScores == [350, 950, 650])
  }

  // MARK: Missing scores

  private static let gaps: TemporaryFolder.Content = "id,score\na,400\nb,\nc,600\nd,NA\ne,500\n"
  private static let ring: TemporaryFolder.Content = "source,target\na,b\nb,c\nc,d\nd,a\na,c\n"

  @Test func `people without a score are left out with their ties where they are dropped`() throws {
    let read = try TemporaryFolder.read(["people.csv": Self.gaps, "friendships.csv": Self.ring]) {
      $0.missingScore = .drop
    }
    #expect(read.society.people.ids == ["a", "c", "e"])
    #expect(read.arcs() == ["a>c": 1, "c>a": 1])
  }

  /// b is left out; with a half-life of 10 days a's payment of day 0 counts half as of the latest one kept, of day 10.
  @Test func `ties between people who are kept keep their amounts and times`() throws {
    let read = try TemporaryFolder.read([
      "people.csv": Self.gaps,
      "transactions.csv": "payer,payee,amount,time\na,b,1,0\na,c,8,0\nb,c,2,864000\nc,e,4,864000\n",
    ]) {
      $0.missingScore = .drop
      $0.ties.amount = .amount
      $0.ties.halfLife = 10
    }
    #expect(read.arcs(of: "transaction") == ["a>c": 4, "c>a": 4, "c>e": 4, "e>c": 4])
  }

  @Test func `people who were left out are told`() throws {
    let read = try TemporaryFolder.read(["people.csv": Self.gaps, "friendships.csv": Self.ring]) {
      $0.missingScore = .drop
    }
    #expect(read.notices(.dropped) == ["2 people without an own score left out, with their ties"])
  }

  @Test func `missing scores are the mean of the others where that is the rule`() throws {
    let read = try TemporaryFolder.read(["people.csv": Self.gaps, "friendships.csv": Self.ring]) {
      $0.missingScore = .mean
    }
    #expect(read.society.ownScores == [400, 500, 600, 500, 500])
  }

  @Test func `a column says whose score was missing`() throws {
    let read = try TemporaryFolder.read(["people.csv": Self.gaps, "friendships.csv": Self.ring]) {
      $0.missingScore = .mean
    }
    let flags = read.society.people.attribute(named: "score_missing")?.values
    #expect(flags == ["false", "true", "false", "true", "false"])
  }

  @Test func `scores that were filled in are told`() throws {
    let read = try TemporaryFolder.read(["people.csv": Self.gaps, "friendships.csv": Self.ring]) {
      $0.missingScore = .mean
    }
    #expect(read.notices(.changed) == ["2 missing own scores set to the mean of the others"])
  }

  @Test func `no column of flags is added where no score is missing`() throws {
    let read = try TemporaryFolder.read(["friendships.csv": Self.ring, "people.csv": "id,score\na,1\nb,2\nc,3\nd,4"]) {
      $0.missingScore = .mean
    }
    #expect(read.society.people.attributes.map(\.name) == ["score"])
  }

  // MARK: Invented scores

  @Test func `synthetic scores are the golden-ratio sequence in the order of the people`() throws {
    let read = try Self.read(people: "id\na\nb\nc\n") { $0.scores = .synthetic }
    #expect(read.society.ownScores == SyntheticScores.goldenRatio(count: 3, on: .zhima))
  }

  @Test func `synthetic scores are told as invented`() throws {
    let read = try Self.read(people: "id\na\nb\nc\n", yaml: "scale: unit\n") { $0.scores = .synthetic }
    #expect(
      read.notices(.assumed) == [
        "own scores are invented: the golden-ratio sequence on unit (--scores synthetic)"
      ])
  }

  @Test func `synthetic scores go before the scores in the file`() throws {
    let read = try Self.read(people: TemporaryFolder.people) { $0.scores = .synthetic }
    #expect(read.society.ownScores == SyntheticScores.goldenRatio(count: 3, on: .zhima))
  }

  static func read(
    people: String, yaml: String? = nil, _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> ReadSociety {
    var files: [String: TemporaryFolder.Content] = ["people.csv": .text(people), "friendships.csv": Self.ties]
    if let yaml { files["society.yaml"] = .text(yaml) }
    return try TemporaryFolder.read(files, change)
  }
}
