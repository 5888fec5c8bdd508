import GraphModel
import Propagation
import Simulation

/// Small societies made by hand.
enum SmallSociety {
  /// People with own scores on the scale of Zhima Credit, friends by pairs of indices.
  static func of(
    _ ownScores: [Double], friends: [(Int, Int)], columns: [AttributeColumn] = [], events: [DatedEvent] = []
  ) -> ReadSociety {
    var arcs = ArcList()
    for (one, other) in friends { arcs.appendTie(one, other) }
    let layer = Layer(
      name: "friendship", kind: .friendship, isDirected: false, isWeighted: false,
      ties: TieTable(personCount: ownScores.count, arcs: arcs))
    let society = Society(
      name: "small", people: People(ids: ownScores.indices.map { "p\($0)" }, attributes: columns), scale: .zhima,
      ownScores: ownScores, layers: [layer])
    return ReadSociety(society: society, notices: [], files: [], events: events)
  }

  /// A scenario in which nothing happens: no rule is on.
  static func still(susceptibility: Double = 0.5, periods: Int = 10) -> Scenario {
    var scenario = Scenario()
    scenario.propagation.susceptibility = .constant(susceptibility)
    scenario.periods = periods
    scenario.communities = nil
    scenario.settlePeriods = 0
    scenario.twins = []
    return scenario
  }
}
