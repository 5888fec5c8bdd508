/// The edges of a GraphML file, as they are met.
///
/// Ends are places in the order in which ids were met, whether by a node or by an edge in front of it.
struct GraphMLEdges {
  /// The edge that is being read.
  private struct Current {
    var source: Int32 = 0
    var target: Int32 = 0
    var line = 0
    /// One weight a layer, or the one weight; NaN where there is none.
    var weights: [Double] = []
  }

  private let negative: TieRules.Negative
  /// What an edge weighs that says nothing; NaN for nothing.
  private let standard: [Double]
  private let isLayered: Bool
  private let layerNames: [String]
  private var current = Current()
  private var records: [TieRecords.Builder]
  private var linesWithoutWeight: [Int] = []
  private var weightCount = 0
  /// How many edges lie in no layer.
  private(set) var outsideCount = 0

  /// No edges.
  ///
  /// - Parameters:
  ///   - layerNames: the layers, if weights are given layer by layer.
  ///   - standard: what an edge weighs that says nothing, one a layer; NaN for nothing.
  init(layerNames: [String], standard: [Double], negative: TieRules.Negative) {
    isLayered = !layerNames.isEmpty
    self.layerNames = isLayered ? layerNames : ["friendship"]
    self.standard = standard
    self.negative = negative
    records = self.layerNames.map { _ in TieRecords.Builder() }
  }

  mutating func begin(_ source: Int32, _ target: Int32, line: Int) {
    current.source = source
    current.target = target
    current.line = line
    current.weights = standard
  }

  mutating func set(_ weight: Double, layer: Int) { current.weights[layer] = weight }

  mutating func end() {
    var isTied = false
    for layer in records.indices {
      let weight = current.weights[layer]
      if weight.isNaN {
        if isLayered { continue }
        linesWithoutWeight.append(current.line)
      } else if !isLayered {
        weightCount += 1
      }
      isTied = true
      if weight < 0 {
        records[layer].negativeCount += 1
        if negative == .drop { continue }
      }
      records[layer].sources.append(current.source)
      records[layer].targets.append(current.target)
      records[layer].values.append(weight.magnitude)
    }
    if !isTied { outsideCount += 1 }
  }

  /// The records of each layer; a layer in which no edge has a weight is one without weights.
  ///
  /// - Parameters:
  ///   - people: the person at each place.
  ///   - problem: told of each edge without a weight where others have one.
  func layers(people: [Int32]?, _ problem: (Int, String) -> Void) -> [(name: String, records: TieRecords)] {
    if weightCount > 0 {
      for line in linesWithoutWeight { problem(line, "the weight is missing; a number of 0 or more was expected") }
    }
    return zip(layerNames, records).map { name, records in
      var records = records
      if !isLayered, weightCount == 0 { records.values = [] }
      if let people {
        records.sources = records.sources.map { people[Int($0)] }
        records.targets = records.targets.map { people[Int($0)] }
      }
      return (name, records.records)
    }
  }
}
