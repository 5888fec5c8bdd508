import Propagation
import Simulation
import Testing

@Suite struct TwinTests {
  @Test(arguments: Scenario.Twin.allCases)
  func `A twin lacks one rule and has no twins itself`(_ twin: Scenario.Twin) {
    var scenario = Scenario()
    scenario.rewiring = .init()
    scenario.blacklist = .init()
    scenario.rewards = .init()
    scenario.effort = .init()
    let other = scenario.twin(twin)
    #expect(other.twins == [])
    #expect((other.rewiring == nil) == (twin == .rewiring))
    #expect((other.announcement == nil) == (twin == .announcement))
    #expect((other.propagation.susceptibility == .constant(0)) == (twin == .network))
    #expect((other.blacklist == nil) == (twin == .blacklist))
    #expect((other.rewards == nil) == (twin == .rewards))
    #expect((other.effort == nil) == (twin == .effort))
    #expect((other.rewiring?.choice == .blind) == (twin == .blind))
  }
}
