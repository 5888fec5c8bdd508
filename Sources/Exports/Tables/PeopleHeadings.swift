import Analysis
import GraphModel

extension Table.Heading {
  /// A heading.
  init(_ name: String, _ kind: Column.Kind, unit: String = "", _ meaning: String) {
    self.init(name: name, kind: kind, unit: unit, meaning: meaning)
  }

  static let id = Table.Heading("id", .string, "the person")
  static let ownScore = Table.Heading("own_score", .double, unit: "points", "the score without a network")
  static let networkScore = Table.Heading(
    "network_score", .double, unit: "points",
    "the weighted mean of the public scores the person is tied to, at the last step")
  static let friendsOwnScore = Table.Heading(
    "friends_own_score", .double, unit: "points", "the same mean of own scores")
  static let publicScore = Table.Heading(
    "public_score", .double, unit: "points", "the score that everyone sees, after propagation")
  static let peerEffect = Table.Heading("peer_effect", .double, unit: "points", "public score minus own score")
  static let community = Table.Heading(
    "community", .int, "the number of the community, 1 the largest; missing without ties")
  static let ownTier = Table.Heading("tier_own", .string, "the tier of the own score")
  static let publicTier = Table.Heading("tier_public", .string, "the tier of the public score")

  static func effect(of layer: String) -> Table.Heading {
    Table.Heading(
      "effect_\(layer)", .double, unit: "points", "the part of the peer effect that came through layer \(layer)")
  }

  static func degree(in layer: String) -> Table.Heading {
    Table.Heading(
      "degree_\(layer)", .int, unit: "people", "how many people influence the person in layer \(layer)")
  }

  static func strength(in layer: String) -> Table.Heading {
    Table.Heading("strength_\(layer)", .double, unit: "weight", "the sum of those ties' weights")
  }

  /// What the columns of a `people.csv` are that somebody else wrote.
  ///
  /// - Parameters:
  ///   - names: its header.
  ///   - society: the society it is of; columns that are none of the tool's own are the society's.
  static func people(_ names: [String], of society: SocietyFindings) -> [Table.Heading] {
    let layers = society.layers.map(\.name)
    let own =
      [id, ownScore, networkScore, friendsOwnScore, publicScore, peerEffect, community, ownTier, publicTier]
      + layers.flatMap { [effect(of: $0), degree(in: $0), strength(in: $0)] }
    return names.map { name in
      if let heading = own.first(where: { $0.name == name }) { return heading }
      var original = name[...]
      while !society.columns.contains(where: { $0.name == original }), original.hasPrefix("input_") {
        original = original.dropFirst("input_".count)
      }
      let kind = society.columns.first { $0.name == original }?.kind.exportKind ?? .string
      return Table.Heading(name, kind, original == name ? "as read" : "column \"\(original)\" as read")
    }
  }
}

extension Column {
  /// A column under a heading.
  init(_ heading: Table.Heading, _ values: Values) {
    self.init(heading.name, heading.kind, unit: heading.unit, heading.meaning, values)
  }

  /// A column of numbers under a heading.
  static func numbers(_ heading: Table.Heading, _ values: [Double]) -> Column {
    Column(heading, .numbers { values[$0] })
  }

  /// A column of numbers under a heading, which some rows lack.
  static func numbers(_ heading: Table.Heading, _ values: [Double?]) -> Column {
    Column(heading, .numbers { values[$0] })
  }
}
