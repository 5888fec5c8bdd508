import Compute
import Foundation

/// A society in a folder of NumPy arrays and a `society.json`, opened without reading it.
///
/// Opening maps the files and checks what they say of themselves: kinds, shapes, lengths. `read` looks through all
/// elements before anything computes with them, so that nothing a file holds can lead outside of it. Ties, ids and columns
/// then stay where they are, in the files; these must not change as long as the society is in use.
public struct PackedSociety: Sendable {
  /// How many people there are.
  public var personCount: Int { description.people }
  /// What the society is called.
  public var name: String { description.name }

  /// How many bytes all arrays have.
  package var byteCount: Int { parts.all.reduce(0) { $0 + $1.allBytes.count } }

  let description: PackDescription
  private let folder: String
  private let record: FileRecord
  let parts: Parts

  /// The mapped files of a pack.
  struct Parts: @unchecked Sendable {
    // @unchecked: mapped files never change.
    let ids: TextCheck
    let sortedIds: MappedArray
    let ownScores: MappedArray
    let columns: [TextCheck]
    let layers: [LayerParts]
    let order: MappedArray?

    /// Every array.
    var all: [MappedArray] {
      let ofTexts = ([ids] + columns).flatMap { [$0.bytes, $0.offsets] }
      let ofLayers = layers.flatMap { layer in
        let ties = [layer.ties, layer.rowTies, layer.reverse].compactMap { $0 }
        return ties.flatMap { [$0.offsets, $0.neighbors, $0.weights].compactMap { $0 } } + [layer.reciprocals]
      }
      return ofTexts + [sortedIds, ownScores] + ofLayers + [order].compactMap { $0 }
    }
  }

  /// The mapped files of a layer.
  struct LayerParts {
    let ties: TieCheck
    let rowTies: TieCheck?
    let reverse: TieCheck?
    let reciprocals: MappedArray
  }

  /// Whether a folder holds a packed society: whether there is a `society.json`.
  public static func isPack(_ path: String) -> Bool { InputFile.stands(at: path + "/" + PackDescription.fileName) }

  /// Opens a packed society.
  ///
  /// - Throws: a `noInput` error for a file that is not there, `badData` for one that is not what it should be.
  /// - Complexity: O(layers + columns), whatever the number of people and ties.
  public static func open(_ path: String) throws(ReadingError) -> PackedSociety { try PackedSociety(folder: path) }

  private init(folder: String) throws(ReadingError) {
    let (description, record) = try PackDescription.read(folder: folder)
    self.folder = folder
    self.description = description
    self.record = record
    let people = description.people
    func texts(_ texts: PackDescription.Texts, allowsEmpty: Bool) throws(ReadingError) -> TextCheck {
      TextCheck(
        offsets: try MappedArray(texts.offsets, folder: folder, kinds: [.int64], count: people + 1),
        bytes: try MappedArray(texts.bytes, folder: folder, kinds: [.byte], count: nil), allowsEmpty: allowsEmpty)
    }
    let ids = try texts(description.ids, allowsEmpty: false)
    var columns: [TextCheck] = []
    for column in description.columns { columns.append(try texts(column.values, allowsEmpty: true)) }
    var layers: [LayerParts] = []
    for layer in description.layers {
      func ties(_ ties: PackDescription.Ties) throws(ReadingError) -> TieCheck {
        try TieCheck(ties, people: people, folder: folder)
      }
      var rowTies: TieCheck?
      if let entry = layer.rowTies { rowTies = try ties(entry) }
      var reverse: TieCheck?
      if let entry = layer.reverse { reverse = try ties(entry) }
      layers.append(
        LayerParts(
          ties: try ties(layer.ties), rowTies: rowTies, reverse: reverse,
          reciprocals: try MappedArray(layer.reciprocals, folder: folder, kinds: [.float64], count: people)))
    }
    var order: MappedArray?
    if let entry = description.order {
      order = try MappedArray(entry.people, folder: folder, kinds: [.int32], count: people)
    }
    parts = Parts(
      ids: ids,
      sortedIds: try MappedArray(description.sortedIds, folder: folder, kinds: [.int32], count: people),
      ownScores: try MappedArray(description.ownScores, folder: folder, kinds: [.float64], count: people),
      columns: columns, layers: layers, order: order)
  }

