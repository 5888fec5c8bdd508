import Compute
import GraphModel
import Propagation

/// What an examination is asked to do.
public struct AnalysisSettings: Sendable {
  /// How scores move.
  public enum Model: String, Sendable, Codable, CaseIterable {
    /// Friedkin-Johnsen: the own score keeps a say.
    case friedkinJohnsen = "friedkin-johnsen"
    /// DeGroot: everyone takes the mean of the network, again and again.
    case deGroot = "degroot"
    /// Downward drag: only a network that is worse than oneself counts.
    case downwardDrag = "downward-drag"
    /// Hegselmann-Krause: everyone takes the mean of those whose scores are near.
    case hegselmannKrause = "hegselmann-krause"
    /// Deffuant: people meet two by two, and move towards each other if they are near.
    case deffuant
    /// Threshold contagion: people fall to the floor of the scale once enough of their network has.
    case threshold
    /// Wei and others: the chance of being of a high type, given one's own and one's friends' signals.
    case posterior

    /// Whether public scores are the equilibrium of a map that contracts: what influence, shocks and bounds rest on.
    public var isContraction: Bool { [.friedkinJohnsen, .deGroot, .downwardDrag].contains(self) }
    /// Whether public scores are linear in own ones.
    public var isLinear: Bool { self == .friedkinJohnsen || self == .deGroot }
  }

  /// The score of people without ties.
  public enum Isolates: String, Sendable, Codable, CaseIterable {
    /// They keep their own score.
    case keep
    /// They get the lowest score of the scale: isolation is punished.
    case floor

    /// What the model holds people to: their own scores, or the lowest one for people without ties.
    func anchors(_ ownScores: [Double], network: InfluenceMatrix, scale: Scale) -> [Double] {
      switch self {
      case .keep: ownScores
      case .floor: zip(ownScores, network.isTied).map { $1 ? $0 : scale.low }
      }
    }
  }

  /// How long to propagate.
  public enum Stop: Sendable, Equatable {
    /// Until the error bound is within a tolerance, in points.
    case tolerance(Double)
    /// Until the error bound is within 1e-9 of the scale's width.
    case standard
    /// Exactly so many rounds.
    case rounds(Int)
  }

  /// How many random societies the measures are compared with.
  public enum Permutations: Sendable, Equatable {
    /// So many.
    case count(Int)
    /// 999 up to 100,000 ties; above that none, and the analytic z where there is one.
    case standard
  }

  /// Which measures are compared with random societies.
  public enum Tested: String, Sendable, Codable, CaseIterable {
    /// Those of sorting over ties and of differences between groups.
    case sorting
    /// Every one that a draw can change.
    case all
  }

  /// The model.
  public var model = Model.friedkinJohnsen
  /// What the models that have no susceptibility need instead.
  public var parameters = ModelParameters()
  /// The susceptibility that was asked for; `nil`: the society's own, then a column of that name, then 0.5.
  public var susceptibility: Susceptibility?
  /// Layer weights by name; `nil`: the society's own, then equal ones.
  public var layerWeights: [String: Double]?
  /// Layers that are left out once each, to see what the scores would be without them.
  public var withoutLayers: [String] = []
  /// How layers are mixed; `nil`: the society's own, then per layer.
  public var mix: LayerMix?
  /// The score of people without ties.
  public var isolates = Isolates.keep
  /// How long to propagate.
  public var stop = Stop.standard
  /// The largest number of rounds before giving up.
  public var maximumRounds = 100_000
  /// How to compute the equilibrium; of no meaning for a number of rounds.
  public var solver = Solver.automatic
  /// Whether communities are looked for.
  public var findsCommunities = true
  /// The resolution of communities; above 1 gives smaller ones.
  public var resolution = 1.0
  /// How many random societies.
  public var permutations = Permutations.standard
  /// What is random in them.
  public var null = NullKind.permute
  /// Which measures are compared with them.
  public var tested = Tested.sorting
  /// How many networks are drawn for each person's local Moran; `nil`: as many as random societies.
  public var localPermutations: Int?
  /// Columns of the people file that divide people into groups to measure by.
  public var groupColumns: [String] = []
  /// The seed of everything random.
  public var seed: UInt64 = 1
  /// How many threads work at once; results are the same for any number.
  public var threads = ThreadCount.one
  /// Who follows how far the work is.
  public var progress = Progress.silent

  /// The defaults.
  public init() {}

  /// Checks that the settings fit a society, without computing anything.
  ///
  /// - Throws: what an examination would throw: unknown layers or columns, susceptibilities that are no numbers, a solver
  ///   that does not work for the layers.
  public func check(_ society: Society) throws(ReadingError) {
    let choices = try Choices(society, self)
    guard model.isContraction else { return }
    if solver != .automatic, solver != .fixedPoint {
      let network = InfluenceMatrix(society, shares: choices.shares, mix: choices.mix)
      try checkSolver(
        for: FriedkinJohnsen(
          network: network, ownScores: society.ownScores, susceptibility: choices.susceptibility, pull: pull))
    }
  }

  /// Which way the network pulls.
  var pull: FriedkinJohnsen.Pull { model == .downwardDrag ? .down : .both }

  /// Refuses a solver that rests on mutual influence where there is none, or on a linear model.
  func checkSolver(for model: FriedkinJohnsen) throws(ReadingError) {
    guard !solver.works(for: model) else { return }
    let others = Solver.allCases.filter { $0.works(for: model) }.map(\.rawValue).joined(separator: ", ")
    let reason =
      model.pull == .down
      ? "\(solver.rawValue) needs a linear model; with downward-drag \(others) work"
      : "\(solver.rawValue) needs one undirected layer, or undirected layers only and --mix pooled; here \(others) work"
    throw ReadingError(.usage, [InputProblem(file: "--solver", reason)])
  }
}
