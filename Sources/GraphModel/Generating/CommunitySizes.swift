import Compute

/// The sizes of planted communities.
enum CommunitySizes {
  /// Where each community starts among the places of people, and after the last one the number of people.
  ///
  /// Sizes are drawn from the power law, rounded down, until everybody has a community. Who is left over for the last one,
  /// fewer than the smallest community, joins the others one by one as long as those have room; if none has, the last
  /// community stays small.
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
    if let last = sizes.last, last < low, sizes.count > 1 {
      var rest = last
      sizes.removeLast()
      var hasGrown = true
      while rest > 0, hasGrown {
        hasGrown = false
        for index in sizes.indices where rest > 0 && sizes[index] < high {
          sizes[index] += 1
          rest -= 1
          hasGrown = true
        }
      }
      if rest > 0 { sizes.append(rest) }
    }
    return sizes.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }
}
