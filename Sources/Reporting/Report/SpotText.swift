import Analysis

/// What is said of hot and cold spots.
enum SpotText {
  /// What the named people are; or why nobody is named, which too few draws can be the reason for.
  static func explanation(_ local: LocalFindings) -> String {
    let draws = "\(NumberText.count(local.draws, "network")) drawn for each"
    if local.hot + local.cold + local.highAmongLow + local.lowAmongHigh > 0 {
      return
        "Named: people whose own score goes with, or against, those of their friends more than chance explains (local Moran's I, \(draws), adjusted so that at most \(NumberText.percent(local.level)) of those named are expected to be false)."
    }
    let least = 2 / Double(local.draws + 1)
    let needed = Int((least * Double(local.people) / local.level).rounded(.up))
    let more =
      needed > 1
      ? " No p can be below \(NumberText.p(least)) here, so that anyone is named only if \(NumberText.count(needed)) are at once; --local-permutations \(NumberText.plain(Double(max(9_999, 10 * local.draws + 9)))) would tell more."
      : ""
    return
      "Nobody could be told from chance at a rate of \(NumberText.percent(local.level)) false discoveries (local Moran's I, \(draws)).\(more)"
  }
}
