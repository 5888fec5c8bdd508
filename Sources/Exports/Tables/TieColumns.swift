import Analysis
import Compute
import GraphModel
import Propagation

extension Examination {
  /// `ties.csv`: one row an arc and active layer.
  func tieTable() -> Table {
    let headings = [
      Table.Heading(name: "layer", kind: .string, unit: "", meaning: "the layer"),
      Table.Heading(name: "source", kind: .string, unit: "", meaning: "the person who is influenced"),
      Table.Heading(name: "target", kind: .string, unit: "", meaning: "the person who influences"),
      Table.Heading(name: "weight", kind: .double, unit: "weight", meaning: "the weight in the layer"),
      Table.Heading(
        name: "mixed_weight", kind: .double, unit: "share",
        meaning: "what the tie counts in the source's network score; a person's rows add up to 1"),
    ]
    let people = society.count
    let layers = network.layers.map { society.layers[$0] }
    let names = TextList(layers.map(\.name)).asFields
    let ids = society.people.ids.asFields
    let network = network
    // A block lies in one layer: person p of active layer l has the position l * people + p.
    let blocks = layers.indices.flatMap { slot in
      layers[slot].ties.rowBlocks(arcsPerBlock: 1 << 14)
        .map { slot * people + $0.lowerBound..<slot * people + $0.upperBound }
    }
    return Table(file: "ties.csv", headings: headings, blocks: blocks) { block, text, turn in
      let slot = block.lowerBound / max(1, people)
      let layer = layers[slot]
      let ties = layer.ties
      // The mix works on rowTies, whose rows have weights of their own scale; the share of the row is the same.
      let mixing = network.mix == .perLayer && layer.scalesRows ? layer.rowTies : nil
      var row: [(neighbor: Int, weight: Double)] = []
      for person in (block.lowerBound - slot * people)..<(block.upperBound - slot * people) {
        row.removeAll(keepingCapacity: true)
        mixing?.forEachTie(of: person) { row.append(($0, $1)) }
        var place = 0
        ties.forEachTie(of: person) { neighbor, weight in
          var mixed = weight
          if mixing != nil {
            while place < row.count, row[place].neighbor < neighbor { place += 1 }
            mixed = place < row.count && row[place].neighbor == neighbor ? row[place].weight : 0
          }
          text.append(names.utf8(of: slot))
          text.append(0x2C as UInt8)
          text.append(ids.utf8(of: person))
          text.append(0x2C as UInt8)
          text.append(ids.utf8(of: neighbor))
          text.append(0x2C as UInt8)
          text.append(weight)
          text.append(0x2C as UInt8)
          text.append(network.mixedWeight(mixed, of: person, layer: slot))
          text.append(0x0A as UInt8)
          turn.spill(&text)
        }
      }
    }
  }
}
