/// A picture: marks in SVG, those behind first.
///
/// Marks whose place is not a finite number are left out: a picture never holds `nan`.
struct Drawing: Sendable {
  /// How large the picture is, in units of about a pixel.
  let width: Double
  let height: Double
  /// The marks, as text.
  private(set) var marks = ""

  /// Nothing yet.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Where a text stands at its place.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// How a text looks.
  enum TextRole: String {
    /// What is read.
    case plain = "t"
    /// What explains: axes, notes.
    case faint = "u"
    /// What stands out.
    case strong = "b"
    /// What stands on other marks: with a rim in the colour of the paper.
    case onMarks = "h"
    /// What stands out on other marks.
    case strongOnMarks = "b h"
  }

  /// About how wide a letter is.
  static let letterWidth = 6.9
  /// About how wide a letter is that stands out.
  static let strongLetterWidth = 7.9

  mutating func rect(
    x: Double, y: Double, width: Double, height: Double, _ style: Style, rounded: Double = 0, tip: String? = nil
  ) {
    guard [x, y, width, height].allSatisfy(\.isFinite), width >= 0, height >= 0 else { return }
    let corner = rounded > 0 ? " rx=\"\(Self.number(rounded))\"" : ""
    add(
      "rect",
      " x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" height=\"\(Self.number(height))\"\(corner)",
      style, tip)
  }

  mutating func circle(
    x: Double, y: Double, radius: Double, _ style: Style, tip: String? = nil, attributes: String = ""
  ) {
    guard [x, y, radius].allSatisfy(\.isFinite), radius >= 0 else { return }
    add(
      "circle", " cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\"\(attributes)", style,
      tip)
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: Style, tip: String? = nil) {
    guard [x1, y1, x2, y2].allSatisfy(\.isFinite) else { return }
    add(
      "line",
      " x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\"", style,
      tip)
  }

  /// A line or a surface.
  ///
  /// - Parameter keepsEmpty: whether a path without a point is a mark all the same, for scripts to fill.
  mutating func path(
    _ path: PathText, _ style: Style, tip: String? = nil, attributes: String = "", keepsEmpty: Bool = false
  ) {
    guard keepsEmpty || !path.text.isEmpty else { return }
    var style = style
    // A path without a colour of its own is a line.
    if style.role == .stroke, style.fill == nil { style.isUnfilled = true }
    add("path", " d=\"\(path.text)\"\(attributes)", style, tip)
  }

  /// Text that stands with its base line at a place; it is escaped here.
  mutating func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, _ role: TextRole = .plain, attributes: String = ""
  ) {
    guard x.isFinite, y.isFinite, !text.isEmpty else { return }
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    marks +=
      "<text class=\"\(role.rawValue)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(place)\(attributes)>\(MarkupText.escaped(text))</text>\n"
  }

  /// Marks that belong together.
  ///
  /// - Parameter attributes: those of the group, each with a blank before it.
  mutating func group(_ attributes: String, _ body: (inout Drawing) -> Void) {
    marks += "<g\(attributes)>\n"
    body(&self)
    marks += "</g>\n"
  }

  private mutating func add(_ name: String, _ geometry: String, _ style: Style, _ tip: String?) {
    marks += "<\(name)\(geometry)\(style.attributes)"
    if let tip {
      marks += "><title>\(MarkupText.escaped(tip))</title></\(name)>\n"
    } else {
      marks += "/>\n"
    }
  }

  /// A number with a few decimals, as short as it can be.
  static func number(_ value: Double, _ decimals: Int = 1) -> String {
    let text = NumberText.fixed(value, decimals)
    guard text.contains(".") else { return text }
    var end = text.endIndex
    while text[text.index(before: end)] == "0" { end = text.index(before: end) }
    if text[text.index(before: end)] == "." { end = text.index(before: end) }
    return String(text[..<end])
  }
}
