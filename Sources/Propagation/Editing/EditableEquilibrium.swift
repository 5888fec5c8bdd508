import Compute
import GraphModel

/// Public scores that follow changes of own scores, susceptibilities and ties.
///
/// It keeps the residuals `r = F(x) - x`. A change of person i's row or own score changes `r_i` alone, which is computed
/// anew from the row; `settle` then pushes residuals to those they influence until all of them are small enough. What
/// rounding can have done to residuals on the way is added up, and before it matters they are computed anew from their
/// rows, so errors do not grow with the number of changes: after each `settle`, `scores` are within `bound` of the exact
/// equilibrium of the changed society.
///
/// Source: pushing is that of R. Andersen, F. Chung, K. Lang, "Local graph partitioning using PageRank vectors", FOCS
/// (2006), for the equations of this model.
///
/// Memory: 6 vectors of 8 bytes a person, two for each layer, the turned ties of directed layers, and changed rows.
public struct EditableEquilibrium: Sendable {
  /// Why scores cannot settle.
  public enum Failure: Error {
    /// Somebody is not reached by anyone with a susceptibility below 1, so the equilibrium is not unique.
    case noEquilibrium
  }

  /// How scores were brought back to equilibrium, and what it took.
  public struct Settlement: Sendable, Equatable {
    /// How it was done.
    public enum Method: String, Sendable, Codable {
      /// Residuals were pushed from person to person.
      case push
      /// Residuals were pushed while that was cheap; what was left went in sweeps over everyone.
      case refine
      /// Sweeps over what was left got no further; public scores were solved anew from own scores.
      case solve
    }
    /// How it was done.
    public let method: Method
    /// How many times a residual was pushed on.
    public let pushes: Int
    /// How many arcs that went along.
    public let arcs: Int
    /// How far `scores` can be from the exact equilibrium, in points.
    public let bound: Double
  }

  /// Public scores, in points; as of the last `settle`.
  public private(set) var scores: [Double]
  /// Own scores, in points.
  public private(set) var ownScores: [Double]
  /// Effective susceptibilities: 0 for people without ties.
  public private(set) var susceptibility: [Double]
  /// The error bound to keep, in points.
  public let tolerance: Double
  /// How far `scores` can be from the exact equilibrium, in points; as of the last `settle`.
  public private(set) var bound = Double.infinity

  private let network: InfluenceMatrix
  private let settings: SolverSettings
  private var askedSusceptibility: [Double]
  private var rows: [EditedTies]
  private var columns: [EditedTies]
  private var isMutual: [Bool]
  private var factors: [[Double]]
  /// `a_i c_il`, what a unit of weight in a layer counts in a person's row.
  private var gains: [[Double]]
  private var places: [Place]
  private var maximumDegree: Int
  private var magnitude: Double
  private var certificate: Certificate
  /// Whether the certificate has to be made anew.
  private var isUncertified = false
  /// No residual of anyone outside `disturbed` is larger.
  private var level: Double
  /// People whose residual may be larger, each once.
  private var disturbed: [Int32]
  /// People whose residual has been pushed to since it was computed from the row, each once.
  private var stale: [Int32] = []
  /// How far rounding can have moved any of their residuals.
  private var drift = 0.0
  /// Whether any tie has changed.
  private var isRewired = false

  /// The scores of a model in equilibrium, ready for changes.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - equilibrium: its equilibrium, from `FriedkinJohnsen.equilibrium`; if it is not as good as the tolerance of the
  ///     settings asks for, the first `settle` improves it.
  ///   - settings: how good scores have to be, and how to solve where pushing does not pay.
  /// - Throws: `Failure.noEquilibrium`.
  /// - Complexity: O(people + arcs).
  public init(
    _ model: FriedkinJohnsen, _ equilibrium: Equilibrium, _ settings: SolverSettings
  ) throws(Failure) {
    precondition(model.pull == .both, "changes are followed in linear models")
    guard equilibrium.closedClasses.isEmpty, model.hasEquilibrium, let certificate = model.certificate(settings) else {
      throw .noEquilibrium
    }
    let network = model.network
    scores = equilibrium.scores
    ownScores = model.ownScores
    susceptibility = model.susceptibility
    askedSusceptibility = model.askedSusceptibility
    tolerance = settings.tolerance
    self.network = network
    self.settings = settings
    rows = network.ties.map { EditedTies($0) }
    columns = network.columns(threads: settings.threads).map { EditedTies($0) }
    isMutual = network.isMutual
    factors = network.factors
    maximumDegree = network.maximumDegree
    magnitude = model.magnitude(equilibrium.scores)
    self.certificate = certificate
    gains = network.factors.map { factors in zip(factors, model.susceptibility).map { $0 * $1 } }
    places = [Place](repeating: Place(residual: 0), count: network.personCount)
    level = 0
    disturbed = []
    takeResiduals(of: model)
    bound = certificate.boundBeforeApplying(residual: level, rounding: rounding)
  }

