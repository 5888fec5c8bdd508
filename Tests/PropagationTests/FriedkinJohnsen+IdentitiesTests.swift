import Compute
import GraphModel
import Propagation
import TestSupport
import Testing

/// What must hold for every society: checked on random ones.
struct FriedkinJohnsenIdentitiesTests {
  @Test func `Rows of V add up to 1`() {
    let violations = (0..<UInt64(40)).filter { seed in
      let reach = RandomModel(seed: seed, .mixed, people: 2...12).model.reach
      return reach.contains { ($0.reduce(0, +) - 1).magnitude > 1e-11 }
    }
    #expect(violations == [])
  }

  @Test(arguments: RandomModel.Susceptibilities.allCases)
  func `Public scores lie between the least and the largest own score`(kind: RandomModel.Susceptibilities) {
    let violations = (0..<UInt64(60)).filter { seed in
      let random = RandomModel(seed: seed, kind)
      let scores = random.model.equilibrium(SolverSettings(tolerance: 1e-6, maximumRounds: 500)).scores
      let own = random.society.ownScores
      let rounding = 1e-11
      return (scores.min() ?? 0) < (own.min() ?? 0) - rounding || (scores.max() ?? 0) > (own.max() ?? 0) + rounding
    }
    #expect(violations == [])
  }

  @Test func `Public scores are the exact equilibrium within the tolerance`() {
    let violations = (0..<UInt64(150)).filter { seed in
      let random = RandomModel(seed: seed, seed % 2 == 0 ? .constant : .mixed)
      return distance(random.model.tight.scores, random.exact) > 1e-9
    }
    #expect(violations == [])
  }

  /// The second implementation is a power iteration: `p' <- a p' W + (1 - a) e_i'`, people without ties tied to themselves.
  @Test func `With one susceptibility a row of V is a personalised PageRank`() {
    let violations = (0..<UInt64(30)).filter { seed in
      let random = RandomModel(seed: seed, .constant, people: 2...12)
      let a = random.susceptibility[0]
      let count = random.society.count
      let person = Int(seed) % count
      var rank = [Double](repeating: 1 / Double(count), count: count)
      for _ in 0..<1500 {
        var next = (0..<count).map { $0 == person ? 1 - a : 0 }
        for from in 0..<count {
          if random.dense.isTied[from] {
            for to in 0..<count { next[to] += a * rank[from] * random.dense.matrix.rows[from][to].value }
          } else {
            next[from] += a * rank[from]
          }
        }
        rank = next
      }
      return distance(random.model.reach[person], rank) > 1e-11
    }
    #expect(violations == [])
  }

  @Test func `Peer effects are the pulls of everyone's own score through V`() {
    let violations = (0..<UInt64(30)).filter { seed in
      let random = RandomModel(seed: seed, .mixed, people: 2...12)
      let own = random.society.ownScores
      let scores = random.model.tight.scores
      let pulls = random.model.reach.enumerated().map { person, row in
        zip(row, own).reduce(0) { $0 + $1.0 * ($1.1 - own[person]) }
      }
      return distance(zip(scores, own).map { $0 - $1 }, pulls) > 2e-9
    }
    #expect(violations == [])
  }

  // MARK: The degree rule, `z = (I + L)^-1 s`

  /// Undirected layers, pooled, with `a_i = d_i / (1 + d_i)`; the Laplacian has all its entries.
  private struct Unit {
    let own: [Double]
    let scores: [Double]
    let laplacian: DenseMatrix

    init(seed: UInt64) throws {
      let society = RandomSociety.draw(seed: seed, areDirected: false)
      let shares = society.layerShares()
      let susceptibility = try Susceptibility.degree.values(for: society, shares: shares)
      let model = FriedkinJohnsen(
        network: InfluenceMatrix(society, shares: shares, mix: .pooled), ownScores: society.ownScores,
        susceptibility: susceptibility)
      var laplacian = DenseMatrix.zero(society.count)
      for (layer, share) in zip(society.layers, shares) {
        for person in 0..<society.count {
          layer.ties.forEachTie(of: person) { neighbor, weight in
            let weight = DoubleDouble(share) * DoubleDouble(weight)
            laplacian.rows[person][person] = laplacian.rows[person][person] + weight
            laplacian.rows[person][neighbor] = laplacian.rows[person][neighbor] - weight
          }
        }
      }
      own = society.ownScores
      scores = model.tight.scores
      self.laplacian = laplacian
    }

