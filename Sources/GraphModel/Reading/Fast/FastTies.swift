import Compute

/// Reads plain rows of ties in parallel; gives up at the first row that is not plain.
///
/// It takes what nearly all rows are: ids, a number, a time, each in a simple field. Whatever it does not understand or
/// would have to refuse makes it give up, and the careful reader reads the file anew and says what is wrong and where. So
/// it needs no messages, and everything it accepts the careful reader accepts with the same result.
struct FastTies {
  let bytes: SharedBuffer<UInt8>
  let delimiter: TextDialect.Delimiter
  /// How many fields a row has.
  let columnCount: Int
  let source: Int
  let target: Int
  let value: Int?
  let time: Int?
  let isTransaction: Bool
  let rules: TieRules
  /// Whether people who are met for the first time are added.
  let addsPeople: Bool
  /// Whether ties with unknown people are left out; they are an error otherwise.
  let dropsUnknown: Bool
  let threads: ThreadCount
  let progress: Progress
  /// How many pieces the text is read in; `nil` leaves it to the text's size and the threads.
  var pieceCount: Int?

  /// Text below this size is read in one piece.
  private static let smallText = 1 << 18

  /// The records, or `nil` if anything is not plain.
  ///
  /// - Parameters:
  ///   - start: where the first row begins.
  ///   - line: the line that is on.
  ///   - people: the people known so far; new ones are added, in the order of their first appearance. Unchanged if the
  ///     result is `nil`.
  func read(from start: Int, line: Int, people: inout TextIndex) -> TieRecords? {
    let wanted = pieceCount ?? (bytes.count - start < Self.smallText ? 1 : threads.value)
    guard let pieces = TextPieces(bytes, from: start, line: line, count: wanted, threads: threads) else { return nil }
    var starts = [0]
    for count in pieces.lineCounts { starts.append(starts[starts.count - 1] + count) }
    let capacity = starts[starts.count - 1]
    let columns = Columns(
      sources: Workspace(count: capacity), targets: Workspace(count: capacity),
      values: value.map { _ in Workspace(count: capacity) }, times: time.map { _ in Workspace(count: capacity) })
    let known = people
    let parts = Parallel.map(pieces.ranges.count, threads: threads) { piece in
      part(pieces.ranges[piece], known: known, into: columns, from: starts[piece])
    }
    let whole = parts.compactMap { $0 }
    guard whole.count == parts.count else { return nil }
    return joined(whole, columns, starts, people: &people)
  }

  /// Where records are written to, all pieces into the same memory.
  private struct Columns {
    let sources: Workspace<Int32>
    let targets: Workspace<Int32>
    let values: Workspace<Double>?
    let times: Workspace<Double>?
  }

  /// What one piece came to.
  private struct Part: Sendable {
    var count = 0
    /// The people that nobody knew before.
    ///
    /// They stand as -1, -2 and so on in the records.
    var newPeople = TextIndex()
    var negativeCount = 0
    var unknownCount = 0
  }

  // MARK: One piece

  private func part(_ range: Range<Int>, known: TextIndex, into columns: Columns, from start: Int) -> Part? {
    let text = bytes.span.extracting(range)
    var scanner = FieldScanner(text, delimiter: delimiter)
    var part = Part()
    var decimals = DecimalIds()
    var told = 0
    while scanner.nextLine() != nil {
      var ends = (source: 0..<0, target: 0..<0)
      var number = Double.nan
      var moment = Double.nan
      for column in 0..<columnCount {
        let field = scanner.field()
        guard field.stop == (column == columnCount - 1 ? .line : .delimiter) else { return nil }
        if column == source {
          ends.source = field.range
        } else if column == target {
          ends.target = field.range
        } else if column == value {
          guard let read = amount(text.extracting(field.range)) else { return nil }
          number = read
        } else if column == time {
          guard let read = seconds(text.extracting(field.range)) else { return nil }
          moment = read
        }
      }
      if ends.source.isEmpty || ends.target.isEmpty { return nil }
      let one = person(text.extracting(ends.source), known, &part.newPeople, &decimals)
      let other = person(text.extracting(ends.target), known, &part.newPeople, &decimals)
      guard let one, let other else {
        guard dropsUnknown else { return nil }
        part.unknownCount += 1
        continue
      }
      if number < 0 {
        part.negativeCount += 1
        if rules.negative == .drop { continue }
        number = -number
      }
      let place = start + part.count
      columns.sources[place] = one
      columns.targets[place] = other
      columns.values?[place] = number
      columns.times?[place] = moment
      part.count += 1
      if part.count & 0xFFFF == 0 {
        progress.advance(by: scanner.position - told)
        told = scanner.position
      }
    }
    progress.advance(by: range.count - told)
    return part
  }

