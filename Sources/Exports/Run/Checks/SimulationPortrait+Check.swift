import Analysis
import Simulation

extension SimulationPortrait {
  /// Checks that pictures can be drawn from it.
  ///
  /// - Parameter findings: those of the run that it belongs to.
  func check(for findings: SimulationFindings) throws(ValueProblem) {
    let count = findings.people
    let size = findings.cuts.count + 1
    try ValueProblem.within("first", first.check(people: count))
    try ValueProblem.within("last", last.check(people: count))
    try ValueProblem.require(
      first.low == last.low && first.high == last.high, "last", "its cells are not those of first")
    try ValueProblem.table(tierFlows, of: "tier_flows", size: size, people: count)
    try ValueProblem.table(firstTierFlows, of: "first_tier_flows", size: size, people: count)
    try ValueProblem.table(publicTierFlows, of: "public_tier_flows", size: size, people: count)
    try ValueProblem.table(ownTierFlows, of: "own_tier_flows", size: size, people: count)
    if let network { try ValueProblem.within("network", network.check()) }
    try ValueProblem.each(of: lives, "lives") { (life) throws(ValueProblem) in try life.check() }
    try ValueProblem.notNegative([livesLeftOut], of: "lives_left_out")
    try ValueProblem.within("people", people.check(of: count))
  }
}

extension SimulationPortrait.Life {
  /// Checks that it can be drawn.
  func check() throws(ValueProblem) {
    try ValueProblem.notNegative([label], of: "label")
    try ValueProblem.notNegative(from, of: "from")
    try ValueProblem.notNegative([into ?? 0], of: "into")
    try ValueProblem.require(!periods.isEmpty, "periods", "it is empty")
    try ValueProblem.notNegative(periods, of: "periods")
    try ValueProblem.rising(periods, of: "periods")
    try ValueProblem.length(people.count, of: "people", is: periods.count)
    try ValueProblem.notNegative(people, of: "people")
    try ValueProblem.length(ownScores.count, of: "own_scores", is: periods.count)
    try ValueProblem.numbers(ownScores, of: "own_scores")
    try ValueProblem.length(publicScores.count, of: "public_scores", is: periods.count)
    try ValueProblem.numbers(publicScores, of: "public_scores")
  }
}

extension MovingDrawing {
  /// Checks that it can be drawn.
  func check() throws(ValueProblem) {
    try ValueProblem.require(!frames.isEmpty, "frames", "it is empty")
    try ValueProblem.notNegative(frames.map(\.period), of: "frames")
    try ValueProblem.rising(frames.map(\.period), of: "frames")
    if kind == .communities {
      try ValueProblem.require(labels.allSatisfy { Int($0) != nil }, "labels", "a community's label is no number")
    }
    try ValueProblem.each(of: frames, "frames") { (frame) throws(ValueProblem) in
      try frame.check(nodes: labels.count)
    }
    try ValueProblem.notNegative([hiddenNodes], of: "hidden_nodes")
  }
}

extension MovingDrawing.Frame {
  /// Checks that it can be drawn.
  ///
  /// - Parameter nodes: how many there are.
  func check(nodes: Int) throws(ValueProblem) {
    try ValueProblem.length(x.count, of: "x", is: nodes)
    try ValueProblem.numbers(x.compactMap { $0 }, of: "x")
    try ValueProblem.length(y.count, of: "y", is: nodes)
    try ValueProblem.numbers(y.compactMap { $0 }, of: "y")
    try ValueProblem.require(
      zip(x, y).allSatisfy { ($0 == nil) == ($1 == nil) }, "y", "a node has half a place")
    try ValueProblem.length(people.count, of: "people", is: nodes)
    try ValueProblem.notNegative(people, of: "people")
    try ValueProblem.length(ownScores.count, of: "own_scores", is: nodes)
    try ValueProblem.numbers(ownScores, of: "own_scores")
    try ValueProblem.length(publicScores.count, of: "public_scores", is: nodes)
    try ValueProblem.numbers(publicScores, of: "public_scores")
    try ValueProblem.notNegative(communities, of: "communities")
    if !communities.isEmpty { try ValueProblem.length(communities.count, of: "communities", is: nodes) }
    try ValueProblem.require(
      listed.allSatisfy { (0..<nodes).contains($0) }, "listed", "it names a node that is not there")
    try ValueProblem.each(of: ties, "ties") { (tie) throws(ValueProblem) in
      try tie.check(nodes: nodes)
      try ValueProblem.require(
        x[tie.source] != nil && x[tie.target] != nil, "", "it joins a node that is not there in this period")
    }
    try ValueProblem.notNegative([hiddenTies], of: "hidden_ties")
  }
}
