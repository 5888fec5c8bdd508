import Analysis

extension ComparisonReport {
  /// Settings and inputs that differ.
  var making: [String] {
    let making = comparison.making
    var lines: [String] = []
    if !making.settings.isEmpty {
      let name = making.settings.map(\.name.count).max() ?? 0
      let room = max(8, (page.width - min(name, 40) - 6) / 2)
      var table = TextTable([("setting", .left), ("run 1", .left), ("run 2", .left)])
      for setting in making.settings {
        table.add([
          TextTable.Cell(TextTable.cut(setting.name, to: 40)),
          TextTable.Cell(TextTable.cut(setting.first ?? "-", to: room)),
          TextTable.Cell(TextTable.cut(setting.second ?? "-", to: room)),
        ])
      }
      lines += [""] + page.lines(table)
    }
    if !making.inputs.isEmpty {
      var table = TextTable([("input", .left), ("SHA-256, run 1", .left), ("run 2", .left)])
      for input in making.inputs {
        table.add([
          TextTable.Cell(input.name), TextTable.Cell(digest(input.first)), TextTable.Cell(digest(input.second)),
        ])
      }
      lines += [""] + page.lines(table)
    }
    let settings =
      making.relation == .otherCommand ? [] : [NumberText.count(making.equalSettings, "setting")]
    let equal = settings + [NumberText.count(making.equalInputs, "input")]
    return [page.heading("HOW THEY WERE MADE", "\(list(equal)) the same")] + lines
  }

  /// A digest, short as people compare them.
  private func digest(_ text: String?) -> String { text.map { String($0.prefix(16)) } ?? "-" }
}
