import Simulation

extension Scenario {
  /// The same scenario with other seeds.
  ///
  /// - Parameters:
  ///   - seed: of everything random.
  ///   - society: of a society that is made; `nil`: as it is.
  public func seeded(_ seed: UInt64, society: UInt64?) -> Scenario {
    var scenario = self
    scenario.seed = seed
    if let society, case .planted(var planted) = source {
      planted.seed = society
      scenario.source = .planted(planted)
    }
    return scenario
  }
}
