import Compute

/// The table that `--timings` prints: what each phase took.
struct TimingTable {
  let records: [Watch.Record]
  /// The whole command, in seconds.
  let seconds: Double
  let peakMemory: Int?

  /// The lines, without line ends.
  var lines: [String] {
    var rows = [["phase", "seconds", "bytes", "ties", "ties/s", "peak memory"]]
    for record in records {
      rows.append([
        record.phase.name, Self.seconds(record.seconds), record.work.bytes.map { Quantity.bytes(Double($0)) } ?? "",
        record.work.ties.map { Quantity.count(Double($0)) } ?? "",
        record.work.ties.map { Quantity.count(Double($0) / max(record.seconds, 1e-9)) } ?? "",
        record.peakMemory.map { Quantity.bytes(Double($0)) } ?? "",
      ])
    }
    let rest = seconds - records.reduce(0) { $0 + $1.seconds }
    rows.append(["everything else", Self.seconds(max(0, rest)), "", "", "", ""])
    rows.append([
      "whole command", Self.seconds(seconds), "", "", "", peakMemory.map { Quantity.bytes(Double($0)) } ?? "",
    ])
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func seconds(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
