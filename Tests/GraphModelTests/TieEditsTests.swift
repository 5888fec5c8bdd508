import Compute
import Testing

@testable import GraphModel

struct TieEditsTests {
  /// A path of four people with weights 1, 2, 4.
  private let path = TieEditsTests.ties(4, [(0, 1, 1), (1, 2, 2), (2, 3, 4)])

  private static func ties(_ people: Int, _ list: [(Int, Int, Double)]) -> TieTable {
    var arcs = ArcList()
    for (one, other, weight) in list { arcs.appendTie(one, other, weight) }
    return TieTable(personCount: people, arcs: arcs)
  }

  private func edits(_ body: (inout TieEdits) -> Void) -> TieEdits {
    var edits = TieEdits()
    body(&edits)
    return edits
  }

  // MARK: By hand

  @Test func `a table without changes is the table itself`() {
    #expect(path.edited(TieEdits()).isSameTable(as: path))
    #expect(path.edited(TieEdits(), forgettingBelow: 1).isSameTable(as: path))
  }

  @Test func `dropped ties go and added ties come`() {
    let edited = path.edited(
      edits {
        $0.addTie(3, 0, 8)
        $0.dropTie(2, 1)
      })
    #expect(edited.allArcs == Self.ties(4, [(0, 1, 1), (2, 3, 4), (0, 3, 8)]).allArcs)
  }

  @Test func `an addition to a tie that is there adds to its weight`() {
    let edited = path.edited(edits { $0.addTie(0, 1, 0.5) })
    #expect(edited.allArcs == Self.ties(4, [(0, 1, 1.5), (1, 2, 2), (2, 3, 4)]).allArcs)
  }

  @Test func `additions add up in the order of the list`() {
    // (0.1 + 0.2) + 0.3 and 0.1 + (0.2 + 0.3) differ in the last bit.
    let table = Self.ties(2, [(0, 1, 0.1)])
    let edited = table.edited(
      edits {
        $0.addTie(1, 0, 0.2)
        $0.addTie(0, 1, 0.3)
      })
    #expect(edited.allArcs == [Arc(0, 1, (0.1 + 0.2) + 0.3), Arc(1, 0, (0.1 + 0.2) + 0.3)])
  }

  @Test func `a tie that is dropped and added is a new one, whatever was named first`() {
    for isDroppedFirst in [true, false] {
      let edited = path.edited(
        edits {
          if isDroppedFirst { $0.dropTie(1, 2) }
          $0.addTie(2, 1, 0.25)
          if !isDroppedFirst { $0.dropTie(1, 2) }
        })
      #expect(edited.allArcs == Self.ties(4, [(0, 1, 1), (1, 2, 0.25), (2, 3, 4)]).allArcs)
    }
  }

  @Test func `weights are multiplied before anything is added, and the smallest forgotten after`() {
    let edited = path.edited(edits { $0.addTie(0, 1, 0.5) }, scaledBy: 0.5, forgettingBelow: 1)
    // 1 * 0.5 + 0.5 = 1 stays, as does 2 * 0.5; a person may lose every tie.
    #expect(edited.allArcs == Self.ties(4, [(0, 1, 1), (1, 2, 1), (2, 3, 2)]).allArcs)
    #expect(path.edited(TieEdits(), scaledBy: 0.5, forgettingBelow: 1.5).allArcs == [Arc(2, 3, 2), Arc(3, 2, 2)])
  }

