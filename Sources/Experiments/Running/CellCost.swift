import GraphModel
import Simulation

/// How much a run of a cell is thought to take: time, for the order of runs, and memory, for how many go at once.
public struct CellCost: Sendable, Equatable {
  /// In no unit: twice as much is about twice as long.
  public let work: Double
  /// In bytes, beside the society itself.
  public let memory: Int

  /// Bytes a person and a tie take in a running simulation, as measured on towns of 100,000 and of 400,000 people with 9 ties
  /// each and most rules on (0.3 and 1.1 GB).
  private static let (bytesPerPerson, bytesPerTie) = (1_000, 200)

  /// The cost of a run.
  ///
  /// - Parameters:
  ///   - scenario: what is run.
  ///   - people: how many people there are.
  ///   - ties: how many ties in all layers.
  public init(_ scenario: Scenario, people: Int, ties: Int) {
    let simulations = 1 + (scenario.twins?.count ?? 0)
    work = Double(people + 2 * ties) * Double(scenario.periods + 2) * Double(simulations)
    memory = 20_000_000 + (people * Self.bytesPerPerson + ties * Self.bytesPerTie) * simulations
  }
}
