/// Small pictures of one kind side by side, in as many columns as the width has room for.
struct PanelGrid: Sendable {
  let count: Int
  let columns: Int
  let width: Double
  /// Where the first row begins.
  let top: Double
  /// How much room numbers need at the left of each.
  let left: Double
  /// How high the part for marks is.
  let height: Double

  /// What stands above the marks of a panel, and below.
  private static let (head, foot) = (24.0, 46.0)

  /// A grid.
  ///
  /// - Parameters:
  ///   - count: how many panels there are.
  ///   - width: how wide the picture is.
  ///   - top: where the first row begins.
  ///   - left: how much room numbers need at the left of each.
  init(_ count: Int, width: Double, top: Double, left: Double) {
    self.count = count
    self.width = width
    self.top = top
    self.left = left
    columns = width < 500 || count < 2 ? 1 : count == 2 || count == 4 ? 2 : 3
    height = count == 1 ? (width < 500 ? 200 : 250) : columns == 1 ? 150 : 160
  }

  /// The part of a panel for marks.
  func plot(_ index: Int) -> Plot {
    let (row, column) = (index / columns, index % columns)
    let size = width / Double(columns)
    let start = top + Double(row) * (Self.head + height + Self.foot) + Self.head
    return Plot(
      left: Double(column) * size + left, top: start, right: Double(column + 1) * size - 14, bottom: start + height)
  }

  /// How high the whole picture is.
  var bottom: Double {
    let rows = (count + columns - 1) / max(1, columns)
    return top + Double(rows) * (Self.head + height + Self.foot)
  }
}
