import GraphModel

/// How far apart the top and the bottom group are.
public struct SocialGap: Sendable, Equatable, Codable {
  /// Groups smaller than this do not count as top or bottom.
  public static let smallestGroup = 5

  /// The number of the group with the highest mean.
  public let top: Int
  /// The number of the group with the lowest mean.
  public let bottom: Int
  /// The mean of the top group, in points.
  public let topMean: Double
  /// The mean of the bottom group, in points.
  public let bottomMean: Double
  /// Top minus bottom, in points.
  public var difference: Double { topMean - bottomMean }

  /// The gap between the means of groups of 5 people or more.
  ///
  /// - Throws: `Missing` if there are not two such groups.
  public init(_ scores: [Double], by partition: Partition) throws(Missing) {
    let groups = Groups(scores, partition)
    let large = groups.sizes.indices.filter { groups.sizes[$0] >= Self.smallestGroup }
    guard large.count > 1,
      let top = large.max(by: { (groups.means[$0], $1) < (groups.means[$1], $0) }),
      let bottom = large.min(by: { (groups.means[$0], $0) < (groups.means[$1], $1) })
    else { throw Missing("there are not two groups of \(Self.smallestGroup) people or more") }
    self.top = top + 1
    self.bottom = bottom + 1
    topMean = groups.means[top]
    bottomMean = groups.means[bottom]
  }
}
