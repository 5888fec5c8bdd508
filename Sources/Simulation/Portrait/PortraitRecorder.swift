import GraphModel

/// Collects, while a simulation goes on, what its portrait is made of at the end.
///
/// Few people are kept one by one at some periods, of a large society the communities at some looks; every community of
/// every look is kept in a few numbers. In between it costs nothing.
struct PortraitRecorder: Sendable {
  /// What can be seen of a society's network.
  enum Subject: String, Sendable, Codable {
    /// People one by one.
    case people
    /// Communities.
    case communities
    /// Nothing: there are too many people, and communities are not looked for.
    case nothing
  }

  /// What is not an array.
  struct Facts: Sendable, Codable {
    /// The periods of the frames, rising.
    let periods: [Int]
  }

  /// What frames show.
  let subject: Subject
  /// At which periods a frame is kept.
  private let schedule: [Int]
  /// What was kept.
  private(set) var frames: [RecordedFrame] = []
  /// Every community at every look.
  private(set) var log = CommunityLog()

  /// Nothing yet.
  init(for society: SimulatedSociety) {
    let scenario = society.scenario
    let every = scenario.communities?.every
    if society.firstSociety.count <= MovingDrawing.peopleLimit {
      subject = .people
      schedule = FrameSchedule.periods(horizon: scenario.periods)
    } else if let every {
      subject = .communities
      schedule = FrameSchedule.periods(horizon: scenario.periods, every: every)
    } else {
      (subject, schedule) = (.nothing, [])
    }
  }

  /// Takes the period that has just ended.
  mutating func take(_ society: SimulatedSociety) {
    let isDue = schedule.contains(society.period)
    let states = society.communityChanges != nil ? society.communityStates : []
    if society.communityChanges != nil { log.append(states, period: society.period) }
    guard isDue else { return }
    switch subject {
    case .people: frames.append(RecordedFrame(peopleOf: society))
    case .communities: frames.append(RecordedFrame(states, of: society))
    case .nothing: break
    }
  }

  /// The frames so far, and one of the society as it is if there is none yet.
  func frames(until society: SimulatedSociety) -> [RecordedFrame] {
    guard subject != .nothing, frames.last?.period != society.period else { return frames }
    return frames + [
      subject == .people
        ? RecordedFrame(peopleOf: society) : RecordedFrame(society.communityStates, of: society)
    ]
  }

  // MARK: Saving

  var facts: Facts { Facts(periods: frames.map(\.period)) }

  /// Everything that is an array.
  func save(as name: String, in arrays: inout SavedArrays) {
    log.save(as: name + ".looks", in: &arrays)
    for (position, frame) in frames.enumerated() { frame.save(as: "\(name).frame-\(position + 1)", in: &arrays) }
  }

  /// What had been collected up to a checkpoint.
  init(
    saved name: String, _ facts: Facts, for society: SimulatedSociety, _ arrays: SavedArrays
  ) throws(SavedArrays.Damage) {
    self.init(for: society)
    log = try CommunityLog(saved: name + ".looks", arrays)
    for (position, period) in facts.periods.enumerated() {
      frames.append(try RecordedFrame(saved: "\(name).frame-\(position + 1)", period: period, arrays))
    }
  }
}
