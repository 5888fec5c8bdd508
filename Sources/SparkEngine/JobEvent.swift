import Foundation

/// Something that the job tells while it works.
public enum JobEvent: Sendable, Equatable, Codable {
  /// A piece of work begins.
  case phase(String)
  /// A piece of work is over.
  case done(Work)
  /// Scores have been propagated once more.
  case round(Round)
  /// Something to tell on standard error.
  case note(String)
  /// The job gives up.
  case error(Refusal)
  /// The job is over, and its results are whole.
  case finished(Summary)

  /// What a piece of work came to.
  public struct Work: Sendable, Equatable, Codable {
    /// What it was.
    public let name: String
    /// How long it took, in seconds.
    public let seconds: Double
    /// How many bytes were read or written, where that is known.
    public let bytes: Int?
    /// How many ties were gone over, where that is known.
    public let ties: Int?

    /// A piece of work.
    public init(name: String, seconds: Double, bytes: Int? = nil, ties: Int? = nil) {
      self.name = name
      self.seconds = seconds
      self.bytes = bytes
      self.ties = ties
    }
  }

  /// One round of propagation.
  public struct Round: Sendable, Equatable, Codable {
    /// Its number, from 1.
    public let round: Int
    /// The largest change of a score, in points.
    public let change: Double
    /// How far any score can be from the equilibrium, in points; `nil` if that is not known.
    public let bound: Double?

    /// A round.
    public init(round: Int, change: Double, bound: Double?) {
      self.round = round
      self.change = change
      self.bound = bound
    }
  }

  /// Why the job gave up.
  public struct Refusal: Sendable, Equatable, Codable {
    /// The exit code.
    public let code: Int32
    /// What is wrong, a sentence each.
    public let problems: [String]
    /// What the user can do, or `nil`.
    public let hint: String?

    /// A reason.
    public init(code: Int32, problems: [String], hint: String? = nil) {
      self.code = code
      self.problems = problems
      self.hint = hint
    }
  }

  /// What a whole run came to.
  public struct Summary: Sendable, Equatable, Codable {
    /// How many people there are.
    public let people: Int?
    /// How many ties there are.
    public let ties: Int?
    /// How many rounds there were.
    public let rounds: Int?
    /// How long it took, in seconds.
    public let seconds: Double?

    /// A summary.
    public init(people: Int? = nil, ties: Int? = nil, rounds: Int? = nil, seconds: Double? = nil) {
      self.people = people
      self.ties = ties
      self.rounds = rounds
      self.seconds = seconds
    }
  }

  private enum Name: String, Codable {
    case phase
    case done
    case round
    case note
    case error
    case finished
  }

  private enum Key: String, CodingKey {
    case event
    case name
    case text
  }

  /// Reads an event.
  ///
  /// - Throws: a `DecodingError` for an event of another name, or one that lacks something.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    switch try fields.decode(Name.self, forKey: .event) {
    case .phase: self = .phase(try fields.decode(String.self, forKey: .name))
    case .done: self = .done(try Work(from: decoder))
    case .round: self = .round(try Round(from: decoder))
    case .note: self = .note(try fields.decode(String.self, forKey: .text))
    case .error: self = .error(try Refusal(from: decoder))
    case .finished: self = .finished(try Summary(from: decoder))
    }
  }

  /// Writes an event, as the job does.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    switch self {
    case .phase(let name):
      try fields.encode(Name.phase, forKey: .event)
      try fields.encode(name, forKey: .name)
    case .done(let work):
      try fields.encode(Name.done, forKey: .event)
      try work.encode(to: encoder)
    case .round(let round):
      try fields.encode(Name.round, forKey: .event)
      try round.encode(to: encoder)
    case .note(let text):
      try fields.encode(Name.note, forKey: .event)
      try fields.encode(text, forKey: .text)
    case .error(let refusal):
      try fields.encode(Name.error, forKey: .event)
      try refusal.encode(to: encoder)
    case .finished(let summary):
      try fields.encode(Name.finished, forKey: .event)
      try summary.encode(to: encoder)
    }
  }
}

extension JobEvent {
  /// What an event's line begins with.
  static let mark = "@contagion "

  /// The event that a line of output tells, or `nil` if it is Spark's own word or cannot be understood.
  public init?(line: String) {
    guard line.hasPrefix(Self.mark),
      let event = try? JSONDecoder().decode(JobEvent.self, from: Data(line.dropFirst(Self.mark.count).utf8))
    else { return nil }
    self = event
  }
}
