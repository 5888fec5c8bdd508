/// A page of a report: one file that needs nothing beside it and asks nothing of a network.
struct WebPage {
  /// A part of the page with a heading.
  struct Section {
    /// The place on the page.
    let id: String
    /// The heading.
    let title: String
    /// The heading in the list of contents.
    let short: String
    /// What stands there, as markup.
    var parts: [String]
  }

  /// The heading of the page, from data.
  let title: String
  /// What the page is about, in a line.
  let lead: String
  /// The answers in short.
  let short: [String]
  /// A few numbers that describe the society: a name and markup each.
  let facts: [(name: String, markup: String)]
  /// The parts; those without content are left out.
  let sections: [Section]
  /// What the script reads, as elements.
  let data: String
  /// The last line, as text.
  let foot: String

  /// The page as text.
  var html: String {
    let sections = sections.filter { !$0.parts.isEmpty }
    let links = sections.map { "<li><a href=\"#\($0.id)\">\(MarkupText.escaped($0.short))</a></li>" }
    let answers = short.map { HTMLText.element("li", $0) }
    let numbers = facts.map { "<div><dt>\(MarkupText.escaped($0.name))</dt><dd>\($0.markup)</dd></div>" }
    let name = MarkupText.cut(title, to: 120)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="generator" content="graph-tool">
      <title>\(MarkupText.escaped(name))</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <a class="skip" href="#main">To the report</a>
      <header>
      <h1>\(HTMLText.element("bdi", name))</h1>
      \(HTMLText.paragraph(lead, " class=\"lead\""))
      <dl class="facts">
      \(numbers.joined(separator: "\n"))
      </dl>
      <nav aria-label="Contents"><ul>
      \(links.joined(separator: "\n"))
      </ul></nav>
      </header>
      <main id="main">
      \(answers.isEmpty ? "" : "<section class=\"short\" aria-label=\"In short\"><h2>In short</h2><ul>\n\(answers.joined(separator: "\n"))\n</ul></section>")
      \(sections.map(Self.markup).joined(separator: "\n"))
      </main>
      <footer>\(HTMLText.paragraph(foot))</footer>
      <script type="text/plain" id="file-style">\(Chart.fileStyle)</script>
      \(data)
      <script>\(Self.script)</script>
      </body>
      </html>

      """
  }

  private static func markup(_ section: Section) -> String {
    """
    <section id="\(section.id)" aria-labelledby="\(section.id)-title">
    <h2 id="\(section.id)-title">\(MarkupText.escaped(section.title))</h2>
    \(section.parts.joined(separator: "\n"))
    </section>
    """
  }

  private static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
  private static let script = String(decoding: PackageResources.page_js, as: UTF8.self)
}
