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

  /// A society.
  ///
  /// - Precondition: scores and layers have one entry a person.
  public init(
    name: String, people: People, scale: Scale, ownScores: [Double], layers: [Layer],
    wishes: SocietyWishes = SocietyWishes()
  ) {
    precondition(ownScores.count == people.count, "one own score a person")
    precondition(layers.allSatisfy { $0.ties.personCount == people.count }, "one row of ties a person")
    self.name = name
    self.people = people
    self.scale = scale
    self.ownScores = ownScores
    self.layers = layers
    self.wishes = wishes
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
