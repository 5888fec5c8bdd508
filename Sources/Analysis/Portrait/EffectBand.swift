import Compute

/// What the network did to people whose own scores are alike.
public struct EffectBand: Sendable, Equatable, Codable {
  /// The lowest own score, in points.
  public let low: Double
  /// The own score below which the band ends, in points.
  public let high: Double
  /// How many people.
  public let people: Int
  /// The mean of public minus own score, in points; 0 without people.
  public let meanEffect: Double
  /// The mean effect of each layer, in the order of `PropagationFindings.layers`; empty for models that have no last step
  /// to split.
  ///
  /// They add up to `meanEffect`, unless people without ties are held to the floor, which no layer does.
  public let byLayer: [Double]

  /// How many bands there are, of equal width over the range of own scores; one if all are equal.
  public static let count = 12

  /// The bands of a society.
  ///
  /// - Parameters:
  ///   - own: own scores.
  ///   - scores: public scores.
  ///   - layers: effects by layer and person.
  static func all(own: [Double], public scores: [Double], layers: [[Double]]) -> [EffectBand] {
    guard let low = own.min(), let high = own.max() else { return [] }
    let width = (high - low) / Double(count)
    // A spread that rounding alone could have made is none.
    let bandCount = width > low.magnitude.ulp ? count : 1
    var people = [Int](repeating: 0, count: bandCount)
    var effects = [CompensatedSum](repeating: CompensatedSum(), count: bandCount)
    var byLayer = [[CompensatedSum]](repeating: effects, count: layers.count)
    for person in own.indices {
      let band = bandCount == 1 ? 0 : max(0, min(count - 1, Int((own[person] - low) / (high - low) * Double(count))))
      people[band] += 1
      effects[band].add(scores[person] - own[person])
      for layer in layers.indices { byLayer[layer][band].add(layers[layer][person]) }
    }
    return (0..<bandCount).map { band in
      func mean(_ sum: CompensatedSum) -> Double { people[band] > 0 ? sum.value / Double(people[band]) : 0 }
      return EffectBand(
        low: low + width * Double(band), high: band == bandCount - 1 ? high : low + width * Double(band + 1),
        people: people[band], meanEffect: mean(effects[band]), byLayer: byLayer.map { mean($0[band]) })
    }
  }
}
