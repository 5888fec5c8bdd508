extension Chart {
  /// The chart on a page: the picture in both widths, the caption, the table behind it and what can be taken along.
  ///
  /// - Parameters:
  ///   - before: markup above the picture.
  ///   - after: markup below the picture.
  ///   - attributes: more attributes of the figure, each with a blank before it.
  ///   - plot: a class of the picture, or empty.
  func figure(before: String = "", after: String = "", attributes: String = "", plot: String = "") -> String {
    let pictures: String
    if let narrow {
      pictures =
        "<div class=\"plot wide\">\(markup(wide))</div><div class=\"plot narrow\">\(markup(narrow))</div>"
    } else {
      pictures = "<div class=\"plot\(plot.isEmpty ? "" : " " + plot)\">\(markup(wide))</div>"
    }
    let title = MarkupText.escaped(title)
    return """
      <figure id="\(id)"\(narrow == nil ? "" : " class=\"both\"")\(attributes)>
      <h3>\(title)</h3>
      \(before)\(pictures)\(after)
      <figcaption>\(MarkupText.escaped(caption))</figcaption>
      <details><summary>The numbers behind it: \(title)</summary>
      <div class="tools"><button type="button" data-do="copy">Copy table</button>\
      <button type="button" data-do="csv">Table as CSV</button>\
      <button type="button" data-do="svg">Picture as SVG</button></div>
      <div class="scroll" tabindex="0" role="region" aria-label="Table: \(title)">\(table.html)</div>
      </details>
      </figure>
      """
  }

  /// The wide picture alone, under its title.
  var picture: String { "<h3>\(MarkupText.escaped(title))</h3><div class=\"plot\">\(markup(wide))</div>" }

  /// A drawing that only a phone shows.
  static func onlyNarrow(_ drawing: Drawing) -> String {
    "<div class=\"onlynarrow\" aria-hidden=\"true\"><svg viewBox=\"0 0 \(Drawing.number(drawing.width)) \(Drawing.number(drawing.height))\">\(drawing.marks)</svg></div>"
  }

  private func markup(_ drawing: Drawing) -> String {
    """
    <svg viewBox="0 0 \(Drawing.number(drawing.width)) \(Drawing.number(drawing.height))" role="img" \
    aria-label="\(MarkupText.escaped(alternative))">
    \(drawing.marks)</svg>
    """
  }
}

extension ChartTable {
  /// The table as markup; numbers carry their full value for sorting and for files.
  var html: String {
    var text = "<table class=\"sortable\"><thead><tr>"
    for column in columns {
      text += "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(MarkupText.escaped(column.name))</th>"
    }
    text += "</tr></thead><tbody>\n"
    for row in rows {
      text += "<tr>"
      for (column, cell) in zip(columns, row) {
        if column.isNumber {
          text += "<td class=\"n\" data-v=\"\(Self.plain(cell, column))\">\(MarkupText.escaped(cell.text))</td>"
        } else {
          text += "<td>\(HTMLText.name(cell.text))</td>"
        }
      }
      text += "</tr>\n"
    }
    return text + "</tbody></table>"
  }
}
