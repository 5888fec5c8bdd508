import GraphModel

extension BrokenInput {
  private static let weighted = "source,target,weight\na,b,1\n"

  /// Friendships, payments and events.
  static let ties: [BrokenInput] = [
    BrokenInput(
      "text where a weight belongs", friendships: .text(weighted + "b,c,strong\n"),
      "friendships.csv, line 3, column weight: \"strong\" is not a number; a number of 0 or more was expected"),
    BrokenInput(
      "a weight that is NaN", friendships: .text(weighted + "b,c,nan\n"),
      "friendships.csv, line 3, column weight: \"nan\" is not a number; a number of 0 or more was expected"),
    BrokenInput(
      "a weight that is infinite", friendships: .text(weighted + "b,c,Infinity\n"),
      "friendships.csv, line 3, column weight: \"Infinity\" is not a number; a number of 0 or more was expected"),
    BrokenInput(
      "a weight too large for a double", friendships: .text(weighted + "b,c,1e999\n"),
      "friendships.csv, line 3, column weight: \"1e999\" is too large; a number of 0 or more was expected"),
    BrokenInput(
      "a weight too large to be added up", friendships: .text(weighted + "b,c,1e101\n"),
      "friendships.csv, line 3, column weight: \"1e101\" is too large; a number of 0 or more was expected"),
    BrokenInput(
      "a weight too small to divide by", friendships: .text(weighted + "b,c,1e-101\n"),
      "friendships.csv, line 3, column weight: \"1e-101\" is too small; 0 or a number from 1e-100 up was expected"),
    BrokenInput(
      "a negative weight", friendships: .text(weighted + "b,c,-2.50\n"),
      "friendships.csv, line 3, column weight: -2.5 is negative; 0 or more was expected (--negative drop or absolute accepts it)"
    ),
    BrokenInput(
      "a weight that is missing", friendships: .text(weighted + "b,c,\n"),
      "friendships.csv, line 3, column weight: the weight is missing; a number of 0 or more was expected"),
    BrokenInput(
      "a hexadecimal weight", friendships: .text(weighted + "b,c,0x10\n"),
      "friendships.csv, line 3, column weight: \"0x10\" is not a number; a number of 0 or more was expected"),
    BrokenInput(
      "an unknown person at the source", friendships: "src,dst\na,b\nz,b\n",
      "friendships.csv, line 3, column src: \"z\" is not the id of anyone in the people file"),
    BrokenInput(
      "an unknown person at the target", friendships: "source,target\na,b\nb,A\n",
      "friendships.csv, line 3, column target: \"A\" is not the id of anyone in the people file"),
    BrokenInput(
      "an empty id at the end of a tie", friendships: "from,to\na,b\nb,\n",
      "friendships.csv, line 3, column to: the id is empty; a person's id was expected"),
    BrokenInput(
      "ties without a source", friendships: "Target,weight\nb,1\n",
      "friendships.csv, line 1: there is no column \"source\" (one end of the tie); the header has \"Target\", \"weight\"; also understood: src, from, payer, source_id, node1"
    ),
    BrokenInput(
      "ties without a target", friendships: "source,friend\na,b\n",
      "friendships.csv, line 1: there is no column \"target\" (the other end of the tie); the header has \"source\", \"friend\"; also understood: dst, to, payee, target_id, node2"
    ),
    BrokenInput(
      "ties to oneself only", friendships: "source,target\na,a\nb,b\n",
      "friendships.csv: there is no tie between two people: 2 self-ties left out (friendships.csv)"),
    BrokenInput(
      "ties of weight 0 only", friendships: "source,target,weight\na,b,0\n",
      "friendships.csv: there is no tie between two people: 1 record of weight 0 left out (friendships.csv)"),
    BrokenInput(
      "ties with unknown people only", friendships: "source,target\na,y\nz,b\n", options: { $0.unknownPeople = .drop },

      "friendships.csv: there is no tie between two people: 2 ties with people who are not in the people file left out (friendships.csv)"
    ),
    BrokenInput(
      "ties of people without scores only", people: "id,score\na,400\nb,\nc,500\n",
      options: { $0.missingScore = .drop },
      "friendships.csv: there is no tie between two people: 1 person without an own score left out, with their ties"),
    BrokenInput(
      "nothing that is a tie in two files", friendships: "source,target\n",
      others: ["transactions.csv": "source,target\na,a\n"],
      "friendships.csv, transactions.csv: there is no tie between two people: 1 self-tie left out (transactions.csv)"),
    BrokenInput(
      "a layer's name with a space", friendships: "source,target,layer\na,b,school\nb,c,the family\n",
      "friendships.csv, line 3, column layer: \"the family\" is not a layer's name; letters, digits, - and _ were expected"
    ),
    BrokenInput(
      "a layer's name that is empty", friendships: "source,target,Layer\na,b,\n",
      "friendships.csv, line 2, column Layer: \"\" is not a layer's name; letters, digits, - and _ were expected"),
    BrokenInput(
      "text where an amount belongs", others: ["transactions.csv": "payer,payee,amount\na,b,5 EUR\n"],
      "transactions.csv, line 2, column amount: \"5 EUR\" is not a number; a number of 0 or more was expected"),
    BrokenInput(
      "a negative amount", others: ["transactions.csv": "payer,payee,amount\na,b,-5\n"],
      "transactions.csv, line 2, column amount: -5 is negative; 0 or more was expected (--negative drop or absolute accepts it)"
    ),
    BrokenInput(
      "a payment by an unknown person", others: ["transactions.csv": "payer,payee\na,z\n"],
      "transactions.csv, line 2, column payee: \"z\" is not the id of anyone in the people file"),
    BrokenInput(
      "a date that does not exist", others: ["transactions.csv": "payer,payee,time\na,b,2023-02-30\n"],
      "transactions.csv, line 2, column time: \"2023-02-30\" is not a time; Unix seconds or an ISO 8601 date was expected"
    ),
    BrokenInput(
      "a date of another form", others: ["transactions.csv": "payer,payee,date\na,b,30.01.2023\n"],
      "transactions.csv, line 2, column date: \"30.01.2023\" is not a time; Unix seconds or an ISO 8601 date was expected"
    ),
    BrokenInput(
      "a moment in milliseconds", others: ["transactions.csv": "payer,payee,timestamp\na,b,1700000000000\n"],
      "transactions.csv, line 2, column timestamp: \"1700000000000\" is not a time; Unix seconds or an ISO 8601 date was expected"
    ),
    BrokenInput(
      "a payment after the moment of the society",
      others: ["transactions.csv": "payer,payee,time\na,b,2023-01-01\na,b,2023-01-02T00:00:01Z\n"],
      options: { $0.ties.asOf = 1_672_617_600 },
      "transactions.csv, line 3, column time: \"2023-01-02T00:00:01Z\" is after 2023-01-02, the moment given with --as-of"
    ),
    BrokenInput(
      "an event of nobody", others: ["events.csv": "time,person,change\n2023-01-01,z,5\n"],
      options: { $0.readsEvents = true },
      "events.csv, line 2, column person: \"z\" is not the id of anyone in the people file"),
    BrokenInput(
      "more than twenty problems",
      friendships: .text("source,target\n" + (1...25).map { "a,stranger\($0)\n" }.joined()),
      (1...20).map {
        "friendships.csv, line \($0 + 1), column target: \"stranger\($0)\" is not the id of anyone in the people file\n"
      }.joined() + "... and 5 more problems"),
    BrokenInput(
      "problems in several files", people: "id,score\na,400\na,500\nb,600\n",
      friendships: "source,target\na,\n", others: ["transactions.csv": "payer,payee,amount\na,b,x\n"],
      """
      people.csv, line 3, column id: "a" stands on line 2 already; each person once was expected
      friendships.csv, line 2, column target: the id is empty; a person's id was expected
      transactions.csv, line 2, column amount: "x" is not a number; a number of 0 or more was expected
      """),
  ]
}
