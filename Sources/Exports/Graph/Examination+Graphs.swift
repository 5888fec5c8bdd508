import Analysis
import Compute
import GraphModel
import Propagation

extension Examination {
  /// The graph of people: the columns of `people.csv`, and one edge a pair of tied people.
  ///
  /// The node's id is the person's. Edges carry `weight` and one `weight_LAYER` a layer; the graph is directed if any
  /// layer is.
  public var peopleGraph: ExportedGraph {
    ExportedGraph(
      .person, data: graphData, ids: society.people.ids, columns: Array(peopleColumns().dropFirst()),
      edges: GraphEdges(TieUnion(self), among: nil))
  }

  /// The graph of communities: one node a community with the columns of `communities.csv`, one edge a pair of communities
  /// with ties between them.
  ///
  /// An edge's `weight` is the share of all combined tie weight that lies between the two, `ties` the pairs of people tied.
  public var communityGraph: ExportedGraph {
    let count = communitySummaries.count
    return ExportedGraph(
      .community, data: graphData, ids: TextList((1...max(1, count)).prefix(count).map(String.init)),
      columns: communityColumns(), edges: GraphEdges(communityTies()))
  }

  /// The people of each community, the largest first; empty if communities were not looked for.
  public var communityMembers: [[Int]] { communities?.partition.members ?? [] }

  /// The ties between communities, the smaller number first, in order.
  private func communityTies() -> EdgeList {
    var list = EdgeList(
      columns: [EdgeColumn(name: "weight", kind: .double), EdgeColumn(name: "ties", kind: .int)], isDirected: false)
    guard let parts = communities?.partition.parts else { return list }
    let count = communitySummaries.count
    var slots: [Int: Int] = [:]
    var ties: [(pair: Int, weight: Double, count: Int)] = []
    for person in 0..<combined.personCount {
      combined.forEachTie(of: person) { neighbor, weight in
        guard neighbor > person, parts[person] != parts[neighbor] else { return }
        // Parts are numbered from 1, as everyone with a tie belongs to one.
        let pair =
          (min(parts[person], parts[neighbor]) - 1) * count + max(parts[person], parts[neighbor]) - 1
        let slot = slots[pair, default: ties.count]
        if slot == ties.count {
          slots[pair] = slot
          ties.append((pair, 0, 0))
        }
        ties[slot].weight += 2 * weight
        ties[slot].count += 1
      }
    }
    for tie in ties.sorted(by: { $0.pair < $1.pair }) {
      list.sources.append(Int32(tie.pair / count))
      list.targets.append(Int32(tie.pair % count))
      list.values[0].append(tie.weight)
      list.values[1].append(Double(tie.count))
    }
    return list
  }

  /// What the graph itself carries.
  private var graphData: [ExportedGraph.Datum] {
    var data = [
      ExportedGraph.Datum(name: "name", kind: .string, value: society.name),
      ExportedGraph.Datum(name: "scale", kind: .string, value: society.scale.name),
      ExportedGraph.Datum(name: "model", kind: .string, value: settings.model.rawValue),
      ExportedGraph.Datum(name: "rounds", kind: .int, value: String(equilibrium.rounds)),
    ]
    if equilibrium.bound.value.isFinite {
      data.append(
        ExportedGraph.Datum(name: "error_bound", kind: .double, value: Numerals.plain(equilibrium.bound.value)))
    }
    return data
  }
}
