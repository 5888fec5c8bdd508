/// Changes to a table of ties, made all at once by ``TieTable/edited(_:scaledBy:forgettingBelow:threads:)``.
///
/// Arcs are dropped first, whenever they were named, then those that come are added in the order of the list. So an arc
/// that is both dropped and added is a new one with the added weight.
public struct TieEdits: Sendable {
  /// What happens to one arc.
  struct Change: BitwiseCopyable, Sendable {
    let source: Int32
    let target: Int32
    /// What is added to the arc's weight; 0: the arc is dropped.
    let weight: Double

    var isDrop: Bool { weight == 0 }
  }

  /// The arcs that go.
  private(set) var drops: [Change] = []
  /// The arcs that come, or become heavier.
  private(set) var additions: [Change] = []

  /// No changes.
  public init() {}

  /// Whether there are no changes.
  public var isEmpty: Bool { drops.isEmpty && additions.isEmpty }

  /// How many arcs are dropped.
  public var dropCount: Int { drops.count }

  /// How many additions to arcs there are.
  public var additionCount: Int { additions.count }

  /// Drops the arc `source -> target`; the table has it, and it is named once.
  public mutating func drop(_ source: Int, _ target: Int) {
    drops.append(Change(source: Int32(source), target: Int32(target), weight: 0))
  }

  /// Adds a weight, positive and finite, to the arc `source -> target`, which is made if the table does not have it.
  public mutating func add(_ source: Int, _ target: Int, _ weight: Double = 1) {
    precondition(weight > 0 && weight.isFinite, "weights of ties are positive and finite")
    additions.append(Change(source: Int32(source), target: Int32(target), weight: weight))
  }

  /// Drops an undirected tie: two arcs, or one of a self-tie.
  public mutating func dropTie(_ one: Int, _ other: Int) {
    drop(one, other)
    if one != other { drop(other, one) }
  }

  /// Adds a weight to an undirected tie: to two arcs, or to one of a self-tie.
  public mutating func addTie(_ one: Int, _ other: Int, _ weight: Double = 1) {
    add(one, other, weight)
    if one != other { add(other, one, weight) }
  }

  /// Lets the changes of another list follow.
  public mutating func append(_ others: TieEdits) {
    drops.append(contentsOf: others.drops)
    additions.append(contentsOf: others.additions)
  }
}
