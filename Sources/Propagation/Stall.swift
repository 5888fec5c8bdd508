/// Notices that a quantity which only falls in exact arithmetic has stopped falling: rounding has taken over.
///
/// A slow fall looks the same for a while, so this is asked only where the quantity is near what rounding can make.
struct Stall {
  private var least = Double.infinity
  private var roundOfLeast = 0

  /// Whether the quantity has made no new low for 100 rounds and for a quarter of all rounds.
  mutating func lasts(_ value: Double, round: Int) -> Bool {
    if value < least {
      least = value
      roundOfLeast = round
    }
    return round - roundOfLeast >= max(100, round / 4)
  }
}
