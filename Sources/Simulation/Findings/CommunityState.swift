import Compute

/// A community at one moment: how many people it has, and their mean scores.
package struct CommunityState: Sendable, Equatable {
  /// The lasting label.
  package let label: Int
  /// How many people, 1 or more.
  package let people: Int
  /// The mean own score, in points.
  package let meanOwnScore: Double
  /// The mean public score, in points.
  package let meanPublicScore: Double
}

extension SimulatedSociety {
  /// The communities of the last look with the scores of now, by label, rising; empty without a look.
  ///
  /// - Complexity: O(people).
  package var communityStates: [CommunityState] {
    guard let labels = communityLabels else { return [] }
    var counts = [Int](repeating: 0, count: (labels.max() ?? 0) + 1)
    for label in labels where label > 0 { counts[label] += 1 }
    var own = [CompensatedSum](repeating: CompensatedSum(), count: counts.count)
    var scores = own
    for (person, label) in labels.enumerated() where label > 0 {
      own[label].add(state.own[person])
      scores[label].add(state.scores[person])
    }
    return counts.indices.filter { counts[$0] > 0 }.map { label in
      CommunityState(
        label: label, people: counts[label], meanOwnScore: own[label].value / Double(counts[label]),
        meanPublicScore: scores[label].value / Double(counts[label]))
    }
  }
}
