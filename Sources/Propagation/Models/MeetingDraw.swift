import Compute
import GraphModel

/// Draws who meets whom.
struct MeetingDraw {
  private let network: InfluenceMatrix
  private let partners: Partners
  /// Who can be drawn first; empty among everyone.
  private let tied: [Int32]
  /// The sums of the weights of each row up to and with each arc, one list a layer; none for a layer of equal weights.
  private let sums: [[Double]]
  /// How many meetings make a round.
  let countPerRound: Int

  /// - Complexity: O(people + arcs); 8 bytes an arc of each layer whose weights differ.
  init(_ network: InfluenceMatrix, partners: Partners) {
    self.network = network
    self.partners = partners
    guard partners == .ties else {
      tied = []
      sums = []
      countPerRound = network.personCount > 1 ? network.personCount : 0
      return
    }
    tied = (0..<Int32(network.personCount)).filter { network.isTied[Int($0)] }
    countPerRound = tied.count
    sums = network.ties.map { ties in
      if case .equal = ties.rows.values { return [] }
      var sums: [Double] = []
      sums.reserveCapacity(ties.arcCount)
      for person in 0..<ties.personCount {
        var sum = 0.0
        ties.forEachTie(of: person) { _, weight in
          sum += weight
          sums.append(sum)
        }
      }
      return sums
    }
  }

  /// Two people who meet; with a self-tie it may be one and the same.
  ///
  /// - Precondition: there is somebody to meet, `countPerRound > 0`.
  /// - Complexity: O(layers + log degree).
  func draw(_ random: inout RandomStream) -> (person: Int, other: Int) {
    if partners == .everyone {
      let person = random.integer(below: network.personCount)
      let other = random.integer(below: network.personCount - 1)
      return (person, other < person ? other : other + 1)
    }
    let person = Int(tied[random.integer(below: tied.count)])
    let layer = layer(of: person, &random)
    let ties = network.ties[layer]
    return (person, ties.rows.column(at: arc(among: ties.arcs(of: person), sums: sums[layer], &random)))
  }

  /// Whether a meeting moves the second person as well as the first.
  ///
  /// - Complexity: O(layers log degree).
  func movesBoth(_ person: Int, _ other: Int) -> Bool {
    partners == .everyone
      || network.ties.indices.contains {
        network.factors[$0][other] > 0 && network.ties[$0].hasTie(from: other, to: person)
      }
  }

  /// A layer with the chance `m_il`.
  private func layer(of person: Int, _ random: inout RandomStream) -> Int {
    guard network.ties.count > 1 else { return 0 }
    var rest = random.uniform()
    var chosen = 0
    for layer in network.ties.indices {
      let share = network.shares[layer][person]
      guard share > 0 else { continue }
      chosen = layer
      if rest < share { break }
      rest -= share
    }
    // Where rounding leaves shares that sum to a little less than 1, the last layer takes what is missing.
    return chosen
  }

  /// An arc of a row with a chance in proportion to its weight.
  private func arc(among arcs: Range<Int>, sums: [Double], _ random: inout RandomStream) -> Int {
    guard !sums.isEmpty else { return arcs.lowerBound + random.integer(below: arcs.count) }
    let target = random.uniform() * sums[arcs.upperBound - 1]
    var low = arcs.lowerBound
    var high = arcs.upperBound - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
