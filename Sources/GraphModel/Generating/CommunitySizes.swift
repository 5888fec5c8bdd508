import Compute

/// The sizes of planted communities.
enum CommunitySizes {
  /// Where each community starts among the places of people, and after the last one the number of people.
  ///
  /// Sizes are drawn from the power law, rounded down, until everybody has a community. Who is left over for the last one,
  /// fewer than the smallest community, joins the others one by one; if those have no room, they give people to the last
  /// one, which stays small if they have none to give.
  static func starts(_ settings: PlantedCommunities.Settings) -> [Int] {
    let low = settings.communitySizes.lowerBound
    let high = min(settings.communitySizes.upperBound, settings.people)
    let law = BoundedPower(low: Double(low), high: Double(high) + 1, exponent: settings.communityExponent)
    var stream = GeneratingStream.communitySizes.of(0, seed: settings.seed)
    var sizes: [Int] = []
    var left = settings.people
    while left > 0 {
      let size = min(high, Int(law.draw(&stream)), left)
      sizes.append(size)
      left -= size
    }
    if let last = sizes.last, last < low { settle(&sizes, low: low, high: high) }
    return sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// Brings a last community that is too small into the bounds, as far as the others allow.
  private static func settle(_ sizes: inout [Int], low: Int, high: Int) {
    let last = sizes.removeLast()
    let room = sizes.reduce(0) { $0 + high - $1 }
    let surplus = sizes.reduce(0) { $0 + $1 - low }
    // Its people join the others; or else others give people to it.
    let isDissolved = room >= last
    var left = isDissolved ? last : min(surplus, low - last)
    if !isDissolved { sizes.append(last + left) }
    let others = sizes.count - (isDissolved ? 0 : 1)
    while left > 0 {
      for index in 0..<others where left > 0 && (isDissolved ? sizes[index] < high : sizes[index] > low) {
        sizes[index] += isDissolved ? 1 : -1
        left -= 1
      }
    }
  }
}
