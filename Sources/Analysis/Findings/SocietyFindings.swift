import Compute
import GraphModel

/// What a society is, before anything has moved.
public struct SocietyFindings: Sendable, Equatable, Codable {
  /// One layer in a few numbers.
  public struct LayerFindings: Sendable, Equatable, Codable {
    /// The layer's name.
    public let name: String
    /// What its ties are.
    public let kind: Layer.Kind
    /// Whether arcs can go one way only.
    public let directed: Bool
    /// Whether weights count.
    public let weighted: Bool
    /// Pairs if undirected, arcs if directed.
    public let ties: Int
    /// The people with a tie in it, in either direction.
    public let people: Int
    /// The largest number of arcs in a person's row.
    public let largestDegree: Int
    /// The mean number of arcs in a row, over everyone.
    public let meanDegree: Double
    /// The sum of the weights, each undirected tie once.
    public let totalWeight: Double
    /// The layer's share in the mix, from 0 to 1.
    public let share: Double
  }

  /// One column of the people file.
  public struct ColumnFindings: Sendable, Equatable, Codable {
    /// The column's name.
    public let name: String
    /// What its values are.
    public let kind: AttributeColumn.Kind
    /// How many different values it has.
    public let distinct: Int
    /// How many people have none.
    public let missing: Int
  }

  /// The society's name.
  public let name: String
  /// How many people.
  public let people: Int
  /// The scale.
  public let scale: Scale
  /// The layers.
  public let layers: [LayerFindings]
  /// Pairs of people who are tied in any layer with a share.
  public let tiedPairs: Int
  /// People without a tie in any layer with a share.
  public let isolated: Int
  /// Connected components of two people or more, directions ignored; `nil` where they were not looked for.
  public let components: Int?
  /// How many people the largest component has; `nil` where components were not looked for.
  public let largestComponent: Int?
  /// The other columns of the people file.
  public let columns: [ColumnFindings]

  /// A society described.
  ///
  /// - Parameters:
  ///   - shares: one share a layer, see `Society.layerShares`.
  ///   - combined: the combined graph for these shares.
  ///   - threads: how many threads work at once.
  public init(_ society: Society, shares: [Double], combined: TieTable, threads: ThreadCount = .one) {
    name = society.name
    people = society.count
    scale = society.scale
    layers = zip(society.layers, shares).map { layer, share in
      let largestDegree = (0..<society.count).lazy.map { layer.ties.degree(of: $0) }.max() ?? 0
      let total = layer.ties.strengths(threads: threads).compensatedSum
      let loops = layer.isDirected ? 0 : Self.selfWeight(layer.ties)
      return LayerFindings(
        name: layer.name, kind: layer.kind, directed: layer.isDirected, weighted: layer.isWeighted,
        ties: layer.tieCount, people: TieFrame.tiedPeople(layer.ties, isSymmetric: !layer.isDirected),
        largestDegree: largestDegree,
        meanDegree: Double(layer.ties.arcCount) / Double(max(1, society.count)),
        totalWeight: layer.isDirected ? total : (total + loops) / 2, share: share)
    }
    tiedPairs = (combined.arcCount + combined.selfTieCount) / 2
    isolated = (0..<society.count).count { combined.degree(of: $0) == 0 }
    let sizes = combined.connectedComponents(isSymmetric: true).sizes
    components = sizes.count { $0 > 1 }
    largestComponent = sizes.first ?? 0
    columns = society.people.attributes.map { column in
      ColumnFindings(
        name: column.name, kind: column.kind,
        distinct: column.distinctCount, missing: column.missingCount)
    }
  }

  private static func selfWeight(_ ties: TieTable) -> Double {
    var sum = CompensatedSum()
    for person in 0..<ties.personCount where ties.hasTie(from: person, to: person) {
      ties.forEachTie(of: person) { neighbor, weight in if neighbor == person { sum.add(weight) } }
    }
    return sum.value
  }
}

extension TieFrame {
  /// How many people have a tie in either direction.
  static func tiedPeople(_ ties: TieTable, isSymmetric: Bool) -> Int {
    if isSymmetric { return (0..<ties.personCount).count { ties.degree(of: $0) > 0 } }
    var isTied = [Bool](repeating: false, count: ties.personCount)
    for person in 0..<ties.personCount {
      ties.forEachTie(of: person) { neighbor, _ in
        isTied[person] = true
        isTied[neighbor] = true
      }
    }
    return isTied.count { $0 }
  }
}
