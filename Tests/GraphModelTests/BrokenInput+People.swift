import GraphModel

extension BrokenInput {
  /// People files, own scores and scorecards.
  static let people: [BrokenInput] = [
    BrokenInput(
      "a people file without ids", people: "score,club\n400,x\n",
      "people.csv, line 1: there is no column \"id\" (who the person is); the header has \"score\", \"club\"; also understood: person, node, name, label"
    ),
    BrokenInput(
      "an empty id", people: "id,score\na,400\n,500\nb,600\n",
      "people.csv, line 3, column id: the id is empty; a person's id was expected"),
    BrokenInput(
      "an empty id in quotes", people: "name,score\na,400\n\"\",500\nb,600\n",
      "people.csv, line 3, column name: the id is empty; a person's id was expected"),
    BrokenInput(
      "a person who stands there twice", people: "id,score\na,400\nb,500\na,600\n",
      "people.csv, line 4, column id: \"a\" stands on line 2 already; each person once was expected"),
    BrokenInput(
      "a person who stands there three times", people: "id,score\na,400\nb,500\na,600\na,700\n",
      """
      people.csv, line 4, column id: "a" stands on line 2 already; each person once was expected
      people.csv, line 5, column id: "a" stands on line 2 already; each person once was expected
      """),
    BrokenInput(
      "text where a score belongs", people: "id,score\na,high\nb,500\n",
      "people.csv, line 2, column score: \"high\" is not a number; a number was expected"),
    BrokenInput(
      "a decimal comma", people: "id;score\na;400,5\nb;500\n",
      "people.csv, line 2, column score: \"400,5\" is not a number; a number was expected"),
    BrokenInput(
      "a score that is NaN", people: "id,score\na,NaN\nb,500\n",
      "people.csv, line 2, column score: \"NaN\" is not a number; a number was expected"),
    BrokenInput(
      "a score that is infinite", people: "id,score\na,400\nb,-inf\n",
      "people.csv, line 3, column score: \"-inf\" is not a number; a number was expected"),
    BrokenInput(
      "a score too large for a double", people: "id,score\na,1e999\nb,500\n",
      "people.csv, line 2, column score: \"1e999\" is too large; a number was expected"),
    BrokenInput(
      "a score off the scale asked for", options: { $0.scale = .unit },
      """
      people.csv, line 2, column score: 400 is off the scale; 0 to 1 was expected (--scale)
      people.csv, line 3, column score: 500 is off the scale; 0 to 1 was expected (--scale)
      people.csv, line 4, column score: 600 is off the scale; 0 to 1 was expected (--scale)
      """),
    BrokenInput(
      "a score off the scale of the society's file", others: ["society.yaml": "scale: 450:550\n"],
      """
      people.csv, line 2, column score: 400 is off the scale; 450 to 550 was expected (--scale)
      people.csv, line 4, column score: 600 is off the scale; 450 to 550 was expected (--scale)
      """),
    BrokenInput(
      "a score that is missing", people: "id,score\na,400\nb,\nc,NA\n",
      """
      people.csv, line 3, column score: "b" has no own score (--missing-score drop or mean accepts it)
      people.csv, line 4, column score: "c" has no own score (--missing-score drop or mean accepts it)
      """),
    BrokenInput(
      "a people file without scores", people: "id,club\na,x\nb,y\n",
      """
      people.csv: nobody has an own score: a column "score" was expected, and it has "club"
      Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.
      """),
    BrokenInput(
      "a people file of ids only", people: "id\na\nb\n",
      """
      people.csv: nobody has an own score: a column "score" was expected, and it has no other columns
      Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.
      """),
    BrokenInput(
      "no people file and so no scores", people: nil,
      """
      people: nobody has an own score: a column "score" was expected, and there is no people file
      Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.
      """),
    BrokenInput(
      "no score for people who were added", friendships: "source,target\na,b\na,z\n",
      options: { $0.unknownPeople = .add },
      "people.csv, column score: \"z\" has no own score (--missing-score drop or mean accepts it)"),
    BrokenInput(
      "no score for anybody to drop", people: "id,score\na,\nb,\n", options: { $0.missingScore = .drop },
      "people.csv, column score: nobody has an own score"),
    BrokenInput(
      "no score to take a mean of", people: "id,score\na,\nb,\n", options: { $0.missingScore = .mean },
      "people.csv, column score: nobody has an own score"),
    BrokenInput(
      "a score column that is not there", others: ["society.yaml": "score: wealth\n"],
      """
      people.csv: nobody has an own score: a column "wealth" was expected, and it has "score"
      Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.
      """),
    BrokenInput(
      "a factor column that is not there", options: { $0.scorecard = "zhima" },
      """
      people.csv: there is no column "history", which the scorecard needs; it has "score"
      people.csv: there is no column "behaviour", which the scorecard needs; it has "score"
      people.csv: there is no column "fulfilment", which the scorecard needs; it has "score"
      people.csv: there is no column "identity", which the scorecard needs; it has "score"
      """),
    BrokenInput(
      "a factor column where there is no people file", people: nil,
      others: [
        "society.yaml": "scorecard: wealth.yaml\n",
        "wealth.yaml": "factors: [{name: wealth, weight: 1, normalise: minmax}]\n",
      ],
      "people: there is no column \"wealth\", which the scorecard needs; there is no people file"),
    BrokenInput(
      "a factor out of range", people: "id,history,behaviour,fulfilment,identity\na,0,50,100,101\nb,-1,0,0,0\n",
      options: { $0.scorecard = "zhima" },
      """
      people.csv, line 3, column history: -1 is out of range; 0 to 100 was expected
      people.csv, line 2, column identity: 101 is out of range; 0 to 100 was expected
      """),
    BrokenInput(
      "text where a factor belongs", people: "id,history,behaviour,fulfilment,identity\na,0,50,100,good\nb,1,0,0,0\n",
      options: { $0.scorecard = "zhima" },
      "people.csv, line 2, column identity: \"good\" is not a number; a number was expected"),
    BrokenInput(
      "a factor that is missing", people: "id,history,behaviour,fulfilment,identity\na,0,50,,100\nb,1,0,0,0\n",
      options: { $0.scorecard = "zhima" },
      "people.csv, line 2, column fulfilment: \"a\" has no own score (--missing-score drop or mean accepts it)"),
    BrokenInput(
      "a scorecard file that is not there", code: .noInput, options: { $0.scorecard = "no-such-card.yaml" },
      "no-such-card.yaml: there is no such file"),
    BrokenInput(
      "a scorecard without factors", others: ["society.yaml": "scorecard: card.yaml\n", "card.yaml": "name: x\n"],
      "card.yaml: a list of factors was expected under \"factors\""),
  ]
}
