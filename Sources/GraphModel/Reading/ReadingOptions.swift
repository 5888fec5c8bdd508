import Compute

/// How a society is read.
public struct ReadingOptions: Sendable {
  /// The scale; `nil` leaves it to the society's file, then to the scorecard, then to the scores themselves.
  public var scale: Scale?
  /// A built-in scorecard's name or a scorecard file's path; `nil` leaves it to the society's file.
  public var scorecard: String?
  /// Where own scores come from.
  public var scores = ScoreSource.given
  /// What happens to people without a score.
  public var missingScore = MissingScoreRule.error
  /// What happens to ties with people who are not in the people file.
  public var unknownPeople = UnknownPeopleRule.error
  /// What becomes of records of ties.
  public var ties = TieRules()
  /// Whether the ties of a single edge list go one way.
  public var isDirected = false
  /// The people file that goes with a single edge list, or `nil`.
  public var peopleFile: String?
  /// Whether `events.csv` is read, and its problems told.
  public var readsEvents = false

  /// How many threads work at once; what is read is the same for any number.
  public var threads = ThreadCount.one
  /// Who follows how far reading is.
  public var progress = Progress.silent

  /// Whether plain text is read the fast way; the careful way gives the same, and is what the fast one is tested against.
  package var readsFast = true
  /// How many pieces the fast way reads a text in; `nil` leaves it to the size and the threads.
  package var pieceCount: Int?

  /// The defaults.
  public init() {}
}

/// Where own scores come from.
public enum ScoreSource: String, Sendable, CaseIterable {
  /// From the score column, or from factor columns by a scorecard.
  case given
  /// Invented: the golden-ratio sequence on the scale.
  case synthetic
}

/// What happens to people without a score.
public enum MissingScoreRule: String, Sendable, CaseIterable {
  /// They are an error.
  case error
  /// They are left out, with their ties.
  case drop
  /// They get the mean of the others, and a column says who.
  case mean
}

/// What happens to ties with people who are not in the people file.
public enum UnknownPeopleRule: String, Sendable, CaseIterable {
  /// They are an error.
  case error
  /// The people are added; they have no score, so `MissingScoreRule` decides on.
  case add
  /// The ties are left out.
  case drop
}

/// What becomes of records of ties.
public struct TieRules: Sendable, Equatable {
  /// What happens to a tie from a person to the same person.
  public enum SelfTies: String, Sendable, CaseIterable, Codable {
    /// It is left out.
    case drop
    /// It counts; the classic models have self-weights.
    case keep
  }

  /// What happens to a negative weight or amount.
  public enum Negative: String, Sendable, CaseIterable, Codable {
    /// It is an error.
    case error
    /// The record is left out.
    case drop
    /// The sign is left out.
    case absolute
  }

  /// What one payment adds to the weight of a tie.
  public enum Amount: Sendable, Equatable {
    /// 1.
    case count
    /// The amount.
    case amount
    /// `log1p(amount / unit)`; the unit is in the currency of the amounts.
    case log(unit: Double)
  }

  /// Who is influenced along a payment.
  public enum Direction: String, Sendable, CaseIterable, Codable {
    /// Payer and payee, equally.
    case both
    /// The payer: arcs go from payer to payee.
    case payer
    /// The payee: arcs go from payee to payer.
    case payee
  }

  /// What happens to self-ties.
  public var selfTies = SelfTies.drop
  /// What happens to negative weights and amounts.
  public var negative = Negative.error
  /// What one payment adds.
  public var amount = Amount.log(unit: 1)
  /// After how many days a payment counts half; `nil`: payments do not fade.
  public var halfLife: Double?
  /// The moment of the society in Unix seconds; `nil`: the latest payment.
  ///
  /// Later payments are an error.
  public var asOf: Double?
  /// Who is influenced along a payment.
  public var direction = Direction.both

  /// The defaults.
  public init() {}
}
