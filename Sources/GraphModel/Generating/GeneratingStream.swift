import Compute

/// What the generators' streams of random numbers are for; each is drawn from by item, never by thread.
enum GeneratingStream: UInt32 {
  // The village.
  case circle = 100
  case standing
  case factors
  case friends
  case payments
  case events
  case households
  // What all generators share.
  case shuffle = 120
  case score
  case susceptibility
  case weight
  // One kind of ties each.
  case communitySizes = 140
  case expectedDegree
  case communityStanding
  case inside
  case between
  case attachment
  case rewire
  case ringScore
  case uniformTies
  case skips

  /// The stream of one item.
  func of(_ index: UInt64, seed: UInt64) -> RandomStream {
    RandomStream(seed: seed, stream: rawValue, index: index)
  }

  /// The stream of one item.
  func of(_ index: Int, seed: UInt64) -> RandomStream { of(UInt64(index), seed: seed) }
}
