import Analysis
import Propagation

@testable import Exports
@testable import GraphModel

/// The files as one thread would write them, `String` by `String`, in the plainest way: what the fast writers must equal.
enum PlainRendering {
  /// A CSV file (RFC 4180).
  static func csv(_ columns: [Column], rows: Int) -> String {
    var text = line(columns.map(\.name))
    for row in 0..<rows { text += line(columns.map { $0.value(row) ?? "" }) }
    return text
  }

  /// `ties.csv`.
  static func ties(_ examination: Examination) -> String {
    let society = examination.society
    let network = examination.network
    var text = line(["layer", "source", "target", "weight", "mixed_weight"])
    for (slot, index) in network.layers.enumerated() {
      let layer = society.layers[index]
      for person in 0..<society.count {
        var mixed: [Int: Double] = [:]
        (network.mix == .perLayer ? layer.rowTies : layer.ties).forEachTie(of: person) {
          mixed[$0] = network.mixedWeight($1, of: person, layer: slot)
        }
        layer.ties.forEachTie(of: person) { neighbor, weight in
          text += line([
            layer.name, society.people.ids[person], society.people.ids[neighbor], Numerals.plain(weight),
            Numerals.plain(mixed[neighbor] ?? 0),
          ])
        }
      }
    }
    return text
  }

  /// The nodes and edges of a graph of people, from the first node to the last edge.
  static func elements(_ examination: Examination, community: Int? = nil) -> String {
    let society = examination.society
    let columns = examination.peopleColumns().dropFirst()
    let parts = examination.communities?.partition.parts
    let people = (0..<society.count).filter { community == nil || parts?[$0] == community }
    let ids = society.people.ids.map(xml)
    var text = ""
    for person in people {
      text +=
        "<node id=\"\(ids[person])\">" + data(columns.map { $0.value(person) }, keys("v_", columns.map(\.name)))
        + "</node>\n"
    }
    let factors = factors(examination)
    let edgeKeys = keys("e_", ["weight"] + society.layers.map { "weight_" + $0.name })
    for person in people {
      for (neighbor, weights) in edges(society, of: person) where community == nil || parts?[neighbor] == community {
        let common = zip(factors, weights).reduce(0.0) { sum, term in term.1.map { sum + term.0 * $0 } ?? sum }
        text += "<edge source=\"\(ids[person])\" target=\"\(ids[neighbor])\">"
        text += data([Numerals.plain(common)] + weights.map { $0.map(Numerals.plain) }, edgeKeys) + "</edge>\n"
      }
    }
    return text
  }

  /// The edges that start at a person, with the weight of each layer.
  private static func edges(_ society: Society, of person: Int) -> [(Int, [Double?])] {
    let isDirected = society.layers.contains(where: \.isDirected)
    var found: [Int: [Double?]] = [:]
    for (slot, layer) in society.layers.enumerated() {
      layer.ties.forEachTie(of: person) { neighbor, weight in
        if isDirected || neighbor >= person {
          found[neighbor, default: Array(repeating: nil, count: society.layers.count)][slot] = weight
        }
      }
    }
    return found.keys.sorted().map { ($0, found[$0] ?? []) }
  }

  private static func factors(_ examination: Examination) -> [Double] {
    let shares = examination.shares
    if let only = shares.firstIndex(of: 1) { return shares.indices.map { $0 == only ? 1 : 0 } }
    let society = examination.society
    let raw = zip(shares, society.layers).map { $1.ties.totalWeight > 0 ? $0 / $1.ties.totalWeight : 0 }
    var sum = 0.0
    var count = 0
    for person in 0..<society.count {
      for (_, weights) in edges(society, of: person) {
        sum += zip(raw, weights).reduce(0.0) { sum, term in term.1.map { sum + term.0 * $0 } ?? sum }
        count += 1
      }
    }
    return raw.map { sum > 0 ? $0 * Double(count) / sum : 0 }
  }

  private static func data(_ values: [String?], _ keys: [String]) -> String {
    zip(keys, values).map { key, value in value.map { "<data key=\"\(key)\">\(xml($0))</data>" } ?? "" }.joined()
  }

  /// Keys as docs/export.md describes them: the name in ASCII, and a number where that stands already.
  private static func keys(_ prefix: String, _ names: [String]) -> [String] {
    var keys: [String] = []
    for name in names {
      let plain = name.unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar))
          ? String(scalar) : "_"
      }
      let stem = prefix + plain.joined()
      let key = ([stem] + (2...9).map { "\(stem)_\($0)" }).first { !keys.contains($0) }
      keys.append(key ?? stem)
    }
    return keys
  }

  private static func line(_ fields: [String]) -> String {
    fields.map { field in
      let scalars = field.unicodeScalars
      let ends = [scalars.first, scalars.last]
      let isPlain =
        !scalars.contains { ",\"\n\r".unicodeScalars.contains($0) } && scalars.first != "#" && !ends.contains(" ")
        && !ends.contains("\t")
      return isPlain ? field : "\"" + scalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }.joined(separator: ",") + "\n"
  }

  private static func xml(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\t", "\n", "\r": "&#\(scalar.value);"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: String(scalar)
      }
    }.joined()
  }
}
