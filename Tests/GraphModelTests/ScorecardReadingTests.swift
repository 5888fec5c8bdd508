import GraphModel
import Testing

struct ScorecardReadingTests {
  /// The shares repeated in the press since 2015; relations (5) are the propagation's part.
  @Test func `the built-in Zhima scorecard weighs four dimensions 35, 20, 25 and 15`() throws {
    let card = try #require(try Scorecard.builtIn("zhima"))
    #expect(card.factors.map(\.name) == ["history", "behaviour", "fulfilment", "identity"])
    #expect(card.factors.map(\.weight) == [35, 20, 25, 15])
  }

  /// The shares FICO publishes for the general population.
  @Test func `the built-in FICO scorecard weighs five categories 35, 30, 15, 10 and 10`() throws {
    let card = try #require(try Scorecard.builtIn("fico"))
    #expect(card.factors.map(\.name) == ["payment_history", "amounts_owed", "length", "new_credit", "mix"])
    #expect(card.factors.map(\.weight) == [35, 30, 15, 10, 10])
  }

  @Test(arguments: Scorecard.builtInNames)
  func `a built-in scorecard is named as it is asked for`(name: String) throws {
    #expect(try Scorecard.builtIn(name)?.name == name)
  }

  @Test(arguments: Scorecard.builtInNames)
  func `the weights of a built-in scorecard are said to be unofficial`(name: String) throws {
    #expect(try Scorecard.builtIn(name)?.isOfficial == false)
  }

  @Test(arguments: [("zhima", Scale.zhima), ("fico", .fico)])
  func `a built-in scorecard is on its own scale`(name: String, scale: Scale) throws {
    #expect(try Scorecard.builtIn(name)?.scale == scale)
  }

  @Test(arguments: ["", "Zhima", "schufa"])
  func `there is no built-in scorecard of another name`(name: String) throws {
    #expect(try Scorecard.builtIn(name) == nil)
  }

  @Test func `a scorecard file is read whole`() throws {
    let card = try Self.card(
      """
      name: mine
      title: My card
      scale: 0:10
      official: true
      note: made up
      factors:
        - {name: x, weight: 2, normalise: rank, better: low}
        - {name: y, weight: 0.5, low: -1, high: 1}
      """)
    let isSame =
      card.name == "mine" && card.title == "My card" && card.scale == .fifths(low: 0, high: 10)
      && card.isOfficial == true && card.note == "made up"
    #expect(isSame)
  }

  @Test func `a factor is read whole`() throws {
    let factor = try #require(
      try Self.card("factors: [{name: y, weight: 0.5, low: -1, high: 3, better: low}]").factors.first)
    let isSame =
      factor.name == "y" && factor.weight == 0.5 && factor.normalisation == .range && factor.low == -1
      && factor.high == 3 && factor.isReversed
    #expect(isSame)
  }

  @Test func `a scorecard without a name goes by its file, and its title is its name`() throws {
    let card = try Self.card("factors: [{name: y, weight: 1, normalise: rank}]")
    #expect([card.name, card.title] == ["card.yaml", "card.yaml"])
  }

  @Test func `a scorecard that says nothing of its weights is neither official nor not`() throws {
    #expect(try Self.card("factors: [{name: y, weight: 1, normalise: rank}]").isOfficial == nil)
  }

  @Test(
    arguments: [
      ("factors: []", "card.yaml, line 1: a list of factors was expected under \"factors\""),
      ("name: x", "card.yaml: a list of factors was expected under \"factors\""),
      ("factors: {name: x}", "card.yaml, line 1: a list of factors was expected under \"factors\""),
      ("factors:\n- x", "card.yaml, line 2: a factor is not a mapping of names to values"),
      ("factors:\n- {weight: 1}", "card.yaml, line 2: a factor needs a \"name\": the column it is read from"),
      ("factors:\n- {name: x}", "card.yaml, line 2: factor \"x\" needs a \"weight\" above 0"),
      ("factors:\n- {name: x, weight: 0}", "card.yaml, line 2: factor \"x\" needs a \"weight\" above 0"),
      ("factors:\n- {name: x, weight: -1}", "card.yaml, line 2: factor \"x\" needs a \"weight\" above 0"),
      ("factors:\n- {name: x, weight: much}", "card.yaml, line 2: \"weight\" is \"much\"; a number was expected"),
      (
        "factors:\n- {name: x, weight: 1}",
        "card.yaml, line 2: factor \"x\" needs \"low\" and \"high\", low below high, or \"normalise: minmax\" or rank"
      ),
      (
        "factors:\n- {name: x, weight: 1, low: 2, high: 2}",
        "card.yaml, line 2: factor \"x\" needs \"low\" and \"high\", low below high, or \"normalise: minmax\" or rank"
      ),
      (
        "factors:\n- {name: x, weight: 1, normalise: z}",
        "card.yaml, line 2: \"normalise\" is \"z\"; range or minmax or rank was expected"
      ),
      (
        "factors:\n- {name: x, weight: 1, normalise: rank, better: yes}",
        "card.yaml, line 2: \"better\" is \"yes\"; high or low was expected"
      ),
      (
        "factors:\n- {name: x, weight: 1,\n   wieght: 2}",
        "card.yaml, line 3: \"wieght\" is not understood (did you mean \"weight\"?); expected one of name, weight, normalise, low, high, better"
      ),
      (
        "scale: 9:1\nfactors: []",
        "card.yaml, line 1: \"9:1\" is not a scale; zhima, fico, unit or LOW:HIGH was expected"
      ),
      (
        "official: perhaps\nfactors: [{name: y, weight: 1, normalise: rank}]",
        "card.yaml, line 1: \"official\" is \"perhaps\"; true or false was expected"
      ),
    ])
  func `a file that is no scorecard is refused at its line`(text: String, message: String) throws {
    let error = try #require(throws: ReadingError.self) { try Self.card(text) }
    #expect(error.description == message && error.code == .badData)
  }

  private static func card(_ text: String) throws -> Scorecard {
    try Scorecard(InputFile(name: "card.yaml", bytes: [UInt8](text.utf8)))
  }
}
