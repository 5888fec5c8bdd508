import Compute
import GraphModel
import TestSupport
import Testing

@testable import Propagation

struct ColouringTests {
  private static func colouring(_ network: InfluenceMatrix) -> Colouring? {
    Colouring(network, where: [Bool](repeating: true, count: network.personCount))
  }

  /// The colour of each person.
  private static func colours(_ colouring: Colouring, count: Int) -> [Int?] {
    var colours = [Int?](repeating: nil, count: count)
    for (colour, range) in colouring.colours.enumerated() {
      for place in range { colours[Int(colouring.people[place])] = colour }
    }
    return colours
  }

  @Test func `Nobody shares a colour with somebody they are tied to, in either direction`() throws {
    for seed in UInt64(0)..<80 {
      let random = RandomModel(seed: seed, .constant)
      let colouring = try #require(Self.colouring(random.model.network))
      let colours = Self.colours(colouring, count: random.society.count)
      for person in 0..<random.society.count {
        random.model.network.forEachInfluence(on: person) { other in
          if other != person { #expect(colours[person] != colours[other]) }
        }
      }
    }
  }

  @Test func `Everyone who takes part has one colour, and nobody else`() throws {
    let network = SolverModels.large { _ in 0.5 }.network
    let colouring = try #require(Colouring(network, where: (0..<3000).map { $0 % 3 != 0 }))
    #expect(colouring.people.map(Int.init).sorted() == (0..<3000).filter { $0 % 3 != 0 })
  }

  @Test func `People rise inside a colour`() throws {
    let colouring = try #require(Self.colouring(SolverModels.directed { _ in 0.5 }.network))
    for colour in colouring.colours {
      let people = Array(colouring.people[colour])
      #expect(people == people.sorted())
    }
  }

  @Test func `A row of people takes two colours`() throws {
    let society = Society(
      ownScores: [1, 2, 3, 4, 5], layers: [.undirected("friendship", people: 5, (0..<4).map { ($0, $0 + 1) })])
    let colouring = try #require(Self.colouring(InfluenceMatrix(society, shares: [1])))
    #expect(colouring.people == [0, 2, 4, 1, 3])
    #expect(colouring.colours == [0..<3, 3..<5])
  }

  @Test func `A clique takes as many colours as people`() throws {
    let ties = (0..<30).flatMap { one in (0..<one).map { (one, $0) } }
    let society = Society(
      ownScores: (0..<30).map(Double.init), layers: [.undirected("friendship", people: 30, ties)])
    #expect(Self.colouring(InfluenceMatrix(society, shares: [1]))?.colours.count == 30)
  }
}
