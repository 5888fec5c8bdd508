import Compute
import GraphModel
import Propagation

extension Examination {
  /// What the pictures of a report are drawn from.
  ///
  /// - Throws: igraph's error, should it fail to place nodes.
  /// - Complexity: the solves for influence and for one person's reach, about as long as the equilibrium; O(people log
  ///   people + arcs) for the rest.
  public func portrait() throws -> Portrait {
    let own = society.ownScores
    let scores = equilibrium.scores
    let influence = InfluencePortrait.of(settled)
    return try settings.progress.during(Phase("placing the network", .ties)) { work in
      work.ties = combined.arcCount
      return Portrait(
        density: ScoreDensity(own, scores, in: ScoreDensity.range(of: [own, scores])),
        effects: EffectBand.all(own: own, public: scores, layers: layerEffects),
        network: try NetworkDrawing(self), influence: influence?.portrait,
        people: PeopleSample(self, influence: influence?.shares))
    }
  }
}
