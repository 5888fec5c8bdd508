import Propagation
import Simulation

extension SimulationReport {
  /// How the simulation went, how sure its numbers are, and from which seed they come.
  var course: [String] {
    [page.heading("HOW IT WENT", "seed \(findings.seed)"), ""]
      + page.prose(motion) + page.prose(settling)
  }

  /// Whether it has come to rest, in plain words.
  var motion: String {
    let stopped =
      periods < findings.horizon
      ? " It stopped there, \(NumberText.count(findings.horizon - periods, "period")) early." : ""
    switch findings.course {
    case .settled(let since):
      return
        "At rest: from period \(since) on no tie, tier or listing changed and no score moved beyond the tolerance.\(stopped)"
    case .cycle(let length, let since):
      return
        "Going round: the whole state comes back every \(NumberText.count(length, "period")), and has done so twice, from period \(since) on.\(stopped)"
    case .drift:
      let what = drifting
      return
        "Still going one way at the horizon"
        + (what.isEmpty ? "." : ": over the last half of the periods \(list(what)), by more than the noise.")
        + " What comes later is not told."
    case .fluctuating:
      guard (records.count + 1) / 2 >= TrendTest.fewest else {
        return "Still moving at the horizon, after too few periods to tell a drift from noise."
      }
      return
        "Still moving at the horizon, but back and forth, or too little in one direction to tell it from noise."
    case .running:
      return periods < findings.horizon
        ? "Not at its end: \(NumberText.count(periods)) of \(NumberText.count(findings.horizon, "period"))."
        : "Nothing has moved yet: period 0 is all there is."
    }
  }

  /// The series that drift, with how far they went in the last half of the periods, by the rule of `CourseDetector`.
  private var drifting: [String] {
    let series: [(String, MainSeries.Unit, Double, [Double?])] = [
      ("the mean own score", .points(decimals), smallestScore, records.map(\.own.mean)),
      ("the mean public score", .points(decimals), smallestScore, records.map(\.publicScores.mean)),
      ("the spread of public scores", .points(decimals), smallestScore, records.map(\.publicScores.sd)),
      (
        "the assortativity of own scores", .correlation, smallestCorrelation,
        records.map(\.ownSorting.assortativity)
      ),
    ]
    return series.compactMap { title, unit, smallest, values in
      guard let test = TrendTest(values.suffix((values.count + 1) / 2).map { $0 ?? .nan }),
        test.p < CourseDetector.level / Double(series.count), test.change.magnitude > smallest
      else { return nil }
      let change = MainSeries(title: title, unit: unit, values: []).change(test.change)
      return "\(title) \(test.change > 0 ? "rose" : "fell") (\(change))"
    }
  }

  /// What settling took, and how sure the numbers are.
  var settling: String {
    let sweeps = findings.sweeps
    let later =
      periods > 0
      ? ", \(NumberText.fixed(Double(sweeps.all - sweeps.cold) / Double(periods), 1)) a period afterwards" : ""
    var text = "Scores settled in \(NumberText.count(sweeps.cold, "sweep")) in period 0\(later)"
    if periods > 0, sweeps.saved != 0 {
      text +=
        "; \(NumberText.count(abs(sweeps.saved))) \(sweeps.saved > 0 ? "fewer" : "more") in all than if each period took as many as period 0"
    }
    text += "."
    let failed = records.count { $0.settling.outcome == .notConverged }
    let asked = records.count { $0.settling.outcome == .rounds }
    if failed > 0 {
      text += " NOT SETTLED to the tolerance in \(NumberText.count(failed, "period"))."
    }
    if asked > 0 { text += " The number of rounds was asked for: scores are not at their equilibrium." }
    text +=
      findings.errorBound.map {
        " No public score of any period is off by more than \(NumberText.bound($0)) points."
      } ?? " In some period no bound on the error of public scores is known."
    return text
  }
}
