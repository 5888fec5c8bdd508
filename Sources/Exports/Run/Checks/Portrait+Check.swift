import Analysis

extension Portrait {
  /// Checks that pictures can be drawn from it.
  ///
  /// - Parameter findings: those of the run that it belongs to.
  func check(for findings: Findings) throws(ValueProblem) {
    let count = findings.society.people
    let layers = findings.propagation.layers.count
    try ValueProblem.within("density", density.check(people: count))
    let parts = effects.first?.byLayer.count ?? 0
    try ValueProblem.require(
      parts == 0 || parts == layers, "effects.[0].by_layer", "it has \(parts) values, and the run has \(layers) layers")
    try ValueProblem.each(of: effects, "effects") { (band) throws(ValueProblem) in
      try ValueProblem.length(band.byLayer.count, of: "by_layer", is: parts)
      try ValueProblem.numbers([band.low], of: "low")
      try ValueProblem.numbers([band.high], of: "high")
      try ValueProblem.require(band.low <= band.high, "high", "it is below low")
      try ValueProblem.numbers([band.meanEffect], of: "mean_effect")
      try ValueProblem.numbers(band.byLayer, of: "by_layer")
    }
    try ValueProblem.counts(effects.map(\.people), of: "effects", addUpTo: count)
    if let network { try ValueProblem.within("network", network.check()) }
    try ValueProblem.within("people", people.check(of: count))
  }
}

extension ScoreDensity {
  /// Checks that it can be drawn.
  ///
  /// - Parameter people: how many there are.
  func check(people: Int) throws(ValueProblem) {
    try ValueProblem.numbers([low], of: "low")
    try ValueProblem.numbers([high], of: "high")
    try ValueProblem.require(low < high, "high", "it is not above low")
    try ValueProblem.table(counts, of: "counts", size: Self.cellCount, people: people)
  }
}

extension NetworkDrawing {
  /// Checks that it can be drawn.
  func check() throws(ValueProblem) {
    try ValueProblem.each(of: nodes, "nodes") { (node) throws(ValueProblem) in
      try ValueProblem.numbers([node.x], of: "x")
      try ValueProblem.numbers([node.y], of: "y")
      try ValueProblem.notNegative([node.people], of: "people")
      try ValueProblem.notNegative([node.community ?? 0], of: "community")
      try ValueProblem.numbers([node.ownScore], of: "own_score")
      try ValueProblem.numbers([node.publicScore], of: "public_score")
    }
    try ValueProblem.each(of: ties, "ties") { (tie) throws(ValueProblem) in try tie.check(nodes: nodes.count) }
    try ValueProblem.notNegative([hiddenNodes], of: "hidden_nodes")
    try ValueProblem.notNegative([hiddenTies], of: "hidden_ties")
  }
}

extension NetworkDrawing.Tie {
  /// Checks that it can be drawn.
  ///
  /// - Parameter nodes: how many there are.
  func check(nodes: Int) throws(ValueProblem) {
    try ValueProblem.require(
      source >= 0 && source < target && target < nodes, "",
      "it joins \(source) and \(target), and two of \(nodes) nodes were expected, the lower number first")
    try ValueProblem.require(weight > 0, "weight", "it is not above 0")
    try ValueProblem.numbers([weight], of: "weight")
  }
}

extension PeopleSample {
  /// Checks that it can be shown.
  ///
  /// - Parameter count: how many people there are.
  func check(of count: Int) throws(ValueProblem) {
    try ValueProblem.require(
      people.count <= count && leftOut == count - people.count, "left_out",
      "\(people.count) people and those left out are not the \(count) of the run")
    try ValueProblem.each(of: people, "people") { (person) throws(ValueProblem) in
      try ValueProblem.numbers([person.ownScore], of: "own_score")
      try ValueProblem.numbers([person.publicScore], of: "public_score")
      try ValueProblem.numbers([person.friendsOwnScore ?? 0], of: "friends_own_score")
      try ValueProblem.numbers([person.influence ?? 0], of: "influence")
      try ValueProblem.notNegative([person.degree], of: "degree")
      try ValueProblem.notNegative([person.community ?? 0], of: "community")
    }
  }
}
