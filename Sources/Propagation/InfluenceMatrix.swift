import Compute
import GraphModel

/// How the layers of a society become one influence matrix.
public enum LayerMix: String, Sendable, Codable, CaseIterable {
  /// `W = sum_l m_il D_l^-1 A_l`: each layer is averaged on its own and the averages are mixed, so units do not matter. A
  /// layer in which a person has no tie gives its share to that person's others.
  case perLayer = "per-layer"
  /// `W = D^-1 sum_l m_l A_l`: weights of all layers are added up before they are averaged.
  case pooled
}

extension LayerMix {
  /// What a layer adds to the denominator of a person's row: its weight, if the row sum is above 0, or the row sum times
  /// the weight.
  func part(of weight: Double, sum: Double) -> Double { self == .pooled ? weight * sum : (sum > 0 ? weight : 0) }

  /// The share `m_il` of a layer in a person's row, and the factor `c_il` of its weights; 0 without ties.
  func entry(weight: Double, sum: Double, denominator: Double) -> (share: Double, factor: Double) {
    guard sum > 0, denominator > 0 else { return (0, 0) }
    let share = weight * (self == .pooled ? sum : 1) / denominator
    return (share, self == .pooled ? weight / denominator : share / sum)
  }
}

/// The row-stochastic influence matrix `W`: `(W x)_i` is the weighted mean of the scores that person i is tied to.
///
/// `W` is never built. It is kept as the layers' ties and, for each layer l and person i, the factor `c_il` with
/// `(W x)_i = sum_l c_il (A_l x)_i`. Per-layer mix: `c_il = m_il / d_il` with
/// `m_il = m_l 1[d_il > 0] / sum_k m_k 1[d_ik > 0]`. Pooled mix: `c_il = m_l / sum_k m_k d_ik`, so `m_il = m_l d_il / sum_k
/// m_k d_ik`. A layer of share 0 counts as no ties. Rows of people without ties are zero.
public struct InfluenceMatrix: Sendable {
  /// How many rows and columns: one a person.
  public let personCount: Int
  /// How the layers are mixed.
  public let mix: LayerMix
  /// The position of each active layer (share above 0) in the society's list.
  public let layers: [Int]
  let ties: [TieTable]
  /// Whether each active layer's table is symmetric.
  let isMutual: [Bool]
  /// `m_l` of each active layer, summing to 1.
  let layerWeights: [Double]
  /// `c_il` for each active layer.
  let factors: [[Double]]
  /// `m_il` for each active layer: the share of the layer in the person's network score.
  let shares: [[Double]]
  /// Whether each person's row is not zero.
  public let isTied: [Bool]
  /// Whether the mixed weights before averaging are symmetric, so that `W` is reversible with respect to `strengths`.
  ///
  /// One undirected layer in any mix, or undirected layers alone in the pooled mix.
  public let isSymmetric: Bool
  /// The row sums before averaging, `sum_l m_l d_il`; of use only if `isSymmetric`.
  let strengths: [Double]
  /// The largest number of arcs in one row, all layers together.
  let maximumDegree: Int
  let blocks: [Range<Int>]
  /// The order in which solving pays, if the society has one.
  let rearranged: RearrangedNetwork?

  /// The influence matrix of a society's layers.
  ///
  /// - Parameters:
  ///   - society: the society.
  ///   - shares: one share `m_l` a layer, 0 or more, not all 0; only ratios matter. See `Society.layerShares`.
  ///   - mix: how layers are mixed.
  ///   - threads: how many threads work at once.
  public init(_ society: Society, shares: [Double], mix: LayerMix = .perLayer, threads: ThreadCount = .one) {
    self.init(
      personCount: society.count,
      layers: society.layers.map { mix == .perLayer ? $0.rowTies : $0.ties },
      isDirected: society.layers.map { $0.isDirected || (mix == .perLayer && $0.scalesRows) }, shares: shares, mix: mix,
      order: society.order, threads: threads)
  }

