import Analysis
import GraphModel
import Propagation

extension Examination {
  /// The columns of `people.csv`, which are also the node attributes of `graph.graphml`.
  func peopleColumns() -> [Column] {
    let ids = society.people.ids
    let scores = equilibrium.scores
    let own = society.ownScores
    var columns = [
      Column(.id, .texts(ids)), .numbers(.ownScore, own), .numbers(.networkScore, networkScores),
      .numbers(.friendsOwnScore, friendsOwnScores), .numbers(.publicScore, scores),
      Column(.peerEffect, .numbers { scores[$0] - own[$0] }),
    ]
    for (slot, layer) in zip(layerEffects.indices, network.layers) {
      columns.append(.numbers(.effect(of: society.layers[layer].name), layerEffects[slot]))
    }
    for layer in society.layers {
      let ties = layer.ties
      columns.append(Column(.degree(in: layer.name), .counts { ties.degree(of: $0) }))
      columns.append(Column(.strength(in: layer.name), .numbers { ties.strength(of: $0) }))
    }
    if let parts = communities?.partition.parts {
      columns.append(Column(.community, .counts { parts[$0] > 0 ? parts[$0] : nil }))
    }
    let scale = society.scale
    let tiers = TextList(scale.tierNames)
    columns.append(Column(.ownTier, .words(tiers) { scale.tier(of: own[$0]) }))
    columns.append(Column(.publicTier, .words(tiers) { scale.tier(of: scores[$0]) }))
    columns += removals.map { removal in
      .numbers(
        "public_score_without_\(removal.layer)", "the public score without layer \(removal.layer)", removal.scores)
    }
    columns += modelColumns() + spotColumns()
    return columns + society.people.attributeColumns(beside: columns)
  }

  /// What the model says of each person beside a score.
  private func modelColumns() -> [Column] {
    if let clusters = opinionClusters?.partition.parts {
      return [
        Column("opinion_cluster", .int, "the number of the cluster of opinion, 1 the largest", .counts { clusters[$0] })
      ]
    }
    if let rounds = cascade?.round {
      return [
        Column(
          "turned_round", .int, unit: "rounds", "the round in which the person turned, 0 at the start; missing: never",
          .counts { rounds[$0] })
      ]
    }
    if let chances = posteriors {
      return [
        .numbers(
          "posterior", unit: "share", "the chance of being of a high type, given one's own and one's friends' signals",
          chances)
      ]
    }
    return []
  }

  /// Who resembles their network, and how closed the groups around each person are; where they were worked out.
  private func spotColumns() -> [Column] {
    var columns: [Column] = []
    if let local {
      let spots = local.spots
      columns = [
        .numbers(
          "local_moran", unit: "", "local Moran's I of own scores on all layers together; above 0: like the network",
          local.values),
        .numbers("local_moran_p", unit: "", "its two-sided p over networks drawn at random", local.p),
        .numbers(
          "local_moran_q", unit: "", "the p adjusted for the number of people, after Benjamini and Hochberg", local.q),
        Column("local_spot", .string, "hot, cold, high-among-low or low-among-high where q is at most 0.05") {
          spots[$0]?.rawValue
        },
      ]
    }
    for (by, values) in personSegregation {
      columns.append(
        .numbers("spectral_\(by)", unit: "", "the spectral segregation index of the person in groups by \(by)", values))
    }
    return columns
  }
}
