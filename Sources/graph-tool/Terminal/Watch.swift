import Compute
import Exports
import Foundation
import Synchronization

/// Follows work: a bar on standard error while it goes on, and a record of each phase for `--timings` and `run.json`.
final class Watch: ProgressWatcher {
  /// What a phase took.
  struct Record: Sendable {
    let phase: Phase
    let work: PhaseWork
    let seconds: Double
    /// How much of the phase was done, in its unit.
    let amount: Int
    /// The largest resident memory of the process up to its end, in bytes; `nil` where unknown.
    let peakMemory: Int?
  }

  private struct State {
    var current: (phase: Phase, started: ContinuousClock.Instant)?
    var amount = 0
    var drawn: ContinuousClock.Instant?
    var records: [Record] = []
  }

  private let state = Mutex(State())
  private let showsBar: Bool

  /// A watch.
  ///
  /// - Parameter showsBar: whether a bar is drawn; it is only if standard error is a terminal.
  init(showsBar: Bool) { self.showsBar = showsBar && Console.hasBar }

  /// The phases that have ended, in their order.
  var records: [Record] { state.withLock { $0.records } }

  func began(_ phase: Phase) {
    state.withLock { state in
      state.current = (phase, .now)
      state.amount = 0
      // A phase that ends within a moment shows nothing.
      state.drawn = .now
    }
  }

  func advanced(by amount: Int) {
    state.withLock { state in
      state.amount += amount
      guard showsBar, let current = state.current, let drawn = state.drawn else { return }
      let now = ContinuousClock.now
      guard drawn.duration(to: now) >= .milliseconds(100) else { return }
      state.drawn = now
      Console.draw(
        Bar(phase: current.phase, amount: state.amount, seconds: Self.seconds(current.started.duration(to: now))).text)
    }
  }

  func ended(_ work: PhaseWork) {
    state.withLock { state in
      guard let current = state.current else { return }
      state.records.append(
        Record(
          phase: current.phase, work: work, seconds: Self.seconds(current.started.duration(to: .now)),
          amount: state.amount, peakMemory: MachineNow.peakMemory))
      state.current = nil
      if showsBar { Console.clearBar() }
    }
  }

  /// Shows a line in place of the bar, for work that is done elsewhere.
  func show(_ line: String) {
    if showsBar { Console.draw(line) }
  }

  /// Records a phase of work that was done elsewhere, so that nothing is known of its memory.
  func noted(_ phase: Phase, _ work: PhaseWork, seconds: Double) {
    state.withLock { $0.records.append(Record(phase: phase, work: work, seconds: seconds, amount: 0, peakMemory: nil)) }
    if showsBar { Console.clearBar() }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}

/// One line that says how far a phase is.
struct Bar {
  let phase: Phase
  let amount: Int
  let seconds: Double

  private static let width = 20

  /// `reading ties.csv  [=======>            ]  36%  84 MB of 230 MB, 210 MB/s, 1 s left`.
  var text: String {
    let rate = seconds > 0 ? Double(amount) / seconds : 0
    // Of slow work a whole number a second says nothing.
    let speed =
      phase.unit != .bytes && rate < 9.95
      ? "\(Quantity.fixed(rate)) \(phase.unit.rawValue)/s" : "\(Quantity.text(rate, phase.unit))/s"
    guard let total = phase.total, total > 0 else {
      return "\(phase.name)  \(Quantity.text(Double(amount), phase.unit)), \(speed)"
    }
    let share = min(1, Double(amount) / Double(total))
    let full = Int((share * Double(Self.width)).rounded(.down))
    let bar =
      String(repeating: "=", count: full) + (full < Self.width ? ">" : "")
      + String(repeating: " ", count: max(0, Self.width - full - 1))
    let percent = Int((share * 100).rounded(.down))
    let left = rate > 0 ? ", \(Quantity.time(Double(max(0, total - amount)) / rate)) left" : ""
    let sofar = phase.unit == .bytes ? Quantity.bytes(Double(amount)) : Quantity.count(Double(amount))
    let done = "\(sofar) of \(Quantity.text(Double(total), phase.unit))"
    return "\(phase.name)  [\(bar)] \(percent)%  \(done), \(speed)\(left)"
  }
}

/// Amounts as short text.
enum Quantity {
  /// An amount with its unit: `230 MB`, `12.4 M ties`, `17 rounds`.
  static func text(_ amount: Double, _ unit: Phase.Unit) -> String {
    unit == .bytes ? bytes(amount) : "\(count(amount)) \(unit.rawValue)"
  }

  /// Bytes in powers of 1000: `3.1 GB`.
  static func bytes(_ amount: Double) -> String { scaled(amount, ["B", "kB", "MB", "GB", "TB"]) }

  /// A number in powers of 1000: `12.4 M`.
  static func count(_ amount: Double) -> String { scaled(amount, ["", "k", "M", "G"]) }

  /// Seconds as `4 s` or `3 min 20 s`.
  static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    return whole < 120 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }

  private static func scaled(_ amount: Double, _ units: [String]) -> String {
    var amount = amount
    var unit = 0
    while amount >= 999.5, unit + 1 < units.count {
      amount /= 1000
      unit += 1
    }
    let text = unit == 0 || amount >= 99.95 ? String(Int(amount.rounded())) : fixed(amount)
    return units[unit].isEmpty ? text : "\(text) \(units[unit])"
  }

  /// One decimal.
  static func fixed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
