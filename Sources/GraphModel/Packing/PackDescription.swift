/// What `society.json` of a packed society says: everything but the arrays, and what each array is.
package struct PackDescription: Codable, Sendable {
  /// What every pack calls itself.
  package static let formatName = "graph-tool packed society"
  /// The version that is written, and the only one that is read.
  package static let currentVersion = 1
  /// The name of the file.
  package static let fileName = "society.json"

  /// One array in a file of its own.
  package struct Array: Codable, Sendable, Equatable {
    /// The file's name in the folder.
    package let file: String
    /// NumPy's word for the type of the elements, such as `<f8`.
    package let dtype: String
    /// How many elements there are; one number.
    package let shape: [Int]
    /// The SHA-256 digest of the file, header included, in hexadecimal.
    package let sha256: String

    package init(file: String, dtype: String, shape: [Int], sha256: String) {
      self.file = file
      self.dtype = dtype
      self.shape = shape
      self.sha256 = sha256
    }
  }

  /// Texts one after the other: text i is `bytes[offsets[i] ..< offsets[i + 1]]` in UTF-8.
  package struct Texts: Codable, Sendable {
    package let bytes: Array
    package let offsets: Array

    package init(bytes: Array, offsets: Array) {
      self.bytes = bytes
      self.offsets = offsets
    }
  }

  /// A column of what is known of people.
  package struct Column: Codable, Sendable {
    package let name: String
    package let kind: AttributeColumn.Kind
    package let values: Texts

    package init(name: String, kind: AttributeColumn.Kind, values: Texts) {
      self.name = name
      self.kind = kind
      self.values = values
    }
  }

  /// Ties by rows: row i is `neighbors[offsets[i] ..< offsets[i + 1]]`, rising.
  package struct Ties: Codable, Sendable {
    /// How many arcs there are.
    package let arcs: Int
    package let offsets: Array
    package let neighbors: Array
    /// One weight an arc, or `nil` if all weigh `weight`.
    package let weights: Array?
    /// What every arc weighs, if all weigh the same.
    package let weight: Double?

    package init(arcs: Int, offsets: Array, neighbors: Array, weights: Array?, weight: Double?) {
      self.arcs = arcs
      self.offsets = offsets
      self.neighbors = neighbors
      self.weights = weights
      self.weight = weight
    }
  }

  /// An order in which those who are tied stand near each other.
  package struct Order: Codable, Sendable {
    /// The person at each place: everyone once.
    package let people: Array
    /// The share of arcs between people who stand near each other, without the order.
    package let nearBefore: Double
    /// The share with the order.
    package let nearAfter: Double

    package init(people: Array, nearBefore: Double, nearAfter: Double) {
      self.people = people
      self.nearBefore = nearBefore
      self.nearAfter = nearAfter
    }
  }

  /// A layer.
  package struct LayerEntry: Codable, Sendable {
    package let name: String
    package let kind: Layer.Kind
    package let directed: Bool
    package let weighted: Bool
    /// Its weight in the mix, or `nil` if the society asks for none.
    package let share: Double?
    package let ties: Ties
    /// The ties scaled row by row, if payments fade.
    package let rowTies: Ties?
    /// The ties turned round, if the layer is directed.
    package let reverse: Ties?
    /// 1 over the row sums of `rowTies`, or else of `ties`; 0 for people without ties.
    package let reciprocals: Array

    package init(
      _ layer: Layer, ties: Ties, rowTies: Ties?, reverse: Ties?, reciprocals: Array
    ) {
      name = layer.name
      kind = layer.kind
      directed = layer.isDirected
      weighted = layer.isWeighted
      share = layer.share
      self.ties = ties
      self.rowTies = rowTies
      self.reverse = reverse
      self.reciprocals = reciprocals
    }
  }

  package var format = formatName
  package var version = currentVersion
  /// What the society is called.
  package let name: String
  /// The name of the scale.
  package let scale: String
  /// How many people there are.
  package let people: Int
  /// Where own scores came from.
  package let scores: ScoreSource
  /// What the society asks for, as written.
  package let susceptibility: String?
  /// How layers are to be mixed, as written.
  package let mix: String?
  package let ids: Texts
  /// The people in the order of their ids' bytes.
  package let sortedIds: Array
  package let ownScores: Array
  package let columns: [Column]
  package let layers: [LayerEntry]
  /// The order to compute with people in, if there is one.
  package let order: Order?
  /// What reading did to the input.
  package let notices: [Notice]
  /// What the society was read from.
  package let inputs: [FileRecord]

  package init(
    _ read: ReadSociety, scores: ScoreSource, ids: Texts, sortedIds: Array, ownScores: Array, columns: [Column],
    layers: [LayerEntry], order: Order?
  ) {
    let society = read.society
    name = society.name
    scale = society.scale.name
    people = society.count
    self.scores = scores
    susceptibility = society.wishes.susceptibility
    mix = society.wishes.mix
    self.ids = ids
    self.sortedIds = sortedIds
    self.ownScores = ownScores
    self.columns = columns
    self.layers = layers
    self.order = order
    notices = read.notices
    inputs = read.files
  }

  /// Every array, in the order in which they are written.
  package var arrays: [Array] {
    func parts(_ texts: Texts) -> [Array] { [texts.bytes, texts.offsets] }
    func parts(_ ties: Ties?) -> [Array] {
      guard let ties else { return [] }
      return [ties.offsets, ties.neighbors] + (ties.weights.map { [$0] } ?? [])
    }
    let ofLayers = layers.flatMap { parts($0.ties) + parts($0.rowTies) + parts($0.reverse) + [$0.reciprocals] }
    let ofOrder = order.map { [$0.people] } ?? []
    return parts(ids) + [sortedIds, ownScores] + columns.flatMap { parts($0.values) } + ofLayers + ofOrder
  }
}

extension ScoreSource: Codable {}
