import Analysis
import Compute
import GraphModel
import Propagation

/// Everything a report says about one simulation, as values.
public struct SimulationFindings: Sendable, Equatable, Codable {
  /// Which rules are on.
  public struct Rules: Sendable, Equatable, Codable {
    /// The rules that are on, by the names of their sections in a scenario.
    public let on: [String]
    /// By what ties are dropped and made, or `nil`.
    public let rewiring: String?
    /// Whether that makes people sort whatever scores do.
    public let assumesSorting: Bool
    /// The period from which scores are public; `nil`: never.
    public let announcement: Int?
  }

  /// What became of communities at one look.
  public struct Look: Sendable, Equatable, Codable {
    /// When.
    public let period: Int
    /// How many there were.
    public let communities: Int
    /// How many came from none that goes on.
    public let births: Int
    /// How many broke off from one that goes on.
    public let splits: Int
    /// How many ended without being taken up.
    public let deaths: Int
    /// How many ended in another one.
    public let merges: Int
  }

  /// Who was excluded.
  public struct Exclusion: Sendable, Equatable, Codable {
    /// How many people were on the list at some time.
    public let ever: Int
    /// How many are on it in the last period.
    public let now: Int
    /// How many were listed more than once.
    public let again: Int
    /// How many periods people were on the list, on average over those who ever were.
    public let meanPeriods: Double?
    /// How many were listed for each reason.
    public let reasons: [String: Int]
  }

  /// What a simulation with one rule off came to.
  public struct TwinFindings: Sendable, Equatable, Codable {
    /// Which rule was off, or `blind`.
    public let twin: Scenario.Twin
    /// What there is to say of each period.
    public let records: [PeriodRecord]
    /// How far public scores of the last period differ, on average over people, in points.
    public let meanAbsoluteEffect: Double
    /// How many people have a higher public score with the rule than without it, by more than the bounds.
    public let gained: Int
    /// How many have a lower one.
    public let lost: Int
  }

  /// What settling took.
  public struct Sweeps: Sendable, Equatable, Codable {
    /// In period 0, which starts from own scores.
    public let cold: Int
    /// In all periods together.
    public let all: Int
    /// How many fewer than if all had taken as many as period 0.
    public let saved: Int
  }

  /// What the scenario is called.
  public let name: String
  /// What the society is called.
  public let society: String
  /// How many people there are.
  public let people: Int
  /// The names of the layers.
  public let layers: [String]
  /// The layer that measures of every period are taken on.
  public let mainLayer: String
  /// The range of scores.
  public let scale: Scale
  /// The cuts of the tiers, rising.
  public let cuts: [Double]
  /// How many days a period has.
  public let periodDays: Double
  /// The horizon.
  public let horizon: Int
  /// The seed.
  public let seed: UInt64
  /// Which rules are on.
  public let rules: Rules
  /// What there is to say of each period, from period 0.
  public let records: [PeriodRecord]
  /// How it went.
  public let course: Course
  /// What became of communities.
  public let looks: [Look]
  /// Who was excluded; `nil` without a blacklist.
  public let exclusion: Exclusion?
  /// What it was like with rules off.
  public let twins: [TwinFindings]
  /// What settling took.
  public let sweeps: Sweeps
  /// The largest error bound of all periods, in points; `nil` if one is not known.
  public let errorBound: Double?
  /// The dearer measures, of the periods in which they were taken.
  public let measures: [MeasureRow]
  /// What was assumed, changed and ignored.
  public let notices: [Notice]

  /// The record of the last period.
  public var last: PeriodRecord? { records.last }
}

extension SimulationRun {
  /// What there is to say so far.
  public var findings: SimulationFindings {
    let (plan, scenario) = (society.plan, society.scenario)
    let cold = records.first?.settling.sweeps ?? 0
    let all = records.reduce(0) { $0 + $1.settling.sweeps }
    let bounds = records.map(\.settling.bound)
    return SimulationFindings(
      name: scenario.name, society: plan.society.name, people: plan.society.count,
      layers: plan.society.layers.map(\.name), mainLayer: plan.society.layers[plan.mainLayer].name,
      scale: plan.society.scale, cuts: plan.cuts, periodDays: scenario.periodDays, horizon: scenario.periods,
      seed: scenario.seed,
      rules: SimulationFindings.Rules(
        on: scenario.rulesOn, rewiring: scenario.rewiring?.choice.rawValue,
        assumesSorting: scenario.rewiring?.choice.assumesSorting ?? false, announcement: scenario.announcement),
      records: records, course: course,
      looks: looks.map {
        SimulationFindings.Look(
          period: $0.period, communities: $0.now, births: $0.births, splits: $0.splits, deaths: $0.deaths,
          merges: $0.merges)
      },
      exclusion: scenario.blacklist == nil ? nil : exclusion, twins: twins.map(findings),
      sweeps: SimulationFindings.Sweeps(cold: cold, all: all, saved: cold * records.count - all),
      errorBound: bounds.contains { $0 == nil } ? nil : bounds.compactMap { $0 }.max(), measures: measures,
      notices: notices)
  }

  private func findings(_ twin: TwinRun) -> SimulationFindings.TwinFindings {
    let effects = zip(society.publicScores, twin.society.publicScores).map { $0 - $1 }
    let slack = (society.record.settling.bound ?? 0) + (twin.society.record.settling.bound ?? 0)
    return SimulationFindings.TwinFindings(
      twin: twin.twin, records: twin.records, meanAbsoluteEffect: effects.lazy.map(\.magnitude).compensatedMean,
      gained: effects.count { $0 > slack }, lost: effects.count { $0 < -slack })
  }

  private var exclusion: SimulationFindings.Exclusion {
    var spells: [Int: (count: Int, periods: Int, since: Int?)] = [:]
    var reasons: [String: Int] = [:]
    for change in listChanges {
      var spell = spells[change.person] ?? (0, 0, nil)
      if change.isListed {
        spell.count += 1
        spell.since = change.period
        reasons[change.reason, default: 0] += 1
      } else if let since = spell.since {
        spell.periods += change.period - since
        spell.since = nil
      }
      spells[change.person] = spell
    }
    // Whole numbers: the order of the dictionary plays no part.
    let periods = spells.values.reduce(0) { sum, spell in
      sum + spell.periods + (spell.since.map { period - $0 + 1 } ?? 0)
    }
    return SimulationFindings.Exclusion(
      ever: spells.count, now: record.listed, again: spells.values.count { $0.count > 1 },
      meanPeriods: spells.isEmpty ? nil : Double(periods) / Double(spells.count), reasons: reasons)
  }

  private var record: PeriodRecord { society.record }
}

extension Scenario {
  /// The rules that are on, by the names of their sections in a scenario.
  public var rulesOn: [String] {
    var names: [String] = []
    if usesEventFile { names.append("events.file") }
    if deeds != nil { names.append("events.deeds") }
    if missedPayments != nil { names.append("events.missed_payments") }
    if money != nil { names.append("money") }
    if rewards != nil { names.append("rewards") }
    if blacklist != nil { names.append("blacklist") }
    if effort != nil { names.append("response.effort") }
    if conformity > 0 { names.append("response.conformity") }
    if decay > 0 { names.append("response.decay") }
    if rewiring != nil { names.append("rewiring") }
    if trait != nil { names.append("trait") }
    return names
  }
}