  /// What pushing reads and writes of a person, side by side.
  private struct Place: BitwiseCopyable, Sendable {
    /// `F(x) - x`.
    var residual: Double
    /// Whether the person is in `disturbed`.
    var isDisturbed = false
    /// Whether the person is in `stale`.
    var isStale = false
  }

  // MARK: Changes

  /// Gives a person another own score, at most 1e100 in magnitude.
  public mutating func setOwnScore(_ score: Double, of person: Int) {
    precondition(score.magnitude <= 1e100, "own scores are at most 1e100")
    ownScores[person] = score
    magnitude = max(magnitude, score.magnitude)
    takeResidual(of: person)
  }

  /// Gives a person another susceptibility, from 0 to 1; without ties it has no effect.
  public mutating func setSusceptibility(_ susceptibility: Double, of person: Int) {
    precondition(susceptibility >= 0 && susceptibility <= 1, "susceptibility is from 0 to 1")
    askedSusceptibility[person] = susceptibility
    takeRow(of: person)
  }

  /// The weight with which a person is influenced by another in an active layer; 0 without a tie.
  public func tieWeight(from person: Int, to other: Int, layer: Int) -> Double {
    rows[layer].weight(from: person, to: other)
  }

  /// Whether anyone influences a person in an active layer.
  public func hasTie(of person: Int, layer: Int) -> Bool { rows[layer].degree(of: person) > 0 }

  /// Gives a tie another weight; 0 takes it away, and a tie that was not there is made.
  ///
  /// Whoever loses the last tie has an effective susceptibility of 0 from then on; whoever gets a first one has the
  /// susceptibility that was asked for.
  ///
  /// - Parameters:
  ///   - weight: 0, or from 1e-100 to 1e100.
  ///   - person: who is influenced.
  ///   - other: by whom.
  ///   - layer: the position of the layer in `InfluenceMatrix.layers`.
  ///   - isMutual: whether the other is influenced by the person with the same weight.
  public mutating func setTie(_ weight: Double, from person: Int, to other: Int, layer: Int, isMutual: Bool) {
    precondition(weight == 0 || (weight >= 1e-100 && weight <= 1e100), "a weight is 0 or from 1e-100 to 1e100")
    setArc(weight, from: person, to: other, layer: layer)
    if isMutual, person != other { setArc(weight, from: other, to: person, layer: layer) }
    if !isMutual, person != other { self.isMutual[layer] = false }
    takeRow(of: person)
    if isMutual, person != other { takeRow(of: other) }
  }

  private mutating func setArc(_ weight: Double, from person: Int, to other: Int, layer: Int) {
    isRewired = true
    rows[layer].set(from: person, to: other, weight: weight)
    columns[layer].set(from: other, to: person, weight: weight)
  }

  // MARK: What a row says

  /// How many layers are active.
  public var layerCount: Int { rows.count }

  /// What comes to a person's public score through each active layer, in points: `a_i m_il (W_l x)_i`.
  ///
  /// Together with `(1 - a_i) s_i`, what the person holds to, they are the public score, within the bound.
  public func layerParts(of person: Int) -> [Double] {
    rows.indices.map { layer in
      factors[layer][person] > 0 ? susceptibility[person] * (factors[layer][person] * sum(of: person, layer: layer)) : 0
    }
  }

  private func sum(of person: Int, layer: Int) -> Double {
    var sum = 0.0
    rows[layer].forEachTie(of: person) { neighbor, weight in sum += weight * scores[neighbor] }
    return sum
  }

  /// `F(x)_i - x_i`.
  private func residual(of person: Int) -> Double {
    let weight = susceptibility[person]
    guard weight > 0 else { return ownScores[person] - scores[person] }
    var mean = 0.0
    for layer in rows.indices where factors[layer][person] > 0 {
      mean += factors[layer][person] * sum(of: person, layer: layer)
    }
    return weight * mean + (1 - weight) * ownScores[person] - scores[person]
  }

  /// Computes the factors of a changed row, and all that hangs on them.
  private mutating func takeRow(of person: Int) {
    let sums = rows.map { $0.strength(of: person) }
    let weights = network.layerWeights
    let denominator = sums.indices.reduce(0) { $0 + network.mix.part(of: weights[$1], sum: sums[$1]) }
    for layer in sums.indices {
      factors[layer][person] =
        network.mix.entry(weight: weights[layer], sum: sums[layer], denominator: denominator).factor
    }
    susceptibility[person] = denominator > 0 ? askedSusceptibility[person] : 0
    for layer in sums.indices { gains[layer][person] = factors[layer][person] * susceptibility[person] }
    maximumDegree = max(maximumDegree, rows.reduce(0) { $0 + $1.degree(of: person) })
    checkCertificate(at: person)
    takeResidual(of: person)
  }

