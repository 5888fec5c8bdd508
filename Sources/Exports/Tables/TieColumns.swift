import Analysis
import GraphModel
import Propagation

extension Examination {
  /// The columns of `ties.csv`: one row an arc and active layer.
  func tieColumns() -> (columns: [Column], rowCount: Int) {
    var rows: [(layer: Int, source: Int, target: Int, weight: Double, mixed: Double)] = []
    for (slot, index) in network.layers.enumerated() {
      let layer = society.layers[index]
      // The mix works on rowTies, whose rows have weights of their own scale; the share of the row is the same.
      let mixing = network.mix == .perLayer ? layer.rowTies : layer.ties
      for person in 0..<society.count {
        var mixed: [Int: Double] = [:]
        mixing.forEachTie(of: person) { mixed[$0] = network.mixedWeight($1, of: person, layer: slot) }
        layer.ties.forEachTie(of: person) { neighbor, weight in
          rows.append((index, person, neighbor, weight, mixed[neighbor] ?? 0))
        }
      }
    }
    let arcs = rows
    let ids = society.people.ids
    let names = society.layers.map(\.name)
    let columns = [
      Column("layer", .string, "the layer") { names[arcs[$0].layer] },
      Column("source", .string, "the person who is influenced") { ids[arcs[$0].source] },
      Column("target", .string, "the person who influences") { ids[arcs[$0].target] },
      Column("weight", .double, unit: "weight", "the weight in the layer") { Numerals.plain(arcs[$0].weight) },
      Column(
        "mixed_weight", .double, unit: "share",
        "what the tie counts in the source's network score; a person's rows add up to 1"
      ) {
        Numerals.plain(arcs[$0].mixed)
      },
    ]
    return (columns, arcs.count)
  }
}
