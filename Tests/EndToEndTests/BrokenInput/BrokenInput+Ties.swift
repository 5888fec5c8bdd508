extension BrokenInput {
  /// What can be wrong with the ties of a society.
  static let ties = [
    BrokenInput(
      "A tie file without a target column", ties: "source,friend\nann,bob\n",
      problems: [
        "friendships.csv, line 1: there is no column \"target\" (the other end of the tie); the header has \"source\", \"friend\"; also understood: dst, to, payee, target_id, node2"
      ]),
    BrokenInput(
      "A tie file without a source column", ties: "who,target\nann,bob\n",
      problems: [
        "friendships.csv, line 1: there is no column \"source\" (one end of the tie); the header has \"who\", \"target\"; also understood: src, from, payer, source_id, node1"
      ]),
    BrokenInput(
      "Text where a weight belongs", ties: "source,target,weight\nann,bob,strong\nbob,cid,1\n",
      problems: [
        "friendships.csv, line 2, column weight: \"strong\" is not a number; a number of 0 or more was expected"
      ]),
    BrokenInput(
      "NaN as a weight", ties: "source,target,weight\nann,bob,NaN\n",
      problems: [
        "friendships.csv, line 2, column weight: \"NaN\" is not a number; a number of 0 or more was expected"
      ]),
    BrokenInput(
      "Infinity as a weight", ties: "source,target,weight\nann,bob,-Infinity\n",
      problems: [
        "friendships.csv, line 2, column weight: \"-Infinity\" is not a number; a number of 0 or more was expected"
      ]),
    BrokenInput(
      "A weight too large for a number", ties: "source,target,weight\nann,bob,1e999\n",
      problems: [
        "friendships.csv, line 2, column weight: \"1e999\" is too large; a number of 0 or more was expected"
      ]),
    BrokenInput(
      "A negative weight", ties: "source,target,weight\nann,bob,1\nbob,cid,-2\n",
      problems: [
        "friendships.csv, line 3, column weight: -2 is negative; 0 or more was expected (--negative drop or absolute accepts it)"
      ]),
    BrokenInput(
      "A missing weight", ties: "source,target,weight\nann,bob,\nbob,cid,2\n",
      problems: [
        "friendships.csv, line 2, column weight: the weight is missing; a number of 0 or more was expected"
      ]),
    BrokenInput(
      "Tabs between fields and text where a weight belongs", ties: "source\ttarget\tweight\nann\tbob\tx\n",
      problems: [
        "friendships.csv, line 2, column weight: \"x\" is not a number; a number of 0 or more was expected"
      ]),
    BrokenInput(
      "A negative amount", payments: "source,target,amount\nann,bob,-3.5\n",
      problems: [
        "transactions.csv, line 2, column amount: -3.5 is negative; 0 or more was expected (--negative drop or absolute accepts it)"
      ]),
    BrokenInput(
      "A payment at a time that is none", payments: "source,target,amount,time\nann,bob,3,yesterday\n",
      problems: [
        "transactions.csv, line 2, column time: \"yesterday\" is not a time; Unix seconds or an ISO 8601 date was expected"
      ]),
    BrokenInput(
      "A payment on a day that does not exist", payments: "source,target,amount,time\nann,bob,3,2025-02-30\n",
      problems: [
        "transactions.csv, line 2, column time: \"2025-02-30\" is not a time; Unix seconds or an ISO 8601 date was expected"
      ]),
    BrokenInput(
      "A payment after the moment asked for", payments: "source,target,amount,time\nann,bob,3,2025-07-01\n",
      options: ["--as-of", "2025-06-30"],
      problems: [
        "transactions.csv, line 2, column time: \"2025-07-01\" is after 2025-06-30, the moment given with --as-of"
      ]),
    BrokenInput(
      "A tie with somebody unknown", ties: "source,target\nann,bob\nann,dan\n",
      problems: [
        "friendships.csv, line 3, column target: \"dan\" is not the id of anyone in the people file"
      ]),
    BrokenInput(
      "A tie with an empty end", ties: "source,target\nann,bob\nann,\n",
      problems: [
        "friendships.csv, line 3, column target: the id is empty; a person's id was expected"
      ]),
    BrokenInput(
      "An empty tie file", ties: "",
      problems: [
        "friendships.csv: the file is empty; a header line was expected"
      ]),
    BrokenInput(
      "A tie file with a header only", ties: "source,target\n",
      problems: [
        "friendships.csv: there is no tie between two people"
      ]),
    BrokenInput(
      "Ties from people to themselves only", ties: "source,target\nann,ann\nbob,bob\n",
      problems: [
        "friendships.csv: there is no tie between two people: 2 self-ties left out (friendships.csv)"
      ]),
    BrokenInput(
      "Ties of weight 0 only", ties: "source,target,weight\nann,bob,0\n",
      problems: [
        "friendships.csv: there is no tie between two people: 1 record of weight 0 left out (friendships.csv)"
      ]),
    BrokenInput(
      "A row with a field too many", ties: "source,target\nann,bob,3\nbob,cid\n",
      problems: [
        "friendships.csv, line 2: 3 fields where the header has 2"
      ]),
    BrokenInput(
      "A layer's name that is none", ties: "source,target,layer\nann,bob,best friends\n",
      problems: [
        "friendships.csv, line 2, column layer: \"best friends\" is not a layer's name; letters, digits, - and _ were expected"
      ]),
    BrokenInput(
      "A folder where the tie file belongs", ties: .folder, code: 66,
      problems: [
        "friendships.csv: this is a folder; a file was expected"
      ]),
    BrokenInput(
      "A link to nowhere where the tie file belongs", ties: .link("nowhere.csv"), code: 66,
      problems: [
        "friendships.csv: this is a link to a file that is not there"
      ]),
    BrokenInput(
      "A folder without ties", ties: .nothing, code: 66,
      problems: [
        "society: there is neither friendships.csv nor transactions.csv, and no society.yaml that names layers"
      ]),
    BrokenInput(
      "A folder without files", people: .nothing, ties: .nothing, code: 66,
      problems: [
        "society: there is neither friendships.csv nor transactions.csv, and no society.yaml that names layers"
      ]),
    BrokenInput(
      "Problems in two files", people: "id,score\nann,500\nbob,600\nann,600\n", ties: "source,target\nann,\n",
      problems: [
        "people.csv, line 4, column id: \"ann\" stands on line 2 already; each person once was expected",
        "friendships.csv, line 2, column target: the id is empty; a person's id was expected",
      ]),
  ]
}
