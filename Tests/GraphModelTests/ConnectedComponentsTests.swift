import Compute
import GraphModel
import Testing

struct ConnectedComponentsTests {
  @Test func `components are numbered by size, then by smallest index`() {
    let table = TieTable(people: 6, [Arc(0, 5, 1), Arc(2, 4, 1), Arc(4, 3, 1)])
    #expect(table.connectedComponents.parts == [2, 3, 1, 1, 1, 2])
  }

  @Test func `the direction of an arc does not matter`() {
    #expect(TieTable(people: 3, [Arc(0, 1, 1), Arc(2, 1, 1)]).connectedComponents.parts == [1, 1, 1])
  }

  @Test func `a person without ties is a component of one`() {
    #expect(TieTable(personCount: 3, arcs: ArcList()).connectedComponents.parts == [1, 2, 3])
  }

  @Test func `a tie to oneself joins nobody`() {
    #expect(TieTable(people: 2, [Arc(0, 0, 1)]).connectedComponents.parts == [1, 2])
  }

  @Test func `nobody makes no component`() {
    #expect(TieTable(personCount: 0, arcs: ArcList()).connectedComponents.count == 0)
  }

  @Test func `a path of a hundred thousand people is one component`() {
    var arcs = ArcList()
    for person in 0..<99_999 { arcs.append(person + 1, person) }
    #expect(TieTable(personCount: 100_000, arcs: arcs).connectedComponents.count == 1)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `two people share a component exactly if a walk joins them`(seed: UInt64) {
    let table = RandomTies.directed(seed: seed, people: 40, count: 25)
    let parts = table.connectedComponents.parts
    let reach = Self.reach(table)
    let disagreeing = (0..<40 * 40).filter { (parts[$0 / 40] == parts[$0 % 40]) != reach[$0 / 40][$0 % 40] }
    #expect(disagreeing.isEmpty)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a symmetric table gives the same components by the short way`(seed: UInt64) {
    let table = RandomTies.symmetric(seed: seed, people: 60, count: 10 + 3 * Int(seed))
    #expect(table.connectedComponents(isSymmetric: true) == table.connectedComponents)
  }

  /// Who reaches whom when directions are ignored, by Warshall's closure.
  private static func reach(_ table: TieTable) -> [[Bool]] {
    let people = table.personCount
    var reach = (0..<people).map { person in (0..<people).map { $0 == person } }
    for arc in table.allArcs {
      reach[arc.source][arc.target] = true
      reach[arc.target][arc.source] = true
    }
    for through in 0..<people {
      for from in 0..<people where reach[from][through] {
        for to in 0..<people where reach[through][to] { reach[from][to] = true }
      }
    }
    return reach
  }
}