  private mutating func takeResidual(of person: Int) {
    places[person].residual = residual(of: person)
    disturb(person)
  }

  private mutating func disturb(_ person: Int) {
    if places[person].isDisturbed { return }
    places[person].isDisturbed = true
    disturbed.append(Int32(person))
  }

  /// Sees to it that the certificate holds for a changed row.
  private mutating func checkCertificate(at person: Int) {
    guard !isUncertified else { return }
    let weights = certificate.weights
    guard !weights.isEmpty else {
      let alpha = susceptibility[person]
      if alpha <= certificate.spectralRadius { return }
      if alpha < 1 { certificate = .contraction(alpha) } else { isUncertified = true }
      return
    }
    var mean = 0.0
    for layer in rows.indices where factors[layer][person] > 0 {
      var sum = 0.0
      rows[layer].forEachTie(of: person) { neighbor, weight in sum += weight * weights[neighbor] }
      mean += factors[layer][person] * sum
    }
    let largest = weights.max() ?? 1
    let margin = weights[person] - susceptibility[person] * mean - 2 * relativeRounding * largest
    if margin <= 0 {
      isUncertified = true
    } else if margin < certificate.margin {
      certificate = .weighted(weights, largest: largest, margin: margin)
    }
  }

  // MARK: Settling

  /// The rounding of one application of F, relative to the largest magnitude; see `FriedkinJohnsen.roundingError`.
  private var relativeRounding: Double { Double(maximumDegree + 2 * rows.count + 8) * Double.ulpOfOne }
  private var rounding: Double { relativeRounding * magnitude }

  /// The model as it is now.
  ///
  /// - Complexity: O(people + arcs).
  public func model() -> FriedkinJohnsen {
    let network =
      isRewired
      ? InfluenceMatrix(network, ties: rows.map { $0.table() }, isMutual: isMutual, threads: settings.threads) : network
    return FriedkinJohnsen(network: network, ownScores: ownScores, susceptibility: askedSusceptibility)
  }

  /// Brings scores back to equilibrium.
  ///
  /// - Returns: how; `bound` is above the tolerance only where rounding forbids less.
  /// - Throws: `Failure.noEquilibrium`; scores are then not those of any equilibrium.
  /// - Complexity: O(arcs of the people whom the changes reach beyond the tolerance), but about as many sweeps over
  ///   everyone, at most, as bring the residuals that are left down to the tolerance.
  @discardableResult
  public mutating func settle() throws(Failure) -> Settlement {
    if isUncertified { try certify() }
    let floor = 2 * rounding
    // An eighth is for what rounding does to residuals on the way.
    let wanted = max(0.874 * certificate.residual(within: tolerance, rounding: rounding), floor)
    if level > wanted { disturbEveryone(above: wanted) }
    let plan = sweepPlan
    var work = PushWork(plan, isRewired: isRewired)
    for _ in 0..<3 {
      push(below: max(wanted / 2, floor / 2), &work)
      if work.isGivenUp {
        let method = try refine(to: wanted, plan)
        return Settlement(method: method, pushes: work.pushes, arcs: work.arcs, bound: bound)
      }
      // Each push and each arc can move any one residual by the rounding of a score and of a residual.
      let added = 4 * Double(work.pushes + work.arcs) * Double.ulpOfOne * magnitude
      if drift + added <= wanted / 7 {
        drift += added
        break
      }
      if retakeResiduals() <= wanted { break }
    }
    calm()
    return Settlement(method: .push, pushes: work.pushes, arcs: work.arcs, bound: bound)
  }

  /// What there is beside pushing.
  private var sweepPlan: SweepPlan {
    SweepPlan(
      asked: settings.solver, isSymmetric: isSymmetric, spectralRadius: certificate.spectralRadius,
      arcs: network.arcCount, people: scores.count)
  }

  /// Whether influence is mutual; see `InfluenceMatrix.isSymmetric`.
  private var isSymmetric: Bool { isMutual.allSatisfy { $0 } && (network.mix == .pooled || rows.count == 1) }

