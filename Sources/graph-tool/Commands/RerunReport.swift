import Exports

/// What there is to say of a run that was made again.
struct RerunReport {
  /// The run.
  let run: String
  let comparison: RunFolderComparison
  /// Sentences without a full stop.
  let notes: [String]
  /// Where the new run is kept, if it is.
  let kept: String?

  /// How many files are shown.
  private static let shown = 20

  /// What `--json` prints.
  struct Value: Encodable {
    let run: String
    let equal: Bool
    let files: Int
    let bytes: Int
    let differences: [RunDifference]
    let versions: [String]
    let notes: [String]
    let kept: String?
  }

  var value: Value {
    Value(
      run: run, equal: comparison.differences.isEmpty, files: comparison.files, bytes: comparison.bytes,
      differences: comparison.differences, versions: comparison.versions, notes: allNotes, kept: kept)
  }

  /// The report, with a line end.
  func text(width: Int, isPlain: Bool) -> String {
    var lines = allNotes.map { "note: \($0)" }
    for difference in comparison.differences.prefix(Self.shown) { lines += text(of: difference, width: width) }
    let differing = comparison.differences.count
    if differing > Self.shown { lines.append("... and \(differing - Self.shown) more files") }
    let files = "\(comparison.files) \(comparison.files == 1 ? "file" : "files")"
    lines.append(
      differing == 0
        ? "equal: \(files), \(comparison.bytes) bytes" : "different: \(differing) of \(files)")
    if let kept { lines.append("the new run is in \(kept)") }
    let text = lines.joined(separator: "\n") + "\n"
    return isPlain ? text.replacing("…", with: "~") : text
  }

  private var allNotes: [String] {
    var all = notes
    if comparison.versions.count == 2 { all.append("run.json is compared without the version") }
    let pictures = comparison.pictures.count
    if pictures > 0 {
      all.append("\(pictures) \(pictures == 1 ? "picture is" : "pictures are") not part of the run, and left aside")
    }
    return all
  }

  private func text(of difference: RunDifference, width: Int) -> [String] {
    let name = difference.file
    switch difference.kind {
    case .missing: return ["\(name): it was not made again"]
    case .extra: return ["\(name): it is not in the run"]
    case .content:
      guard let line = difference.line else {
        return ["\(name): the first difference is at byte \(difference.byte ?? 0)"]
      }
      let sides = [("run", difference.first), ("again", difference.second)]
      return ["\(name), line \(line):"]
        + sides.map { label, text in
          "  \(label)\(String(repeating: " ", count: 7 - label.count))\(Self.cut(text ?? "", to: max(20, width - 10)))"
        }
    }
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }
}
