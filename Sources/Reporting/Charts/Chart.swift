/// A picture with all that belongs to it: what to see, in words for those who cannot, and the numbers behind it.
struct Chart: Sendable {
  /// A name in lower case and hyphens: of the file, and of the place on the page.
  let id: String
  /// What it shows.
  let title: String
  /// What to see, made from the numbers.
  let caption: String
  /// The picture in words, for those who do not see it.
  let alternative: String
  /// The picture for a screen or paper.
  let wide: Drawing
  /// The picture for a phone; `nil` if the wide one is drawn smaller.
  let narrow: Drawing?
  /// The numbers.
  let table: ChartTable

  /// How wide pictures are drawn, in units of about a pixel.
  static let widths = (wide: 720.0, narrow: 360.0)

  /// A chart that is drawn for both widths.
  init(
    id: String, title: String, caption: String, alternative: String, table: ChartTable, draw: (Double) -> Drawing
  ) {
    self.id = id
    self.title = title
    self.caption = caption
    self.alternative = alternative
    self.table = table
    wide = draw(Self.widths.wide)
    narrow = draw(Self.widths.narrow)
  }

  /// A chart with one picture for all widths.
  init(id: String, title: String, caption: String, alternative: String, table: ChartTable, drawing: Drawing) {
    self.id = id
    self.title = title
    self.caption = caption
    self.alternative = alternative
    self.table = table
    wide = drawing
    narrow = nil
  }

  /// The wide picture as a file of its own, on white.
  var svg: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="\(Drawing.number(wide.width))" height="\(Drawing.number(wide.height))" \
    viewBox="0 0 \(Drawing.number(wide.width)) \(Drawing.number(wide.height))" role="img">
    <title>\(MarkupText.escaped(title))</title>
    <desc>\(MarkupText.escaped(caption))</desc>
    <style>\(Self.fileStyle)</style>
    <rect width="100%" height="100%" fill="#ffffff"/>
    \(wide.marks)</svg>

    """
  }

  /// What the roles of `Style` and `Drawing.TextRole` look like on white paper.
  static let fileStyle = """
    text{font-family:Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;font-size:12px;fill:#1c2024}\
    .u{fill:#5a636d}.b{font-weight:bold}.h{stroke:#fff;stroke-width:3px;paint-order:stroke;stroke-linejoin:round}\
    .g{stroke:#e1e5e9;fill:none}.a{stroke:#8a939c;fill:none}.s{stroke:#1c2024}.l{stroke:#d55e00;stroke-width:2.6px}.i{fill:#1c2024}.p{fill:#fff}
    """
}
