/// Where nodes are drawn, how large and in what colour.
struct NodeDrawing: Sendable {
  /// A colour, red, green and blue from 0 to 255.
  typealias Colour = (red: UInt8, green: UInt8, blue: UInt8)

  /// From left to right.
  let x: [Double]
  /// From bottom to top.
  let y: [Double]
  /// How large each node is, as Gephi counts it: a diameter in the units of the places.
  let size: [Double]
  /// The colour of each node.
  let colours: [Colour]

  /// The drawing as columns, by the names that Gephi's reader of GraphML takes for it: x, y, size, r, g, b.
  ///
  /// - Parameter position: the node of a row.
  func columns(position: @escaping @Sendable (Int) -> Int) -> [Column] {
    let (x, y, size, colours) = (x, y, size, colours)
    func count(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Colour) -> UInt8) -> Column {
      Column(name, .int, meaning, .counts { Int(value(colours[position($0)])) })
    }
    return [
      Column("x", .double, "where the node is drawn, from left to right", .numbers { x[position($0)] }),
      Column("y", .double, "where the node is drawn, from bottom to top", .numbers { y[position($0)] }),
      Column("size", .double, "how large the node is drawn", .numbers { size[position($0)] }),
      count("r", "the red part of its colour, 0 to 255") { $0.red },
      count("g", "the green part of its colour, 0 to 255") { $0.green },
      count("b", "the blue part of its colour, 0 to 255") { $0.blue },
    ]
  }
}
