import Analysis
import GraphModel
import Simulation

extension SimulationReport {
  /// People by tier, and how they went from one to another.
  var tiers: [String] {
    guard let first = records.first, let last = findings.last, first.tiers.count > 1 else { return [] }
    var people = TextTable([
      ("tier", .left), ("first", .right), ("last", .right), ("change", .right), ("", .left),
    ])
    let largest = last.tiers.max() ?? 0
    for tier in last.tiers.indices.reversed() {
      let change = last.tiers[tier] - first.tiers[tier]
      people.add([
        TextTable.Cell(tierName(tier)), "\(NumberText.count(first.tiers[tier]))",
        TextTable.Cell(NumberText.count(last.tiers[tier]), .heading),
        "\(change > 0 ? "+" : "")\(NumberText.count(change))",
        TextTable.Cell(Bars.bar(last.tiers[tier], of: largest, width: 24, isPlain: isPlain), .accent),
      ])
    }
    let flows = Self.sum(records.map(\.flows))
    let moves = flows.indices.reduce(0) { sum, row in sum + flows[row].reduce(0, +) - flows[row][row] }
    let aside = periods == 0 ? "" : "\(NumberText.count(moves, "change")) of tier"
    return [page.heading("TIERS", aside), ""] + page.lines(people) + self.flows(flows)
  }

  /// People by the tier of one period and of the next, over the whole run.
  private func flows(_ flows: [[Int]]) -> [String] {
    guard !flows.isEmpty else { return [] }
    let names = flows.indices.map(tierName)
    let table = TierMatrix(flows, names: names, corner: "from, to", page).table ?? directions(flows, names)
    let mobility =
      Mobility(flows).shorrocks.map {
        " Shorrocks' mobility of a period: \(NumberText.fixed($0, 3)) (0: everyone stays; 1: the next tier does not depend on the last)."
      } ?? ""
    return [""] + page.lines(table)
      + page.note(
        "Of people in the tier at the left, where they are a period later, over all periods; -: none.\(mobility)")
  }

  /// Whether people stayed or moved, for more tiers than a table holds.
  private func directions(_ flows: [[Int]], _ names: [String]) -> TextTable {
    var table = TextTable([("from", .left), ("stay", .right), ("go up", .right), ("go down", .right)])
    for row in flows.indices.reversed() {
      let sum = flows[row].reduce(0, +)
      func share(_ part: ArraySlice<Int>) -> String {
        sum > 0 ? NumberText.percent(Double(part.reduce(0, +)) / Double(sum)) : "-"
      }
      table.add([
        TextTable.Cell(names[row]), "\(share(flows[row][row...row]))",
        TextTable.Cell(share(flows[row][(row + 1)...]), .good), TextTable.Cell(share(flows[row][..<row]), .bad),
      ])
    }
    return table
  }

  private static func sum(_ flows: [[[Int]]]) -> [[Int]] {
    let tables = flows.filter { !$0.isEmpty }
    guard var sum = tables.first else { return [] }
    for table in tables.dropFirst() {
      for row in table.indices {
        for column in table[row].indices { sum[row][column] += table[row][column] }
      }
    }
    return sum
  }

  /// What a tier is called: by the scale, or by its range where the scenario has cuts of its own.
  func tierName(_ tier: Int) -> String { findings.tierNames[tier] }
}
