import Compute
import GraphModel
import Propagation
import Simulation
import TestSupport
import Testing

/// What changes own scores, each rule alone, on a path of three people.
struct OwnScoreRuleTests {
  private static let own = [500.0, 600, 700]

  private static func society(
    events: [DatedEvent] = [], _ change: (inout Scenario) -> Void
  ) throws -> SimulatedSociety {
    var scenario = SmallSociety.still()
    change(&scenario)
    return try SimulatedSociety(
      SmallSociety.of(own, friends: [(0, 1), (1, 2)], events: events), scenario)
  }

  @Test func `Nothing changes without a rule`() throws {
    var society = try Self.society { _ in }
    let first = society.publicScores
    for _ in 0..<5 { #expect(try society.step().ownChange == 0) }
    #expect(society.ownScores == Self.own)
    for (before, after) in zip(first, society.publicScores) { #expect((before - after).magnitude < 2e-3) }
  }

  @Test func `A dated event happens in its period and loses half in a half-life`() throws {
    let day = 86_400.0
    var society = try Self.society(
      events: [
        DatedEvent(time: 0, person: 0, change: -40, halfLife: 30),
        DatedEvent(time: 45 * day, person: 2, change: 10),
      ]
    ) {
      $0.start = 0
      $0.periodDays = 30
    }
    // At the end of period 1 the first event is one half-life old.
    #expect(try society.step().points.dated == -40)
    #expect((society.ownScores[0] - 480).magnitude < 1e-9)
    let second = try society.step()
    #expect(second.points.dated == 10)
    #expect((second.points.faded - 10).magnitude < 1e-9)
    #expect((society.ownScores[0] - 490).magnitude < 1e-9)
    #expect(society.ownScores[2] == 710)
  }

  @Test func `Effort is made below a tier's cut, the more the nearer`() throws {
    // Nobody is influenced, so that public scores are own scores; cuts of the scale are 550, 600, 650, 700.
    var society = try Self.society {
      $0.propagation.susceptibility = .constant(0)
      $0.effort = Scenario.EffortRule()
      $0.effort?.points = 10
      $0.effort?.reach = 100
      $0.effort?.cost = 2
    }
    let record = try society.step()
    // 500 is 50 below 550; 600 is 50 below 650; 700 is in the top tier.
    #expect(society.effort == [5, 5, 0])
    #expect(society.ownScores == [505, 605, 700])
    #expect(record.points.effort == 10)
    #expect(record.effortCost == 20)
  }

  @Test func `Nobody makes an effort for scores that are secret`() throws {
    var society = try Self.society {
      $0.announcement = 3
      $0.effort = Scenario.EffortRule()
      $0.effort?.reach = 100
    }
    for _ in 0..<3 { #expect(try society.step().points.effort == 0) }
    #expect(try society.step().points.effort > 0)
  }

  @Test func `Conformity moves own scores towards friends' mean, decay back to the first ones`() throws {
    var conforming = try Self.society { $0.conformity = 0.1 }
    try conforming.step()
    #expect(conforming.ownScores == [510, 600, 690])
    var decaying = try Self.society(events: [DatedEvent(time: 0, person: 0, change: 100)]) {
      $0.start = 0
      $0.decay = 0.25
    }
    try decaying.step()
    #expect(decaying.ownScores[0] == 600)
    try decaying.step()
    #expect(decaying.ownScores[0] == 575)
  }

  @Test func `What lies beyond the scale is cut off and not owed later`() throws {
    var society = try Self.society(
      events: [
        DatedEvent(time: 0, person: 2, change: 400), DatedEvent(time: 40 * 86_400, person: 2, change: -50),
      ]
    ) { $0.start = 0 }
    let first = try society.step()
    #expect(society.ownScores[2] == 950)
    #expect(first.points.held == -150)
    try society.step()
    #expect(society.ownScores[2] == 900)
  }

  @Test func `With events alone the sum of own scores changes by the events alone`() throws {
    let read = ReadSociety(
      society: RandomSociety.large(seed: 4, people: 500, tiesPerPerson: 3), notices: [], files: [])
    var scenario = SmallSociety.still()
    scenario.deeds = Scenario.DeedRule()
    scenario.deeds?.law.mean = 1
    scenario.missedPayments = Scenario.MissedPaymentRule()
    var society = try SimulatedSociety(read, scenario)
    for _ in 0..<10 {
      let before = society.ownScores.compensatedSum
      let points = try society.step().points
      let events = points.deeds + points.missed + points.faded + points.held
      #expect((society.ownScores.compensatedSum - before - events).magnitude < 1e-8)
      #expect(points.deeds != 0 && points.missed < 0)
    }
  }

  @Test func `So many deeds that no chance of none can be written are as many as asked for`() throws {
    let people = 200
    let read = ReadSociety(
      society: RandomSociety.large(seed: 5, people: people, tiesPerPerson: 2), notices: [], files: [])
    var scenario = SmallSociety.still()
    scenario.deeds = Scenario.DeedRule()
    scenario.deeds?.law.rate = 1000
    scenario.deeds?.law.mean = 0.01
    scenario.deeds?.law.sd = 0
    var society = try SimulatedSociety(read, scenario)
    // Five standard deviations of the number of deeds: 6 in 10 million seeds.
    let deeds = try society.step().points.deeds / 0.01
    #expect((deeds - 200_000).magnitude < 5 * 200_000.squareRoot())
  }

  @Test func `As many deeds as asked for, of the points asked for`() throws {
    let people = 20_000
    let read = ReadSociety(
      society: RandomSociety.large(seed: 5, people: people, tiesPerPerson: 2), notices: [], files: [])
    var scenario = SmallSociety.still()
    scenario.deeds = Scenario.DeedRule()
    scenario.deeds?.law.rate = 0.5
    scenario.deeds?.law.mean = 4
    scenario.deeds?.law.sd = 3
    var society = try SimulatedSociety(read, scenario)
    let points = try society.step().points.deeds
    // A compound Poisson sum: mean n r m, variance n r (m^2 + sd^2). Five standard deviations: 6 in 10 million seeds.
    let expected = Double(people) * 0.5 * 4
    let deviation = (Double(people) * 0.5 * 25).squareRoot()
    #expect((points - expected).magnitude < 5 * deviation)
  }
}
