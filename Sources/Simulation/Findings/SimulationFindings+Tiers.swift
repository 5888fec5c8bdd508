import GraphModel

extension SimulationFindings {
  /// What the tiers are called, lowest first: by the scale, if its cuts are those of the scenario, else by their ends.
  package var tierNames: [String] {
    if cuts == scale.cuts, scale.tierNames.count == cuts.count + 1 { return scale.tierNames }
    guard let lowest = cuts.first, let highest = cuts.last else { return ["all"] }
    let between = zip(cuts, cuts.dropFirst()).map { "\(Numerals.plain($0)) to \(Numerals.plain($1))" }
    return ["below \(Numerals.plain(lowest))"] + between + ["from \(Numerals.plain(highest))"]
  }
}
