import Testing

@testable import Experiments

struct OutcomeTests {
  private static let numbers: [Int: Double?] = [0: 1, 1: 3, 2: Double?.none, 3: 8, 4: 2]

  private static func value(
    _ window: Outcome.Window, _ reduction: Outcome.Reduction = .mean, isChange: Bool = false,
    of numbers: [Int: Double?] = numbers
  ) -> RunResult.Value {
    Outcome(
      name: "x", measure: .period("own_sd"), window: window, reduction: reduction, isChange: isChange, twin: nil,
      lessTwin: nil
    ).value(of: numbers, upTo: 4, position: 0, group: "")
  }

  @Test func `windows choose periods, those that are not defined left out`() {
    #expect(Self.value(.end).value == 2)
    #expect(Self.value(.period(3)).value == 8)
    #expect(Self.value(.last(3)).value == 5)
    #expect(Self.value(.range(from: 1, to: 3)).value == 5.5)
    #expect(Self.value(.range(from: 0, to: nil)).value == 3.5)
    #expect(Self.value(.last(100)).value == 3.5)
  }

  @Test func `periods are added up, or the least or the greatest is taken`() {
    let all = Outcome.Window.range(from: 0, to: nil)
    #expect(Self.value(all, .sum).value == 14)
    #expect(Self.value(all, .lowest).value == 1)
    #expect(Self.value(all, .highest).value == 8)
  }

  @Test func `a change is since period 0`() {
    #expect(Self.value(.end, isChange: true).value == 1)
    #expect(Self.value(.end, isChange: true, of: [0: Double?.none, 4: 2]).missing == "undefined in period 0")
  }

  @Test func `the time to a threshold is the first period beyond it`() {
    let all = Outcome.Window.range(from: 0, to: nil)
    #expect(Self.value(all, .firstAbove(2)).value == 1)
    #expect(Self.value(.range(from: 2, to: nil), .firstBelow(3)).value == 4)
    #expect(Self.value(all, .firstAbove(8)).missing == "never above")
    #expect(Self.value(all, .firstBelow(1)).missing == "never below")
  }

  @Test func `what is not there has a reason`() {
    #expect(Self.value(.period(9)).missing == "the run ended in period 4")
    #expect(Self.value(.period(2)).missing == "undefined in period 2")
    #expect(Self.value(.end, of: [4: .infinity]).missing == "not a finite number")
    #expect(Self.value(.range(from: 5, to: 8)).missing == "the run ended in period 4")
  }
}
