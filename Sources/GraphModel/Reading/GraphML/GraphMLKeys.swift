/// The keys that a GraphML file declares: what nodes and edges may carry, and what becomes of it here.
struct GraphMLKeys {
  /// What an edge's value is for.
  enum EdgeRole: Equatable {
    /// The weight of the tie.
    case weight
    /// The weight of the tie in the layer at a position.
    case layer(Int)
  }

  /// One `<key>`.
  struct Key {
    /// What `<data>` refers to it by.
    let id: String
    /// What it is called: `attr.name`, or the id if there is none.
    let name: String
    /// What can carry it: `node`, `edge`, `graph`, `all`, or something that is not read.
    let domain: String
    /// Whether values are numbers or truth values, around which white space means nothing.
    let isPlain: Bool
    /// Whether values are markup of a drawing program.
    let isDrawing: Bool
    let line: Int
    /// The value of whoever has none.
    var defaultText: String?
    /// The column of the people it fills, or `nil`.
    var column: Int?
    /// What it is for on edges, or `nil`.
    var edgeRole: EdgeRole?

    func isFor(_ element: String) -> Bool { domain == element || domain == "all" }

    /// A value as the rest of the program sees it.
    ///
    /// Programs write a missing number as `NaN`.
    func value(_ text: String) -> String {
      guard isPlain else { return text }
      let trimmed = GraphMLKeys.trimmed(text)
      return trimmed.utf8.count == 3 && trimmed.lowercased() == "nan" ? "" : trimmed
    }
  }

  private(set) var all: [Key] = []
  private var positions: [String: Int] = [:]
  /// The names of the layers, if edges have weights layer by layer.
  private(set) var layerNames: [String] = []
  private static let layerPrefix = "weight_"

  /// The position of a key, or `nil`.
  func position(of id: String) -> Int? { positions[id] }

  /// Adds a key.
  ///
  /// - Returns: what is wrong with it, or `nil`.
  mutating func add(_ key: Key) -> String? {
    guard positions[key.id] == nil else {
      return "key \"\(key.id)\" is declared twice; each key once was expected"
    }
    positions[key.id] = all.count
    all.append(key)
    return nil
  }

  /// Adds text to the default of the key that was declared last.
  mutating func appendDefault(_ text: String) {
    all[all.count - 1].defaultText = (all[all.count - 1].defaultText ?? "") + text
  }

  /// Decides what each key is for, when all of them are known.
  ///
  /// Keys of nodes become columns. Keys of edges called `weight_NAME`, as this program writes them, become layers; without
  /// any, the weight is the key `weight`, or else `value`.
  ///
  /// - Parameter problem: told what is wrong, with the line.
  /// - Returns: the names of the columns.
  mutating func settle(_ problem: (Int, String) -> Void) -> [String] {
    var columns: [String] = []
    var taken: Set<String> = []
    for position in all.indices where all[position].isFor("node") && !all[position].isDrawing {
      let key = all[position]
      guard taken.insert(key.name.lowercased()).inserted else {
        problem(key.line, "two keys of nodes are called \"\(key.name)\"; each name once was expected")
        continue
      }
      all[position].column = columns.count
      columns.append(key.name)
    }
    settleEdges(problem)
    return columns
  }

  private mutating func settleEdges(_ problem: (Int, String) -> Void) {
    let ofEdges = all.indices.filter { all[$0].isFor("edge") && !all[$0].isDrawing }
    for position in ofEdges {
      let key = all[position]
      guard key.name.hasPrefix(Self.layerPrefix) else { continue }
      let name = String(key.name.dropFirst(Self.layerPrefix.count))
      guard TieReader.problem(withLayerName: name) == nil else { continue }
      if layerNames.contains(where: { $0.lowercased() == name.lowercased() }) {
        problem(key.line, "two keys of edges are called \"\(key.name)\"; each name once was expected")
        continue
      }
      all[position].edgeRole = .layer(layerNames.count)
      layerNames.append(name)
    }
    guard layerNames.isEmpty else { return }
    for name in ["weight", "value"] {
      let named = ofEdges.filter { all[$0].name.lowercased() == name }
      guard let first = named.first else { continue }
      all[first].edgeRole = .weight
      for other in named.dropFirst() {
        problem(all[other].line, "two keys of edges are called \"\(name)\"; each name once was expected")
      }
      return
    }
  }

  /// What is told of keys that are not used, for a file with a name.
  func notices(file: String) -> [Notice] {
    func list(_ keys: [Key]) -> String { keys.map { "\"\($0.name)\"" }.joined(separator: ", ") }
    var notices: [Notice] = []
    var unused = all.filter { $0.isFor("edge") && $0.edgeRole == nil && !$0.isDrawing && $0.domain != "all" }
    if !layerNames.isEmpty, let weight = unused.firstIndex(where: { $0.name.lowercased() == "weight" }) {
      let layers = layerNames.map { Self.layerPrefix + $0 }.joined(separator: ", ")
      notices.append(
        Notice(.ignored, "\"\(unused[weight].name)\" of edges not used in \(file): layers have their own, \(layers)"))
      unused.remove(at: weight)
    }
    if !unused.isEmpty {
      notices.append(Notice(.ignored, count: unused.count, "keys of edges not used in \(file): \(list(unused))"))
    }
    let drawings = all.filter { $0.isDrawing && ["node", "edge", "all"].contains($0.domain) }
    if !drawings.isEmpty {
      notices.append(
        Notice(.ignored, count: drawings.count, "keys of a drawing program not used in \(file): \(list(drawings))"))
    }
    return notices
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    // Most texts have none, and are given back as they are.
    guard isBlank(text.utf8.first) || isBlank(text.utf8.last) else { return text }
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) } ?? start - 1
    return String(decoding: bytes[start..<max(start, end + 1)], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
