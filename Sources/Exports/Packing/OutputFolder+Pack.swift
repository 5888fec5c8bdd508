import Compute
import GraphModel

extension OutputFolder {
  /// Writes a packed society and moves the folder to its place.
  ///
  /// - Parameters:
  ///   - read: the society, with what reading did to it.
  ///   - scores: where its own scores came from.
  ///   - rearrangement: an order to keep, see `Rearrangement.of`.
  ///   - threads: how many threads work at once.
  ///   - progress: who follows how far writing is.
  public func writePack(
    _ read: ReadSociety, scores: ScoreSource = .given, rearrangement: Rearrangement? = nil,
    threads: ThreadCount = .one, progress: Progress = .silent
  ) throws(ExportError) {
    let writer = PackWriter(
      folder: partialPath, read: read, rearrangement: rearrangement, threads: threads, progress: progress)
    let description = try progress.during(Phase("writing the pack", .bytes)) {
      (work: inout PhaseWork) throws(ExportError) in
      let description = try writer.writeArrays(scores: scores)
      work.bytes = writer.size(of: description)
      return description
    }
    try JSONText.write(description, to: partialPath + "/" + PackDescription.fileName)
    try finish()
  }
}

/// Writes the arrays of a packed society one by one.
private struct PackWriter {
  let folder: String
  let read: ReadSociety
  let rearrangement: Rearrangement?
  let threads: ThreadCount
  let progress: Progress

  private var society: Society { read.society }

  func writeArrays(scores: ScoreSource) throws(ExportError) -> PackDescription {
    let people = society.people
    let ids = try texts(people.ids, "ids")
    let order = SortedIds.order(of: people.ids)
    let sortedIds = try array(order.span, .int32, "ids.sorted")
    let ownScores = try array(society.ownScores.span, .float64, "own_scores")
    var columns: [PackDescription.Column] = []
    for (position, column) in people.attributes.enumerated() {
      let values = try texts(column.values, "columns.\(position)")
      columns.append(PackDescription.Column(name: column.name, kind: column.kind, values: values))
    }
    var layers: [PackDescription.LayerEntry] = []
    for layer in society.layers {
      let entry = try self.layer(layer)
      layers.append(entry)
    }
    var kept: PackDescription.Order?
    if let rearrangement {
      kept = PackDescription.Order(
        people: try array(rearrangement.order.people.span, .int32, "order"),
        nearBefore: rearrangement.nearBefore, nearAfter: rearrangement.nearAfter)
    }
    return PackDescription(
      read, scores: scores, ids: ids, sortedIds: sortedIds, ownScores: ownScores, columns: columns, layers: layers,
      order: kept)
  }

  /// How many bytes the elements of all arrays have.
  func size(of description: PackDescription) -> Int {
    description.arrays.reduce(0) { sum, array in
      sum + (array.shape.first ?? 0) * (ArrayHeader.Kind(rawValue: array.dtype)?.size ?? 0)
    }
  }

  private func array<Element: BitwiseCopyable>(
    _ values: Span<Element>, _ kind: ArrayHeader.Kind, _ name: String
  ) throws(ExportError) -> PackDescription.Array {
    let array = try ArrayFile.write(values, kind: kind, folder: folder, name: name + ".npy")
    progress.advance(by: values.count * kind.size)
    return array
  }

  private func texts(_ texts: TextList, _ stem: String) throws(ExportError) -> PackDescription.Texts {
    let bytes = try array(texts.bytes.span, .byte, stem + ".bytes")
    let offsets = try array(texts.offsets.span, .int64, stem + ".offsets")
    return PackDescription.Texts(bytes: bytes, offsets: offsets)
  }

  private func layer(_ layer: Layer) throws(ExportError) -> PackDescription.LayerEntry {
    let stem = stem(of: layer)
    let ties = try self.ties(layer.ties, stem)
    var rowTies: PackDescription.Ties?
    if layer.scalesRows { rowTies = try self.ties(layer.rowTies, stem + ".rows") }
    var reverse: PackDescription.Ties?
    if layer.isDirected { reverse = try self.ties(layer.ties.transposed(threads: threads), stem + ".reverse") }
    let sums = layer.rowTies.strengths(threads: threads).map(PackedSociety.reciprocal)
    let reciprocals = try array(sums.span, .float64, stem + ".reciprocals")
    return PackDescription.LayerEntry(
      layer, ties: ties, rowTies: rowTies, reverse: reverse, reciprocals: reciprocals)
  }

  /// What the names of a layer's files begin with: its name, unless the ids' files are called so.
  private func stem(of layer: Layer) -> String {
    var stem = layer.name
    let others = society.layers.filter { $0.name != layer.name }.map { $0.name.lowercased() }
    if stem.lowercased() == "ids" {
      stem += "-layer"
      while others.contains(stem.lowercased()) { stem += "-layer" }
    }
    return stem
  }

  private func ties(_ ties: TieTable, _ stem: String) throws(ExportError) -> PackDescription.Ties {
    let offsets: PackDescription.Array
    switch ties.rows.offsets {
    case .narrow(let buffer): offsets = try array(buffer.span, .uint32, stem + ".offsets")
    case .wide(let buffer): offsets = try array(buffer.span, .int64, stem + ".offsets")
    }
    let neighbors = try array(ties.rows.columns.span, .int32, stem + ".neighbors")
    var weights: PackDescription.Array?
    var weight: Double?
    switch ties.rows.values {
    case .equal(let value): weight = value
    case .narrow(let buffer): weights = try array(buffer.span, .float32, stem + ".weights")
    case .wide(let buffer): weights = try array(buffer.span, .float64, stem + ".weights")
    }
    return PackDescription.Ties(
      arcs: ties.arcCount, offsets: offsets, neighbors: neighbors, weights: weights, weight: weight)
  }
}
