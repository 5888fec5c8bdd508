import Compute

/// How much each member of a closed class decides what the class settles on.
struct StationaryDistribution {
  /// One share a member, summing to 1: the left eigenvector of the class's part of `W` for the eigenvalue 1.
  let shares: [Double]
  /// The sum of the errors of the shares at most; infinite if no bound is known.
  let bound: Double

  /// How many members are few enough for elimination.
  private static let eliminationLimit = 1_000

  /// The shares of a closed class.
  ///
  /// Where `W` is reversible they are proportional to the row sums before averaging. Otherwise, up to 1,000 members, by
  /// elimination without subtraction, which loses no digits: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative
  /// analysis and steady state distributions for Markov chains", Oper. Res. 33 (1985) 1107-1116; error: C. A. O'Cinneide,
  /// "Entrywise perturbation theory and error analysis for Markov chains", Numer. Math. 65 (1993), 2 m^3 eps an entry.
  /// For more, the lazy chain `(I + W') / 2` until it stands still, without a bound.
  init(of members: [Int], in network: InfluenceMatrix, maximumRounds: Int) {
    if members.count == 1 {
      (shares, bound) = ([1], 0)
    } else if network.isSymmetric {
      let strengths = members.map { network.strengths[$0] }
      let total = strengths.compensatedSum
      (shares, bound) = (strengths.map { $0 / total }, 4 * Double.ulpOfOne)
    } else if members.count <= Self.eliminationLimit {
      let cube = Double(members.count) * Double(members.count) * Double(members.count)
      (shares, bound) = (Self.eliminated(members, network), 2 * cube * Double.ulpOfOne)
    } else {
      (shares, bound) = (Self.iterated(members, network, maximumRounds), .infinity)
    }
  }

  private static func eliminated(_ members: [Int], _ network: InfluenceMatrix) -> [Double] {
    let count = members.count
    var places: [Int: Int] = [:]
    for (place, person) in members.enumerated() { places[person] = place }
    var matrix = [Double](repeating: 0, count: count * count)
    for (place, person) in members.enumerated() {
      network.forEachWeight(of: person) { other, weight in
        if let column = places[other] { matrix[place * count + column] += weight }
      }
    }
    for last in stride(from: count - 1, to: 0, by: -1) {
      let leaving = matrix[last * count..<last * count + last].compensatedSum
      for row in 0..<last {
        let factor = matrix[row * count + last] / leaving
        matrix[row * count + last] = factor
        guard factor > 0 else { continue }
        for column in 0..<last { matrix[row * count + column] += factor * matrix[last * count + column] }
      }
    }
    var shares = [Double](repeating: 0, count: count)
    shares[0] = 1
    for place in 1..<count {
      for row in 0..<place { shares[place] += shares[row] * matrix[row * count + place] }
    }
    let total = shares.compensatedSum
    return shares.map { $0 / total }
  }

  private static func iterated(_ members: [Int], _ network: InfluenceMatrix, _ maximumRounds: Int) -> [Double] {
    var places: [Int: Int] = [:]
    for (place, person) in members.enumerated() { places[person] = place }
    var shares = [Double](repeating: 1 / Double(members.count), count: members.count)
    var stall = Stall()
    for round in 1...maximumRounds {
      var next = shares.map { $0 / 2 }
      for (place, person) in members.enumerated() {
        network.forEachWeight(of: person) { other, weight in
          if let target = places[other] { next[target] += shares[place] / 2 * weight }
        }
      }
      let total = next.compensatedSum
      for place in next.indices { next[place] /= total }
      let change = zip(next, shares).map { ($0 - $1).magnitude }.compensatedSum
      shares = next
      if change <= 1e-15 || stall.lasts(change, round: round) { break }
    }
    return shares
  }
}
