import Propagation

extension Scenario {
  /// How ties are dropped and made.
  public struct RewiringRule: Sendable, Equatable {
    /// By what people choose.
    public enum Choice: String, Sendable, CaseIterable {
      /// What a tie costs or brings to the own public score, to each side.
      case cost
      /// The same number of drops and makes, at random.
      case blind
      /// Friends who score lower are dropped, people who score higher accepted. Assumes sorting.
      case gap
      /// Friends who score otherwise are dropped, people who score alike accepted. Assumes sorting.
      case similarity
      /// Holme and Newman (2006): move a tie to somebody of one's opinion, or take over a friend's opinion.
      case holmeNewman = "holme-newman"
      /// Wei and others (2016): people of the high type drop friends of the low type.
      case wei

      /// Whether the rule makes people sort, whatever scores do: it proves nothing about their effect.
      public var assumesSorting: Bool { self == .gap || self == .similarity }
      /// Whether people weigh a gain against a threshold.
      public var weighsGains: Bool { self != .holmeNewman && self != .wei }
    }

    /// By what people choose.
    public var choice = Choice.cost
    /// The layers whose ties can change; `nil`: the first layer of friendships.
    public var layers: [String]?
    /// The chance that a side of a tie thinks about it in a period, 0 to 1.
    public var review = 0.1
    /// The gain from dropping at which it is as likely as not, in points.
    public var dropThreshold = 4.0
    /// The gain from a new tie at which each side is as likely as not to accept, in points.
    public var acceptThreshold = 0.0
    /// The width of the logistic curves, in points: 0 makes them steps.
    public var noise = 2.0
    /// The chance that somebody looks for a tie that is missing from those of period 0, in a period, 0 to 1.
    public var search = 1.0
    /// How many people somebody asks for each tie that is looked for.
    public var candidates = 3
    /// The chance that a candidate is a friend of a friend, 0 to 1.
    public var friendsOfFriends = 0.5
    /// The chance that a candidate is of the own group, 0 to 1; the rest can be anyone.
    public var ownGroup = 0.0
    /// The column that says who is in one's group.
    public var groupColumn: String?
    /// The most ties a person can have, as a multiple of those of period 0, 1 or more; people who had none can have one.
    public var budget = 1.5
    /// Columns: ties between two people with one value there are never dropped.
    public var keepWithin: [String] = []
    /// Holme and Newman: the chance to move a tie rather than take over an opinion.
    public var phi = 0.5
    /// Holme and Newman: the column with opinions; `nil`: drawn, each for about `peoplePerOpinion` people.
    public var opinionColumn: String?
    /// Holme and Newman: people for each drawn opinion.
    public var peoplePerOpinion = 10
    /// Wei and others: the own score from which somebody is of the high type; `nil`: the median of period 0.
    public var highFrom: Double?
    /// Wei and others: the chance that a person of the high type drops a friend of the low type, 0 to 1.
    public var dropChance = 0.1

    /// The defaults.
    public init() {}
  }

  /// How communities are found and followed.
  public struct CommunityRule: Sendable, Equatable {
    /// Every how many periods.
    public var every = 10
    /// The resolution; above 1 gives smaller ones.
    public var resolution = 1.0
    /// The Jaccard overlap from which a community is an earlier one, above 0 and up to 1.
    public var overlap = 0.3

    /// The defaults.
    public init() {}
  }

  /// A simulation beside the main one, with one rule off and the same random numbers.
  public enum Twin: String, Sendable, CaseIterable, Codable {
    /// No ties are dropped or made.
    case rewiring
    /// Scores are never public.
    case announcement
    /// Nobody is influenced: susceptibility 0.
    case network
    /// No blacklist.
    case blacklist
    /// No rewards.
    case rewards
    /// No effort.
    case effort
    /// As many ties dropped and made as in the main simulation, at random.
    case blind
  }

  /// What is written down, and how often.
  public struct OutputRule: Sendable, Equatable {
    /// Every how many periods the dearer measures are taken, beside the last one; 0: never.
    public var measuresEvery = 10
    /// Every how many periods everyone's row goes to `panel.csv`; 0: never.
    public var panelEvery = 0
    /// Whether every tie dropped, made or declined goes to `tie_events.csv`.
    public var tieEvents = false
    /// Every how many periods a packed society is kept; 0: never.
    public var snapshotsEvery = 0
    /// Whether ties over time go to `dynamic.gexf`.
    public var gexf = false

    /// The defaults.
    public init() {}
  }

  /// What a twin's settings are.
  public func twin(_ twin: Twin) -> Scenario {
    var other = self
    other.twins = []
    other.output = OutputRule()
    switch twin {
    case .rewiring: other.rewiring = nil
    case .announcement: other.announcement = nil
    case .network: other.propagation.susceptibility = .constant(0)
    case .blacklist: other.blacklist = nil
    case .rewards: other.rewards = nil
    case .effort: other.effort = nil
    case .blind: other.rewiring?.choice = .blind
    }
    return other
  }
}
