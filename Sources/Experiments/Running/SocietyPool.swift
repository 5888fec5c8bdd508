import GraphModel
import Simulation
import Synchronization

/// Societies that several runs begin with: each is read once, and kept while it may be wanted again.
public final class SocietyPool: Sendable {
  /// A society that is being read, or has been.
  private final class Entry: Sendable {
    let society = Mutex<ReadSociety?>(nil)
  }

  private let entries = Mutex<[(key: String, entry: Entry)]>([])
  private let capacity: Int
  private let read: @Sendable (Scenario) throws -> ReadSociety

  /// An empty pool.
  ///
  /// - Parameters:
  ///   - capacity: how many societies are kept.
  ///   - read: reads or makes the society of a scenario.
  public init(capacity: Int, read: @escaping @Sendable (Scenario) throws -> ReadSociety) {
    self.capacity = max(1, capacity)
    self.read = read
  }

  /// The society of a scenario.
  ///
  /// - Throws: what reading throws.
  public func society(of scenario: Scenario) throws -> ReadSociety {
    let key = Self.key(scenario)
    let entry = entries.withLock { entries in
      if let position = entries.firstIndex(where: { $0.key == key }) {
        entries.append(entries.remove(at: position))
      } else {
        entries.append((key, Entry()))
        if entries.count > capacity { entries.removeFirst() }
      }
      return entries[entries.count - 1].entry
    }
    return try entry.society.withLock { society in
      if let society { return society }
      let made = try read(scenario)
      society = made
      return made
    }
  }

  /// What of a scenario decides on its society.
  static func key(_ scenario: Scenario) -> String {
    let texts = scenario.settingsAsText
    let names = texts.keys.filter { $0 == "society" || $0 == "scale" || $0 == "scores" || $0.hasPrefix("generate") }
    return names.sorted().map { "\($0)=\(texts[$0] ?? "")" }.joined(separator: "\n")
  }
}
