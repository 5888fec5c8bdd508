/// Where a layer comes from and what it is, before it is read.
struct LayerSource {
  let name: String
  /// The path of the file.
  let path: String
  /// The name of the file in messages.
  let fileName: String
  let kind: Layer.Kind
  /// Whether ties go one way, or `nil` where nobody says.
  let isDirected: Bool?
  /// The format of the file.
  var format = TieFormat.auto
  /// Its share in the mix, or `nil`.
  let share: Double?
  /// Whether it is an edge list on its own, to which the options of such a list apply.
  var isAlone = false
}

/// A file of ties that is open, and how it is written.
struct OpenTies {
  let source: LayerSource
  let input: InputFile
  let layout: TieLayout
  /// Whether ties go one way.
  let isDirected: Bool
  /// What was assumed of the file.
  let notices: [Notice]

  /// Looks at the beginning of a file.
  ///
  /// - Throws: what the beginning says that cannot be read or does not fit what was asked.
  init(_ source: LayerSource, _ input: InputFile) throws(InputProblem) {
    self.source = source
    self.input = input
    layout = try FormatDetector.layout(of: input, named: source.format)
    // The direction of payments is chosen with an option, whatever the file says.
    let isPayment = source.kind == .transaction
    isDirected = isPayment ? false : try layout.isDirected(asked: source.isDirected, file: input.name)
    var notices = layout.notices(asked: source.isDirected, file: input.name, tellsDirection: !isPayment)
    if source.isDirected == nil, source.isAlone, layout.direction == nil {
      notices.append(Notice(.assumed, "ties in \(input.name) go both ways (--directed)"))
    }
    self.notices = notices
  }
}
