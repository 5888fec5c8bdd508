import Compute
import Foundation
import GraphModel
import Propagation
import TestSupport

/// A model on a random society with the dense answers that it is held against.
struct RandomModel {
  /// How susceptible the people are.
  enum Susceptibilities: CaseIterable {
    /// One number below 0.98 for everyone.
    case constant
    /// Anything from 0 to 1.
    case mixed
    /// Mostly exactly 1, the others anything.
    case oftenOne
    /// 1 less a power of ten, from 0.1 to 1e-9.
    case nearOne
    /// Exactly 1.
    case all
  }

  let society: Society
  let shares: [Double]
  let mix: LayerMix
  let susceptibility: [Double]
  let model: FriedkinJohnsen
  let dense: DenseInfluence

  init(seed: UInt64, _ kind: Susceptibilities, people: ClosedRange<Int> = 2...24, areDirected: Bool? = nil) {
    let society = RandomSociety.draw(
      seed: seed, people: people, areDirected: areDirected, keepsSelfTies: seed % 3 == 0)
    var random = RandomStream(seed: seed, stream: 3)
    let shares = society.layers.map { _ in 0.1 + random.uniform() }
    let mix: LayerMix = random.uniform() < 0.5 ? .pooled : .perLayer
    let constant = 0.98 * random.uniform()
    let susceptibility = (0..<society.count).map { _ -> Double in
      let draw = random.uniform()
      switch kind {
      case .constant: return constant
      case .mixed: return draw
      case .oftenOne: return draw < 0.7 ? 1 : random.uniform()
      case .nearOne: return 1 - [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9][Int(draw * 9)]
      case .all: return 1
      }
    }
    self.society = society
    self.shares = shares
    self.mix = mix
    self.susceptibility = susceptibility
    model = FriedkinJohnsen(
      network: InfluenceMatrix(society, shares: shares, mix: mix), ownScores: society.ownScores,
      susceptibility: susceptibility)
    dense = DenseInfluence(society, shares: shares, isPooled: mix == .pooled)
  }

  /// The exact equilibrium, rounded to doubles.
  var exact: [Double] { dense.equilibrium(susceptibility, society.ownScores) }
}

/// The largest distance between two lists of scores.
func distance(_ one: [Double], _ other: [Double]) -> Double {
  precondition(one.count == other.count, "lists of one length")
  return zip(one, other).lazy.map { ($0 - $1).magnitude }.max() ?? 0
}

/// The largest distance between two lists, relative to the largest entry of the second.
func relativeDistance(_ one: [Double], _ other: [Double]) -> Double {
  distance(one, other) / (other.lazy.map(\.magnitude).max() ?? 1)
}

extension FriedkinJohnsen {
  /// The equilibrium as tight as the tests need it.
  var tight: Equilibrium { equilibrium(SolverSettings(tolerance: 1e-9)) }

  /// Column j of V: the equilibrium if person j owns 1 and everyone else 0.
  func reachColumn(_ person: Int) -> [Double] {
    let unit = (0..<network.personCount).map { $0 == person ? 1.0 : 0 }
    return with(ownScores: unit).equilibrium(SolverSettings(tolerance: 1e-13)).scores
  }

  /// V, by one solve a column.
  var reach: [[Double]] {
    let columns = (0..<network.personCount).map(reachColumn)
    return ownScores.indices.map { row in columns.map { $0[row] } }
  }
}

/// Three people and two payments a year apart, a-b on 2020-01-01 and b-c on 2021-01-01, that fade in a number of days.
func fadingSociety(halfLife: Double) throws -> Society {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("graph-tool-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Data("id,score\na,400\nb,500\nc,900\n".utf8).write(to: folder.appendingPathComponent("people.csv"))
  try Data("source,target,time\na,b,2020-01-01\nb,c,2021-01-01\n".utf8)
    .write(to: folder.appendingPathComponent("transactions.csv"))
  var options = ReadingOptions()
  options.ties.halfLife = halfLife
  return try SocietyReader.read(folder.path, options: options).society
}
