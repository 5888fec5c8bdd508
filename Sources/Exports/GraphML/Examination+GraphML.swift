import Analysis
import Compute

extension Examination {
  /// Writes the whole graph: people with all columns of `people.csv`, and one edge a pair of tied people.
  ///
  /// - Parameters:
  ///   - path: where; what stands there is replaced.
  ///   - community: only the people of one community, from 1, and the ties among them; `nil` for everyone.
  ///   - threads: how many threads work at once; the bytes do not depend on it.
  public func writeGraphML(
    to path: String, community: Int? = nil, threads: ThreadCount = .one, progress: Progress = .silent
  ) throws(ExportError) {
    var graph = peopleGraph
    if let community {
      let graphs = graph.communities(communityMembers)
      graph = graphs.indices.contains(community - 1) ? graphs[community - 1] : graph.choosing(people: [])
    }
    try graph.write(.graphml, to: path, threads: threads, progress: progress)
  }

  /// Writes the graph of communities.
  public func writeCommunityGraphML(to path: String) throws(ExportError) {
    try communityGraph.write(.graphml, to: path)
  }
}
