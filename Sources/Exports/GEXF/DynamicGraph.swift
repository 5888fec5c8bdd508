import Compute
import GraphModel
import Simulation

/// A society over time, ready to be written as GEXF.
///
/// Times are whole periods, and both ends of a stretch belong to it, as GEXF has it since 1.3. The file keeps to what the
/// schema documents (for Gephi 0.9.3 and later) and to what networkx reads (3.6 and later know 1.3): every stretch has both
/// ends, which networkx needs; a layer stands as the edge's `kind`, by which Gephi keeps ties of several layers apart, and
/// as the attribute `layer`, which networkx sees; edges have ids; and all of them go one way or none does, as networkx
/// refuses mixtures.
///
/// Source: the GEXF 1.3 schema and primer, https://gexf.net.
public struct DynamicGraph: Sendable {
  private let name: String
  private let ids: TextList
  /// The name of each layer, escaped.
  private let layerNames: [String]
  /// Which layers' ties are written as two edges: undirected ones, in a file that is directed.
  private let isTwoWay: [Bool]
  private let isDirected: Bool
  private let spells: [TieSpell]
  /// Where the spells of each tie begin, and where the last one ends.
  private let tieStarts: [Int]
  /// The id of each tie's first edge.
  private let edgeIds: [Int]
  /// Whether some tie changes its weight.
  private let weightsVary: Bool
  private let columns: [SpellColumn]
  private let periods: ClosedRange<Int>
  private static let elementsPerBlock = 2048

  /// Sorts out who was tied to whom, and when, and what changed about whom.
  ///
  /// - Parameters:
  ///   - name: what the society is called.
  ///   - people: the people; all are there from beginning to end.
  ///   - ties: the ties; those that are still there end with the last period.
  ///   - values: what is known of everyone at some periods, rising. It holds up to the next of them; of one who has the
  ///     same value at several of them in a row it is one stretch.
  ///   - periods: the first and the last period.
  /// - Precondition: values have one entry a person, and nothing begins outside of the periods.
  public init(name: String, people: People, ties: TieHistory, values: [PeopleSnapshot], periods: ClosedRange<Int>) {
    precondition(values.allSatisfy { $0.ownScores.count == people.count }, "one value a person")
    precondition(values.allSatisfy { periods.contains($0.period) }, "values of a period that is not there")
    precondition(zip(values, values.dropFirst()).allSatisfy { $0.period < $1.period }, "periods rise")
    let spells = ties.spells()
    precondition(
      spells.allSatisfy { periods.contains($0.start) && periods.contains($0.end ?? $0.start) },
      "ties of a period that is not there")
    self.name = name
    self.periods = periods
    self.spells = spells
    ids = people.ids.asXML
    layerNames = ties.layers.map { XMLText.escaped($0.name) }
    let isDirected = ties.layers.contains(where: \.isDirected)
    let isTwoWay = ties.layers.map { isDirected && !$0.isDirected }
    self.isDirected = isDirected
    self.isTwoWay = isTwoWay
    let starts = spells.indices.filter { $0 == 0 || !Self.isSameTie(spells[$0], spells[$0 - 1]) } + [spells.count]
    tieStarts = starts
    var edgeIds: [Int] = []
    var edgeCount = 0
    var weightsVary = false
    for (start, end) in zip(starts, starts.dropFirst()) {
      edgeIds.append(edgeCount)
      edgeCount += isTwoWay[spells[start].layer] && spells[start].source != spells[start].target ? 2 : 1
      weightsVary = weightsVary || spells[start..<end].contains { $0.weight != spells[start].weight }
    }
    self.edgeIds = edgeIds
    self.weightsVary = weightsVary
    columns = SpellColumn.all(of: values, last: periods.upperBound)
  }

  private static func isSameTie(_ one: TieSpell, _ other: TieSpell) -> Bool {
    one.layer == other.layer && one.source == other.source && one.target == other.target
  }

  /// Writes the file.
  ///
  /// - Parameters:
  ///   - path: where; what stands there is replaced. Inside an `OutputFolder`, it appears with the folder or not at all.
  ///   - threads: how many threads work at once; the bytes do not depend on it.
  /// - Returns: how many bytes the file has.
  @discardableResult
  public func writeGEXF(to path: String, threads: ThreadCount = .one) throws(ExportError) -> Int {
    var sink = try ByteSink(creating: path)
    try sink.write(head)
    try sink.write(Blocks.even(count: ids.count, size: Self.elementsPerBlock), threads: threads) { people, text, turn in
      for person in people {
        appendNode(person, to: &text)
        turn.spill(&text)
      }
    }
    try sink.write("</nodes>\n<edges>\n")
    try sink.write(Blocks.even(count: edgeIds.count, size: Self.elementsPerBlock), threads: threads) {
      ties, text, turn in
      for tie in ties {
        let first = spells[tieStarts[tie]]
        appendEdge(tie, id: edgeIds[tie], first.source, first.target, to: &text)
        if isTwoWay[first.layer], first.source != first.target {
          appendEdge(tie, id: edgeIds[tie] + 1, first.target, first.source, to: &text)
        }
        turn.spill(&text)
      }
    }
    try sink.write("</edges>\n</graph>\n</gexf>\n")
    let count = sink.byteCount
    try sink.close()
    return count
  }