  /// The society, every element of it looked at once.
  ///
  /// - Parameter threads: how many threads work at once.
  /// - Throws: a `badData` error with the first problem of each part.
  /// - Complexity: O(people + arcs); memory for own scores only, 8 bytes a person.
  public func read(threads: ThreadCount) throws(ReadingError) -> ReadSociety {
    var log = ProblemLog()
    func note(_ problem: InputProblem?) { if let problem { log.add(problem) } }
    let texts = [parts.ids] + parts.columns
    for check in texts { note(check.problem(threads: threads)) }
    for (layer, entry) in zip(parts.layers, description.layers) {
      note(layer.ties.problem(isSymmetric: !entry.directed, threads: threads))
      note(layer.rowTies?.problem(isSymmetric: false, threads: threads))
    }
    // Ids that cannot be read cannot be compared.
    if log.total == 0, let message = SortedIds.problem(sortedIds, of: parts.ids.texts, threads: threads) {
      note(InputProblem(file: parts.sortedIds.name, message))
    }
    var order: PeopleOrder?
    if let array = parts.order {
      let people = array.buffer(of: Int32.self)
      if let message = PeopleOrder.problem(people) {
        note(InputProblem(file: array.name, message))
      } else {
        order = PeopleOrder(people)
      }
    }
    guard let scale = Scale(named: description.scale) else { preconditionFailure("the scale has been checked") }
    let scores = ownScores(on: scale, threads, &log)
    try log.check()
    let attributes = zip(description.columns, parts.columns).map { column, texts in
      AttributeColumn(name: column.name, values: texts.texts, kind: column.kind)
    }
    let layers = zip(description.layers, parts.layers).map { entry, parts in
      Layer(
        name: entry.name, kind: entry.kind, isDirected: entry.directed, isWeighted: entry.weighted,
        ties: parts.ties.table, rowTies: parts.rowTies?.table, share: entry.share)
    }
    let society = Society(
      name: description.name, people: People(ids: parts.ids.texts, attributes: attributes), scale: scale,
      ownScores: scores, layers: layers,
      wishes: SocietyWishes(susceptibility: description.susceptibility, mix: description.mix), order: order)
    return ReadSociety(society: society, notices: description.notices + orderNotice, files: [record])
  }

  private var orderNotice: [Notice] {
    guard let order = description.order else { return [] }
    return [Rearrangement.notice(nearBefore: order.nearBefore, nearAfter: order.nearAfter)]
  }

  private var sortedIds: SharedBuffer<Int32> { parts.sortedIds.buffer(of: Int32.self) }

  private func ownScores(on scale: Scale, _ threads: ThreadCount, _ log: inout ProblemLog) -> [Double] {
    let stored = parts.ownScores.buffer(of: Double.self)
    var scores = [Double](repeating: 0, count: stored.count)
    let blocks = Blocks.even(count: stored.count, size: 1 << 16)
    let wrong = Parallel.fill(&scores, blocks: blocks, threads: threads) { block, slice -> Int in
      let span = stored.span
      var wrong = -1
      for person in block {
        slice[person - block.lowerBound] = span[person]
        if wrong < 0, !scale.contains(span[person]) { wrong = person }
      }
      return wrong
    }
    if let person = wrong.first(where: { $0 >= 0 }) {
      let range = "\(Numerals.plain(scale.low)) to \(Numerals.plain(scale.high))"
      log.add(
        InputProblem(
          file: parts.ownScores.name, "element \(person) is \(Numerals.plain(scores[person])); \(range) was expected"))
    }
    return scores
  }

  /// The index of the person with an id, or `nil`.
  ///
  /// - Precondition: `read` or `verify` has found no problem.
  /// - Complexity: O(log people).
  package func index(of id: String) -> Int? {
    let ids = parts.ids.texts
    let wanted = Array(id.utf8)
    var low = 0
    var high = sortedIds.count
    while low < high {
      let middle = (low + high) / 2
      let person = Int(sortedIds[middle])
      let (isBefore, isSame) = ids.withBytes(of: person) { bytes in
        for index in 0..<min(bytes.count, wanted.count) where bytes[index] != wanted[index] {
          return (bytes[index] < wanted[index], false)
        }
        return (bytes.count < wanted.count, bytes.count == wanted.count)
      }
      if isSame { return person }
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Refuses options of reading that say how tables become a society: a packed one has been read already.
  ///
  /// - Throws: a `usage` error that names the option.
  static func check(_ options: ReadingOptions, path: String) throws(ReadingError) {
    let standard = ReadingOptions()
    let given: [(String, Bool)] = [
      ("--people", options.peopleFile != nil), ("--directed", options.isDirected), ("--scale", options.scale != nil),
      ("--format", options.format != .auto),
      ("--scorecard", options.scorecard != nil), ("--scores", options.scores != standard.scores),
      ("--missing-score", options.missingScore != standard.missingScore),
      ("--unknown-people", options.unknownPeople != standard.unknownPeople),
      ("--amount or --amount-unit", options.ties.amount != standard.ties.amount),
      ("--half-life", options.ties.halfLife != nil), ("--as-of", options.ties.asOf != nil),
      ("--direction", options.ties.direction != standard.ties.direction),
      ("--self-ties", options.ties.selfTies != standard.ties.selfTies),
      ("--negative", options.ties.negative != standard.ties.negative),
    ]
    if let option = given.first(where: \.1)?.0 {
      throw ReadingError(
        .usage,
        [InputProblem(file: path, "\(option) says how a society is read; this one is packed: give it to pack instead")])
    }
  }
}
