import Analysis
import Compute
import GraphModel

/// A simulation as it was after a period: all that is needed to go on, with every later bit the same.
///
/// The scenario and the society are not part of it: whoever goes on brings them.
package struct SavedSimulation: Sendable {
  /// What is not an array.
  package struct Facts: Sendable, Codable {
    let main: SimulatedSociety.Facts
    let twins: [Twin]
    let records: [PeriodRecord]
    let measures: [MeasureRow]
    let looks: [CommunityChanges]
    let course: Course
    let detector: CourseDetector
    /// What was collected for a portrait; `nil` if none is wanted.
    let portrait: PortraitRecorder.Facts?

    /// A twin.
    struct Twin: Sendable, Codable {
      let twin: Scenario.Twin
      let society: SimulatedSociety.Facts
      let records: [PeriodRecord]
    }

    /// The last period that is complete.
    package var period: Int { main.state.period }
  }

  /// What is not an array.
  package let facts: Facts
  /// The arrays, those of the society under `society.`, those of twins under `twin-1.` and so on, the list's under `list.`,
  /// those of a portrait under `portrait.`; the public scores of period 0 are `first.public_scores`.
  package let arrays: SavedArrays

  /// A simulation that was saved.
  package init(facts: Facts, arrays: SavedArrays) {
    self.facts = facts
    self.arrays = arrays
  }
}

extension SimulationRun {
  /// Everything that is needed to go on from here.
  package var saved: SavedSimulation {
    var arrays = SavedArrays()
    society.save(as: "society", in: &arrays)
    for (position, twin) in twins.enumerated() { twin.society.save(as: "twin-\(position + 1)", in: &arrays) }
    ListChange.save(listChanges, in: &arrays)
    arrays["first.public_scores"] = SavedArray(firstScores)
    recorder?.save(as: "portrait", in: &arrays)
    return SavedSimulation(
      facts: SavedSimulation.Facts(
        main: society.facts,
        twins: twins.map { SavedSimulation.Facts.Twin(twin: $0.twin, society: $0.society.facts, records: $0.records) },
        records: records, measures: measures, looks: looks, course: course,
        detector: detector, portrait: recorder?.facts), arrays: arrays)
  }

  /// A simulation as it was saved.
  ///
  /// - Parameters:
  ///   - saved: what was saved.
  ///   - read: the society it began with.
  ///   - scenario: the scenario it began with.
  ///   - threads: how many threads work at once.
  /// - Throws: `SavedArrays.Damage` if parts are missing; `ReadingError` for rules that do not fit the society.
  package init(
    resuming saved: SavedSimulation, _ read: ReadSociety, _ scenario: Scenario, threads: ThreadCount
  ) throws {
    let facts = saved.facts
    takesMeasures = true
    society = try SimulatedSociety(
      saved: "society", facts.main, try Plan(scenario, read, threads: threads), saved.arrays)
    twins = []
    for (position, twin) in facts.twins.enumerated() {
      let plan = try Plan(scenario.twin(twin.twin), read, threads: threads)
      let other = try SimulatedSociety(saved: "twin-\(position + 1)", twin.society, plan, saved.arrays)
      twins.append(TwinRun(twin: twin.twin, society: other, records: twin.records))
    }
    (records, measures, looks) = (facts.records, facts.measures, facts.looks)
    listChanges = try ListChange.saved(saved.arrays)
    (course, detector) = (facts.course, facts.detector)
    firstScores = try saved.arrays.numbers("first.public_scores", count: read.society.count)
    let society = society
    recorder = try facts.portrait.map { facts throws(SavedArrays.Damage) in
      try PortraitRecorder(saved: "portrait", facts, for: society, saved.arrays)
    }
    notices = Self.notices(of: society)
  }
}
