import GraphModel
import Propagation

extension NetworkDrawing {
  /// The network of an examination: people, or communities of more people than can be drawn.
  ///
  /// - Returns: `nil` without ties between people, or without communities where they are needed.
  /// - Throws: igraph's error, should it fail.
  init?(_ examination: Examination) throws {
    let combined = examination.combined
    guard combined.arcCount > combined.selfTieCount else { return nil }
    if examination.society.count <= Self.peopleLimit {
      try self.init(people: examination)
    } else if let communities = examination.communities {
      try self.init(communities.partition, examination)
    } else {
      return nil
    }
  }

  private init(people examination: Examination) throws {
    let society = examination.society
    let layout = try NetworkLayout(examination.combined, seed: examination.settings.seed)
    let parts = examination.communities?.partition.parts
    kind = .people
    nodes = (0..<society.count).map { person in
      Node(
        label: society.people.ids[person], place: layout.places[person], people: 1, ownScore: society.ownScores[person],
        publicScore: examination.equilibrium.scores[person],
        community: parts.flatMap { $0[person] > 0 ? $0[person] : nil })
    }
    (ties, hiddenTies) = Tie.heaviest(Tie.all(in: examination.combined), limit: Self.tieLimit)
    self.layout = layout.method.rawValue
    seed = examination.settings.seed
    hiddenNodes = 0
  }

  private init(_ partition: Partition, _ examination: Examination) throws {
    let between = partition.weightsBetween(
      examination.combined, limit: Self.communityLimit, threads: examination.settings.threads)
    let layout = try NetworkLayout(between, seed: examination.settings.seed)
    kind = .communities
    nodes = zip(examination.communitySummaries, layout.places).map { group, place in
      Node(
        label: group.name, place: place, people: group.people, ownScore: group.meanOwnScore,
        publicScore: group.meanPublicScore, community: group.number)
    }
    (ties, hiddenTies) = Tie.heaviest(Tie.all(in: between), limit: Self.tieLimit)
    self.layout = layout.method.rawValue
    seed = examination.settings.seed
    hiddenNodes = partition.count - nodes.count
  }
}
