/// A stretch of time through which a tie was there unchanged.
public struct TieSpell: Sendable, Codable, Equatable {
  /// The first person; in a directed layer the one who is influenced, else the one with the smaller index.
  public let source: Int
  /// The other person.
  public let target: Int
  /// The layer, by its position.
  public let layer: Int
  /// The first period with the tie.
  public let start: Int
  /// The last period with it; `nil` if it is still there.
  public let end: Int?
  /// Its weight.
  public let weight: Double

  /// A spell.
  public init(source: Int, target: Int, layer: Int, start: Int, end: Int?, weight: Double) {
    self.source = source
    self.target = target
    self.layer = layer
    self.start = start
    self.end = end
    self.weight = weight
  }
}
