import Analysis
import GraphModel

extension RunRecord {
  /// The section of a page.
  ///
  /// - Parameters:
  ///   - notices: what was assumed, merged, dropped and ignored.
  ///   - certainty: how sure the numbers are, a sentence or more.
  func section(_ notices: [Notice], certainty: [String]) -> WebPage.Section {
    var parts = [
      HTMLText.paragraph("The command, with graph-tool \(version):"),
      "<pre><code>\(MarkupText.escaped(MarkupText.cut(MarkupText.visible(command.joined(separator: " ")), to: 2000)))</code></pre>",
    ]
    parts += certainty.filter { !$0.isEmpty }.map { HTMLText.paragraph($0) }
    if !notices.isEmpty {
      let order: [Notice.Kind] = [.assumed, .merged, .dropped, .changed, .ignored]
      let sorted = order.flatMap { kind in notices.filter { $0.kind == kind } }
      parts.append("<h3>What was assumed, merged, dropped</h3>")
      parts.append(
        HTMLText.pairs(
          sorted.map { ($0.kind.rawValue, MarkupText.cut($0.text, to: 600)) }, caption: "What was done to the input"))
    }
    let chosen = settings.sorted { $0.key < $1.key }.map { (name: $0.key, value: MarkupText.cut($0.value, to: 300)) }
    parts.append("<h3>Settings</h3>")
    parts.append(HTMLText.pairs([("seed", String(seed))] + chosen, caption: "Settings"))
    parts += HTMLText.files(inputs.map { ($0.name, $0.bytes, $0.sha256) })
    return WebPage.Section(id: "made", title: "How it was made", short: "How it was made", parts: parts)
  }
}

extension HTMLText {
  /// A heading and a table of files with their digests; nothing without files.
  static func files(_ files: [(name: String, bytes: Int, sha256: String)]) -> [String] {
    guard !files.isEmpty else { return [] }
    let rows = files.map { file in
      "<tr>\(element("th", MarkupText.cut(file.name, to: 300), " scope=\"row\""))\(element("td", NumberText.count(file.bytes, "byte")))<td><code>\(MarkupText.escaped(file.sha256))</code></td></tr>"
    }
    return [
      "<h3>What was read</h3>",
      scrolling(
        "Files that were read",
        "<thead><tr><th scope=\"col\">file</th><th scope=\"col\">size</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody>",
        class: "made"),
    ]
  }
}
