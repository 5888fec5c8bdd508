import Compute

/// Growth with preferential attachment: people come one by one, and each ties to m who are there.
///
/// The first m + 1 people are all tied to one another. Each who comes later ties to m different people among those before,
/// drawn with chances in proportion to their ties before that arrival. The result has `m (m + 1) / 2 + m (n - m - 1)` ties, no
/// repeats, and a degree distribution with tail exponent 3.
///
/// A draw in proportion to degrees is a draw of one end out of the list of all ends of ties so far. Such an end is either a
/// newcomer, known from its number, or itself a draw, which can be drawn again from its own number: so no list is needed,
/// and every tie is found alone, after two draws on average. If a person draws somebody twice, the second is drawn anew;
/// for those who come later the first draw keeps its place in the list of ends, which the tests find to be of no weight.
///
/// Sources: A.-L. Barabasi, R. Albert, "Emergence of scaling in random networks", Science 286 (1999); P. Sanders,
/// C. Schulz, "Scalable generation of scale-free graphs", Inf. Process. Lett. 116 (2016).
public struct BarabasiAlbert: TieModel {
  /// What it is made with.
  public struct Settings: Sendable, Equatable {
    /// How many people, more than `tiesPerPerson`, up to 100,000,000.
    public var people: Int
    /// With how many ties a person comes, 1 or more.
    public var tiesPerPerson: Int
    /// Whether ids are spread over the order of arrival.
    public var isShuffled = true
    /// The form of the ids.
    public var ids = PersonLabels.Form.string
    /// The weights of ties.
    public var weights = TieWeights.none
    /// How scores are drawn; independent of ties.
    public var scores = ScoreModel()
    /// The seed.
    public var seed: UInt64 = 1

    /// Settings.
    public init(people: Int, tiesPerPerson: Int) {
      self.people = people
      self.tiesPerPerson = tiesPerPerson
    }
  }

  /// What it is made with.
  public let settings: Settings
  /// How the people are called.
  public let labels: PersonLabels
  /// The weights of ties.
  public var weights: TieWeights { settings.weights }
  /// How scores are drawn.
  public var scores: ScoreModel { settings.scores }

  /// Prepares a society.
  ///
  /// - Throws: `GeneratingError` if there is no such society, with what would be possible.
  public init(_ settings: Settings) throws(GeneratingError) {
    let people = settings.people
    try GeneratingError.require((2...100_000_000).contains(people), "2 to 100000000 people were expected")
    try GeneratingError.require(
      settings.tiesPerPerson >= 1 && settings.tiesPerPerson < people,
      "\(settings.tiesPerPerson) ties a person are too many for \(people) people; 1 to \(people - 1) were expected")
    try settings.scores.validate()
    self.settings = settings
    labels = PersonLabels(settings.ids, people: people)
  }

  /// How many ties there will be.
  public var tieCount: Int {
    let m = settings.tiesPerPerson
    return m * (m + 1) / 2 + m * (settings.people - m - 1)
  }

  /// Draws the society; O(people * m^2) comparisons and about 2 random numbers a tie.
  public func draw(threads: ThreadCount) -> DrawnSociety {
    let ids = Shuffling.people(settings.people, isShuffled: settings.isShuffled, seed: settings.seed)
    var ties = TieSet(people: settings.people, expected: tieCount)
    let m = settings.tiesPerPerson
    let blocks = TieSet.blocks(of: settings.people, size: max(1, TieSet.blockSize / m))
    let growth = Growth(settings)
    // A mark says that the first draw hit somebody who was drawn already.
    ties.insert(blocks: blocks.count, threads: threads) { block, drawn in
      var chosen: [Growth.Choice] = []
      for person in blocks[block] {
        growth.neighbours(of: person, &chosen)
        for choice in chosen {
          drawn.append(DrawnTie(Int(ids[person]), Int(ids[choice.person]), isMarked: choice.isDrawnAnew))
        }
      }
    }
    let repeats = ties.markedCount
    return DrawnSociety(
      ties: ties,
      people: GeneratedPeople(
        count: settings.people, labels: labels,
        place: GeneratedPeople.Place(name: "arrival", values: Shuffling.places(ids), offset: 1), scores: scores,
        homophily: 0, seed: settings.seed, shared: { _ in 0 }),
      title: "preferential attachment (synthetic)",
      account: [
        "\(settings.people) people who came one by one (column `arrival`), after Barabasi and Albert (1999).",
        "\(tieCount) friendships: the first \(m + 1) people are all tied to one another; each later one came with \(m) ties to people drawn in proportion to their ties.",
        "\(repeats) of the ties hit somebody who was drawn already, and were drawn anew.",
        settings.isShuffled ? "Ids are shuffled: they say nothing of the arrival." : "Ids follow the arrival.",
      ] + (scores.scale == nil ? [] : ["Own scores are normal and independent of the ties."]))
  }
}
