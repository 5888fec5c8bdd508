import Analysis
import Experiments

extension StudyPage {
  /// What was run, and what was asked of each run.
  var experiment: WebPage.Section {
    var parts = [text.design, "\(text.progress) \(text.sharing)", text.stopping].filter { !$0.isEmpty }.map {
      HTMLText.paragraph($0)
    }
    if !findings.factors.isEmpty {
      let rows = findings.factors.prefix(60).map { factor in
        let values =
          factor.range.map {
            "\(NumberText.plain($0.low)) to \(NumberText.plain($0.high))\($0.isLogarithmic ? ", log scale" : "")"
          }
          ?? factor.levels.prefix(20).map { MarkupText.cut($0.label, to: 40) }.joined(separator: ", ")
          + (factor.levels.count > 20 ? ", and \(NumberText.count(factor.levels.count - 20)) more" : "")
        let against = findings.comparisons.first { $0.factor == factor.name }?.against ?? "-"
        return
          "<tr><th scope=\"row\">\(HTMLText.name(factor.name))</th>\(HTMLText.element("td", factor.setting ?? "arms"))\(HTMLText.element("td", values))<td>\(HTMLText.name(against))</td></tr>"
      }
      parts.append("<h3>What varies</h3>")
      parts.append(
        table("What varies", head: ["factor", "setting", "values", "compared with"], rows: Array(rows)))
    }
    return WebPage.Section(id: "experiment", title: "The experiment", short: "Experiment", parts: parts)
  }

  /// What to be careful about.
  var careful: WebPage.Section {
    let sentences = text.cautionSentences.map { HTMLText.element("li", $0) }
    return WebPage.Section(
      id: "careful", title: "What to be careful about", short: "Care",
      parts: sentences.isEmpty ? [] : ["<ul>\n\(sentences.joined(separator: "\n"))\n</ul>"])
  }

  /// Runs that failed; nothing if none did.
  var failures: WebPage.Section {
    let count = findings.runs.failed
    guard count > 0 else { return WebPage.Section(id: "failures", title: "", short: "", parts: []) }
    let rows = findings.failures.prefix(20).map { failure in
      let name = findings.cells.firstIndex { $0.cell == failure.cell }.map(text.name(of:)) ?? String(failure.cell)
      return
        "<tr><td class=\"n\">\(NumberText.count(failure.run))</td><td>\(HTMLText.name(name))</td><td class=\"n\">\(NumberText.count(failure.replicate))</td>\(HTMLText.element("td", MarkupText.cut(failure.message, to: 400)))</tr>"
    }
    let more = count - rows.count
    return WebPage.Section(
      id: "failures", title: "Runs that failed", short: "Failures",
      parts: [
        HTMLText.paragraph(
          "\(NumberText.count(count, "run")) failed and \(count == 1 ? "is" : "are") left out above.\(more > 0 ? " The first \(NumberText.count(rows.count)):" : "")"
        ), table("Runs that failed", head: ["run", "cell", "replicate", "why"], rows: Array(rows)),
      ])
  }

  private func table(_ label: String, head: [String], rows: [String]) -> String {
    let heads = head.map { HTMLText.element("th", $0, " scope=\"col\"") }
    return HTMLText.scrolling(
      label, "<thead><tr>\(heads.joined())</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody>",
      class: "made")
  }

  /// How the study was made.
  var made: WebPage.Section {
    var settings = [
      "design": findings.design.kind, "replicates": "\(findings.replicates) of at most \(findings.mostReplicates)",
      "random_numbers": findings.randomNumbers.rawValue, "society": findings.societies.rawValue,
      "level": NumberText.plain(findings.level), "until": findings.until ?? "none",
    ]
    if !findings.versions.isEmpty { settings["versions of runs"] = findings.versions.prefix(8).joined(separator: ", ") }
    let record = RunRecord(version: version, command: command, seed: findings.seed, settings: settings, inputs: [])
    var section = record.section([], certainty: [])
    section.parts += HTMLText.files(
      findings.files.prefix(200).map { (name: "\($0.name) (\($0.role))", bytes: $0.bytes, sha256: $0.sha256) })
    return section
  }
}
