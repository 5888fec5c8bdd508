import Compute

/// The ties of a small world, drawn in rounds until no pair is tied twice.
struct Ring: Sendable {
  /// After so many rounds what is left over is placed by rule; it happens only where nearly all pairs are tied.
  private static let roundLimit = 64

  private let people: Int
  private let half: Int
  private let probability: Double
  private let seed: UInt64

  init(_ settings: WattsStrogatz.Settings) {
    people = settings.people
    half = settings.neighbours / 2
    probability = settings.rewire
    seed = settings.seed
  }

  /// The ties, and how many of them were rewired.
  func draw(_ ids: [Int32], threads: ThreadCount) -> (ties: TieSet, rewired: Int) {
    var ties = TieSet(people: people, expected: people * half)
    let blocks = TieSet.blocks(of: people, size: max(1, TieSet.blockSize / half))
    // A tie that is rewired is marked if its first end has the higher id, so that the owner of a repeat is known.
    func lead(_ place: Int, to target: Int) -> DrawnTie {
      DrawnTie(Int(ids[place]), Int(ids[target]), isMarked: ids[place] > ids[target])
    }
    var left = ties.insert(blocks: blocks.count, threads: threads) { block, drawn in
      var targets: [Int] = []
      for place in blocks[block] {
        targets.removeAll(keepingCapacity: true)
        for step in 1...half {
          guard isRewired(place, step) else {
            drawn.append(DrawnTie(Int(ids[place]), Int(ids[(place + step) % people])))
            continue
          }
          var stream = GeneratingStream.rewire.of(2 * tieIndex(place, step) + 1, seed: seed)
          var target = target(of: place, &stream)
          // Within one person repeats are settled at once.
          var attempts = 0
          while targets.contains(target), attempts < Self.roundLimit {
            target = self.target(of: place, &stream)
            attempts += 1
          }
          targets.append(target)
          drawn.append(lead(place, to: target))
        }
      }
    }
    let places = Shuffling.places(ids)
    var round = 0
    var count = 0
    while !left.isEmpty, round < Self.roundLimit {
      let owners = left.map { Int(places[$0.isMarked ? $0.upper : $0.lower]) }
      let parts = TieSet.blocks(of: owners.count)
      left = ties.insert(blocks: parts.count, threads: threads) { part, drawn in
        for index in parts[part] {
          // Beyond the numbers that the ties of the ring use.
          let item = 2 * (people * half + count + index) + 1
          var stream = GeneratingStream.rewire.of(item, seed: seed)
          drawn.append(lead(owners[index], to: target(of: owners[index], &stream)))
        }
      }
      count += owners.count
      round += 1
    }
    for tie in left { place(tie, in: &ties) }
    return (ties, rewiredCount(blocks, threads: threads))
  }

  private func tieIndex(_ place: Int, _ step: Int) -> Int { place * half + step - 1 }

  private func isRewired(_ place: Int, _ step: Int) -> Bool {
    if probability == 0 { return false }
    var stream = GeneratingStream.rewire.of(2 * tieIndex(place, step), seed: seed)
    return stream.uniform() < probability
  }

  /// A person to whom a rewired tie of a place may lead: not itself, and not one end of a tie that stayed on the ring.
  private func target(of place: Int, _ stream: inout RandomStream) -> Int {
    while true {
      let target = stream.integer(below: people)
      if target != place, !isTiedOnRing(place, target), !isTiedOnRing(target, place) { return target }
    }
  }

  /// Whether a tie of the ring leads from one place forward to another and has stayed.
  private func isTiedOnRing(_ place: Int, _ target: Int) -> Bool {
    let step = (target - place + people) % people
    return step >= 1 && step <= half && !isRewired(place, step)
  }

  private func rewiredCount(_ blocks: [Range<Int>], threads: ThreadCount) -> Int {
    if probability == 0 { return 0 }
    return Parallel.map(blocks.count, threads: threads) { block in
      blocks[block].reduce(0) { sum, place in sum + (1...half).count { isRewired(place, $0) } }
    }.reduce(0, +)
  }

  /// Ties the owner to the first person it is not tied to or, if it is tied to all, the first pair that is free.
  private func place(_ tie: DrawnTie, in ties: inout TieSet) {
    let owner = tie.isMarked ? tie.upper : tie.lower
    for one in [owner] + Array(0..<people) {
      for other in 0..<people where other != one && !ties.contains(one, other) {
        ties.insert(blocks: 1, threads: .one) { _, drawn in drawn.append(DrawnTie(one, other)) }
        return
      }
    }
  }
}
