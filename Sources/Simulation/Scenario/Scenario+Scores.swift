import GraphModel
import Propagation

extension Scenario {
  /// How scores settle in a period.
  public struct PropagationRule: Sendable, Equatable {
    /// Which way the network pulls.
    public var pull = FriedkinJohnsen.Pull.both
    /// The weight on the network; `nil`: the society's own, then a column of that name, then 0.5.
    public var susceptibility: Susceptibility?
    /// Layer weights by name; `nil`: the society's own, then equal ones.
    public var layerWeights: [String: Double]?
    /// How layers are mixed; `nil`: the society's own, then per layer.
    public var mix: LayerMix?
    /// The error bound to reach, in points; `nil`: 1e-6 of the scale's width.
    public var tolerance: Double?
    /// So many applications of the map instead of settling; `nil`: to the bound.
    public var rounds: Int?
    /// Whether rounds go on from the last period's public scores instead of starting from own scores.
    ///
    /// Settling always does: there it saves sweeps and changes nothing beyond the bound.
    public var memory = false

    /// The defaults.
    public init() {}
  }

  /// Deeds that change own scores, drawn for everyone in every period.
  ///
  /// The number of deeds is Poisson, the points of each normal. Design, not literature.
  public struct DeedRule: Sendable, Equatable {
    /// What is drawn.
    public struct Law: Sendable, Equatable {
      /// Deeds a person and period, on average.
      public var rate = 0.2
      /// Points a deed, on average.
      public var mean = 0.0
      /// The standard deviation of a deed's points.
      public var sd = 10.0

      /// The defaults.
      public init() {}
    }

    /// The law for everyone without one of their own.
    public var law = Law()
    /// After how many days half of a deed is forgotten; `nil`: never.
    public var halfLife: Double?
    /// The column that divides people into groups with laws of their own.
    public var column: String?
    /// The laws of groups, by the column's value.
    public var groups: [String: Law] = [:]

    /// The defaults.
    public init() {}
  }

  /// Payments that are missed, at random.
  public struct MissedPaymentRule: Sendable, Equatable {
    /// The chance that a person misses one in a period, 0 to 1.
    public var chance = 0.02
    /// What it does to the own score, in points.
    public var points = -20.0
    /// After how many days half of it is forgotten; `nil`: never.
    public var halfLife: Double? = 180

    /// The defaults.
    public init() {}
  }

  /// New payments, in every period, along ties of another layer.
  public struct MoneyRule: Sendable, Equatable {
    /// Payments a person makes in a period, on average; the number is Poisson.
    public var payments = 0.5
    /// The layer they go to; it is made if it is not there.
    public var layer = "transaction"
    /// The layer whose ties they go along: each payment goes to one of the payer's friends there, each as likely.
    public var along = "friendship"
    /// The median amount; amounts are log-normal.
    public var median = 50.0
    /// The standard deviation of the amount's logarithm.
    public var spread = 1.0
    /// The unit of the logarithm: a payment weighs `log1p(amount / unit)`.
    public var unit = 1.0
    /// After how many days a payment counts half; `nil`: payments do not fade.
    public var halfLife: Double? = 180
    /// The weight below which a payment tie is forgotten.
    public var forget = 0.05

    /// The defaults.
    public init() {}
  }

  /// Tiers of the public score.
  public struct TierRule: Sendable, Equatable {
    /// Where a tier ends and the next begins, rising; `nil`: the scale's.
    public var cuts: [Double]?
    /// How many points below a tier's cut a score must fall before the tier is lost.
    public var hysteresis = 0.0

    /// The defaults.
    public init() {}
  }

  /// What each tier above the lowest brings, so that scores feed back on themselves.
  public struct RewardRule: Sendable, Equatable {
    /// Points that an own score gains in a period for each tier above the lowest: cheaper credit makes good events likelier.
    public var deeds = 0.5
    /// By what share the chance of a missed payment falls with each tier, 0 to 1.
    public var credit = 0.1
    /// Points that a tie with somebody is worth for each tier of theirs above the lowest.
    public var status = 0.5

    /// The defaults.
    public init() {}
  }

  /// Who is excluded, and what it means.
  public struct BlacklistRule: Sendable, Equatable {
    /// Listed is whoever has a public score below this; `nil`: scores list nobody.
    public var below: Double?
    /// Listed is whoever misses so many payments while off the list; `nil`: payments list nobody.
    public var missed: Int?
    /// Listed is whoever has at least this share of the network listed, 0 to 1; `nil`: the list does not spread.
    public var contagion: Double?
    /// Whether listed people lose all payment ties, and get none.
    public var cutsTransactions = true
    /// Whether others make no new friends among the listed.
    public var shuns = true
    /// What each listed friend does to an own score while listed, in points.
    public var friendPoints = 0.0
    /// How many listed friends count at most.
    public var friendLimit = 3
    /// The highest own score that listed people can have; `nil`: no cap.
    public var cap: Double?
    /// After how many periods somebody is released; `nil`: never by time.
    public var releaseAfter: Int? = 12
    /// The public score from which somebody is released before that; `nil`: never by score.
    public var releaseAbove: Double?
    /// What having been listed does to an own score in the period after release, in points.
    public var mark = 0.0
    /// After how many days half of the mark is forgotten; `nil`: never.
    public var markHalfLife: Double? = 180

    /// The defaults.
    public init() {}
  }

  /// Effort: points that people add to their own scores, more the nearer the goal (goal gradient).
  ///
  /// Source: C. L. Hull, "The goal-gradient hypothesis and maze learning", Psychological Review 39 (1932) 25-43; R. Kivetz,
  /// O. Urminsky, Y. Zheng, "The goal-gradient hypothesis resurrected", J. Marketing Research 43 (2006) 39-58. The straight
  /// line is design.
  public struct EffortRule: Sendable, Equatable {
    /// What people strive for.
    public enum Goal: String, Sendable, CaseIterable {
      /// The next tier of the public score.
      case tier
      /// The next tenth of all public scores.
      case rank
    }

    /// What people strive for.
    public var goal = Goal.tier
    /// The effort right below the goal, in points of the own score a period.
    public var points = 3.0
    /// How far below the goal effort ends, in points.
    public var reach = 30.0
    /// What a point of effort costs.
    public var cost = 1.0

    /// The defaults.
    public init() {}
  }

  /// A latent trait ("same interests"): the confounder to test against.
  ///
  /// It is `r z(s) + sqrt(1 - r^2) e` with z(s) the standardised own scores of period 0 and e standard normal, or a column.
  public struct TraitRule: Sendable, Equatable {
    /// A column with numbers, which are standardised; `nil`: drawn.
    public var column: String?
    /// The correlation r of a drawn trait with own scores of period 0, -1 to 1.
    public var correlation = 0.5
    /// Points an own score gains in a period for each unit of the trait.
    public var score = 0.0
    /// Points that a tie is worth less for each unit that two people's traits are apart.
    public var ties = 2.0

    /// The defaults.
    public init() {}
  }
}
