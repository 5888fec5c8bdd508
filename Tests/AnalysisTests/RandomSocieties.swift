import Compute
import GraphModel

@testable import GraphModel

/// Random ties, scores and societies, the same ones every time.
struct RandomSocieties {
  private var stream: RandomStream

  init(_ index: Int) { stream = RandomStream(seed: 20_260_101, stream: 900, index: UInt64(index)) }

  mutating func integer(below bound: Int) -> Int { stream.integer(below: bound) }
  mutating func uniform() -> Double { stream.uniform() }
  mutating func permutation(of count: Int) -> [Int] { stream.permutation(of: count) }

  /// Independent scores from a range.
  mutating func scores(_ count: Int, in range: ClosedRange<Double> = 350...950) -> [Double] {
    (0..<count).map { _ in range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform() }
  }

  /// Random ties of weights from 0.5 to 4; repeats add up.
  mutating func ties(
    _ count: Int, pairs: Int, isDirected: Bool = false, isWeighted: Bool = true, hasSelfTies: Bool = false
  ) -> TieTable {
    var arcs = ArcList()
    for _ in 0..<pairs {
      let one = stream.integer(below: count)
      let other = stream.integer(below: count)
      let weight = isWeighted ? 0.5 + 3.5 * stream.uniform() : 1
      if one == other, !hasSelfTies { continue }
      if isDirected { arcs.append(one, other, weight) } else { arcs.appendTie(one, other, weight) }
    }
    return TieTable(personCount: count, arcs: arcs, repeats: isWeighted ? .add : .keepFirst)
  }

  /// Everyone in one of `groups` parts, or in none with a chance of `none`.
  mutating func partition(_ count: Int, groups: Int, none: Double = 0) -> Partition {
    Partition(
      bySize: (0..<count).map { _ -> Int? in
        let group = stream.integer(below: groups)
        return stream.uniform() < none ? nil : group
      })
  }

  /// A weighted undirected layer and an unweighted directed one, with independent scores.
  mutating func society(_ count: Int, pairs: Int) -> Society {
    Society.made(
      ownScores: scores(count),
      layers: [
        .made("friendship", ties(count, pairs: pairs)),
        .made("rating", ties(count, pairs: pairs, isDirected: true, isWeighted: false), isDirected: true),
      ])
  }
}

extension Layer {
  /// A layer called friendship.
  static func made(_ ties: TieTable) -> Layer { made("friendship", ties) }

  /// A layer whose weights count if one of them is not 1.
  static func made(_ name: String, _ ties: TieTable, isDirected: Bool = false) -> Layer {
    Layer(name: name, kind: .friendship, isDirected: isDirected, isWeighted: ties.hasWeights, ties: ties)
  }
}

extension Society {
  static func made(
    ownScores: [Double], layers: [Layer], scale: Scale = .zhima, columns: [AttributeColumn] = []
  ) -> Society {
    Society(
      name: "made", people: People(ids: ownScores.indices.map { "p\($0)" }, attributes: columns), scale: scale,
      ownScores: ownScores, layers: layers)
  }

  /// The society as if it had been read without a notice.
  var read: ReadSociety { ReadSociety(society: self, notices: [], files: []) }

  /// The same society with person i at position `order[i]`.
  func relabelled(_ order: [Int]) -> Society {
    func moved<Value>(_ values: [Value]) -> [Value] {
      var result = values
      for (person, position) in order.enumerated() { result[position] = values[person] }
      return result
    }
    return Society(
      name: name,
      people: People(
        ids: moved(Array(people.ids)),
        attributes: people.attributes.map { AttributeColumn(name: $0.name, values: moved(Array($0.values))) }),
      scale: scale, ownScores: moved(ownScores),
      layers: layers.map { layer in
        var arcs = ArcList()
        for person in 0..<count {
          layer.ties.forEachTie(of: person) { neighbor, weight in arcs.append(order[person], order[neighbor], weight) }
        }
        return Layer(
          name: layer.name, kind: layer.kind, isDirected: layer.isDirected, isWeighted: layer.isWeighted,
          ties: TieTable(personCount: count, arcs: arcs))
      })
  }
}

extension TieTable {
  /// A table of arcs.
  static func of(_ count: Int, arcs list: [(Int, Int, Double)]) -> TieTable {
    var arcs = ArcList()
    for (source, target, weight) in list { arcs.append(source, target, weight) }
    return TieTable(personCount: count, arcs: arcs)
  }

  /// A symmetric table of ties of weight 1.
  static func of(_ count: Int, pairs: [(Int, Int)]) -> TieTable {
    var arcs = ArcList()
    for (one, other) in pairs { arcs.appendTie(one, other) }
    return TieTable(personCount: count, arcs: arcs)
  }

  /// The full matrix `A`.
  var matrix: [[Double]] {
    var rows = [[Double]](repeating: [Double](repeating: 0, count: personCount), count: personCount)
    for person in 0..<personCount { forEachTie(of: person) { rows[person][$0] = $1 } }
    return rows
  }
}
