extension BrokenInput {
  /// What can be wrong with a society's own file.
  static let societyFile = [
    BrokenInput(
      "A society file that is no YAML", societyFile: "scale: [zhima\n",
      problems: [
        "society.yaml, line 2: this is not valid YAML: while parsing a flow sequence, did not find expected ',' or ']'"
      ]),
    BrokenInput(
      "A society file with a key twice", societyFile: "scale: zhima\nscale: fico\n",
      problems: [
        "society.yaml, line 1: \"scale\" stands there twice; each name once was expected"
      ]),
    BrokenInput(
      "A society file that is a list", societyFile: "- zhima\n",
      problems: [
        "society.yaml, line 1: the file is not a mapping of names to values"
      ]),
    BrokenInput(
      "A society file with an unknown key", societyFile: "scale: zhima\nmodel: fj\n",
      problems: [
        "society.yaml, line 2: \"model\" is not understood; expected one of scale, score, scorecard, susceptibility, mix, layers"
      ]),
    BrokenInput(
      "An empty society file", societyFile: "",
      problems: [
        "society.yaml: the file is empty; a mapping was expected"
      ]),
    BrokenInput(
      "A society file that is no UTF-8", societyFile: .bytes([0x73, 0x63, 0x61, 0x6C, 0x65, 0x3A, 0x20, 0xFF, 0x0A]),
      problems: [
        "society.yaml: this is not valid UTF-8 text"
      ]),
    BrokenInput(
      "An unknown scale", societyFile: "scale: schufa\n",
      problems: [
        "society.yaml, line 1: \"schufa\" is not a scale; zhima, fico, unit or LOW:HIGH was expected"
      ]),
    BrokenInput(
      "A scale without a value", societyFile: "scale:\n",
      problems: [
        "society.yaml, line 1: \"scale\" needs one value"
      ]),
    BrokenInput(
      "A file of ties that is not there", societyFile: "layers:\n  friendship: {file: friends.csv}\n", code: 66,
      problems: [
        "friends.csv: there is no such file"
      ]),
    BrokenInput(
      "A layer without a file", societyFile: "layers:\n  friendship: {weight: 1}\n",
      problems: [
        "society.yaml, line 2: layer \"friendship\" needs a \"file\""
      ]),
    BrokenInput(
      "A layer with a list for a file", societyFile: "layers:\n  friendship: {file: [a, b]}\n",
      problems: [
        "society.yaml, line 2: \"file\" needs one value"
      ]),
    BrokenInput(
      "A layer with a name that is none", societyFile: "layers:\n  my friends: {file: friendships.csv}\n",
      problems: [
        "society.yaml, line 2: \"my friends\" is not a layer's name; letters, digits, - and _ were expected"
      ]),
    BrokenInput(
      "A layer with a negative share", societyFile: "layers:\n  friendship: {file: friendships.csv, weight: -1}\n",
      problems: [
        "society.yaml, line 2: \"weight\" is below 0; 0 or more was expected"
      ]),
    BrokenInput(
      "A layer with an infinite share", societyFile: "layers:\n  friendship: {file: friendships.csv, weight: .inf}\n",
      problems: [
        "society.yaml, line 2: \"weight\" is \".inf\"; a number was expected"
      ]),
    BrokenInput(
      "Shares that are all 0", societyFile: "layers:\n  friendship: {file: friendships.csv, weight: 0}\n",
      problems: [
        "society.yaml, line 1: every layer has weight 0; one above 0 was expected"
      ]),
    BrokenInput(
      "A layer of an unknown kind", societyFile: "layers:\n  friendship: {file: friendships.csv, kind: love}\n",
      problems: [
        "society.yaml, line 2: \"kind\" is \"love\"; friendship or transaction was expected"
      ]),
    BrokenInput(
      "A directed layer of payments",
      societyFile: "layers:\n  pay: {file: friendships.csv, kind: transaction, directed: true}\n",
      problems: [
        "society.yaml, line 2: layer \"pay\" holds payments; their direction is chosen with --direction, not with \"directed\""
      ]),
    BrokenInput(
      "Layers without a value", societyFile: "layers:\n",
      problems: [
        "society.yaml, line 1: \"layers\" is not a mapping of names to values"
      ]),
    BrokenInput(
      "A score column and a scorecard", societyFile: "score: score\nscorecard: zhima\n",
      problems: [
        "society.yaml, line 2: \"score\" and \"scorecard\" exclude each other; one was expected"
      ]),
    BrokenInput(
      "A score column that is not there", societyFile: "score: points\n",
      problems: [
        "people.csv: nobody has an own score: a column \"points\" was expected, and it has \"score\"",
        "Hint: name another column in society.yaml (score: COLUMN), give --scorecard, or try --scores synthetic.",
      ]),
    BrokenInput(
      "A scorecard whose columns are not there", societyFile: "scorecard: zhima\n",
      problems: [
        "people.csv: there is no column \"history\", which the scorecard needs; it has \"score\"",
        "people.csv: there is no column \"behaviour\", which the scorecard needs; it has \"score\"",
        "people.csv: there is no column \"fulfilment\", which the scorecard needs; it has \"score\"",
        "people.csv: there is no column \"identity\", which the scorecard needs; it has \"score\"",
      ]),
    BrokenInput(
      "A scorecard file that is not there", societyFile: "scorecard: card.yaml\n", code: 66,
      problems: [
        "card.yaml: there is no such file"
      ]),
    BrokenInput(
      "An unknown mix", societyFile: "mix: shaken\n",
      problems: [
        "society.yaml, line 1: \"mix\" is \"shaken\"; per-layer or pooled was expected"
      ]),
    BrokenInput(
      "A susceptibility above 1 in the society file", societyFile: "susceptibility: 2\n",
      problems: [
        "society.yaml, line 1: \"susceptibility\" is \"2\"; a number from 0 to 1, a column or degree was expected"
      ]),
  ]
}
