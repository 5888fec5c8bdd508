import Analysis
import GraphModel

extension Column {
  /// The columns of `measures.csv`.
  static func measures(_ rows: [MeasureRow]) -> [Column] {
    func text(_ name: String, _ meaning: String, _ value: @escaping @Sendable (MeasureRow) -> String?) -> Column {
      Column(name, .string, meaning) { value(rows[$0]) }
    }
    func number(_ name: String, _ meaning: String, _ value: @escaping @Sendable (MeasureRow) -> Double?) -> Column {
      Column(name, .double, meaning, .numbers { value(rows[$0]) })
    }
    return [
      Column("period", .int, "0: the society as read", .counts { rows[$0].period }),
      text("measure", "what is measured; see docs/measures.md") { $0.measure },
      text("of", "own_score, public_score, or empty for the ties themselves") { $0.of },
      text("on", "the layer, or combined; empty if ties play no part") { $0.on },
      text("by", "what makes the groups, community or a column, or the score it is compared with; empty without") {
        $0.by
      },
      Column("weighted", .boolean, "whether tie weights count") { row in rows[row].weighted.map(String.init) },
      number("value", "the number; empty if undefined") { $0.value },
      number("expected", "what random societies give on average") { $0.expected },
      number("sd", "the standard deviation over random societies") { $0.sd },
      number("p", "two-sided p: min(1, 2 min(p_high, p_low))") { $0.p },
      Column("n", .int, unit: "people", "how many people it is over", .counts { rows[$0].n }),
      number("p_high", "the chance of a number as high or higher") { $0.pHigh },
      number("p_low", "the chance of a number as low or lower") { $0.pLow },
      Column(
        "draws", .int, "random societies drawn; 0 with an expectation: the analytic one", .counts { rows[$0].draws }),
      text("missing", "why there is no number") { $0.missing },
      number("z", "(value - expected) / sd") { $0.z },
      text("null", "what random societies leave to chance: permute or rewire; analytic: no society was drawn") {
        $0.null
      },
      Column("seed", .string, "the seed of the random societies") { row in rows[row].seed.map(String.init) },
    ]
  }
}

extension Examination {
  /// The columns of `groups.csv`.
  func groupColumns(_ groups: [GroupSegregation]) -> [Column] {
    func text(_ name: String, _ meaning: String, _ value: @escaping @Sendable (GroupSegregation) -> String) -> Column {
      Column(name, .string, meaning) { value(groups[$0]) }
    }
    func number(
      _ name: String, unit: String = "", _ meaning: String, _ value: @escaping @Sendable (GroupSegregation) -> Double?
    ) -> Column {
      Column(name, .double, unit: unit, meaning, .numbers { value(groups[$0]) })
    }
    return [
      text("by", "what makes the groups: community, a column, own_tier or public_tier") { $0.by },
      Column("group", .int, "the number of the group, 1 the largest", .counts { groups[$0].number }),
      text("name", "the value of the column, or the tier's name") { $0.name },
      Column("people", .int, unit: "people", "how many people", .counts { groups[$0].people }),
      text("on", "the ties: a layer's name, or combined") { $0.on },
      Column("weighted", .boolean, "whether tie weights count") { String(groups[$0].weighted) },
      number("homophily", unit: "share", "the share of the group's arcs that stay inside") { $0.homophily },
      number("coleman_homophily", "Coleman's index: 1 all inside, 0 as by chance, -1 none inside") { $0.coleman },
      number("inbreeding_homophily", "(homophily - share of people) / (1 - share of people)") { $0.inbreeding },
      number("spectral_segregation", "the mean spectral index of the group's people with ties") { $0.spectral },
    ]
  }
}