  @inline(__always)
  private func person(
    _ id: Span<UInt8>, _ known: TextIndex, _ new: inout TextIndex, _ decimals: inout DecimalIds
  ) -> Int32? {
    let value = DecimalIds.value(of: id)
    if let value, let number = decimals.number(of: value) { return number }
    var number: Int32?
    if known.count > 0 { number = known.index(of: id) }
    if number == nil, addsPeople { number = -1 - new.add(id).index }
    if let value, let number { decimals.set(number, for: value) }
    return number
  }

  /// A weight or an amount that the careful reader would take as it is; NaN for a missing amount.
  @inline(__always)
  private func amount(_ text: Span<UInt8>) -> Double? {
    guard let value = Numerals.number(text) else { return isTransaction && FieldText.isMissing(text) ? .nan : nil }
    let size = value.magnitude
    guard size <= FieldText.largestNumber, size >= TieTable.leastWeight || size == 0 else { return nil }
    return value < 0 && rules.negative == .error ? nil : value
  }

  private func seconds(_ text: Span<UInt8>) -> Double? {
    if FieldText.isMissing(text) { return .nan }
    guard let seconds = Timestamp.seconds(text) else { return nil }
    if let asOf = rules.asOf, seconds > asOf { return nil }
    return seconds
  }

  // MARK: All pieces

  private func joined(_ parts: [Part], _ columns: Columns, _ starts: [Int], people: inout TextIndex) -> TieRecords {
    let numbers = number(parts, people: &people)
    Parallel.forEach(parts.count, threads: threads) { piece in
      let numbers = numbers[piece]
      for place in starts[piece]..<starts[piece] + parts[piece].count {
        let (one, other) = (columns.sources[place], columns.targets[place])
        if one < 0 { columns.sources[place] = numbers[Int(-1 - one)] }
        if other < 0 { columns.targets[place] = numbers[Int(-1 - other)] }
      }
    }
    var count = 0
    for (piece, part) in parts.enumerated() {
      let range = starts[piece]..<starts[piece] + part.count
      columns.sources.move(range, to: count)
      columns.targets.move(range, to: count)
      columns.values?.move(range, to: count)
      columns.times?.move(range, to: count)
      count += part.count
    }
    return TieRecords(
      sources: columns.sources.frozen(count), targets: columns.targets.frozen(count),
      values: columns.values?.frozen(count) ?? SharedBuffer([]),
      times: columns.times?.frozen(count) ?? SharedBuffer([]),
      negativeCount: parts.reduce(0) { $0 + $1.negativeCount }, unknownCount: parts.reduce(0) { $0 + $1.unknownCount })
  }

  /// Gives the new people of each piece their numbers: piece by piece, so in the order of the file.
  private func number(_ parts: [Part], people: inout TextIndex) -> [[Int32]] {
    parts.enumerated().map { piece, part in
      if piece == 0, people.count == 0 {
        people = part.newPeople
        return (0..<Int32(part.newPeople.count)).map { $0 }
      }
      return part.newPeople.numbered(in: &people)
    }
  }
}
