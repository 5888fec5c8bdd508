import Yams

extension Scorecard {
  /// A scorecard that is part of the program, or `nil` if the name is none of `builtInNames`.
  public static func builtIn(_ name: String) throws(ReadingError) -> Scorecard? {
    let bytes: [UInt8]
    switch name {
    case "zhima": bytes = PackageResources.zhima_yaml
    case "fico": bytes = PackageResources.fico_yaml
    default: return nil
    }
    return try Scorecard(InputFile(name: "scorecard \(name)", bytes: bytes))
  }

  /// What to tell when own scores are made by it.
  var notice: Notice {
    let weights = isOfficial == false ? ", weights unofficial" : ""
    return Notice(.assumed, "own scores by the scorecard \"\(name)\"\(weights): \(title)")
  }

  /// Reads a scorecard file.
  ///
  /// - Throws: a `badData` error with the line for a file that is no scorecard.
  public init(_ input: InputFile) throws(ReadingError) {
    do throws(InputProblem) {
      try self.init(parsing: input)
    } catch {
      throw ReadingError(.badData, [error])
    }
  }

  private init(parsing input: InputFile) throws(InputProblem) {
    let top = try YAMLMapping(input, keys: ["name", "title", "scale", "official", "note", "factors"])
    let name = try top.text("name") ?? input.name
    var scale: Scale?
    if let text = try top.text("scale") {
      scale = Scale(named: text)
      if scale == nil {
        throw InputProblem(
          file: input.name, line: top.line("scale"),
          "\"\(text)\" is not a scale; zhima, fico, unit or LOW:HIGH was expected")
      }
    }
    guard let list = top.node("factors")?.sequence, !list.isEmpty else {
      throw InputProblem(
        file: input.name, line: top.line("factors"), "a list of factors was expected under \"factors\"")
    }
    var factors: [Factor] = []
    for node in list {
      factors.append(
        try Factor(
          YAMLMapping(
            node, file: input.name, what: "a factor",
            keys: ["name", "weight", "normalise", "low", "high", "better"]), line: node.mark?.line))
    }
    self.init(
      name: name, title: try top.text("title") ?? name, scale: scale, isOfficial: try top.flag("official"),
      note: try top.text("note") ?? "", factors: factors)
  }
}

extension Scorecard.Factor {
  private enum Better: String, CaseIterable {
    case high
    case low
  }

  fileprivate init(_ entry: YAMLMapping, line: Int?) throws(InputProblem) {
    func refuse(_ message: String) -> InputProblem { InputProblem(file: entry.file, line: line, message) }
    guard let name = try entry.text("name") else {
      throw refuse("a factor needs a \"name\": the column it is read from")
    }
    guard let weight = try entry.number("weight"), weight > 0 else {
      throw refuse("factor \"\(name)\" needs a \"weight\" above 0")
    }
    let low = try entry.number("low")
    let high = try entry.number("high")
    let normalisation = try entry.choice("normalise", of: Scorecard.Normalisation.self) ?? .range
    if normalisation == .range {
      guard let low, let high, low < high else {
        throw refuse("factor \"\(name)\" needs \"low\" and \"high\", low below high, or \"normalise: minmax\" or rank")
      }
    }
    self.init(
      name: name, weight: weight, normalisation: normalisation, low: low ?? 0, high: high ?? 1,
      isReversed: try entry.choice("better", of: Better.self) == .low)
  }
}