  @Test func `arcs are changed one way only`() {
    let edited = path.edited(
      edits {
        $0.drop(1, 0)
        $0.add(3, 3, 5)
      })
    #expect(
      edited.allArcs == [Arc(0, 1, 1), Arc(1, 2, 2), Arc(2, 1, 2), Arc(2, 3, 4), Arc(3, 2, 4), Arc(3, 3, 5)])
  }

  @Test func `a self-tie is one arc`() {
    let edited = path.edited(edits { $0.addTie(1, 1, 3) })
    #expect(edited.arcCount == 7 && edited.hasTie(from: 1, to: 1))
    #expect(edited.edited(edits { $0.dropTie(1, 1) }).allArcs == path.allArcs)
  }

  @Test func `everyone's ties can go, and come back`() {
    let none = path.edited(
      edits {
        $0.dropTie(0, 1)
        $0.dropTie(1, 2)
        $0.dropTie(2, 3)
      })
    #expect(none.arcCount == 0 && none.personCount == 4)
    let again = none.edited(
      edits {
        $0.addTie(0, 1, 1)
        $0.addTie(1, 2, 2)
        $0.addTie(2, 3, 4)
      })
    #expect(again.allArcs == path.allArcs)
  }

  @Test func `weights too small to compute with are forgotten when they fade`() {
    let faint = Self.ties(3, [(0, 1, 1e-90), (1, 2, 1)])
    #expect(faint.edited(TieEdits(), scaledBy: 1e-20).allArcs == [Arc(1, 2, 1e-20), Arc(2, 1, 1e-20)])
  }

  @Test func `a table of nobody stays one`() {
    let nobody = TieTable(personCount: 0, arcs: ArcList())
    #expect(nobody.edited(TieEdits(), scaledBy: 0.5).personCount == 0)
  }

  // MARK: Forms of storage

  @Test func `equal weights stay unstored as long as new ties weigh the same`() {
    let table = Self.ties(4, [(0, 1, 1), (1, 2, 1)])
    #expect(form(table.edited(edits { $0.addTie(2, 3, 1) })) == "equal 1.0")
    #expect(form(table.edited(edits { $0.addTie(2, 3, 0.5) })) == "narrow")
    #expect(form(table.edited(edits { $0.addTie(2, 3, 0.1) })) == "wide")
    #expect(form(table.edited(edits { $0.addTie(1, 2, 1) })) == "narrow")
    #expect(form(table.edited(edits { $0.addTie(2, 3, 0.3) }, scaledBy: 0.3)) == "equal 0.3")
  }

  @Test func `weights become narrow when the last one that is not goes`() {
    let table = Self.ties(4, [(0, 1, 1), (1, 2, 0.1), (2, 3, 4)])
    #expect(form(table.edited(edits { $0.dropTie(1, 2) })) == "narrow")
    #expect(form(table.edited(TieEdits(), forgettingBelow: 1)) == "narrow")
    #expect(form(table.edited(TieEdits(), forgettingBelow: 2)) == "equal 4.0")
    #expect(form(table.edited(edits { $0.dropTie(0, 1) })) == "wide")
  }

  @Test func `a factor alone leaves whom people are tied to in the same memory`() {
    for table in [path, Self.ties(3, [(0, 1, 1), (1, 2, 1)]), Self.ties(3, [(0, 1, 0.1), (1, 2, 1)])] {
      let edited = table.edited(TieEdits(), scaledBy: 0.3)
      let isShared = unsafe edited.rows.columns.address == table.rows.columns.address
      #expect(isShared)
      #expect(edited.allArcs == table.allArcs.map { Arc($0.source, $0.target, $0.weight * 0.3) })
    }
  }

  private func form(_ table: TieTable) -> String { TieEditsTests.form(table) }

  private static func form(_ table: TieTable) -> String {
    switch table.rows.values {
    case .equal(let weight): "equal \(weight)"
    case .narrow: "narrow"
    case .wide: "wide"
    }
  }

  // MARK: Against a dictionary

  /// The same by a dictionary of arcs, made into rows by sorting.
  private func naive(_ table: TieTable, _ edits: TieEdits, _ factor: Double, _ least: Double) -> TieTable {
    func key(_ source: Int, _ target: Int) -> Int { source << 32 | target }
    var weights: [Int: Double] = [:]
    for arc in table.allArcs { weights[key(arc.source, arc.target)] = arc.weight * factor }
    for drop in edits.drops { weights[key(Int(drop.source), Int(drop.target))] = nil }
    for one in edits.additions { weights[key(Int(one.source), Int(one.target)), default: 0] += one.weight }
    var arcs = ArcList()
    for (key, weight) in weights where weight >= least { arcs.append(key >> 32, key & 0xFFFF_FFFF, weight) }
    return TieTable(personCount: table.personCount, arcs: arcs)
  }

  /// How weights of a random table are drawn, one for each form of storage.
  enum Weights: CaseIterable {
    case ones, tenths, eighths, anyTenths, mostlyOnes

    func draw(_ random: inout RandomStream) -> Double {
      switch self {
      case .ones: 1
      case .tenths: 0.1
      case .eighths: Double(1 + random.integer(below: 32)) / 8
      case .anyTenths: Double(1 + random.integer(below: 30)) / 10
      case .mostlyOnes: random.integer(below: 40) == 0 ? 0.7 : 1
      }
    }
  }

  /// A table with a hub, self-ties and people without ties, and changes of all kinds to it.
  private func example(
    _ weights: Weights, people: Int, arcs count: Int, isDirected: Bool, seed: Int
  ) -> (TieTable, TieEdits) {
    var random = RandomStream(seed: UInt64(seed), stream: 920)
    func end() -> Int { random.integer(below: 8) == 0 ? 0 : random.integer(below: people) }
    var arcs = ArcList()
    for _ in 0..<count {
      let (one, other, weight) = (end(), end(), weights.draw(&random))
      if isDirected { arcs.append(one, other, weight) } else { arcs.appendTie(one, other, weight) }
    }
    let table = TieTable(personCount: people, arcs: arcs, repeats: .keepFirst)
    var edits = TieEdits()
    let share = 1 + random.integer(below: 20)
    for arc in table.allArcs where (isDirected || arc.source <= arc.target) && random.integer(below: share) == 0 {
      if isDirected { edits.drop(arc.source, arc.target) } else { edits.dropTie(arc.source, arc.target) }
      // Some of them come back.
      if random.integer(below: 4) == 0 {
        let weight = weights.draw(&random)
        if isDirected {
          edits.add(arc.source, arc.target, weight)
        } else {
          edits.addTie(arc.target, arc.source, weight)
        }
      }
    }
    let additions = random.integer(below: 3) == 0 ? 0 : count / share
    for _ in 0..<additions {
      let (one, other, weight) = (end(), end(), weights.draw(&random))
      if isDirected { edits.add(one, other, weight) } else { edits.addTie(one, other, weight) }
    }
    return (table, edits)
  }

  private func check(
    _ table: TieTable, _ edits: TieEdits, _ factor: Double, _ least: Double, threads: [Int] = [1, 2, 3, 7]
  ) {
    let note: Comment = "factor \(factor), least \(least)"
    let expected = naive(table, edits, factor, least)
    for threads in threads {
      let edited = table.edited(edits, scaledBy: factor, forgettingBelow: least, threads: ThreadCount(threads))
      #expect(edited.allArcs == expected.allArcs, note)
      #expect(form(edited) == form(expected), note)
      #expect(edited.personCount == table.personCount, note)
    }
  }

  @Test(arguments: Weights.allCases, 0..<60)
  func `small tables hold what a dictionary of their arcs holds`(weights: Weights, seed: Int) {
    let (table, edits) = example(
      weights, people: 1 + seed, arcs: seed * (seed % 5), isDirected: seed % 2 == 0, seed: seed)
    for factor in [1, 0.5, 0.9, 3] {
      for least in [0, 0.11, 1, 2.5, 100] { check(table, edits, factor, least) }
    }
  }

  /// Several blocks of rows.
  @Test(arguments: Weights.allCases, [true, false])
  func `large tables hold what a dictionary of their arcs holds`(weights: Weights, isDirected: Bool) {
    let (table, edits) = example(weights, people: 10_000, arcs: 50_000, isDirected: isDirected, seed: 500)
    for (factor, least) in [(1, 0), (0.9, 0), (1, 1.5), (0.5, 0.3)] {
      check(table, edits, factor, least, threads: [1, 3])
    }
  }

  /// Sums of tenths depend on the order of addition, so equal bits say that both rows added in the same order.
  @Test(arguments: 0..<20)
  func `a symmetric table stays symmetric bit by bit`(seed: Int) {
    let (table, edits) = example(.anyTenths, people: 20, arcs: 150, isDirected: false, seed: seed)
    let edited = table.edited(edits, scaledBy: 0.7, forgettingBelow: 0.2, threads: ThreadCount(2))
    #expect(edited.allArcs == edited.transposed.allArcs)
  }

  @Test func `changes in two lists are the changes of both, one after the other`() {
    let (table, edits) = example(.anyTenths, people: 30, arcs: 100, isDirected: false, seed: 3)
    var joined = edits
    joined.append(self.edits { $0.addTie(1, 2, 0.3) })
    var one = edits
    one.addTie(1, 2, 0.3)
    #expect(table.edited(joined).allArcs == table.edited(one).allArcs)
    #expect(joined.additionCount == edits.additionCount + 2 && joined.dropCount == edits.dropCount)
  }

  // MARK: A caller's mistakes

  @Test func `dropping what is not there stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var edits = TieEdits()
      edits.drop(0, 2)
      edits.add(0, 2, 1)
      _ = TieEditsTests().path.edited(edits)
    }
  }

  @Test func `dropping an arc twice stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var edits = TieEdits()
      edits.drop(0, 1)
      edits.drop(0, 1)
      _ = TieEditsTests().path.edited(edits)
    }
  }

  @Test func `a weight of 0 stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var edits = TieEdits()
      edits.add(0, 1, 0)
    }
  }

  @Test func `a person who is not there stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var edits = TieEdits()
      edits.add(0, 4, 1)
      _ = TieEditsTests().path.edited(edits)
    }
  }
}
