import Propagation

@testable import Analysis
@testable import GraphModel
@testable import Reporting
@testable import Simulation

/// Findings of a simulation that never ran: one of 200 people, rewiring by cost, scores public from the start.
struct MadeUp {
  var people = 200
  var name = "made up"
  var society = "made up"
  var layer = "friendship"
  var scale = Scale.zhima
  var cuts = Scale.zhima.cuts
  var horizon: Int?
  var on = ["rewiring"]
  var rewiring: String? = "cost"
  var announcement: Int? = 0
  var records: [PeriodRecord]
  var course = Course.fluctuating
  var looks = [SimulationFindings.Look(period: 0, communities: 5, births: 5, splits: 0, deaths: 0, merges: 0)]
  var exclusion: SimulationFindings.Exclusion?
  var twins: [SimulationFindings.TwinFindings] = []
  var sweeps = SimulationFindings.Sweeps(cold: 12, all: 30, saved: 18)
  var errorBound: Double? = 0.001
  var measures: [MeasureRow] = []
  var notices: [Notice] = []

  init(_ records: [PeriodRecord], _ change: (inout MadeUp) -> Void = { _ in }) {
    self.records = records
    change(&self)
  }

  var findings: SimulationFindings {
    SimulationFindings(
      name: name, society: society, people: people, layers: [layer], mainLayer: layer, scale: scale, cuts: cuts,
      periodDays: 30, horizon: horizon ?? records.last?.period ?? 0, seed: 7,
      rules: SimulationFindings.Rules(
        on: on, rewiring: rewiring, assumesSorting: rewiring == "gap" || rewiring == "similarity",
        announcement: announcement),
      records: records, course: course, looks: looks, exclusion: exclusion, twins: twins, sweeps: sweeps,
      errorBound: errorBound, measures: measures, notices: notices)
  }

  func report(width: Int = 80, ink: Ink = .plain, isPlain: Bool = false) -> SimulationReport {
    SimulationReport(findings, width: width, ink: ink, isPlain: isPlain)
  }

  /// One of the five findings, without its label, on one line.
  func finding(_ label: String) -> String {
    var lines: [Substring] = []
    for line in report().happened.joined(separator: "\n").split(separator: "\n") {
      if line.hasPrefix("  " + label + " ") {
        lines.append(line.dropFirst(2 + label.count))
      } else if !lines.isEmpty {
        guard line.hasPrefix("             ") else { break }
        lines.append(line)
      }
    }
    return flat(lines.joined(separator: "\n"))
  }
}

extension PeriodRecord {
  /// A period in which nothing happens but what is said.
  static func made(
    _ period: Int, own: Double = 600, sd: Double = 50, shown: Double = 610, assortativity: Double? = 0.2,
    between: Double? = 0.3, gap: Double? = 80, isolated: Int = 0, friendless: Int? = nil, ties: Int = 400,
    dropped: Int = 0, changed: Int = 0,
    tiers: [Int] = [20, 40, 60, 40, 40], flows: [[Int]]? = nil, listed: Int = 0, effort: Double = 0,
    outcome: Equilibrium.Outcome = .certified,
    _ points: (inout PointsMoved) -> Void = { _ in }
  ) -> PeriodRecord {
    var moved = PointsMoved()
    points(&moved)
    func sorting(_ assortativity: Double?) -> Sorting {
      Sorting(assortativity: assortativity, moran: nil, betweenFirst: between, betweenNow: nil, gapFirst: gap)
    }
    return PeriodRecord(
      period: period, isPublic: true, own: Moments(mean: own, sd: sd, lowest: 400, highest: 900),
      publicScores: Moments(mean: shown, sd: 40, lowest: 450, highest: 800), ownSorting: sorting(assortativity),
      publicSorting: sorting(assortativity.map { $0 + 0.3 }), isolated: isolated,
      friendless: friendless ?? isolated, ties: Ties(counts: [ties], dropped: dropped, made: changed), tiers: tiers,
      flows: flows ?? [], listed: listed,
      newlyListed: 0, released: 0, effortCost: effort, points: moved, ownChange: 0, publicChange: 0,
      settling: Settling(sweeps: 10, bound: 0.001, outcome: outcome), opinions: nil, communities: nil)
  }
}

extension SimulationFindings.TwinFindings {
  static func made(_ twin: Scenario.Twin, _ records: [PeriodRecord], gained: Int = 120, lost: Int = 70) -> Self {
    Self(twin: twin, records: records, meanAbsoluteEffect: 3.25, gained: gained, lost: lost)
  }
}
