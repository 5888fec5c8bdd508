import Compute
import Crypto

extension PackedSociety {
  /// Looks at everything that can be known: all that `read` looks at, and what is only kept beside.
  ///
  /// Undirected ties have both halves (exactly, where `read` relies on a sum of hashes); every file has the digest that
  /// `society.json` names; the reverse ties are the ties turned round; reciprocals are 1 over the row sums; a column's kind
  /// is that of its values; no two ids are the same text in two spellings of Unicode.
  ///
  /// - Throws: a `badData` error with the problems.
  /// - Complexity: O(bytes + arcs log degree); memory for one layer's ties.
  public func verify(threads: ThreadCount) throws(ReadingError) {
    var log = ProblemLog()
    let society: Society?
    do throws(ReadingError) {
      society = try read(threads: threads).society
    } catch {
      for problem in error.problems { log.add(problem) }
      society = nil
    }
    checkDigests(threads, &log)
    if let society {
      for (position, layer) in society.layers.enumerated() {
        check(layer, parts.layers[position], threads, &log)
      }
      checkPeople(society.people, &log)
    }
    try log.check()
  }

  private func checkDigests(_ threads: ThreadCount, _ log: inout ProblemLog) {
    let arrays = parts.all
    let digests = Parallel.map(arrays.count, threads: threads) { Self.digest(arrays[$0].allBytes) }
    let said = Dictionary(description.arrays.map { ($0.file, $0.sha256) }) { first, _ in first }
    for (array, digest) in zip(arrays, digests) where said[array.name] != digest {
      log.add(
        InputProblem(
          file: array.name, "the SHA-256 digest is \(digest); \(said[array.name] ?? "none") was expected"))
    }
  }

  private static func digest(_ bytes: SharedBuffer<UInt8>) -> String {
    var hash = SHA256()
    unsafe bytes.span.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  private func check(_ layer: Layer, _ files: LayerParts, _ threads: ThreadCount, _ log: inout ProblemLog) {
    if !layer.isDirected, let message = SymmetryCheck.problem(layer.ties, threads: threads) {
      log.add(InputProblem(file: files.ties.neighbors.name, message))
    }
    if let reverse = files.reverse {
      if let problem = reverse.problem(isSymmetric: false, threads: threads) {
        log.add(problem)
      } else if !Self.areSame(reverse.table, layer.ties.transposed(threads: threads)) {
        log.add(
          InputProblem(
            file: reverse.neighbors.name, "these are not the ties of layer \(layer.name) turned round, as was expected")
        )
      }
    }
    let stored = files.reciprocals.buffer(of: Double.self)
    let sums = layer.rowTies.strengths(threads: threads)
    for (person, sum) in sums.enumerated() {
      let expected = Self.reciprocal(of: sum)
      if stored[person].bitPattern != expected.bitPattern {
        log.add(
          InputProblem(
            file: files.reciprocals.name,
            "element \(person) is \(Numerals.plain(stored[person])); \(Numerals.plain(expected)) was expected"))
        return
      }
    }
  }

  /// 1 over a row sum; 0 without ties.
  package static func reciprocal(of sum: Double) -> Double { sum > 0 ? 1 / sum : 0 }

  private static func areSame(_ one: TieTable, _ other: TieTable) -> Bool {
    guard one.arcCount == other.arcCount else { return false }
    for person in 0..<one.personCount {
      guard one.arcs(of: person) == other.arcs(of: person) else { return false }
      var first: [(Int, Double)] = []
      var second: [(Int, Double)] = []
      one.forEachTie(of: person) { first.append(($0, $1)) }
      other.forEachTie(of: person) { second.append(($0, $1)) }
      guard first.elementsEqual(second, by: ==) else { return false }
    }
    return true
  }

  private func checkPeople(_ people: People, _ log: inout ProblemLog) {
    for (column, texts) in zip(people.attributes, parts.columns) {
      let kind = AttributeColumn(name: column.name, values: column.values).kind
      if kind != column.kind {
        log.add(
          InputProblem(
            file: texts.bytes.name,
            "column \"\(column.name)\" is of kind \(kind.rawValue); \(column.kind.rawValue) was expected"))
      }
    }
    if Set(people.ids).count < people.count {
      log.add(
        InputProblem(
          file: parts.ids.bytes.name, "two ids are the same text in two spellings of Unicode; each id once was expected"
        ))
    }
  }
}
