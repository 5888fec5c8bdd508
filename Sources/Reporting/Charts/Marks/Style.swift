/// How a mark looks.
struct Style: Sendable {
  /// What a mark is, where the page decides its colour: dark on light paper, light on a dark screen.
  enum Role: String, Sendable {
    /// A line that helps to read off.
    case grid = "g"
    /// A line that bounds.
    case axis = "a"
    /// A line or outline of the picture itself.
    case stroke = "s"
    /// A surface of the picture itself.
    case ink = "i"
    /// The colour of the paper.
    case paper = "p"
    /// A line or outline that warns: somebody on the blacklist.
    case warning = "s l"
  }

  var role: Role?
  var fill: Colour?
  var isUnfilled = false
  var fillOpacity: Double?
  var stroke: Colour?
  var strokeWidth: Double?
  var strokeOpacity: Double?
  var dash: String?

  /// The look of a role, perhaps fainter.
  static func role(_ role: Role, opacity: Double? = nil, width: Double? = nil, dash: String? = nil) -> Style {
    let isSurface = role == .ink || role == .paper
    return Style(
      role: role, fillOpacity: isSurface ? opacity : nil, strokeWidth: width, strokeOpacity: isSurface ? nil : opacity,
      dash: dash)
  }

  /// A surface.
  static func fill(_ colour: Colour, opacity: Double? = nil) -> Style { Style(fill: colour, fillOpacity: opacity) }

  /// A surface with the thin outline that sets it off from paper of any colour, or with one that warns.
  static func outlined(_ colour: Colour, warns: Bool = false) -> Style {
    Style(role: warns ? .warning : .stroke, fill: colour, strokeWidth: 0.8)
  }

  /// A line.
  static func line(_ colour: Colour, width: Double = 2, opacity: Double? = nil, dash: String? = nil) -> Style {
    Style(
      isUnfilled: true, stroke: colour, strokeWidth: width, strokeOpacity: opacity, dash: dash)
  }

  /// The attributes, each with a blank before it.
  var attributes: String {
    var text = ""
    func add(_ name: String, _ value: String?) { if let value { text += " \(name)=\"\(value)\"" } }
    add("class", role?.rawValue)
    add("fill", isUnfilled ? "none" : fill?.hex)
    add("fill-opacity", fillOpacity.map { Drawing.number($0, 3) })
    add("stroke", stroke?.hex)
    add("stroke-width", strokeWidth.map { Drawing.number($0, 2) })
    add("stroke-opacity", strokeOpacity.map { Drawing.number($0, 3) })
    add("stroke-dasharray", dash)
    return text
  }
}