    /// `(I + L)^-1` times a vector.
    func solve(_ values: [Double]) -> [Double] {
      var system = laplacian
      for person in own.indices { system.rows[person][person] = system.rows[person][person] + .one }
      return system.solve(values)
    }

    /// `D`: the sum over ties of weight times squared distance, `z' L z`.
    var disagreement: Double {
      zip(scores, laplacian.times(scores.map(DoubleDouble.init))).reduce(0) { $0 + $1.0 * $1.1.value }
    }

    /// `P`: the sum of squared distances from the mean.
    var polarisation: Double {
      let mean = scores.compensatedMean
      return scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
  }

  @Test func `With the degree rule the equilibrium is (I + L)^-1 s`() throws {
    let violations = try (0..<UInt64(60)).filter { seed in
      let unit = try Unit(seed: seed)
      return distance(unit.scores, unit.solve(unit.own)) > 1e-9
    }
    #expect(violations == [])
  }

  /// Source: Musco, Musco and Tsourakakis, "Minimizing polarization and disagreement in social networks", WWW 2018.
  @Test func `With the degree rule polarisation and disagreement add up to sbar' (I + L)^-1 sbar`() throws {
    let violations = try (0..<UInt64(60)).filter { seed in
      let unit = try Unit(seed: seed)
      let mean = unit.own.compensatedMean
      let centred = unit.own.map { $0 - mean }
      let right = zip(centred, unit.solve(centred)).reduce(0) { $0 + $1.0 * $1.1 }
      return (unit.polarisation + unit.disagreement - right).magnitude > 1e-6
    }
    #expect(violations == [])
  }

  /// Source: Chen, Lijffijt and De Bie, "Quantifying and minimizing risk of conflict in social networks", KDD 2018.
  @Test func `With the degree rule |z - s|^2 + 2 D + |z|^2 is |s|^2`() throws {
    let violations = try (0..<UInt64(60)).filter { seed in
      let unit = try Unit(seed: seed)
      let inner = zip(unit.scores, unit.own).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      let left = inner + 2 * unit.disagreement + unit.scores.reduce(0) { $0 + $1 * $1 }
      let right = unit.own.reduce(0) { $0 + $1 * $1 }
      return (left - right).magnitude > 1e-9 * right
    }
    #expect(violations == [])
  }

  // MARK: Two equal blocks

  /// Two rings of ten, everyone tied to two neighbours with weight 3 and to one counterpart with weight 2: the share of
  /// weight within less the share between is h = 6/8 - 2/8.
  @Test(arguments: [0.2, 0.5, 0.9])
  func `The gap between two equal blocks shrinks by (1 - a) / (1 - a h)`(a: Double) {
    let size = 10
    let rings = (0..<2 * size).map { person in
      (person, person < size ? (person + 1) % size : size + (person + 1) % size, 3.0)
    }
    let bridges = (0..<size).map { ($0, size + ($0 + 3) % size, 2.0) }
    var random = RandomStream(seed: 11, stream: 6)
    let own = (0..<2 * size).map { ($0 < size ? 400 : 700) + 200 * random.uniform() }
    let society = Society(
      ownScores: own, layers: [.undirected("friendship", people: 2 * size, weighted: rings + bridges)])
    let scores = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: [1]), ownScores: own,
      susceptibility: [Double](repeating: a, count: 2 * size)
    ).tight.scores
    func gap(_ values: [Double]) -> Double {
      values[size...].compensatedMean - values[..<size].compensatedMean
    }
    #expect((gap(scores) / gap(own) - (1 - a) / (1 - a * 0.5)).magnitude < 1e-11)
  }
}