  /// Pushes residuals on until none is above a threshold, large ones first, or until that does not pay any more.
  private mutating func push(below threshold: Double, _ work: inout PushWork) {
    // Taken out, so that what is walked along and what is written to are not one value.
    var (places, scores, disturbed) = ([Place](), [Double](), [Int32]())
    swap(&places, &self.places)
    swap(&scores, &self.scores)
    swap(&disturbed, &self.disturbed)
    var stage = disturbed.reduce(0) { max($0, places[Int($1)].residual.magnitude) }
    while stage > threshold {
      let next = max(threshold, stage / PushWork.stageFactor)
      guard work.begin(from: stage, to: next, last: threshold) else { break }
      let start = work.arcs
      stage = next
      var queue = disturbed.filter { places[Int($0)].residual.magnitude > stage }
      var head = 0
      while head < queue.count, !work.isGivenUp {
        let person = Int(queue[head])
        head += 1
        let residual = places[person].residual
        guard residual.magnitude > stage else { continue }
        scores[person] += residual
        places[person].residual = 0
        var degree = 0
        for layer in columns.indices {
          let gains = gains[layer]
          degree += columns[layer].degree(of: person)
          columns[layer].forEachTie(of: person) { follower, weight in
            let gain = gains[follower]
            guard gain > 0 else { return }
            var place = places[follower]
            let before = place.residual
            place.residual = before + gain * weight * residual
            if !place.isDisturbed {
              place.isDisturbed = true
              disturbed.append(Int32(truncatingIfNeeded: follower))
            }
            places[follower] = place
            // Whoever was above already is in the queue.
            if place.residual.magnitude > stage, before.magnitude <= stage {
              queue.append(Int32(truncatingIfNeeded: follower))
            }
          }
        }
        work.push(along: degree)
      }
      guard !work.isGivenUp else { break }
      work.end(since: start)
    }
    swap(&places, &self.places)
    swap(&scores, &self.scores)
    swap(&disturbed, &self.disturbed)
  }

  /// Computes the residuals of everybody whom pushing has touched from their rows; the largest magnitude.
  private mutating func retakeResiduals() -> Double {
    for person in stale {
      places[Int(person)].isStale = false
      disturb(Int(person))
    }
    stale.removeAll(keepingCapacity: true)
    drift = 0
    var largest = 0.0
    for person in disturbed {
      let residual = residual(of: Int(person))
      places[Int(person)].residual = residual
      largest = max(largest, residual.magnitude)
      magnitude = max(magnitude, scores[Int(person)].magnitude)
    }
    return largest
  }

  /// Nobody is disturbed any more.
  private mutating func calm() {
    for person in disturbed {
      level = max(level, places[Int(person)].residual.magnitude)
      places[Int(person)].isDisturbed = false
      if drift > 0, !places[Int(person)].isStale {
        places[Int(person)].isStale = true
        stale.append(person)
      }
    }
    disturbed.removeAll(keepingCapacity: true)
    bound = certificate.boundBeforeApplying(residual: level + drift, rounding: rounding)
  }

  private mutating func disturbEveryone(above threshold: Double) {
    for person in places.indices where places[person].residual.magnitude > threshold { disturb(person) }
    level = threshold
  }

  private mutating func certify() throws(Failure) {
    let model = model()
    guard model.hasEquilibrium, let certificate = model.certificate(settings) else { throw .noEquilibrium }
    self.certificate = certificate
    isUncertified = false
  }

  /// Adds to scores what they lack, by sweeps over everyone, until no residual is above a threshold.
  ///
  /// - Returns: `refine`, or `solve` if that was of no use and scores were solved anew.
  private mutating func refine(to wanted: Double, _ plan: SweepPlan) throws(Failure) -> Settlement.Method {
    let model = model()
    var sweeps = settings.maximumRounds
    var before = Double.infinity
    repeat {
      // A little less, as solvers know their residual only up to rounding.
      let correction = model.correction(
        of: places.map(\.residual), to: 0.9 * wanted, by: plan.solver, spectralRadius: certificate.spectralRadius,
        limit: sweeps, settings)
      guard correction.values.allSatisfy(\.isFinite) else { break }
      sweeps -= correction.sweeps
      var corrected = HugePages.array(copying: scores)
      for person in corrected.indices { corrected[person] += correction.values[person] }
      take(corrected, of: model)
      if level <= wanted { return .refine }
      guard level <= before / 2 else { break }
      before = level
    } while sweeps > 0
    let equilibrium = model.equilibrium(settings)
    guard equilibrium.closedClasses.isEmpty else { throw .noEquilibrium }
    take(equilibrium.scores, of: model)
    return .solve
  }

  /// Takes scores that are new for everyone, with all that hangs on them.
  private mutating func take(_ scores: [Double], of model: FriedkinJohnsen) {
    self.scores = scores
    magnitude = model.magnitude(scores)
    takeResiduals(of: model)
    bound = certificate.boundBeforeApplying(residual: level, rounding: rounding)
  }

  /// Computes all residuals; nobody is disturbed.
  private mutating func takeResiduals(of model: FriedkinJohnsen) {
    var images = [Double](repeating: 0, count: scores.count)
    level = model.apply(scores, into: &images, threads: settings.threads)
    for person in places.indices { places[person] = Place(residual: images[person] - scores[person]) }
    stale.removeAll(keepingCapacity: true)
    drift = 0
    disturbed.removeAll(keepingCapacity: true)
  }
}
