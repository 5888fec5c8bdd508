/// Work that somebody may want to follow: what it is, and how much there is to do.
public struct Phase: Sendable, Equatable {
  /// What the amounts of a phase count.
  public enum Unit: String, Sendable, Equatable, Codable {
    /// Bytes of a file.
    case bytes
    /// Ties, or arcs where directions count.
    case ties
    /// People.
    case people
    /// Applications of the influence map.
    case rounds
    /// Random societies.
    case draws
    /// Periods of a simulation.
    case periods
    /// Runs of an experiment.
    case runs
  }

  /// What is done, in two or three words that fit in front of a bar: `reading friendships.csv`.
  public let name: String
  /// What the amounts count.
  public let unit: Unit
  /// How much there is to do, or `nil` if that is not known before the end.
  public let total: Int?

  /// A phase.
  public init(_ name: String, _ unit: Unit, total: Int? = nil) {
    self.name = name
    self.unit = unit
    self.total = total
  }
}

/// What a phase came to.
public struct PhaseWork: Sendable, Equatable {
  /// How many bytes of files were read or written.
  public var bytes: Int?
  /// How many ties were gone over, each counted as often as it was.
  public var ties: Int?

  /// Amounts; what does not apply is `nil`.
  public init(bytes: Int? = nil, ties: Int? = nil) {
    self.bytes = bytes
    self.ties = ties
  }
}

/// Somebody who follows work: a bar on a terminal, or a table of times.
public protocol ProgressWatcher: AnyObject, Sendable {
  /// A phase begins; the one before it has ended.
  func began(_ phase: Phase)
  /// More of the phase is done; called from any thread, in any order.
  func advanced(by amount: Int)
  /// The phase has ended.
  func ended(_ work: PhaseWork)
}

/// Where work says how far it is.
///
/// It has no part in any result: libraries tell what they do and never look at the clock.
public struct Progress: Sendable, Equatable {
  private let watcher: (any ProgressWatcher)?

  /// Tells a watcher.
  public init(_ watcher: any ProgressWatcher) { self.watcher = watcher }

  private init() { watcher = nil }

  /// Tells nobody.
  public static let silent = Progress()

  /// The same listener, or none on either side.
  public static func == (one: Progress, other: Progress) -> Bool { one.watcher === other.watcher }

  /// Does the work of a phase, and tells when it begins and ends.
  ///
  /// Phases do not nest: work inside a phase only advances it.
  ///
  /// - Parameters:
  ///   - phase: what it is.
  ///   - body: the work; it may say in its argument what it came to.
  public func during<Value, Failure: Error>(
    _ phase: Phase, _ body: (inout PhaseWork) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    var work = PhaseWork()
    watcher?.began(phase)
    defer { watcher?.ended(work) }
    return try body(&work)
  }

  /// Says that more of the running phase is done.
  public func advance(by amount: Int) { watcher?.advanced(by: amount) }
}
