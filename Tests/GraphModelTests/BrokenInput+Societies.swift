import GraphModel

extension BrokenInput {
  private static func society(
    _ name: String, _ yaml: Content, others: [String: Content] = [:], code: ReadingError.Code = .badData,
    _ message: String
  ) -> BrokenInput {
    BrokenInput(name, others: others.merging(["society.yaml": yaml]) { given, _ in given }, code: code, message)
  }

  /// What is not there, and what `society.yaml` says.
  static let societies: [BrokenInput] = [
    BrokenInput(
      "a folder that is not there", path: "nowhere", code: .noInput,
      """
      FOLDER/nowhere: there is no such file or folder
      A society is a folder with people.csv and friendships.csv, or one edge list in CSV or GraphML.
      """),
    BrokenInput(
      "a folder without ties", friendships: nil, code: .noInput,
      "FOLDER: there is neither friendships.csv nor transactions.csv, and no society.yaml that names layers"),
    BrokenInput(
      "an empty folder", people: nil, friendships: nil, code: .noInput,
      "FOLDER: there is neither friendships.csv nor transactions.csv, and no society.yaml that names layers"),
    BrokenInput(
      "a folder where the file of ties belongs", friendships: .folder, code: .noInput,
      "friendships.csv: this is a folder; a file was expected"),
    BrokenInput(
      "a folder where the people file belongs", people: .folder, code: .noInput,
      "people.csv: this is a folder; a file was expected"),
    BrokenInput(
      "a link to nowhere where the people file belongs", people: .brokenLink, code: .noInput,
      "people.csv: this is a link to a file that is not there"),
    BrokenInput(
      "a link to nowhere where the file of ties belongs", friendships: .brokenLink, code: .noInput,
      "friendships.csv: this is a link to a file that is not there"),
    society(
      "a link to nowhere where the file of a layer belongs", "layers: {x: {file: x.csv}}",
      others: ["x.csv": .brokenLink], code: .noInput,
      "x.csv: this is a link to a file that is not there"),
    BrokenInput(
      "a people file for a folder", code: .usage, options: { $0.peopleFile = "people.csv" },
      "FOLDER: --people goes with a single edge list; this is a folder with its own people.csv"),
    BrokenInput(
      "a people file for an edge list that is not there", path: "friendships.csv", code: .noInput,
      options: { $0.peopleFile = "nobody.csv" },
      "FOLDER/nobody.csv: there is no such file"),
    BrokenInput(
      "an edge list of a header only", friendships: "source,target\n", path: "friendships.csv",
      "FOLDER/friendships.csv: there is no tie, so there are no people"),
    BrokenInput(
      "an edge list without scores", path: "friendships.csv",
      """
      people: nobody has an own score: a column "score" was expected, and there is no people file
      Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.
      """),
    BrokenInput(
      "an edge list with a scorecard and no people", path: "friendships.csv", options: { $0.scorecard = "fico" },
      """
      people: there is no column "payment_history", which the scorecard needs; there is no people file
      people: there is no column "amounts_owed", which the scorecard needs; there is no people file
      people: there is no column "length", which the scorecard needs; there is no people file
      people: there is no column "new_credit", which the scorecard needs; there is no people file
      people: there is no column "mix", which the scorecard needs; there is no people file
      """),
    society(
      "a scale that is none", "scale: schufa\n",
      "society.yaml, line 1: \"schufa\" is not a scale; zhima, fico, unit or LOW:HIGH was expected"),
    society(
      "a scale upside down", "mix: pooled\nscale: 950:350\n",
      "society.yaml, line 2: \"950:350\" is not a scale; zhima, fico, unit or LOW:HIGH was expected"),
    society(
      "a scale without a value", "scale:\n",
      "society.yaml, line 1: \"scale\" needs one value"),
    society(
      "a flow sequence that is never closed", "layers: [1, 2\n",
      "society.yaml, line 2: this is not valid YAML: while parsing a flow sequence, did not find expected ',' or ']'"),
    society(
      "a tab before a key", "mix: pooled\n\tscale: x\n",
      "society.yaml, line 2: this is not valid YAML: while scanning a plain scalar, found a tab character that violates indentation"
    ),
    society(
      "a quote in YAML that is never closed", "scale: \"zhima\nmix: pooled\n",
      "society.yaml, line 3: this is not valid YAML: while scanning a quoted scalar, found unexpected end of stream"),
    society(
      "a control character in YAML", "mix: pooled\nscale: 'a\u{7}b'\n",
      "society.yaml, line 2: this is not valid YAML: control characters are not allowed"),
    society(
      "invalid UTF-8 in YAML", .bytes([0x73, 0x3A, 0x20, 0xFF]),
      "society.yaml: this is not valid UTF-8 text"),
    society(
      "an alias without an anchor", "mix: pooled\nscale: *x\n",
      "society.yaml, line 2: this is not valid YAML: found undefined alias"),
    society(
      "two documents", "scale: zhima\n---\nscale: fico\n",
      "society.yaml, line 2: this is not valid YAML: expected a single document in the stream, but found another document"
    ),
    society(
      "an empty society file", "# nothing\n",
      "society.yaml: the file is empty; a mapping was expected"),
    society(
      "a list where names belong", "- scale\n- mix\n",
      "society.yaml, line 1: the file is not a mapping of names to values"),
    society(
      "a key that is not understood", "scale: zhima\nmxi: pooled\n",
      "society.yaml, line 2: \"mxi\" is not understood (did you mean \"mix\"?); expected one of scale, score, scorecard, susceptibility, mix, layers"
    ),
    society(
      "a key in capitals", "Scale: zhima\n",
      "society.yaml, line 1: \"Scale\" is not understood (did you mean \"scale\"?); expected one of scale, score, scorecard, susceptibility, mix, layers"
    ),
    society(
      "a key that is given twice", "scale: zhima\nmix: pooled\nscale: fico\n",
      "society.yaml, line 1: \"scale\" stands there twice; each name once was expected"),
    society(
      "a list where one value belongs", "scale: [zhima, fico]\n",
      "society.yaml, line 1: \"scale\" needs one value"),
    society(
      "a score column and a scorecard", "score: wealth\nscorecard: zhima\n",
      "society.yaml, line 2: \"score\" and \"scorecard\" exclude each other; one was expected"),
    society(
      "a susceptibility above 1", "susceptibility: 1.5\n",
      "society.yaml, line 1: \"susceptibility\" is \"1.5\"; a number from 0 to 1, a column or degree was expected"),
    society(
      "a mix that is none", "mix: per layer\n",
      "society.yaml, line 1: \"mix\" is \"per layer\"; per-layer or pooled was expected"),
    society(
      "layers that are a list", "layers: [friendships.csv]\n",
      "society.yaml, line 1: \"layers\" is not a mapping of names to values"),
    society(
      "a layer that is a file's name", "layers:\n  friendship: friendships.csv\n",
      "society.yaml, line 2: layer \"friendship\" is not a mapping of names to values"),
    society(
      "a layer without a file", "layers:\n  school: {directed: true}\n",
      "society.yaml, line 2: layer \"school\" needs a \"file\""),
    society(
      "a layer's name with a dot", "layers:\n  my.layer: {file: friendships.csv}\n",
      "society.yaml, line 2: \"my.layer\" is not a layer's name; letters, digits, - and _ were expected"),
    society(
      "a key of a layer that is not understood", "layers:\n  school:\n    file: x.csv\n    wieght: 2\n",
      "society.yaml, line 4: \"wieght\" is not understood (did you mean \"weight\"?); expected one of file, kind, directed, weight, format"
    ),
    society(
      "a kind that is none", "layers:\n  school: {file: x.csv, kind: payment}\n",
      "society.yaml, line 2: \"kind\" is \"payment\"; friendship or transaction was expected"),
    society(
      "a direction that is neither true nor false", "layers:\n  school: {file: x.csv, directed: yes}\n",
      "society.yaml, line 2: \"directed\" is \"yes\"; true or false was expected"),
    society(
      "a direction for payments", "layers:\n  transaction:\n    file: x.csv\n    directed: true\n",
      "society.yaml, line 4: layer \"transaction\" holds payments; their direction is chosen with --direction, not with \"directed\""
    ),
    society(
      "a negative weight of a layer", "layers:\n  school: {file: x.csv, weight: -1}\n",
      "society.yaml, line 2: \"weight\" is below 0; 0 or more was expected"),
    society(
      "text where the weight of a layer belongs", "layers:\n  school: {file: x.csv, weight: much}\n",
      "society.yaml, line 2: \"weight\" is \"much\"; a number was expected"),
    society(
      "layers that all have weight 0", "layers:\n  friendship: {file: friendships.csv, weight: 0}\n",
      "society.yaml, line 1: every layer has weight 0; one above 0 was expected"),
    society(
      "a layer whose file is not there", "layers:\n  school: {file: school.csv}\n", code: .noInput,
      "school.csv: there is no such file"),
    society(
      "a layer named twice", "layers:\n  x: {file: friendships.csv}\n  x: {file: friendships.csv}\n",
      "society.yaml, line 2: \"x\" stands there twice; each name once was expected"),
    society(
      "a layer that comes from two files", "layers: {x: {file: x.csv}, y: {file: y.csv}}\n",
      others: ["x.csv": "source,target,layer\na,b,y\n", "y.csv": "source,target\nb,c\n"],
      "y.csv: layer \"y\" comes from another file too; one file was expected"),
    society(
      "a scorecard that is not there", "scorecard: wealth.yaml\n", code: .noInput,
      "wealth.yaml: there is no such file"),
  ]
}
