/// Small pictures out of characters.
enum Bars {
  /// A bar of a length in eighths of a character; a value above 0 always shows.
  static func bar(_ value: Int, of largest: Int, width: Int) -> String {
    guard value > 0, largest > 0 else { return "" }
    let eighths = max(1, Int((Double(value) / Double(largest) * Double(width * 8)).rounded()))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// A line over a range: `├──○──●──┤` from low to high, with two marks.
  static func spread(
    low: Double, high: Double, own: Double, public score: Double, over range: ClosedRange<Double>, width: Int
  ) -> String {
    func place(_ value: Double) -> Int {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return min(max(Int((share * Double(width - 1)).rounded()), 0), width - 1)
    }
    var cells = [Character](repeating: " ", count: width)
    for position in place(low)...max(place(low), place(high)) { cells[position] = "─" }
    cells[place(low)] = "├"
    cells[place(high)] = "┤"
    cells[place(own)] = "○"
    cells[place(score)] = "●"
    return String(cells)
  }
}
