import GraphModel
import Propagation

/// The settings of one simulation: a society, its rules, and what is written down.
///
/// A rule that is `nil` is off. Lengths of time count in periods unless their name says days; scores, gains and thresholds
/// are in points of the scale.
public struct Scenario: Sendable, Equatable {
  /// What the scenario is called.
  public var name = "simulation"
  /// Where the society comes from.
  public var source = Source.folder("")
  /// The scale; `nil` leaves it to the society.
  public var scale: Scale?
  /// Where own scores come from.
  public var scores = ScoreSource.given
  /// The seed of everything random.
  public var seed: UInt64 = 1
  /// How many periods follow period 0.
  public var periods = 40
  /// How many days a period has.
  public var periodDays = 30.0
  /// The moment of period 0 in Unix seconds; `nil`: the first dated event, if there is one.
  public var start: Double?
  /// How scores settle.
  public var propagation = PropagationRule()
  /// The period from which people see public scores and act on them; `nil`: never.
  public var announcement: Int? = 0
  /// Whether dated changes of `events.csv` happen.
  public var usesEventFile = true
  /// Deeds, good and bad, that change own scores.
  public var deeds: DeedRule?
  /// Payments that are missed.
  public var missedPayments: MissedPaymentRule?
  /// New payments between people.
  public var money: MoneyRule?
  /// Tiers of the public score; always there, they matter to rewards and effort.
  public var tiers = TierRule()
  /// What a tier brings.
  public var rewards: RewardRule?
  /// Who is excluded, and what it means.
  public var blacklist: BlacklistRule?
  /// Effort toward the next tier.
  public var effort: EffortRule?
  /// The share of the way to friends' mean own score that an own score goes in a period, 0 to 1.
  public var conformity = 0.0
  /// The share of the way back to the own score of period 0 that an own score goes in a period, 0 to 1.
  public var decay = 0.0
  /// How ties are dropped and made.
  public var rewiring: RewiringRule?
  /// A latent trait that drives ties and own scores alike.
  public var trait: TraitRule?
  /// How communities are found and followed; `nil`: not at all.
  public var communities: CommunityRule? = CommunityRule()
  /// After how many quiet periods in a row the simulation ends before its horizon; 0: never.
  public var settlePeriods = 3
  /// Simulations with a rule off that run beside it; `nil`: those that the findings need, in societies of up to
  /// `twinLimit` people.
  public var twins: [Twin]?
  /// What is written down, and how often.
  public var output = OutputRule()

  /// The largest society that gets twins without asking.
  public static let twinLimit = 100_000

  /// The defaults.
  public init() {}

  /// Where a society comes from.
  public enum Source: Sendable, Equatable {
    /// A folder or file that `SocietyReader` reads.
    case folder(String)
    /// A planted partition that is made on the spot.
    case planted(Planted)
  }

  /// A planted partition, see `PlantedCommunities`.
  public struct Planted: Sendable, Equatable {
    /// How many people.
    public var people = 2000
    /// How many friendships.
    public var ties = 10_000
    /// The share of ties inside communities.
    public var inside = 0.8
    /// The share of own scores' variance that is the community's.
    public var homophily = 0.3
    /// The seed of the society, beside that of the simulation.
    public var seed: UInt64 = 1

    /// The defaults.
    public init() {}
  }
}
