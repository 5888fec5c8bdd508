import Compute

extension PlantedCommunities {
  /// Draws the society.
  ///
  /// - Complexity: O(people + ties) and a memory of about 16 bytes a tie and 40 a person.
  public func draw(threads: ThreadCount) -> DrawnSociety {
    let ids = Shuffling.people(settings.people, isShuffled: settings.isShuffled, seed: settings.seed)
    let ties = drawTies(ids, threads: threads)
    var communities = [Int32](repeating: 0, count: settings.people)
    for community in 0..<starts.count - 1 {
      for place in starts[community]..<starts[community + 1] { communities[Int(ids[place])] = Int32(community) }
    }
    let standings = standings
    return DrawnSociety(
      ties: ties,
      people: GeneratedPeople(
        count: settings.people, labels: labels,
        place: GeneratedPeople.Place(name: "community", values: communities, offset: 1), scores: scores,
        homophily: settings.homophily, seed: settings.seed, shared: { standings[$0] }),
      title: "planted communities (synthetic)", account: account)
  }

  /// The standing of each community: normal, then brought to mean 0 and variance 1 over people.
  var standings: [Double] {
    let count = starts.count - 1
    let drawn = (0..<count).map { community in
      var stream = GeneratingStream.communityStanding.of(community, seed: settings.seed)
      return stream.normal()
    }
    let shares = (0..<count).map { Double(starts[$0 + 1] - starts[$0]) / Double(settings.people) }
    let mean = zip(drawn, shares).map { $0 * $1 }.compensatedSum
    let deviation = zip(drawn, shares).map { ($0 - mean) * ($0 - mean) * $1 }.compensatedSum.squareRoot()
    return drawn.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
  }

  private func drawTies(_ ids: [Int32], threads: ThreadCount) -> TieSet {
    var ties = TieSet(people: settings.people, expected: settings.ties)
    let starts = starts
    let expected = expected
    let communities = starts.count - 1
    let blocks = Blocks.ranges(count: communities, target: TieSet.blockSize) { tiesInside[$0] + 1 }
    let tables = Parallel.map(blocks.count, threads: threads) { block in
      blocks[block].map { AliasTable(expected[starts[$0]..<starts[$0 + 1]]) }
    }.flatMap { $0 }
    ties.insert(blocks: blocks.count, threads: threads) { block, drawn in
      var seen = PairTable()
      for community in blocks[block] {
        let start = starts[community]
        var stream = GeneratingStream.inside.of(community, seed: settings.seed)
        WeightedPairs.inside(
          tiesInside[community], weights: expected[start..<starts[community + 1]], table: tables[community], &stream,
          seen: &seen
        ) { drawn.append(DrawnTie(Int(ids[start + $0]), Int(ids[start + $1]))) }
      }
    }
    drawBetween(&ties, ids, tables, threads: threads)
    return ties
  }

  private func drawBetween(_ ties: inout TieSet, _ ids: [Int32], _ tables: [AliasTable], threads: ThreadCount) {
    let count = settings.ties - tiesInside.reduce(0, +)
    guard count > 0 else { return }
    let starts = starts
    let seed = settings.seed
    let room = zip(starts, starts.dropFirst()).reduce(settings.people * (settings.people - 1) / 2) { sum, ends in
      sum - (ends.1 - ends.0) * (ends.1 - ends.0 - 1) / 2
    }
    if WeightedPairs.isDense(count, of: room) {
      var stream = GeneratingStream.between.of(0, seed: seed)
      let chosen = WeightedPairs.smallestKeys(count, of: pairsBetween, &stream)
      ties.insert(blocks: 1, threads: threads) { _, drawn in
        for pair in chosen { drawn.append(DrawnTie(Int(ids[Int(pair.one)]), Int(ids[Int(pair.other)]))) }
      }
      return
    }
    let communities = AliasTable(zip(starts, starts.dropFirst()).map { expected[$0..<$1].compensatedSum })
    ties.draw(count, threads: threads) { index in
      var stream = GeneratingStream.between.of(index, seed: seed)
      var one = 0
      var other = 0
      repeat {
        one = communities.draw(&stream)
        other = communities.draw(&stream)
      } while one == other
      return DrawnTie(
        Int(ids[starts[one] + tables[one].draw(&stream)]), Int(ids[starts[other] + tables[other].draw(&stream)]))
    }
  }

  private var pairsBetween: [(one: Int32, other: Int32, weight: Double)] {
    var pairs: [(one: Int32, other: Int32, weight: Double)] = []
    for community in 0..<starts.count - 1 {
      for one in starts[community]..<starts[community + 1] {
        for other in starts[community + 1]..<max(starts[community + 1], settings.people) {
          pairs.append((Int32(one), Int32(other), expected[one] * expected[other]))
        }
      }
    }
    return pairs
  }

  private var account: [String] {
    let inside = tiesInside.reduce(0, +)
    let sizes = zip(starts, starts.dropFirst()).map { $1 - $0 }
    var lines = [
      "\(settings.people) people in \(sizes.count) planted communities (column `community`) of \(sizes.min() ?? 0) to \(sizes.max() ?? 0) people; sizes follow a power law with exponent \(Numerals.plain(settings.communityExponent)).",
      "\(settings.ties) friendships, \(inside) of them inside communities; pairs are drawn in proportion to expected degrees, each pair once.",
      "Expected degrees follow a power law with exponent \(Numerals.plain(settings.degreeExponent)); the largest is up to \(Numerals.plain(settings.degreeSpread)) times the smallest.",
      settings.isShuffled
        ? "Ids are shuffled: they say nothing of the community." : "Ids follow the communities, one after another.",
    ]
    if scores.scale != nil {
      lines.append(
        "Own scores are normal; about \(Numerals.plain((100 * settings.homophily).rounded()))% of their variance lies between communities."
      )
    }
    return lines
  }
}
