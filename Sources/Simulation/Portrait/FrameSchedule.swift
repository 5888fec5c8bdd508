/// At which periods a picture of the network is kept, so that a film of it has few frames.
enum FrameSchedule {
  /// The periods, rising: evenly over the horizon, which with period 0 and the last period are `limit` at most.
  ///
  /// They follow from the horizon only: whether the simulation ends early is not known while it goes on, so the last
  /// period is kept beside them, whatever it is.
  ///
  /// - Parameters:
  ///   - horizon: the last period there can be.
  ///   - every: how many periods apart a picture can be taken at all.
  ///   - limit: how many frames there are at most, 3 or more.
  static func periods(horizon: Int, every: Int = 1, limit: Int = MovingDrawing.frameLimit) -> [Int] {
    let steps = horizon / every
    let room = horizon.isMultiple(of: every) ? limit - 1 : limit - 2
    guard steps > room else { return (0...steps).map { $0 * every } }
    return (0...room).map { (($0 * steps + room / 2) / room) * every }
  }
}
