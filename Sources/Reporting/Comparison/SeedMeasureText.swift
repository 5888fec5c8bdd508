/// What a measure that is compared over seeds is called, and how its numbers are written.
struct SeedMeasureText {
  let title: String
  private let decimals: Int
  private let factor: Double

  /// - Parameters:
  ///   - name: the column of `periods.csv`.
  ///   - points: how many decimals scores get.
  init(_ name: String, _ points: Int) {
    let layer = name.hasPrefix("ties_") ? TextTable.cut(String(name.dropFirst(5)), to: 14) : nil
    (title, decimals, factor) =
      switch name {
      case "own_mean": ("own score, mean", points, 1)
      case "own_sd": ("own score, sd", points, 1)
      case "public_mean": ("public score, mean", points, 1)
      case "public_sd": ("public score, sd", points, 1)
      case "own_assortativity": ("assortativity, own", 3, 1)
      case "public_assortativity": ("assortativity, public", 3, 1)
      case "own_between_first": ("between, own, %", 1, 100)
      case "public_between_first": ("between, public, %", 1, 100)
      case "own_gap_first": ("gap, own", points, 1)
      case "public_gap_first": ("gap, public", points, 1)
      case "isolated": ("without ties", 1, 1)
      case "friendless": ("without friends", 1, 1)
      case "listed": ("listed", 1, 1)
      case "largest_opinion": ("commonest opinion, %", 1, 100)
      default: (layer.map { "ties of \($0)" } ?? TextTable.cut(name, to: 22), 1, 1)
      }
  }

  /// A value, or `-`.
  func text(_ value: Double?) -> String { NumberText.fixed(value.map { $0 * factor }, decimals) }

  /// A value of a run: counts are whole.
  func whole(_ value: Double?) -> String {
    guard let value, factor == 1, decimals == 1, value.rounded() == value else { return text(value) }
    return NumberText.count(Int(value))
  }

  /// A difference with its sign, or `-`.
  func change(_ value: Double?) -> String { value.map { NumberText.signed($0 * factor, decimals) } ?? "-" }
}
