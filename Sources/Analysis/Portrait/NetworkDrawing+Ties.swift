import Compute
import GraphModel

extension NetworkDrawing.Tie {
  /// The heaviest of some ties, the lightest first.
  ///
  /// - Parameters:
  ///   - ties: pairs of nodes, each once.
  ///   - limit: how many are drawn at most.
  /// - Returns: the ties, and how many are left out. Of equally heavy ones, those of nodes with small numbers are kept.
  /// - Complexity: O(ties).
  package static func heaviest(
    _ ties: [NetworkDrawing.Tie], limit: Int
  ) -> (ties: [NetworkDrawing.Tie], hidden: Int) {
    let ordered = ties.sorted { ($0.source, $0.target) > ($1.source, $1.target) }
    let rising = ordered.map(\.weight).risingOrder()
    let kept = rising.suffix(limit).map { ordered[Int($0)] }
    return (kept, ties.count - kept.count)
  }

  /// The ties of a symmetric table between two people, each once; the weight is that of both directions.
  package static func all(in table: TieTable) -> [NetworkDrawing.Tie] {
    var ties: [NetworkDrawing.Tie] = []
    for person in 0..<table.personCount {
      table.forEachTie(of: person) { neighbor, weight in
        if neighbor > person { ties.append(NetworkDrawing.Tie(source: person, target: neighbor, weight: 2 * weight)) }
      }
    }
    return ties
  }
}