  /// The influence matrix of one table of ties.
  ///
  /// - Parameters:
  ///   - ties: the ties; row i lists whom i is influenced by.
  ///   - isDirected: whether arcs can go one way only. `false` promises that the table is symmetric.
  ///   - threads: how many threads work at once.
  public init(_ ties: TieTable, isDirected: Bool = true, threads: ThreadCount = .one) {
    self.init(
      personCount: ties.personCount, layers: [ties], isDirected: [isDirected], shares: [1], mix: .pooled,
      order: nil, threads: threads)
  }

  private init(
    personCount: Int, layers all: [TieTable], positions: [Int]? = nil, isDirected: [Bool], shares given: [Double],
    mix: LayerMix, order: PeopleOrder?, threads: ThreadCount
  ) {
    precondition(given.count == all.count, "one share a layer")
    let active = given.indices.filter { given[$0] > 0 }
    precondition(!active.isEmpty, "one layer at least has a share above 0")
    let ties = active.map { all[$0] }
    // Against the largest first, so that no sum of shares overflows.
    let largest = active.map { given[$0] }.max() ?? 1
    let total = active.reduce(0) { $0 + given[$1] / largest }
    let weights = active.map { given[$0] / largest / total }
    let sums = ties.map { $0.strengths(threads: threads) }
    let blocks = Self.blocks(of: ties)
    let rows = MixedRows(sums: sums, weights: weights, mix: mix, blocks: blocks, threads: threads)
    self.personCount = personCount
    self.mix = mix
    layers = positions.map { positions in active.map { positions[$0] } } ?? active
    self.ties = ties
    isMutual = active.map { !isDirected[$0] }
    layerWeights = weights
    factors = sums.indices.map { rows.values(of: $0) { $0.factor } }
    shares = sums.indices.map { rows.values(of: $0) { $0.share } }
    isTied = rows.isTied
    isSymmetric = isMutual.allSatisfy { $0 } && (mix == .pooled || ties.count == 1)
    strengths = rows.strengths
    maximumDegree = Self.maximumDegree(of: ties, blocks, threads)
    self.blocks = blocks
    rearranged = order.map { RearrangedNetwork($0) }
  }

  /// The same layers, mixed as before, with other ties.
  ///
  /// - Parameters:
  ///   - other: where layers, shares and mix come from.
  ///   - ties: one table for each of its active layers.
  ///   - isMutual: whether each table is symmetric.
  ///   - threads: how many threads work at once.
  init(_ other: InfluenceMatrix, ties: [TieTable], isMutual: [Bool], threads: ThreadCount) {
    self.init(
      personCount: other.personCount, layers: ties, positions: other.layers, isDirected: isMutual.map { !$0 },
      shares: other.layerWeights, mix: other.mix, order: nil, threads: threads)
  }

  /// The same matrix with people in another order.
  ///
  /// Sums over rows keep their bits. Neighbours do not rise in rows any more, so the ties are good for sums only.
  init(_ other: InfluenceMatrix, in order: PeopleOrder, threads: ThreadCount) {
    personCount = other.personCount
    mix = other.mix
    layers = other.layers
    isMutual = other.isMutual
    layerWeights = other.layerWeights
    ties = other.ties.map { table in
      TieTable(rows: table.rows.rearranged(rows: order.people, places: order.places, threads: threads))
    }
    factors = other.factors.map { order.arranged($0, threads: threads) }
    shares = other.shares.map { order.arranged($0, threads: threads) }
    isTied = order.arranged(other.isTied, threads: threads)
    isSymmetric = other.isSymmetric
    strengths = order.arranged(other.strengths, threads: threads)
    maximumDegree = other.maximumDegree
    blocks = Self.blocks(of: ties)
    rearranged = nil
  }

  private static func maximumDegree(of ties: [TieTable], _ blocks: [Range<Int>], _ threads: ThreadCount) -> Int {
    let degrees = Parallel.map(blocks.count, threads: threads) { block in
      blocks[block].reduce(0) { largest, person in max(largest, ties.reduce(0) { $0 + $1.degree(of: person) }) }
    }
    return degrees.max() ?? 0
  }