  /// Everything before the first node.
  private var head: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
      <meta><creator>graph-tool</creator><description>\(XMLText.escaped(name))</description></meta>
      <graph mode="dynamic" defaultedgetype="\(isDirected ? "directed" : "undirected")" timeformat="integer" \
      timerepresentation="interval" start="\(periods.lowerBound)" end="\(periods.upperBound)">

      """
    if !columns.isEmpty {
      text += "<attributes class=\"node\" mode=\"dynamic\">\n"
      for column in columns { text += Self.attribute(column.name, column.type) }
      text += "</attributes>\n"
    }
    text += "<attributes class=\"edge\" mode=\"static\">\n\(Self.attribute("layer", "string"))</attributes>\n"
    if weightsVary {
      text += "<attributes class=\"edge\" mode=\"dynamic\">\n\(Self.attribute("weight", "double"))</attributes>\n"
    }
    return text + "<nodes>\n"
  }

  private static func attribute(_ name: String, _ type: String) -> String {
    "<attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n"
  }

  private func appendNode(_ person: Int, to text: inout ByteText) {
    text.append("<node id=\"" as StaticString)
    text.append(person, of: ids)
    text.append("\" label=\"" as StaticString)
    text.append(person, of: ids)
    text.append(0x22 as UInt8)
    text.append(start: periods.lowerBound, end: periods.upperBound)
    text.append(0x3E as UInt8)
    var isOpen = false
    for column in columns {
      column.forEachStretch(of: person) { start, end, snapshot in
        if !isOpen { text.append("<attvalues>" as StaticString) }
        isOpen = true
        text.append("<attvalue for=\"" as StaticString)
        text.append(column.name)
        text.append("\" value=\"" as StaticString)
        column.append(person, snapshot, to: &text)
        text.append(0x22 as UInt8)
        text.append(start: start, end: end)
        text.append("/>" as StaticString)
      }
    }
    if isOpen { text.append("</attvalues>" as StaticString) }
    text.append("</node>\n" as StaticString)
  }

  private func appendEdge(_ tie: Int, id: Int, _ source: Int, _ target: Int, to text: inout ByteText) {
    let spells = spells[tieStarts[tie]..<tieStarts[tie + 1]]
    let last = spells[spells.endIndex - 1]
    let stretches = Self.stretches(spells, until: periods.upperBound)
    text.append("<edge id=\"" as StaticString)
    text.append(id)
    text.append("\" source=\"" as StaticString)
    text.append(source, of: ids)
    text.append("\" target=\"" as StaticString)
    text.append(target, of: ids)
    text.append("\" kind=\"" as StaticString)
    text.append(layerNames[last.layer])
    text.append("\" weight=\"" as StaticString)
    text.append(last.weight)
    text.append(0x22 as UInt8)
    if stretches.count == 1 { text.append(start: stretches[0].lowerBound, end: stretches[0].upperBound) }
    text.append("><attvalues><attvalue for=\"layer\" value=\"" as StaticString)
    text.append(layerNames[last.layer])
    text.append("\"/>" as StaticString)
    if weightsVary {
      for spell in spells {
        text.append("<attvalue for=\"weight\" value=\"" as StaticString)
        text.append(spell.weight)
        text.append(0x22 as UInt8)
        text.append(start: spell.start, end: spell.end ?? periods.upperBound)
        text.append("/>" as StaticString)
      }
    }
    text.append("</attvalues>" as StaticString)
    if stretches.count > 1 {
      text.append("<spells>" as StaticString)
      for stretch in stretches {
        text.append("<spell" as StaticString)
        text.append(start: stretch.lowerBound, end: stretch.upperBound)
        text.append("/>" as StaticString)
      }
      text.append("</spells>" as StaticString)
    }
    text.append("</edge>\n" as StaticString)
  }

  /// When a tie was there, whatever its weight.
  private static func stretches(_ spells: ArraySlice<TieSpell>, until last: Int) -> [ClosedRange<Int>] {
    var stretches: [ClosedRange<Int>] = []
    for spell in spells {
      let end = spell.end ?? last
      if let previous = stretches.last, previous.upperBound + 1 == spell.start {
        stretches[stretches.count - 1] = previous.lowerBound...end
      } else {
        stretches.append(spell.start...end)
      }
    }
    return stretches
  }
}

extension ByteText {
  /// Adds the ends of a stretch of time as attributes.
  fileprivate mutating func append(start: Int, end: Int) {
    append(" start=\"" as StaticString)
    append(start)
    append("\" end=\"" as StaticString)
    append(end)
    append(0x22 as UInt8)
  }
}
