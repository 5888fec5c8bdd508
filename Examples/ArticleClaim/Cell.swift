import Propagation
import Simulation

/// One cell of the experiment: whether people are influenced, and how they choose friends.
enum Cell: String, CaseIterable {
  case costOn = "peer effect, cost"
  case blindOn = "peer effect, blind"
  case costOff = "no peer effect, cost"
  case blindOff = "no peer effect, blind"
  case drag = "downward drag, cost"
  case blindDrag = "downward drag, blind"
  case rival = "no peer effect, similarity"

  /// The simulations to run: each gives a cell, and its blind twin another one that drops and makes as many ties.
  static let simulations: [(cell: Cell, twin: Cell?)] = [
    (.costOn, .blindOn), (.costOff, .blindOff), (.drag, .blindDrag), (.rival, nil),
  ]

  /// The scenario of a cell that is no twin.
  func scenario(_ base: Scenario, seed: UInt64) -> Scenario {
    var scenario = base
    scenario.seed = seed
    scenario.twins = [.blind]
    switch self {
    case .costOff: scenario.propagation.susceptibility = .constant(0)
    case .drag: scenario.propagation.pull = .down
    case .rival:
      scenario.propagation.susceptibility = .constant(0)
      // Half of all pairs of friends are further apart than this; people ask the same of new friends.
      scenario.rewiring?.choice = .similarity
      scenario.rewiring?.dropThreshold = 130
      scenario.rewiring?.acceptThreshold = -130
      scenario.rewiring?.noise = 30
      scenario.twins = []
    default: break
    }
    return scenario
  }
}

/// What is looked at when a simulation has ended.
enum Outcome: CaseIterable {
  case assortativity
  case betweenFirst
  case betweenNow
  case isolated

  var name: String {
    switch self {
    case .assortativity: "assortativity of own scores"
    case .betweenFirst: "own scores between first communities"
    case .betweenNow: "own scores between new communities"
    case .isolated: "people without friends"
    }
  }

  /// How many decimal places a number of it is shown with.
  var places: Int { self == .isolated ? 2 : 3 }

  func value(_ record: PeriodRecord) -> Double {
    switch self {
    case .assortativity: record.ownSorting.assortativity ?? .nan
    case .betweenFirst: record.ownSorting.betweenFirst ?? .nan
    case .betweenNow: record.ownSorting.betweenNow ?? .nan
    case .isolated: Double(record.friendless)
    }
  }
}
