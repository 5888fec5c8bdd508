/// People and their layers, at one moment.
public struct Society: Sendable {
  /// What the society is called: the name of its folder or file.
  public let name: String
  /// The people.
  public let people: People
  /// The range that scores live in.
  public let scale: Scale
  /// The score each person would have without a network, in points of the scale.
  public let ownScores: [Double]
  /// The layers, in the order they were named; every table has one row a person.
  public let layers: [Layer]
  /// What the society's own file asks for, where the user says nothing else.
  public let wishes: SocietyWishes
  /// The order in which it pays to compute with people, or `nil` for the order of indices.
  ///
  /// It shows in no result: everything is told by index.
  package let order: PeopleOrder?

  /// A society.
  ///
  /// - Precondition: scores and layers have one entry a person.
  public init(
    name: String, people: People, scale: Scale, ownScores: [Double], layers: [Layer],
    wishes: SocietyWishes = SocietyWishes()
  ) {
    self.init(
      name: name, people: people, scale: scale, ownScores: ownScores, layers: layers, wishes: wishes, order: nil)
  }

  /// A society that is computed with in an order of its own.
  ///
  /// - Precondition: scores, layers and order have one entry a person.
  package init(
    name: String, people: People, scale: Scale, ownScores: [Double], layers: [Layer], wishes: SocietyWishes,
    order: PeopleOrder?
  ) {
    precondition(order == nil || order?.people.count == people.count, "one place a person")
    precondition(ownScores.count == people.count, "one own score a person")
    precondition(layers.allSatisfy { $0.ties.personCount == people.count }, "one row of ties a person")
    self.name = name
    self.people = people
    self.scale = scale
    self.ownScores = ownScores
    self.layers = layers
    self.wishes = wishes
    self.order = order
  }

  /// How many people there are.
  public var count: Int { people.count }
}

/// Settings that a `society.yaml` may carry and the command line may overrule.
public struct SocietyWishes: Sendable, Equatable {
  /// The susceptibility as written: a number, a column's name or a rule's name.
  public var susceptibility: String?
  /// How layers are mixed, as written: `per-layer` or `pooled`.
  public var mix: String?

  /// No wishes, or some.
  public init(susceptibility: String? = nil, mix: String? = nil) {
    self.susceptibility = susceptibility
    self.mix = mix
  }
}
