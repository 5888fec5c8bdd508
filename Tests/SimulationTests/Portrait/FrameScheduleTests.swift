import Testing

@testable import Simulation

struct FrameScheduleTests {
  @Test func `Short simulations keep every period`() {
    #expect(FrameSchedule.periods(horizon: 5) == [0, 1, 2, 3, 4, 5])
    #expect(FrameSchedule.periods(horizon: 0) == [0])
    #expect(FrameSchedule.periods(horizon: 7, every: 3) == [0, 3, 6])
    #expect(FrameSchedule.periods(horizon: 2, every: 5) == [0])
  }

  @Test func `Long ones keep periods that are evenly spread`() {
    #expect(FrameSchedule.periods(horizon: 40, limit: 5) == [0, 10, 20, 30, 40])
    #expect(FrameSchedule.periods(horizon: 10, limit: 5) == [0, 3, 5, 8, 10])
    #expect(FrameSchedule.periods(horizon: 41, every: 10, limit: 5) == [0, 10, 30, 40])
  }

  @Test func `Whenever it ends, there are no more frames than may be, at looks only, the gaps alike`() {
    for horizon in 0...130 {
      for every in [1, 2, 3, 7, 50] {
        let periods = FrameSchedule.periods(horizon: horizon, every: every)
        #expect(periods.first == 0 && periods.allSatisfy { $0.isMultiple(of: every) && $0 <= horizon })
        #expect(periods.last == horizon / every * every)
        let gaps = zip(periods.dropFirst(), periods).map(-)
        #expect(gaps.allSatisfy { $0 > 0 } && (gaps.max() ?? 0) - (gaps.min() ?? 0) <= every)
        for end in 0...horizon { #expect(Set(periods.filter { $0 <= end } + [end]).count <= MovingDrawing.frameLimit) }
      }
    }
  }
}
