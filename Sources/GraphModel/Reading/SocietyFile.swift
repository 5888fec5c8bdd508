import Yams

/// What `society.yaml` says.
struct SocietyFile {
  /// One entry under `layers`.
  struct LayerEntry {
    let name: String
    let file: String
    let kind: Layer.Kind
    /// `nil` where the entry does not say.
    let isDirected: Bool?
    let format: TieFormat
    let share: Double?
  }

  var scale: Scale?
  var scoreColumn: String?
  var scorecard: String?
  var wishes = SocietyWishes()
  /// The layers it names; empty if it names none.
  var layers: [LayerEntry] = []

  /// A society without a file of its own.
  init() {}

  /// Reads the file.
  init(_ input: InputFile) throws(InputProblem) {
    let top = try YAMLMapping(input, keys: ["scale", "score", "scorecard", "susceptibility", "mix", "layers"])
    if let text = try top.text("scale") {
      scale = Scale(named: text)
      if scale == nil {
        throw InputProblem(
          file: input.name, line: top.line("scale"),
          "\"\(text)\" is not a scale; zhima, fico, unit or LOW:HIGH was expected")
      }
    }
    scoreColumn = try top.text("score")
    scorecard = try top.text("scorecard")
    if scoreColumn != nil, scorecard != nil {
      throw InputProblem(
        file: input.name, line: top.line("scorecard"),
        "\"score\" and \"scorecard\" exclude each other; one was expected")
    }
    wishes = SocietyWishes(susceptibility: try top.text("susceptibility"), mix: try top.text("mix"))
    if let text = wishes.susceptibility, let number = Numerals.number(text), !(0...1).contains(number) {
      throw InputProblem(
        file: input.name, line: top.line("susceptibility"),
        "\"susceptibility\" is \"\(text)\"; a number from 0 to 1, a column or degree was expected")
    }
    if let mix = wishes.mix, mix != "per-layer", mix != "pooled" {
      throw InputProblem(
        file: input.name, line: top.line("mix"), "\"mix\" is \"\(mix)\"; per-layer or pooled was expected")
    }
    guard let node = top.node("layers") else { return }
    for entry in try YAMLMapping(node, file: input.name, what: "\"layers\"", keys: []).entries {
      layers.append(try Self.layer(entry.key, entry.value, line: entry.line, file: input.name))
    }
    if !layers.isEmpty, layers.allSatisfy({ $0.share == 0 }) {
      throw InputProblem(
        file: input.name, line: top.line("layers"), "every layer has weight 0; one above 0 was expected")
    }
  }

  private static func layer(_ name: String, _ node: Node, line: Int, file: String) throws(InputProblem) -> LayerEntry {
    if let problem = TieReader.problem(withLayerName: name) { throw InputProblem(file: file, line: line, problem) }
    let fields = try YAMLMapping(
      node, file: file, what: "layer \"\(name)\"", keys: ["file", "kind", "directed", "weight", "format"])
    guard let path = try fields.text("file") else {
      throw InputProblem(file: file, line: line, "layer \"\(name)\" needs a \"file\"")
    }
    let kind = try fields.choice("kind", of: Layer.Kind.self) ?? (name == "transaction" ? .transaction : .friendship)
    let isDirected = try fields.flag("directed")
    if kind == .transaction, isDirected != nil {
      throw InputProblem(
        file: file, line: fields.line("directed"),
        "layer \"\(name)\" holds payments; their direction is chosen with --direction, not with \"directed\"")
    }
    let share = try fields.number("weight")
    if let share, share < 0 {
      throw InputProblem(file: file, line: fields.line("weight"), "\"weight\" is below 0; 0 or more was expected")
    }
    return LayerEntry(
      name: name, file: path, kind: kind, isDirected: isDirected,
      format: try fields.choice("format", of: TieFormat.self) ?? .auto, share: share)
  }
}
