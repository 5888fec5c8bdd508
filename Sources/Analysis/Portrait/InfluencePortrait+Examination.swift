import Compute
import Foundation
import GraphModel
import Propagation

extension InfluencePortrait {
  /// How many places the curve of concentration has.
  private static let placeCount = 64
  /// How exactly one person's reach is computed, as a share of the change.
  private static let reachTolerance = 1e-6

  /// Who moves whom, and each person's influence.
  ///
  /// - Returns: `nil` where influence is not defined, see `Portrait.influence`.
  static func of(_ settled: SettledSociety) -> (portrait: InfluencePortrait, shares: [Double])? {
    if case .rounds = settled.settings.stop { return nil }
    guard settled.society.count > 0, let model = try? settled.linearModel(),
      let (findings, shares) = try? InfluenceFindings.of(settled, top: count)
    else { return nil }
    let order = shares.risingOrder().reversed().map { Int($0) }
    let portrait = InfluencePortrait(
      findings: findings, concentration: concentration(order.map { shares[$0] }),
      blast: order.first.map { blast(of: $0, settled, model) })
    return (portrait, shares)
  }

  private static func concentration(_ falling: [Double]) -> [Place] {
    let total = falling.compensatedSum
    let places = min(placeCount, falling.count)
    guard total > 0, places > 0 else { return [] }
    var result: [Place] = []
    var (sum, next) = (CompensatedSum(), 1)
    for (index, share) in falling.enumerated() {
      sum.add(share)
      guard index + 1 == next * falling.count / places else { continue }
      result.append(Place(people: index + 1, share: next == places ? 1 : min(1, sum.value / total)))
      next += 1
    }
    return result
  }

  private static func blast(of person: Int, _ settled: SettledSociety, _ model: FriedkinJohnsen) -> Blast {
    let scale = settled.society.scale
    let points = roundPart(of: scale.width)
    let change = settled.society.ownScores[person] - points >= scale.low ? -points : points
    let settings = settled.settings
    let reach = settings.progress.during(Phase("following the largest influence", .rounds)) { work in
      let reach = model.reach(
        of: person,
        SolverSettings(
          tolerance: reachTolerance, maximumRounds: settings.maximumRounds, threads: settings.threads,
          progress: settings.progress))
      work.ties = (reach.rounds + 1) * settled.network.arcCount
      return reach
    }
    let distances = settled.network.distances(from: [person], .outward, threads: settings.threads)
    let farthest = Blast.farthest
    var people = [Int](repeating: 0, count: farthest + 1)
    var totals = [CompensatedSum](repeating: CompensatedSum(), count: farthest + 1)
    var largest = [Double](repeating: 0, count: farthest + 1)
    for (other, distance) in distances.enumerated() {
      guard let distance else { continue }
      let ring = min(distance, farthest)
      people[ring] += 1
      totals[ring].add(reach.scores[other])
      largest[ring] = max(largest[ring], reach.scores[other])
    }
    let bound = reach.bound.value
    return Blast(
      id: settled.society.people.ids[person], change: change,
      rings: people.indices.filter { people[$0] > 0 }.map { ring in
        Blast.Ring(
          distance: ring, people: people[ring], total: change * totals[ring].value, largest: change * largest[ring])
      }, bound: bound.isFinite ? points * bound : nil)
  }

  /// The largest of 1, 2 and 5 times the powers of ten up to a fifth of a width.
  static func roundPart(of width: Double) -> Double {
    let limit = width / 5
    guard limit.isFinite, limit > 0 else { return 1 }
    let exponent = Int(log10(limit).rounded(.down))
    // Numerals, as powers of ten that are multiplied up are not the nearest numbers.
    let candidates = [exponent + 1, exponent, exponent - 1].flatMap { power in
      [5, 2, 1].compactMap { Double("\($0)e\(power)") }
    }
    return candidates.first { $0 <= limit } ?? limit
  }
}
