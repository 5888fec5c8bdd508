/// Small pictures out of characters.
enum Bars {
  /// A bar of a length in eighths of a character, or of whole ones in ASCII; a value above 0 always shows.
  static func bar(_ value: Int, of largest: Int, width: Int, isPlain: Bool = false) -> String {
    guard value > 0, largest > 0 else { return "" }
    if isPlain {
      return String(repeating: "#", count: max(1, Int((Double(value) / Double(largest) * Double(width)).rounded())))
    }
    let eighths = max(1, Int((Double(value) / Double(largest) * Double(width * 8)).rounded()))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  /// One character for a share of the whole, the darker the more; a blank for nothing.
  static func shade(_ share: Double, isPlain: Bool) -> String {
    guard share > 0 else { return " " }
    let shades = isPlain ? [".", ":", "+", "#"] : ["░", "▒", "▓", "█"]
    return shades[min(3, Int(share * 4))]
  }

  /// A line over a range: `├──○──●──┤` from low to high, with two marks; `|--o--*--|` in ASCII.
  static func spread(
    low: Double, high: Double, own: Double, public score: Double, over range: ClosedRange<Double>, width: Int,
    isPlain: Bool = false
  ) -> String {
    func place(_ value: Double) -> Int {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return min(max(Int((share * Double(width - 1)).rounded()), 0), width - 1)
    }
    var cells = [Character](repeating: " ", count: width)
    for position in place(low)...max(place(low), place(high)) { cells[position] = isPlain ? "-" : "─" }
    cells[place(low)] = isPlain ? "|" : "├"
    cells[place(high)] = isPlain ? "|" : "┤"
    cells[place(own)] = ownMark(isPlain: isPlain)
    cells[place(score)] = publicMark(isPlain: isPlain)
    return String(cells)
  }

  /// The mark of a mean own score.
  static func ownMark(isPlain: Bool) -> Character { isPlain ? "o" : "○" }

  /// The mark of a mean public score.
  static func publicMark(isPlain: Bool) -> Character { isPlain ? "*" : "●" }
}