  private static func blocks(of ties: [TieTable]) -> [Range<Int>] {
    Blocks.ranges(count: ties[0].personCount, target: 1 << 15) { person in
      ties.reduce(4) { $0 + $1.degree(of: person) }
    }
  }

  /// How many arcs the active layers have.
  public var arcCount: Int { ties.reduce(0) { $0 + $1.arcCount } }

  /// The network score `(W x)_i` of one person; 0 without ties.
  public func networkScore(of person: Int, _ scores: Span<Double>) -> Double {
    var sum = 0.0
    for layer in ties.indices {
      let factor = factors[layer][person]
      if factor > 0 { sum += factor * ties[layer].weightedSum(of: scores, for: person) }
    }
    return sum
  }

  /// The network scores `(W x)_i` of a range of people, one after the other from the start of `slice`; 0 without ties.
  func networkScores(_ people: Range<Int>, of scores: Span<Double>, into slice: inout MutableSpan<Double>) {
    ties[0].weightedSums(of: scores, for: people, into: &slice)
    let factors = factors[0]
    for person in people { slice[person - people.lowerBound] *= factors[person] }
    for layer in ties.indices.dropFirst() {
      addNetworkScores(people, of: scores, layer: layer, to: &slice)
    }
  }

  /// The network scores of people in any order, one after the other from the start of `slice`; 0 without ties.
  func networkScores(_ people: Span<Int32>, of scores: Span<Double>, into slice: inout MutableSpan<Double>) {
    ties[0].weightedSums(of: scores, for: people, into: &slice)
    let factors = factors[0]
    for position in people.indices { slice[position] *= factors[Int(people[position])] }
    for layer in ties.indices.dropFirst() {
      addNetworkScores(people, of: scores, layer: layer, to: &slice)
    }
  }

  private func addNetworkScores(
    _ people: Span<Int32>, of scores: Span<Double>, layer: Int, to slice: inout MutableSpan<Double>
  ) {
    let factors = factors[layer]
    var sums = [Double](repeating: 0, count: people.count)
    var span = sums.mutableSpan
    ties[layer].weightedSums(of: scores, for: people, into: &span)
    for position in people.indices { slice[position] += factors[Int(people[position])] * span[position] }
  }

  private func addNetworkScores(
    _ people: Range<Int>, of scores: Span<Double>, layer: Int, to slice: inout MutableSpan<Double>
  ) {
    let factors = factors[layer]
    var sums = [Double](repeating: 0, count: people.count)
    var span = sums.mutableSpan
    ties[layer].weightedSums(of: scores, for: people, into: &span)
    for position in 0..<people.count {
      slice[position] += factors[people.lowerBound + position] * span[position]
    }
  }

  /// All network scores, `W x`; `nil` for people without ties.
  public func networkScores(_ scores: [Double], threads: ThreadCount = .one) -> [Double?] {
    var result = [Double](repeating: 0, count: personCount)
    Parallel.fill(&result, blocks: blocks, threads: threads) { block, slice in
      networkScores(block, of: scores.span, into: &slice)
    }
    return zip(result, isTied).map { $1 ? $0 : nil }
  }

  /// Calls `body` with each person that influences a person, once a layer and arc.
  func forEachInfluence(on person: Int, _ body: (Int) -> Void) {
    for layer in ties.indices where factors[layer][person] > 0 {
      ties[layer].forEachTie(of: person) { neighbor, _ in body(neighbor) }
    }
  }

  /// What a tie of a weight in an active layer counts in a person's row of `W`: `c_il w`, from 0 to 1.
  ///
  /// - Parameters:
  ///   - weight: the weight of the arc in the layer (`rowTies` for the per-layer mix).
  ///   - person: the person influenced.
  ///   - layer: the position in `layers`.
  public func mixedWeight(_ weight: Double, of person: Int, layer: Int) -> Double { factors[layer][person] * weight }
}
